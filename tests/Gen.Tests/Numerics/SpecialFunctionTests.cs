using System;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics;

/// <summary>The scalar functions against reference values, to the errors that their documentation states.</summary>
public class SpecialFunctionTests
{
    [Fact]
    public void Log1p() => Check(ReferenceValues.Log1p, Functions.Log1p, 1);

    [Fact]
    public void Expm1() => Check(ReferenceValues.Expm1, Functions.Expm1, 2);

    [Fact]
    public void Log1pExp() => Check(ReferenceValues.Log1pExp, Functions.Log1pExp, 2);

    [Fact]
    public void InverseLogit() => Check(ReferenceValues.InverseLogit, Functions.InverseLogit, 2);

    [Fact]
    public void Logit() => Check(ReferenceValues.Logit, Functions.Logit, 4);

    [Fact]
    public void Erf() => Check(ReferenceValues.Erf, Functions.Erf, 3);

    [Fact]
    public void Erfc() => Check(ReferenceValues.Erfc, Functions.Erfc, 4);

    [Fact]
    public void NormalCdf() => Check(ReferenceValues.NormalCdf, Functions.NormalCdf, 4);

    [Fact]
    public void LogNormalCdf() => Check(ReferenceValues.LogNormalCdf, Functions.LogNormalCdf, 5);

    [Fact]
    public void NormalQuantile() => Check(ReferenceValues.NormalQuantile, Functions.NormalQuantile, 6);

    /// <summary>Below 0 the terms of the reflection are log |Γ(-x)| and log |π / (x sin πx)|, of which the first is the larger far out.</summary>
    [Fact]
    public void LogGamma() =>
        Check(ReferenceValues.LogGamma, Functions.LogGamma, 6, x => Math.Max(2, Functions.LogGamma(-x)));

    /// <summary>Below 0 the terms of the reflection are ψ(1 - x) and π / tan πx.</summary>
    [Fact]
    public void Digamma() =>
        Check(ReferenceValues.Digamma, Functions.Digamma, 3, x => Math.Max(Functions.Digamma(1 - x), Math.PI / Math.Abs(Math.Tan(Math.PI * x))));

    [Fact]
    public void LogBesselI0() => Check(BesselReferences.LogBesselI0, Functions.LogBesselI0, 4);

    [Fact]
    public void BesselRatio() => Check(BesselReferences.BesselRatio, Functions.BesselRatio, 4);

