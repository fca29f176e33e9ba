using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>A latent between ends that other latents decide, where one end lies before the other: the density is 0, and the log-density −∞ rather than no number.</summary>
public sealed class EmptySupportTests
{
    // log u + log(1 − u) at u = 1/2: the density of x is 1 / (upper − lower), and its map widens by as much.
    private static readonly double AtTheMiddle = -2 * Math.Log(2);

    [Theory]
    [InlineData("var x = Sample(Uniform(a, b));")]
    [InlineData("var x = new Vector(1);\nfor (var t = 0; t < 1; t++)\n    x[t] = Sample(Uniform(a, t + b));")]
    public void No_number_lies_between_ends_the_wrong_way_round(string statements)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Between
            {
                [Model]
                static partial void Define()
                {
                    var a = Sample(Flat());
                    var b = Sample(Flat());
                    {{statements}}
                }

                public static double At(double a, double b) => new Between().CreateLogDensity().Evaluate([a, b, 0], new double[3]);
            }
            """);
        double At(double a, double b) => (double)compiled.Type("Between").GetMethod("At")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [a, b], null)!;
        Assert.Equal(AtTheMiddle, At(-1, 2), 1e-12);
        Assert.Equal(double.NegativeInfinity, At(2, -1));
    }
}
