using System;
using System.Linq;
using System.Runtime.CompilerServices;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>A density and its gradient are the same to the last bit wherever the stack lies.</summary>
public class StackTests
{
    public static TheoryData<string> Names() => [.. PublishedPosteriors.All.Select(posterior => posterior.Name)];

    [ReferenceTheory]
    [MemberData(nameof(Names))]
    public void Results_do_not_depend_on_the_stack(string posterior)
    {
        var density = PublishedPosteriors.Named(posterior).Load().CreateLogDensity();
        double[] position = [.. Enumerable.Range(1, density.Dimension).Select(i => 0.3 * Math.Sin(i))];
        var (expected, slopes) = Lowered(0, density, position);

        Assert.True(double.IsFinite(expected));
        foreach (var bytes in new[] { 16, 32, 48, 64, 2000 })
        {
            var (value, gradient) = Lowered(bytes, density, position);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
            Assert.Equal(slopes.Select(BitConverter.DoubleToInt64Bits), gradient.Select(BitConverter.DoubleToInt64Bits));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (double Value, double[] Gradient) Lowered(int bytes, ILogDensity density, double[] position)
    {
        Span<byte> lowering = stackalloc byte[bytes];
        var gradient = new double[density.Dimension];
        return (density.Evaluate(position, gradient), gradient);
    }
}
