using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>The cumulative distribution of the beta variate with shapes a and b.</summary>
/// <remarks>
/// The continued fraction of DLMF 8.17.22 on the side of the mean where it converges fast, relative to a prefactor in saddle-point form, so that
/// neither tail underflows and large shapes lose no digits. Work grows as √max(a, b).
/// </remarks>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;

    /// <summary>Both tails at x, with y = 1 − x given apart so that neither is rounded.</summary>
    public static LogTails At(double a, double b, double x, double y)
    {
        if (double.IsNaN(x))
            return new LogTails(x, x);
        if (!(x > 0))
            return LogTails.AllAbove;
        if (!(y > 0))
            return LogTails.AllBelow;
        var prefactor = SaddlePoint.LogBeta(a, b, x, y);
        return x < (a + 1) / (a + b + 2)
            ? LogTails.FromLower(prefactor - Math.Log(a) + Math.Log(ContinuedFraction(a, b, x)))
            : LogTails.FromUpper(prefactor - Math.Log(b) + Math.Log(ContinuedFraction(b, a, y)));
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

    private static double ContinuedFraction(double a, double b, double x)
    {
        var c = 1.0;
        var d = Reciprocal(1 - (a + b) * x / (a + 1));
        var fraction = d;
        for (var m = 1.0; ; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = Reciprocal(1 + even * d);
            c = 1 + even / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = Reciprocal(1 + odd * d);
            c = 1 + odd / c;
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 4e-16 || m > 1e8)
                return fraction;
        }
    }

    private static double Reciprocal(double value) => 1 / (Math.Abs(value) < Tiny ? Tiny : value);
}
