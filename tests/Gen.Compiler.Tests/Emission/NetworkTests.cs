using System;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Interpretation;
using Gen.Sampling;
using Xunit;

namespace Gen.Compiler.Tests.Emission;

/// <summary>A network of two hidden layers: sums over an axis inside loops over the same axis.</summary>
public sealed class NetworkTests
{
    private const int Rows = 11, Columns = 3, Hidden = 4, Deeper = 2;
    private static readonly double[] X = [.. Enumerable.Range(0, Rows * Columns).Select(i => Math.Sin(1 + 2.5 * i))];
    private static readonly double[] Y = [.. Enumerable.Range(0, Rows).Select(i => Math.Cos(3.0 * i))];
    private static readonly double[] Position = [.. Enumerable.Range(0, Columns * Hidden + Hidden * Deeper + Deeper).Select(i => 0.8 * Math.Sin(2 + 1.7 * i))];

    [Fact]
    public void Emitted_value_and_gradient_are_those_of_the_network()
    {
        using var compiled = CompiledModels.Compile(KernelModels.All["Network"]);
        var data = Activator.CreateInstance(compiled.Type("Gen.Generated.Network.Data"), Inputs(), new Vector(Y), Hidden, Deeper)!;
        var density = (ILogDensity)Activator.CreateInstance(compiled.Type("Gen.Generated.Network.LogDensity"), data)!;
        Assert.Equal(Position.Length, density.Dimension);

        // Sums of some 30 terms of size 1: rounding is a few ulps of each.
        var gradient = new double[Position.Length];
        Assert.Equal(Expected(Position), density.Evaluate(Position, gradient), 1e-12 * Position.Length * Rows);
        for (var i = 0; i < gradient.Length; i++)
        {
            var difference = CentralDifference.Of(at => Expected([.. Position.Select((p, k) => k == i ? at : p)]), Position[i]);
            Assert.Equal(difference, gradient[i], 1e-8 * Math.Max(1, Math.Abs(difference)));
        }
    }

    private static Gen.Matrix Inputs()
    {
        var inputs = new double[Rows, Columns];
        Buffer.BlockCopy(X, 0, inputs, 0, sizeof(double) * X.Length);
        return inputs;
    }

    /// <summary>The log-density as written, in loops.</summary>
    private static double Expected(double[] position)
    {
        var target = position.Sum(p => -0.5 * p * p) - 0.5 * Math.Log(2 * Math.PI) * (position.Length + Rows);
        for (var row = 0; row < Rows; row++)
        {
            var first = Enumerable.Range(0, Hidden).Select(h => Math.Tanh(Enumerable.Range(0, Columns).Sum(c => X[row * Columns + c] * position[c * Hidden + h]))).ToArray();
            var second = Enumerable.Range(0, Deeper).Select(d => Math.Tanh(Enumerable.Range(0, Hidden).Sum(h => first[h] * position[Columns * Hidden + h * Deeper + d])));
            var mean = second.Select((s, d) => s * position[Columns * Hidden + Hidden * Deeper + d]).Sum();
            target -= 0.5 * (Y[row] - mean) * (Y[row] - mean);
        }

        return target;
    }
}
