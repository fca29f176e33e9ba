using System;
using static Gen.Modeling;

namespace AbTest;

/// <summary>
/// The exact posterior of a rate: a Beta prior with counts for parameters, after successes and failures were counted, is a Beta again.
/// </summary>
/// <param name="Alpha">The successes, and the prior's alpha.</param>
/// <param name="Beta">The failures, and the prior's beta.</param>
public readonly record struct BetaPosterior(int Alpha, int Beta)
{
    /// <summary>The mean of the rate.</summary>
    public double Mean => (double)Alpha / (Alpha + Beta);

    /// <summary>The standard deviation of the rate.</summary>
    public double Sd => Math.Sqrt(Mean * (1 - Mean) / (Alpha + Beta + 1));

    /// <summary>The posterior after <paramref name="successes"/> in <paramref name="trials"/>, from the uniform prior Beta(1, 1).</summary>
    public static BetaPosterior After(int trials, int successes) => new(1 + successes, 1 + trials - successes);

    /// <summary>The probability that this rate is above <paramref name="other"/>, which is independent.</summary>
    /// <remarks>
    /// With X ~ Beta(a, b) and Y ~ Beta(c, d), P(X &gt; Y) = Σ_{i=0}^{a−1} B(c + i, b + d) / ((b + i) B(1 + i, b) B(c, d)): integrate the
    /// survival function of X, which is a finite sum for a whole a, against the density of Y.
    /// </remarks>
    public double ProbabilityAbove(BetaPosterior other)
    {
        var sum = 0.0;
        for (var i = 0; i < Alpha; i++)
        {
            sum += Math.Exp(
                LogBeta(other.Alpha + i, Beta + other.Beta) - Math.Log(Beta + i) - LogBeta(1 + i, Beta) - LogBeta(other.Alpha, other.Beta));
        }

        return sum;
    }

    /// <summary>The mean of what this rate exceeds <paramref name="other"/> by, counted as zero where it does not.</summary>
    /// <remarks>E[X; X &gt; Y] is the mean of X times P(X &gt; Y) with one success more for X, since x times its density is a Beta(a + 1, b)'s.</remarks>
    public double ExpectedExcess(BetaPosterior other) =>
        Mean * (this with { Alpha = Alpha + 1 }).ProbabilityAbove(other)
        - other.Mean * ProbabilityAbove(other with { Alpha = other.Alpha + 1 });

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);
}
