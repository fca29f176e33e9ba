using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>
/// Distributions with parameters out of range, or restricted to where they have no probability, are none: what is asked of them makes the log-density −∞ in emitted
/// code, and throws in plain code. Where they are some, both give the same number.
/// </summary>
public sealed class UndefinedDistributionTests
{
    [Theory]
    [InlineData("Normal(0, a).LogDensity(0.5)", 1.5, -1)]
    [InlineData("Normal(0, a).Cdf(0.5)", 1.5, -1)]
    [InlineData("Normal(0, a).LogCdf(0.5)", 1.5, -1)]
    [InlineData("Normal(0, a).LogSurvival(0.5)", 1.5, 0)]
    [InlineData("Uniform(a, 1).Cdf(0.5)", 0.2, 2)]
    [InlineData("Uniform(a, 1).LogSurvival(3)", 0.2, 2, double.NegativeInfinity)]
    [InlineData("Log(1 - Uniform(a, 1).Cdf(0.5))", 0.2, 2)]
    [InlineData("Normal(Uniform(a, 1).Cdf(0.5), 1).LogDensity(0)", 0.2, 2)]
    [InlineData("Geometric(a).LogSurvival(2)", 0.3, 1.5)]
    [InlineData("Mixture([0.4, 0.6], Normal(0, 1), Normal(0, a)).LogDensity(0.5)", 2, -2)]
    [InlineData("Mixture([0.4, 0.6], Normal(0, 1), Normal(0, a)).Cdf(0.5)", 2, -2)]
    [InlineData("Mixture([a, 1 - a], Normal(0, 1), Normal(1, 1)).LogCdf(0.5)", 0.3, 1.3)]
    [InlineData("Mixture([0.4, 0.6], Normal(0, 1), Truncated(Normal(0, 1), a, 1)).LogDensity(0.5)", -1, 1)]
    [InlineData("Censored(Normal(0, 1), a, 1).LogDensity(1)", -1, 2)]
    [InlineData("Censored(Normal(0, a), upper: 1).Cdf(0.5)", 2, -2)]
    [InlineData("Censored(Geometric(0.3), upper: a).LogDensity(2)", 3, 2.5)]
    [InlineData("Censored(Geometric(0.3), a, 4).LogDensity(2)", 1, 1.5)]
    [InlineData("Censored(Geometric(0.3), a, 4).Cdf(3)", 1, 1.5)]
    [InlineData("Censored(Geometric(0.3), a, 4).LogDensity(4)", 1, 4)]
    [InlineData("Censored(ZeroInflated(0.3, Geometric(0.3)), a, 4).LogDensity(4)", 1, 0.5)]
    [InlineData("ZeroInflated(0.3, Poisson(a)).LogDensity(2)", 2, -2)]
    [InlineData("ZeroInflated(a, Geometric(0.3)).Cdf(2)", 0.4, -0.4)]
    [InlineData("Hurdle(0.3, Exponential(a)).LogDensity(0)", 2, -2)]
    [InlineData("Hurdle(0.3, Binomial(3, a)).LogDensity(1)", 0.4, 0)]
    [InlineData("Hurdle(0.3, Geometric(a)).LogDensity(2)", 0.8, 1.8)]
    [InlineData("Truncated(Normal(0, 1), a, 1).LogDensity(1)", -1, 1)]
    [InlineData("Truncated(Normal(0, 1), a, 1).LogDensity(1)", 0.5, 2)]
    [InlineData("Truncated(Uniform(0, 1), lower: a).LogDensity(0.5)", 0.2, 2)]
    [InlineData("Truncated(Normal(0, 1), lower: a).LogDensity(2e200)", -1, 1e200, double.NegativeInfinity)]
    [InlineData("Truncated(Exponential(a), lower: -2).Cdf(-1)", 0.5, -0.5, 0.0)]
    [InlineData("Truncated(Uniform(0, a), upper: 3).LogSurvival(2)", 1, -1, double.NegativeInfinity)]
    [InlineData("Truncated(Normal(0, 1), lower: a).LogCdf(2)", -1, 1e200)]
    [InlineData("Truncated(Normal(0, 1), lower: a).Cdf(2)", -1, 1e200)]
    [InlineData("Truncated(Normal(0, 1), a, 3e200).LogDensity(2e200)", -1, 1e200, double.NegativeInfinity)]
    public void What_is_asked_of_no_distribution_is_impossible(string asked, double inside, double outside, double at = double.NaN)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Asked
            {
                [Model]
                static partial void Define()
                {
                    var a = Sample(Flat());
                    Potential({{asked}});
                }

                public static double Emitted(double a) => new Asked().CreateLogDensity().Evaluate([a], new double[1]);

                public static double Plain(double a) => {{asked}};
            }
            """);
        double Call(string method, double a) => (double)compiled.Type("Asked").GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [a], null)!;
        Assert.Equal(double.IsNaN(at) ? Call("Plain", inside) : at, Call("Emitted", inside), 1e-12);
        Assert.Equal(double.NegativeInfinity, Call("Emitted", outside));
        Assert.ThrowsAny<ArgumentException>(() => Call("Plain", outside));
    }

    [Theory]
    [InlineData("Pareto(2, Exp(a))", 1)]
    [InlineData("Uniform(-1, Exp(a))", 1)]
    [InlineData("Uniform(-Exp(a), Exp(a))", 1)]
    [InlineData("Truncated(Normal(0, 1), lower: Exp(a))", 1)]
    [InlineData("Truncated(Cauchy(0, 1), -1, Exp(a))", 1)]
    public void A_latent_whose_support_is_at_infinity_is_nowhere(string distribution, double inside)
    {
        using var compiled = CompiledModels.Compile($$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Far
            {
                [Model]
                static partial void Define()
                {
                    var a = Sample(Flat());
                    var x = Sample({{distribution}});
                }

                public static double At(double a) => new Far().CreateLogDensity().Evaluate([a, 0.5], new double[2]);
            }
            """);
        double At(double a) => (double)compiled.Type("Far").GetMethod("At")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [a], null)!;
        Assert.True(double.IsFinite(At(inside)));
        Assert.Equal(double.NegativeInfinity, At(800));
    }
}
