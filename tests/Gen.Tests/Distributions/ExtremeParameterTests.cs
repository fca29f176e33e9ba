using System;
using Gen.Distributions;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Distributions;

/// <summary>Samplers and quantiles at the ends of what parameters allow.</summary>
public sealed class ExtremeParameterTests
{
    [Fact]
    public void CertainOutcomesAreDrawn()
    {
        var random = new RandomStream(1);
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(0, Binomial.Draw(random, 0, 0.5));
            Assert.Equal(0, Binomial.Draw(random, 50, 0));
            Assert.Equal(50, Binomial.Draw(random, 50, 1));
            Assert.Equal(0, Poisson.Draw(random, 0));
            Assert.Equal(0, NegativeBinomial.Draw(random, 0, 2));
            Assert.Equal(0, Bernoulli.Draw(random, 0));
            Assert.Equal(1, Bernoulli.Draw(random, 1));
            Assert.Equal(1, Geometric.Draw(random, 1));
            Assert.Equal(7, DiscreteUniform.Draw(random, 7, 7));
        }
    }

    /// <summary>Shapes so small that most draws round to an end stay inside the open support.</summary>
    [Fact]
    public void DrawsStayInsideOpenSupports()
    {
        var random = new RandomStream(2);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(Gamma.InSupport(Gamma.Draw(random, 1e-3, 1), 1e-3, 1));
            Assert.True(Beta.InSupport(Beta.Draw(random, 1e-3, 1e-3), 1e-3, 1e-3));
            Assert.True(Weibull.InSupport(Weibull.Draw(random, 1e-3, 1), 1e-3, 1));
            Assert.True(Pareto.InSupport(Pareto.Draw(random, 1e-3, 1), 1e-3, 1));
            Assert.True(LogitNormal.InSupport(LogitNormal.Draw(random, 0, 1e4), 0, 1e4));
            Assert.True(LogNormal.InSupport(LogNormal.Draw(random, -800, 1), -800, 1));
        }
    }

    /// <summary>A beta variate of small shapes is nearly a coin: half the draws are above ½, to within four standard errors.</summary>
    [Fact]
    public void SmallShapesKeepTheirBalance()
    {
        var random = new RandomStream(3);
        const int n = 10_000;
        var above = 0;
        for (var i = 0; i < n; i++)
        {
            if (Beta.Draw(random, 1e-3, 1e-3) > 0.5)
                above++;
        }

        Assert.Equal(0.5, (double)above / n, 4 * 0.5 / Math.Sqrt(n));
    }

    /// <summary>The mean and variance of 20,000 draws, to within four standard errors, where counts exceed 32 bits.</summary>
    [Theory, InlineData(1e7), InlineData(1e12)]
    public void LargeCountsKeepTheirMoments(double size)
    {
        var random = new RandomStream(4);
        const int n = 20_000;
        Check(() => (Poisson.Draw(random, size) - size) / Math.Sqrt(size));
        Check(() => (Binomial.Draw(random, size, 0.3) - 0.3 * size) / Math.Sqrt(0.21 * size));

        static void Check(Func<double> standardised)
        {
            double sum = 0, squares = 0;
            for (var i = 0; i < n; i++)
            {
                var z = standardised();
                sum += z;
                squares += z * z;
            }

            Assert.Equal(0, sum / n, 4 / Math.Sqrt(n));
            Assert.Equal(1, squares / n, 4 * Math.Sqrt(2.0 / n));
        }
    }

    /// <summary>The arcsine law, in closed form: both ends of the density are infinite.</summary>
    [Theory, InlineData(1e-10), InlineData(0.1), InlineData(0.5), InlineData(0.8)]
    public void ArcsineLawHasItsClosedForm(double x)
    {
        var cdf = 2 / Math.PI * Math.Asin(Math.Sqrt(x));
        Assert.Equal(1, Beta.Cdf(x, 0.5, 0.5) / cdf, 1e-13);
        Assert.Equal(1, Beta.Quantile(cdf, 0.5, 0.5) / x, 1e-13);
    }

    /// <summary>Student's t with one degree of freedom is Cauchy's distribution, and with two has a closed form.</summary>
    [Theory, InlineData(-1e8), InlineData(-3), InlineData(0.2), InlineData(1e5)]
    public void FewDegreesOfFreedomHaveTheirClosedForm(double t)
    {
        Assert.Equal(Cauchy.LogCdf(t, 0, 1), StudentT.LogCdf(t, 1, 0, 1), 1e-12 * Math.Abs(Cauchy.LogCdf(t, 0, 1)));
        Assert.Equal(1, StudentT.Quantile(StudentT.Cdf(-Math.Abs(t), 2, 0, 1), 2, 0, 1) / -Math.Abs(t), 1e-12);

        // P(T > t) = ½ (1 − t / s) = 1 / (s (s + t)), s = √(2 + t²).
        var s = Math.Sqrt(2 + t * t);
        Assert.Equal(1, Math.Exp(StudentT.LogSurvival(Math.Abs(t), 2, 0, 1)) * (s * (s + Math.Abs(t))), 1e-12);
    }

    /// <summary>A median of a gamma variate of large shape is a − 1/3 + 8 / (405 a) + 184 / (25515 a²) + … (Choi 1994).</summary>
    [Theory, InlineData(1e3), InlineData(1e6), InlineData(1e9)]
    public void GammaMedianFollowsItsSeries(double a)
        => Assert.Equal(a - 1.0 / 3 + 8 / (405 * a) + 184 / (25515 * a * a), Gamma.Quantile(0.5, a, 1), 1e-12 * a);
}
