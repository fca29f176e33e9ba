using System;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

public static partial class Binomial
{
    /// <summary>One draw.</summary>
    /// <remarks>Inversion (Kachitvichyanukul and Schmeiser 1988, BINV) when n p &lt; 10, else Hörmann's transformed rejection BTRS (1993).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public static double Draw(RandomStream random, double n, double p)
    {
        CheckParameters(n, p);
        if (p > 0.5)
            return n - Draw(random, n, 1 - p);
        return n * p < 10 ? DrawByInversion(random, n, p) : DrawByRejection(random, n, p);
    }

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x, double n, double p) => Tails(x, n, p).Cdf;

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogCdf(double x, double n, double p) => Tails(x, n, p).Lower;

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public static double LogSurvival(double x, double n, double p) => Tails(x, n, p).Upper;

    /// <summary>The smallest value at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public static double Quantile(double probability, double n, double p)
        => DiscreteQuantile.Find(probability, n * p, Math.Sqrt(Variance(n, p)), n, k => Cdf(k, n, p));

    /// <summary>The mean.</summary>
    public static double Mean(double n, double p) => n * p;

    /// <summary>The variance.</summary>
    public static double Variance(double n, double p) => n * p * (1 - p);

    /// <summary>Whether <paramref name="x"/> can occur.</summary>
    public static bool InSupport(double x, double n, double p) => ParameterCheck.IsCount(x) && x <= n;

    /// <summary>The values that can occur, in words.</summary>
    public static string SupportText(double n, double p) => $"0, 1, 2, …, {ParameterCheck.Text(n)}";

    /// <summary>Refuses parameters outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParameters(double n, double p)
    {
        ParameterCheck.Count(n, nameof(Binomial), nameof(n));
        ParameterCheck.Unit(p, nameof(Binomial), nameof(p));
    }

    /// <summary>Refuses a number of trials and log-odds outside their ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The message names the parameter, its range and its value.</exception>
    public static void CheckParametersFromLogit(double n, double logitP)
    {
        ParameterCheck.Count(n, nameof(Binomial), nameof(n));
        ParameterCheck.Real(logitP, nameof(Binomial), nameof(logitP));
    }

    private static LogTails Tails(double x, double n, double p)
    {
        var k = Math.Floor(x);
        if (k < 0)
            return LogTails.AllAbove;
        return k >= n ? LogTails.AllBelow : IncompleteBeta.At(n - k, k + 1, 1 - p, p);
    }

    private static double DrawByInversion(RandomStream random, double n, double p)
    {
        var none = Math.Exp(n * Log1p(-p));
        var odds = p / (1 - p);
        while (true)
        {
            var u = random.NextDouble();
            var mass = none;
            for (double k = 0; k <= n && mass > 0; k++)
            {
                if (u < mass)
                    return k;
                u -= mass;
                mass *= odds * (n - k) / (k + 1);
            }

            // Rounding left a remainder of some 1e-16 unassigned: draw again.
        }
    }

    private static double DrawByRejection(RandomStream random, double n, double p)
    {
        var q = 1 - p;
        var sd = Math.Sqrt(n * p * q);
        var b = 1.15 + 2.53 * sd;
        var a = -0.0873 + 0.0248 * b + 0.01 * p;
        var centre = n * p + 0.5;
        var alpha = (2.83 + 5.1 / b) * sd;
        var surelyAccepted = 0.92 - 4.2 / b;
        var logMode = SaddlePoint.LogBinomial(Math.Floor((n + 1) * p), n, p, q);
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var distance = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / distance + b) * u + centre);
            if (k < 0 || k > n)
                continue;
            if (distance >= 0.07 && v <= surelyAccepted)
                return k;
            if (Math.Log(v * alpha / (a / (distance * distance) + b)) <= SaddlePoint.LogBinomial(k, n, p, q) - logMode)
                return k;
        }
    }
}