    [Fact]
    public void BesselFunctionsAtTheEdges()
    {
        Assert.Equal(0.0, Functions.LogBesselI0(0));
        Assert.Equal(double.PositiveInfinity, Functions.LogBesselI0(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, Functions.LogBesselI0(double.NegativeInfinity));
        Assert.Equal(double.MaxValue, Functions.LogBesselI0(double.MaxValue));
        Assert.Equal(double.NaN, Functions.LogBesselI0(double.NaN));
        Assert.Equal(0.0, Functions.BesselRatio(0));
        Assert.Equal(1.0, Functions.BesselRatio(double.PositiveInfinity));
        Assert.Equal(-1.0, Functions.BesselRatio(double.NegativeInfinity));
        Assert.Equal(double.NaN, Functions.BesselRatio(double.NaN));
        foreach (var (x, _) in BesselReferences.LogBesselI0)
            Assert.Equal(Functions.LogBesselI0(x), Functions.LogBesselI0(-x));
        foreach (var (x, _) in BesselReferences.BesselRatio)
            Assert.Equal(-Functions.BesselRatio(x), Functions.BesselRatio(-x));
    }

    /// <summary>Where the series gives way to the function of 1/x both have the same value, to the sum of their errors.</summary>
    [Fact]
    public void BesselFunctionsJoin()
    {
        var below = Math.BitDecrement(8.0);
        Assert.Equal(1, Functions.LogBesselI0(below) / Functions.LogBesselI0(8), 2e-15);
        Assert.Equal(1, Functions.BesselRatio(below) / Functions.BesselRatio(8), 2e-15);
    }

    [Fact]
    public void GammaFunctionsAtTheEdges()
    {
        Assert.Equal(0.0, Functions.LogGamma(1));
        Assert.Equal(0.0, Functions.LogGamma(2));
        Assert.Equal(double.PositiveInfinity, Functions.LogGamma(0));
        Assert.Equal(double.PositiveInfinity, Functions.LogGamma(-3));
        Assert.Equal(double.PositiveInfinity, Functions.LogGamma(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, Functions.LogGamma(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Functions.LogGamma(double.MaxValue));
        Assert.Equal(744.44007192138126, Functions.LogGamma(double.Epsilon), 1e-12);
        Assert.Equal(double.NaN, Functions.LogGamma(double.NaN));
        Assert.Equal(double.NegativeInfinity, Functions.Digamma(0.0));
        Assert.Equal(double.PositiveInfinity, Functions.Digamma(-0.0));
        Assert.Equal(double.NaN, Functions.Digamma(-3));
        Assert.Equal(double.PositiveInfinity, Functions.Digamma(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.Digamma(double.NegativeInfinity));
        Assert.Equal(double.NaN, Functions.Digamma(double.NaN));
    }

    [Fact]
    public void TailsAtTheEdges()
    {
        Assert.Equal(0.0, Functions.Erf(0));
        Assert.Equal(1.0, Functions.Erf(double.PositiveInfinity));
        Assert.Equal(-1.0, Functions.Erf(double.NegativeInfinity));
        Assert.Equal(double.NaN, Functions.Erf(double.NaN));
        Assert.Equal(0.0, Functions.Erfc(28));
        Assert.Equal(0.0, Functions.Erfc(double.PositiveInfinity));
        Assert.Equal(2.0, Functions.Erfc(double.NegativeInfinity));
        Assert.Equal(double.NaN, Functions.Erfc(double.NaN));
        Assert.Equal(0.5, Functions.NormalCdf(0));
        Assert.Equal(0.0, Functions.NormalCdf(-39));
        Assert.Equal(0.0, Functions.NormalCdf(double.NegativeInfinity));
        Assert.Equal(1.0, Functions.NormalCdf(double.PositiveInfinity));
        Assert.Equal(double.NaN, Functions.NormalCdf(double.NaN));
        Assert.Equal(-Functions.LogTwo, Functions.LogNormalCdf(0));
        Assert.Equal(0.0, Functions.LogNormalCdf(double.PositiveInfinity));
        Assert.Equal(double.NegativeInfinity, Functions.LogNormalCdf(double.NegativeInfinity));
        Assert.Equal(double.NegativeInfinity, Functions.LogNormalCdf(-1e200));
        Assert.Equal(double.NaN, Functions.LogNormalCdf(double.NaN));
        Assert.Equal(double.NegativeInfinity, Functions.NormalQuantile(0));
        Assert.Equal(double.PositiveInfinity, Functions.NormalQuantile(1));
        Assert.Equal(0.0, Functions.NormalQuantile(0.5));
        Assert.Equal(double.NaN, Functions.NormalQuantile(-0.1));
        Assert.Equal(double.NaN, Functions.NormalQuantile(1.1));
        Assert.Equal(double.NaN, Functions.NormalQuantile(double.NaN));
    }

    /// <summary>Γ(2x) = 4^x Γ(x) Γ(x + ½) / 2√π and its derivative, which tie together the intervals of the approximations.</summary>
    [Fact]
    public void GammaFunctionsSatisfyTheDuplicationFormula()
    {
        foreach (var x in LaneArguments.LogSpaced(1e-10, 1e10, 50_000, false))
        {
            var (a, b) = (Functions.LogGamma(x), Functions.LogGamma(x + 0.5));
            var (power, whole) = ((2 * x - 1) * Functions.LogTwo, Functions.LogGamma(2 * x));
            var terms = Math.Abs(a) + Math.Abs(b) + Math.Abs(power) + Math.Abs(whole) + 1;
            Assert.InRange(power + a + b - (0.5 * Functions.LogPi) - whole, -1e-15 * terms, 1e-15 * terms);

            var (c, d, e) = (Functions.Digamma(x), Functions.Digamma(x + 0.5), Functions.Digamma(2 * x));
            terms = Math.Abs(c) + Math.Abs(d) + Math.Abs(e) + 1;
            Assert.InRange((0.5 * (c + d)) + Functions.LogTwo - e, -1e-15 * terms, 1e-15 * terms);
        }
    }

    /// <summary>The functions of tails agree with each other everywhere, each within its own error.</summary>
    [Fact]
    public void TailsAgreeWithEachOther()
    {
        foreach (var x in LaneArguments.Even(-37, 8, 50_000))
        {
            var cdf = Functions.NormalCdf(x);
            // log Φ carries the rounding of Φ, half an ulp of a number near 1 for x > 0, and its own five ulps.
            var bound = 1.5e-15 * (1 + Math.Abs(Math.Log(cdf)));
            Assert.InRange(Functions.LogNormalCdf(x) - Math.Log(cdf), -bound, bound);
            // The quantile's derivative is 1 / density, so an error of six ulps in Φ moves it by that.
            var density = Math.Exp((-0.5 * x * x) - Functions.HalfLogTwoPi);
            var slack = (1.5e-15 * Math.Abs(x)) + (1.2e-15 * cdf / density);
            if (x < 7)
                Assert.InRange(Functions.NormalQuantile(cdf) - x, -slack, slack);
            Assert.InRange(Functions.Erf(x) + Functions.Erfc(x), 1 - 1e-15, 1 + 1e-15);
        }
    }

    [Fact]
    public void ConditionsAreOneOrZero()
    {
        Assert.Equal(1.0, Functions.And(2, -1));
        Assert.Equal(0.0, Functions.And(2, 0));
        Assert.Equal(1.0, Functions.Or(0, 0.1));
        Assert.Equal(0.0, Functions.Or(0, -0.0));
        Assert.Equal(1.0, Functions.Not(0));
        Assert.Equal(0.0, Functions.Not(double.NaN));
        Assert.Equal(5.0, Functions.Where(double.NaN, 5, 6));
        Assert.Equal(6.0, Functions.Where(0, 5, 6));
    }

    private static void Check(
        (double X, double Value)[] references, Func<double, double> function, double tolerance, Func<double, double>? termsBelowZero = null)
    {
        foreach (var (x, expected) in references)
        {
            var actual = function(x);
            if (termsBelowZero is not null && x < 0)
                Assert.InRange(actual - expected, -1e-15 * termsBelowZero(x), 1e-15 * termsBelowZero(x));
            else
                Ulps.AssertClose(expected, actual, tolerance, $"at {x:R}");
        }
    }
}
