using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The cumulative distribution of the beta variate with shapes a and b.</summary>
/// <remarks>
/// The continued fraction of DLMF 8.17.22 on the side of the mean where it converges fast, in the arrangement of DiDonato and Morris (1992,
/// "Algorithm 708", BFRAC), relative to a prefactor in saddle-point form, so that neither tail underflows and large shapes lose no digits. Work
/// grows as √max(a, b).
/// </remarks>
internal static class IncompleteBeta
{
    // Reached only for shapes beyond 1e13.
    private const double MostTerms = 1e8;

    /// <summary>Both tails at x, with y = 1 − x given apart so that neither is rounded.</summary>
    public static LogTails At(double a, double b, double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y) || double.IsNaN(a + b))
            return new LogTails(double.NaN, double.NaN);
        if (!(x > 0))
            return LogTails.AllAbove;
        if (!(y > 0))
            return LogTails.AllBelow;
        var prefactor = SaddlePoint.LogBeta(a, b, x, y);
        return x < (a + 1) / (a + b + 2)
            ? LogTails.FromLower(prefactor + Math.Log(ContinuedFraction(a, b, x, y)))
            : LogTails.FromUpper(prefactor + Math.Log(ContinuedFraction(b, a, y, x)));
    }

    /// <summary>The logit of the point below which the probability is p, with q = 1 − p.</summary>
    public static double InverseAsLogit(double a, double b, double p, double q)
    {
        if (p <= 0)
            return double.NegativeInfinity;
        if (q <= 0)
            return double.PositiveInfinity;
        if (p > q)
            return -InverseAsLogit(b, a, q, p);

        // Near 0 the distribution is x^a / (a B(a, b)) to within a relative error of (|b − 1| + 1) x.
        var target = Math.Log(p);
        var logBeta = LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        var leading = (target + Math.Log(a) + logBeta) / a;
        if (leading < -600)
            return leading;
        return MonotoneRoot.Find(
            Math.Min(Math.Log(a / b), a < 1 ? leading : double.PositiveInfinity),
            logit =>
            {
                var x = InverseLogit(logit);
                var y = InverseLogit(-logit);
                var tails = At(a, b, x, y);
                return (tails.Lower - target, Math.Exp(SaddlePoint.LogBeta(a, b, x, y) - tails.Lower));
            });
    }

    // The fraction's even part, in which the quantities that cancel near the mean enter only through λ = a − (a + b) x.
    private static double ContinuedFraction(double a, double b, double x, double y)
    {
        var lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
        var c = 1 + lambda;
        var c0 = b / a;
        var c1 = 1 + 1 / a;
        double p = 1, s = a + 1, before = 0, beforeDenominator = 1, now = 1, denominator = c / c1, value = c1 / c;
        for (var n = 1.0; ; n++)
        {
            var t = n / a;
            var w = n * (b - n) * x;
            var e = a / s;
            var alpha = p * (p + c0) * e * e * (w * x);
            e = (1 + t) / (c1 + t + t);
            var beta = n + w / s + e * (c + n * (1 + y));
            p = 1 + t;
            s += 2;
            (before, now) = (now, alpha * before + beta * now);
            (beforeDenominator, denominator) = (denominator, alpha * beforeDenominator + beta * denominator);
            var previous = value;
            value = now / denominator;
            if (!(Math.Abs(value - previous) > 2e-16 * value && n < MostTerms))
                return value;

            before /= denominator;
            beforeDenominator /= denominator;
            now = value;
            denominator = 1;
        }
    }
}
