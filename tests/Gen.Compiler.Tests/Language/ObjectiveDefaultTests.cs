using System;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>The default values of an objective's parameters are those of the methods that are made of it, as far as C# takes them.</summary>
public sealed class ObjectiveDefaultTests
{
    [Theory]
    [InlineData("[Decision] double d, double c = 2, int k = -3, bool b = true", "double c = 2.0, int k = -3, bool b = true")]
    [InlineData("[Decision] double d, double c = double.NaN, double e = double.NegativeInfinity, int k = int.MinValue", "double c = double.NaN, double e = double.NegativeInfinity, int k = -2147483648")]
    [InlineData("[Decision] double d, double c = 2, Vector? v = null", "double c, global::Gen.Vector v")]
    [InlineData("[Decision] double d, double c = 2, Vector? v = null, double e = 1", "double c, global::Gen.Vector v, double e = 1.0")]
    [InlineData("[Decision] double d, double c = 2, params int[] k", "double c, int[] k")]
    [InlineData("double c, [Decision] double d = 3", "double c")]
    public void Those_at_the_end_are_kept(string parameters, string kept)
    {
        using var compiled = CompiledModels.Compile($$"""
            #nullable enable
            using Gen;
            using static Gen.Modeling;

            public partial class Chosen
            {
                [Model]
                static partial void Define(Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    Observe(y, Normal(a, 1));
                }

                [Objective]
                static double Gain(double a, {{parameters}}) => a * d - Square(d);
            }
            """);
        Assert.Contains(compiled.Generated.Values, file => file.Contains($"public GainProblem Gain({kept})", StringComparison.Ordinal));
    }
}
