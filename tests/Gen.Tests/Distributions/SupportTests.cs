using System;
using System.Linq;
using Gen.Distributions;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>What can occur, what is refused, and in which words.</summary>
public sealed class SupportTests
{
    public static TheoryData<string, double[], double[]> Members => new()
    {
        { nameof(Normal), [-3, 0, 1e300], [double.NaN, double.PositiveInfinity] },
        { nameof(HalfNormal), [0, 2], [-1e-300, double.NaN, double.PositiveInfinity] },
        { nameof(StudentT), [-3, 0], [double.NaN, double.NegativeInfinity] },
        { nameof(Cauchy), [-3, 0], [double.NaN] },
        { nameof(HalfCauchy), [0, 4], [-1] },
        { nameof(LogNormal), [1e-300, 2], [0, -1, double.PositiveInfinity] },
        { nameof(Gamma), [1e-300, 2], [0, -1, double.NaN] },
        { nameof(InverseGamma), [1e-300, 2], [0, -1, double.NaN] },
        { nameof(Exponential), [0, 2], [-1, double.NaN] },
        { nameof(Beta), [1e-300, 0.99], [0, 1, 1.5, double.NaN] },
        { nameof(Uniform), [0, 0.5, 1], [-1e-9, 1.0001, double.NaN] },
        { nameof(Laplace), [-3, 0, 1e300], [double.NaN, double.PositiveInfinity] },
        { nameof(Logistic), [-3, 0, 1e300], [double.NaN, double.PositiveInfinity] },
        { nameof(Gumbel), [-3, 0, 1e300], [double.NaN, double.NegativeInfinity] },
        { nameof(SkewNormal), [-3, 0, 1e6], [double.NaN, double.NegativeInfinity] },
        { nameof(Weibull), [1e-300, 2], [0, -1, double.NaN, double.PositiveInfinity] },
        { nameof(Pareto), [1, 2, 1e300], [0, 0.999, double.NaN, double.PositiveInfinity] },
        { nameof(ChiSquared), [1e-300, 2], [0, -1, double.NaN] },
        { nameof(HalfStudentT), [0, 4], [-1, double.NaN, double.PositiveInfinity] },
        { nameof(Triangular), [0, 0.5, 1], [-1e-9, 1.0001, double.NaN] },
        { nameof(LogitNormal), [1e-300, 0.99], [0, 1, 1.5, double.NaN] },
        { nameof(VonMises), [-Math.PI, 0, Math.PI], [-3.2, 3.15, double.NaN] },
        { nameof(Bernoulli), [0, 1], [0.5, -1, 2, double.NaN] },
        { nameof(Binomial), [0, 3, 10], [-1, 2.5, 11, double.NaN] },
        { nameof(Poisson), [0, 3, 1e6], [-1, 2.5, double.NaN, double.PositiveInfinity] },
        { nameof(NegativeBinomial), [0, 3, 1e6], [-1, 2.5, double.NaN, double.PositiveInfinity] },
        { nameof(BetaBinomial), [0, 3, 10], [-1, 2.5, 11, double.NaN] },
        { nameof(Geometric), [1, 3, 1e6], [0, -1, 2.5, double.NaN, double.PositiveInfinity] },
        { nameof(DiscreteUniform), [0, 3, 9], [-1, 2.5, 10, double.NaN] },
    };

    /// <summary>Each distribution at the first of its cases' parameters.</summary>
    [Theory, MemberData(nameof(Members))]
    public void MembersAreWhatCanOccur(string name, double[] inside, double[] outside)
    {
        var (family, parameters) = DistributionCases.Get(name, 0);
        Assert.All(inside, x => Assert.True(family.InSupport(x, parameters), $"{x}"));
        Assert.All(outside, x => Assert.False(family.InSupport(x, parameters), $"{x}"));
        Assert.All(inside, x => Assert.False(double.IsNaN(family.LogDensity(x, parameters))));
    }

    /// <summary>The probability lies inside: none below the least member, all at the greatest.</summary>
    [Theory, MemberData(nameof(Members))]
    public void TailsEndWithTheSupport(string name, double[] inside, double[] outside)
    {
        Assert.NotEmpty(inside);
        Assert.NotEmpty(outside);
        var (family, parameters) = DistributionCases.Get(name, 0);
        foreach (var x in (double[])[double.NegativeInfinity, family.Support switch
        {
            Support.Real => double.NegativeInfinity,
            Support.Circular => -4,
            _ => -1e-9,
        }])
        {
            Assert.Equal(0, family.Cdf(x, parameters));
            Assert.Equal(double.NegativeInfinity, family.LogCdf(x, parameters));
            Assert.Equal(0, family.LogSurvival(x, parameters));
        }

        Assert.Equal(1, family.Cdf(double.PositiveInfinity, parameters));
        Assert.Equal(0, family.LogCdf(double.PositiveInfinity, parameters));
        Assert.Equal(double.NegativeInfinity, family.LogSurvival(double.PositiveInfinity, parameters));
        Assert.True(double.IsNaN(family.Cdf(double.NaN, parameters)));
    }

