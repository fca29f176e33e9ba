using System;

namespace Gen.Numerics;

/// <summary>
/// The scalar functions of the modelling language on doubles: the same names, in the same table, that the compiler differentiates
/// and that lanes compute.
/// </summary>
public static class Functions
{
    /// <summary>½ log 2π.</summary>
    public const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>log π.</summary>
    public const double LogPi = 1.14472988584940017414;

    /// <summary>log 2.</summary>
    public const double LogTwo = 0.69314718055994530942;

    private const double SmallestNormal = 2.2250738585072014e-308;

    public static double Square(double x) => x * x;
    public static double Sqrt(double x) => Math.Sqrt(x);
    public static double Exp(double x) => Math.Exp(x);
    public static double Expm1(double x) => ExponentialLanes.Expm1<Lanes1, double>(x);
    public static double Log(double x) => Math.Log(x);
    public static double Log1p(double x) => LogarithmLanes.Log1p<Lanes1, double>(x);
    public static double Pow(double x, double y) => Math.Pow(x, y);
    public static double Abs(double x) => Math.Abs(x);
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : 0;
    public static double Floor(double x) => Math.Floor(x);
    public static double Sin(double x) => Math.Sin(x);
    public static double Cos(double x) => Math.Cos(x);
    public static double Tan(double x) => Math.Tan(x);
    public static double Atan(double x) => Math.Atan(x);
    public static double Tanh(double x) => Math.Tanh(x);
    public static double Max(double x, double y) => Math.Max(x, y);
    public static double Min(double x, double y) => Math.Min(x, y);
    public static double InverseLogit(double x) => LogisticLanes.InverseLogit<Lanes1, double>(x);
    public static double Logit(double p) => LogisticLanes.Logit<Lanes1, double>(p);
    public static double Log1pExp(double x) => LogisticLanes.Log1pExp<Lanes1, double>(x);

    /// <summary>log |Γ(x)|; +∞ at 0, at negative integers and at ±∞.</summary>
    public static double LogGamma(double x)
    {
        if (x >= SmallestNormal && double.IsFinite(x))
            return GammaLanes.LogGamma<Lanes1, double>(x);
        if (x > 0)
            return double.IsFinite(x) ? -Math.Log(x) : x;
        if (double.IsNaN(x))
            return x;
        if (Math.Floor(x) == x)
            return double.PositiveInfinity;
        // Γ(x) Γ(-x) = -π / (x sin πx); the sine of the distance to the nearest integer, which is exact.
        var sine = Math.Sin(Math.PI * (x - Math.Round(x)));
        return -x < SmallestNormal ? -Math.Log(-x) : LogPi - Math.Log(Math.Abs(x * sine)) - GammaLanes.LogGamma<Lanes1, double>(-x);
    }

    /// <summary>The derivative of <see cref="LogGamma"/>; ∓∞ at ±0, NaN at negative integers and at -∞.</summary>
    public static double Digamma(double x)
    {
        if (x >= SmallestNormal && double.IsFinite(x))
            return GammaLanes.Digamma<Lanes1, double>(x);
        if (Math.Abs(x) < SmallestNormal)
            return -1 / x;
        if (x > 0 || double.IsNaN(x))
            return x;
        // ψ(x) = ψ(1 - x) - π / tan πx.
        return Math.Floor(x) == x
            ? double.NaN
            : GammaLanes.Digamma<Lanes1, double>(1 - x) - (Math.PI / Math.Tan(Math.PI * (x - Math.Round(x))));
    }

    public static double Erf(double x) => NormalTailLanes.Erf<Lanes1, double>(x);
    public static double Erfc(double x) => NormalTailLanes.Erfc<Lanes1, double>(x);
    public static double NormalCdf(double x) => NormalTailLanes.NormalCdf<Lanes1, double>(x);
    public static double LogNormalCdf(double x) => NormalTailLanes.LogNormalCdf<Lanes1, double>(x);
    public static double Where(double condition, double a, double b) => condition != 0 ? a : b;
    public static double Less(double a, double b) => a < b ? 1 : 0;
    public static double LessOrEqual(double a, double b) => a <= b ? 1 : 0;
    public static double Equal(double a, double b) => a == b ? 1 : 0;
    public static double And(double a, double b) => a != 0 && b != 0 ? 1 : 0;
    public static double Or(double a, double b) => a != 0 || b != 0 ? 1 : 0;
    public static double Not(double a) => a == 0 ? 1 : 0;
}
