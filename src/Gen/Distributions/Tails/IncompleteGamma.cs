using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The cumulative distribution of the gamma variate with shape a and rate 1.</summary>
/// <remarks>
/// The series (DLMF 8.7.1) below a + 1 and the continued fraction (DLMF 8.9.2, evaluated as by Lentz) above it, both relative to a prefactor in
/// saddle-point form, so that neither tail underflows and large shapes lose no digits. Work grows as √a.
/// </remarks>
internal static class IncompleteGamma
{
    private const double Tiny = 1e-300;

    // Reached only for shapes beyond 1e13.
    private const double MostTerms = 1e8;

    /// <summary>Both tails at x.</summary>
    public static LogTails At(double a, double x)
    {
        if (double.IsNaN(a + x))
            return new LogTails(double.NaN, double.NaN);
        if (!(x > 0))
            return LogTails.AllAbove;
        if (double.IsPositiveInfinity(x))
            return LogTails.AllBelow;

        // For small shapes nearly all is below, and only this form leaves the little above with its digits.
        var prefactor = a < 1 ? a * Math.Log(x) - x - LogGamma(a + 1) : SaddlePoint.LogPoisson(a, x);
        return x < a + 1
            ? LogTails.FromLower(prefactor + Math.Log(Series(a, x)))
            : LogTails.FromUpper(prefactor + Math.Log(a) + Math.Log(ContinuedFraction(a, x)));
    }

    /// <summary>The point below which the probability is p, with q = 1 − p; the smaller of the two is what is solved for.</summary>
    public static double Inverse(double a, double p, double q)
    {
        if (p <= 0)
            return 0;
        if (q <= 0)
            return double.PositiveInfinity;

        // Near 0 the distribution is x^a / Γ(a + 1) to within a relative error of x.
        var leading = (Math.Log(p) + LogGamma(a + 1)) / a;
        if (leading < -600)
            return Math.Exp(leading);
        var start = a > 0.5 ? WilsonHilferty(a, p, q) : leading;
        var lower = p <= q;
        var target = Math.Log(lower ? p : q);
        return Math.Exp(MonotoneRoot.Find(
            start,
            y =>
            {
                var x = Math.Exp(y);
                var tails = At(a, x);
                var logDensity = SaddlePoint.LogPoisson(a, x) + Math.Log(a);
                return lower
                    ? (tails.Lower - target, Math.Exp(logDensity - tails.Lower))
                    : (target - tails.Upper, Math.Exp(logDensity - tails.Upper));
            }));
    }

    private static double WilsonHilferty(double a, double p, double q)
    {
        var z = p <= q ? NormalQuantile.Of(p) : -NormalQuantile.Of(q);
        var root = 1 - 1 / (9 * a) + z / (3 * Math.Sqrt(a));
        return Math.Log(a) + 3 * Math.Log(Math.Max(root, 0.05));
    }

    private static double Series(double a, double x)
    {
        double sum = 1, term = 1;
        for (var n = 1.0; term > sum * 1e-17 && n < MostTerms; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double ContinuedFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var i = 1.0; ; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = numerator * d + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + numerator / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var factor = d * c;
            fraction *= factor;
            if (!(Math.Abs(factor - 1) >= 4e-16 && i < MostTerms))
                return fraction;
        }
    }
}