    [Fact]
    public void SupportIsNamedWithItsParameters()
    {
        Assert.Equal("finite numbers", Normal.SupportText(0, 1));
        Assert.Equal("positive numbers", Gamma.SupportText(2, 1));
        Assert.Equal("0 and positive numbers", HalfNormal.SupportText(1));
        Assert.Equal("numbers between 0 and 1, ends excluded", Beta.SupportText(2, 3));
        Assert.Equal("numbers between -3 and 5.5", Uniform.SupportText(-3, 5.5));
        Assert.Equal("0 and 1", Bernoulli.SupportText(0.3));
        Assert.Equal("0, 1, 2, …, 10", Binomial.SupportText(10, 0.3));
        Assert.Equal("0, 1, 2, …", Poisson.SupportText(3));
        Assert.Equal("0, 1, 2, …, 10", BetaBinomial.SupportText(10, 2, 3));
        Assert.Equal("1, 2, 3, …", Geometric.SupportText(0.3));
        Assert.Equal("whole numbers from -3 to 5", DiscreteUniform.SupportText(-3, 5));
        Assert.Equal("finite numbers", Gumbel.SupportText(0, 1));
        Assert.Equal("numbers from 2.5", Pareto.SupportText(3, 2.5));
        Assert.Equal("numbers between -3 and 5.5", Triangular.SupportText(-3, 5.5, 0));
        Assert.Equal("finite numbers", Flat.SupportText(double.NegativeInfinity, double.PositiveInfinity));
        Assert.Equal("numbers from -1", Flat.SupportText(-1, double.PositiveInfinity));
        Assert.Equal("numbers up to 4", Flat.SupportText(double.NegativeInfinity, 4));
        Assert.Equal("numbers between -1 and 4", Flat.SupportText(-1, 4));
        Assert.Equal("angles between −π and π", VonMises.SupportText(0, 1));
        Assert.Equal("0 and positive numbers", HalfFlat.SupportText());
    }

