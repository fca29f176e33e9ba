using System;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>
/// A distribution whose parameters are out of range has no probabilities: a utility that is computed of one is no number, and refused with the decision and the
/// draw. Its log-density and the logarithms of its probabilities are −∞ there, as they are in a model, and so may a utility be.
/// </summary>
public sealed class ObjectiveProbabilityTests
{
    [Theory]
    [InlineData("Normal(a, d).Cdf(1)", -1, 40)]
    [InlineData("2 + d * Uniform(d, 0).Cdf(-0.5)", 3, 40)]
    [InlineData("Where(Less(v[0] - 9, 0), 1, a) * Normal(d, a).Cdf(d)", 1, null)]
    [InlineData("Sum(Normal(v, a).Cdf(d))", 1, null)]
    [InlineData("Truncated(Normal(0, a), lower: -1).Cdf(d)", 1, null)]
    [InlineData("Log(d)", -1, 40)]
    public void A_utility_that_is_no_number_is_refused_with_its_draw(string utility, double d, int? undefined)
    {
        using var compiled = CompiledModels.Compile(Source(utility));
        var scales = (double[])Run(compiled, "Scales", d)!;
        var expected = undefined ?? scales.Count(scale => scale <= 0);
        var first = undefined is null ? Array.FindIndex(scales, scale => scale <= 0) : 0;
        var message = $"The utility is NaN at d = {d} in {expected} of 40 draws, the first of them draw {first}: "
            + "look for a distribution whose parameters are out of range there, which has no probabilities, or for a function outside its domain.";
        Assert.InRange(expected, 1, 40);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Run(compiled, "Utilities", d)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Run(compiled, "Value", d)).Message);
    }

    [Theory]
    [InlineData("Normal(0, a).LogCdf(d)")]
    [InlineData("Normal(0, a).LogSurvival(d)")]
    [InlineData("Normal(0, a).LogDensity(d)")]
    [InlineData("Where(Less(0, a), Normal(0, a).Cdf(d), Log(0 * d))")]
    public void A_logarithm_of_none_is_infinite(string utility)
    {
        using var compiled = CompiledModels.Compile(Source(utility));
        var (scales, utilities) = ((double[])Run(compiled, "Scales", 1)!, (double[])Run(compiled, "Utilities", 1)!);
        Assert.Contains(scales, scale => scale <= 0);
        Assert.All(scales.Zip(utilities), draw => Assert.Equal(draw.First <= 0, double.IsNegativeInfinity(draw.Second)));
        Assert.Equal(double.NegativeInfinity, Run(compiled, "Value", 1));
    }

    private static object? Run(CompiledModels compiled, string method, double d) =>
        compiled.Type("Undefined").GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [d], null);

    private static string Source(string utility) => $$"""
        using System.Linq;
        using Gen;
        using static Gen.Modeling;

        public partial class Undefined
        {
            [Model]
            static partial void Define(Vector v)
            {
                var a = Sample(Normal(0, 1));
                Potential(1e-9 * Sum(v));
            }

            [Objective]
            static double Gain(double a, Vector v, [Decision] double d) => {{utility}};

            static Posterior Sampled => new Undefined([0.5, 1]).Sample(draws: 40, tune: 20, chains: 1, seed: 3);

            public static double[] Scales(double d) => [.. Sampled.A.Values];

            public static double[] Utilities(double d) => [.. Sampled.Gain().Utilities(d).Values];

            public static double Value(double d) => Sampled.Gain().Evaluate(d).Value;
        }
        """;
}