    public static TheoryData<string, Action> Refusals => new()
    {
        { "sigma of Normal must be positive; it is -1", () => Normal.CheckParameters(0, -1) },
        { "mu of Normal must be finite; it is NaN", () => Normal.CheckParameters(double.NaN, 1) },
        { "sigma of Normal must be finite; it is Infinity", () => Normal.CheckParameters(0, double.PositiveInfinity) },
        { "tau of Normal must be positive; it is 0", () => Normal.CheckParametersFromPrecision(0, 0) },
        { "sigma of HalfNormal must be positive; it is 0", () => HalfNormal.CheckParameters(0) },
        { "nu of StudentT must be positive; it is -2", () => StudentT.CheckParameters(-2, 0, 1) },
        { "lam of StudentT must be positive; it is 0", () => StudentT.CheckParametersFromPrecision(2, 0, 0) },
        { "beta of Cauchy must be positive; it is -0.5", () => Cauchy.CheckParameters(0, -0.5) },
        { "beta of HalfCauchy must be positive; it is 0", () => HalfCauchy.CheckParameters(0) },
        { "sigma of LogNormal must be positive; it is NaN", () => LogNormal.CheckParameters(0, double.NaN) },
        { "alpha of Gamma must be positive; it is 0", () => Gamma.CheckParameters(0, 1) },
        { "mu of Gamma must be positive; it is -1", () => Gamma.CheckParametersFromMoments(-1, 1) },
        { "beta of InverseGamma must be positive; it is 0", () => InverseGamma.CheckParameters(1, 0) },
        { "lam of Exponential must be positive; it is -1", () => Exponential.CheckParameters(-1) },
        { "scale of Exponential must be positive; it is 0", () => Exponential.CheckParametersFromScale(0) },
        { "alpha of Beta must be positive; it is 0", () => Beta.CheckParameters(0, 1) },
        { "mu of Beta must be between 0 and 1; it is 1", () => Beta.CheckParametersFromMoments(1, 0.1) },
        { "sigma of Beta must be below √(mu (1 − mu)) = 0.5; it is 0.5", () => Beta.CheckParametersFromMoments(0.5, 0.5) },
        { "upper of Uniform must be above lower, which is 2; it is 1", () => Uniform.CheckParameters(2, 1) },
        { "p of Bernoulli must be between 0 and 1; it is 1.2", () => Bernoulli.CheckParameters(1.2) },
        { "logitP of Bernoulli must be finite; it is NaN", () => Bernoulli.CheckParametersFromLogit(double.NaN) },
        { "n of Binomial must be one of 0, 1, 2, …; it is 2.5", () => Binomial.CheckParameters(2.5, 0.5) },
        { "mu of Poisson must be 0 or positive; it is -1", () => Poisson.CheckParameters(-1) },
        { "alpha of NegativeBinomial must be positive; it is 0", () => NegativeBinomial.CheckParameters(1, 0) },
        { "b of Laplace must be positive; it is 0", () => Laplace.CheckParameters(0, 0) },
        { "s of Logistic must be positive; it is -1", () => Logistic.CheckParameters(0, -1) },
        { "beta of Gumbel must be positive; it is 0", () => Gumbel.CheckParameters(0, 0) },
        { "alpha of SkewNormal must be finite; it is NaN", () => SkewNormal.CheckParameters(0, 1, double.NaN) },
        { "tau of SkewNormal must be positive; it is 0", () => SkewNormal.CheckParametersFromPrecision(0, 0, 1) },
        { "alpha of Weibull must be positive; it is 0", () => Weibull.CheckParameters(0, 1) },
        { "m of Pareto must be positive; it is -2", () => Pareto.CheckParameters(1, -2) },
        { "nu of ChiSquared must be positive; it is 0", () => ChiSquared.CheckParameters(0) },
        { "sigma of HalfStudentT must be positive; it is 0", () => HalfStudentT.CheckParameters(3, 0) },
        { "lam of HalfStudentT must be positive; it is -1", () => HalfStudentT.CheckParametersFromPrecision(3, -1) },
        { "upper of Triangular must be above lower, which is 2; it is 1", () => Triangular.CheckParameters(2, 1, 1.5) },
        { "c of Triangular must be between lower and upper, which are 0 and 1; it is 1.5", () => Triangular.CheckParameters(0, 1, 1.5) },
        { "sigma of LogitNormal must be positive; it is 0", () => LogitNormal.CheckParameters(0, 0) },
        { "tau of LogitNormal must be positive; it is 0", () => LogitNormal.CheckParametersFromPrecision(0, 0) },
        { "kappa of VonMises must be 0 or positive; it is -1", () => VonMises.CheckParameters(0, -1) },
        { "n of BetaBinomial must be one of 0, 1, 2, …; it is 2.5", () => BetaBinomial.CheckParameters(2.5, 1, 1) },
        { "p of Geometric must be above 0 and at most 1; it is 0", () => Geometric.CheckParameters(0) },
        { "lower of DiscreteUniform must be a whole number; it is 0.5", () => DiscreteUniform.CheckParameters(0.5, 2) },
        { "upper of DiscreteUniform must be at least lower, which is 2; it is 1", () => DiscreteUniform.CheckParameters(2, 1) },
        { "lower of Flat must be finite, or left out; it is Infinity", () => Flat.CheckParameters(double.PositiveInfinity, double.PositiveInfinity) },
        { "upper of Flat must be above lower, which is 2; it is 2", () => Flat.CheckParameters(2, 2) },
        { "p of NegativeBinomial must be above 0 and at most 1; it is 0", () => NegativeBinomial.CheckParametersFromProbability(1, 0) },
    };

    [Theory, MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void RefusalsNameParameterRangeAndValue(string message, Action check)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(check);
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(message.Split(' ').First(), refusal.ParamName);
    }

    [Fact]
    public void EdgesOfParametersAreAccepted()
    {
        Bernoulli.CheckParameters(0);
        Bernoulli.CheckParameters(1);
        Binomial.CheckParameters(0, 1);
        Poisson.CheckParameters(0);
        NegativeBinomial.CheckParametersFromProbability(2, 1);
        Geometric.CheckParameters(1);
        DiscreteUniform.CheckParameters(7, 7);
        Triangular.CheckParameters(0, 1, 0);
        Triangular.CheckParameters(0, 1, 1);
        Flat.CheckParameters(double.NegativeInfinity, double.PositiveInfinity);
    }
}
