using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// The scalar functions of the modelling language on doubles: the same names, in the same table, that the compiler differentiates
/// and that lanes compute.
/// </summary>
/// <remarks>
/// Errors are in units in the last place (ulp), measured against references of 45 digits over the whole domain. All run the algorithms of the
/// lanes on one lane, so that a value is the same to the last bit wherever emitted code computes it (Exp and Log 1.1 ulp, Pow 2, Tanh 3); the
/// trigonometric ones, which lanes compute one by one, are the base library's.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Functions
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
    public static double Exp(double x) => ExponentialLanes.Exp<Lanes1, double, double>(x);
    public static double Log(double x) => LogarithmLanes.Log<Lanes1, double, double>(x);
    public static double Pow(double x, double y) => PowerLanes.Pow<Lanes1, double, double>(x, y);
    public static double Abs(double x) => Math.Abs(x);

    /// <summary>1, -1 or 0 (also for NaN).</summary>
    public static double Sign(double x) => x > 0 ? 1 : x < 0 ? -1 : 0;

    public static double Floor(double x) => Math.Floor(x);
    public static double Sin(double x) => Math.Sin(x);
    public static double Cos(double x) => Math.Cos(x);
    public static double Tan(double x) => Math.Tan(x);
    public static double Atan(double x) => Math.Atan(x);
    public static double Tanh(double x) => ExponentialLanes.Tanh<Lanes1, double, double>(x);

    /// <summary>The larger number; NaN if either is.</summary>
    public static double Max(double x, double y) => Math.Max(x, y);

    /// <summary>The smaller number; NaN if either is.</summary>
    public static double Min(double x, double y) => Math.Min(x, y);

    /// <summary>exp(x) - 1 without cancellation near 0 (2 ulp).</summary>
    public static double Expm1(double x) => ExponentialLanes.Expm1<Lanes1, double, double>(x);

    /// <summary>log(1 + x) without cancellation near 0 (1 ulp).</summary>
    public static double Log1p(double x) => LogarithmLanes.Log1p<Lanes1, double, double>(x);

    /// <summary>1 / (1 + exp(-x)), with relative accuracy in the lower tail (2 ulp).</summary>
    public static double InverseLogit(double x) => LogisticLanes.InverseLogit<Lanes1, double, double>(x);

    /// <summary>log(p / (1 - p)), with relative accuracy near ½ (4 ulp); ∓∞ at 0 and 1, NaN outside.</summary>
    public static double Logit(double p) => LogisticLanes.Logit<Lanes1, double, double>(p);

    /// <summary>log(1 + exp(x)), also called softplus, for any x (2 ulp).</summary>
    public static double Log1pExp(double x) => LogisticLanes.Log1pExp<Lanes1, double, double>(x);

    /// <summary>
    /// log |Γ(x)| (6 ulp for x > 0; for x &lt; 0 1e-15 of the larger term of the reflection); +∞ at 0, at negative integers and at ±∞.
    /// </summary>
    public static double LogGamma(double x)
    {
        if (x >= SmallestNormal && double.IsFinite(x))
            return GammaLanes.LogGamma<Lanes1, double, double>(x);
        if (x > 0)
            return double.IsFinite(x) ? -Math.Log(x) : x;
        if (double.IsNaN(x))
            return x;
        if (Math.Floor(x) == x)
            return double.PositiveInfinity;
        if (-x < SmallestNormal)
            return -Math.Log(-x);
        // Γ(x) Γ(-x) = -π / (x sin πx).
        return LogPi - Math.Log(Math.Abs(x * Math.Sin(Math.PI * (x - Math.Round(x))))) - GammaLanes.LogGamma<Lanes1, double, double>(-x);
    }

    /// <summary>
    /// The derivative of <see cref="LogGamma"/> (3 ulp for x > 0; for x &lt; 0 1e-15 of the larger term of the reflection);
    /// ∓∞ at ±0, NaN at negative integers and at -∞.
    /// </summary>
    public static double Digamma(double x)
    {
        if (x >= SmallestNormal && double.IsFinite(x))
            return GammaLanes.Digamma<Lanes1, double, double>(x);
        if (Math.Abs(x) < SmallestNormal)
            return -1 / x;
        if (x > 0 || double.IsNaN(x))
            return x;
        if (Math.Floor(x) == x)
            return double.NaN;
        // ψ(x) = ψ(1 - x) - π / tan πx.
        // The cotangent near ±π/2 is the tangent of what is missing to it, which is exact.
        var distance = x - Math.Round(x);
        var cotangent = Math.Abs(distance) <= 0.25
            ? 1 / Math.Tan(Math.PI * distance)
            : Math.CopySign(Math.Tan(Math.PI * (0.5 - Math.Abs(distance))), distance);
        return GammaLanes.Digamma<Lanes1, double, double>(1 - x) - (Math.PI * cotangent);
    }

    /// <summary>log I₀(x), the modified Bessel function of the first kind and order 0 (4 ulp); +∞ at ±∞.</summary>
    public static double LogBesselI0(double x) => BesselLanes.LogBesselI0<Lanes1, double, double>(x);

    /// <summary>I₁(x) / I₀(x), the derivative of <see cref="LogBesselI0"/> (4 ulp); ±1 at ±∞.</summary>
    public static double BesselRatio(double x) => BesselLanes.BesselRatio<Lanes1, double, double>(x);

    /// <summary>log I₀(x) − |x|, also where the two are large (6 ulp); −∞ at ±∞.</summary>
    public static double LogScaledBesselI0(double x) => BesselLanes.LogScaledI0<Lanes1, double, double>(x);

    /// <summary>The derivative of <see cref="LogScaledBesselI0"/>: I₁(x) / I₀(x) less the sign of x.</summary>
    public static double ScaledBesselSlope(double x) => BesselLanes.ScaledSlope<Lanes1, double, double>(x);

    /// <summary>x log y, and 0 where x is 0, whatever y ≥ 0 is.</summary>
    public static double XLogY(double x, double y) => x == 0 && y >= 0 ? 0 : x * Log(y);

    /// <summary>x log(1 + y), and 0 where x is 0, whatever y ≥ −1 is.</summary>
    public static double XLog1pY(double x, double y) => x == 0 && y >= -1 ? 0 : x * Log1p(y);

    /// <summary>log(a / b) for positive a and b, with relative accuracy where the ratio is near 1, and without overflow (3 ulp).</summary>
    public static double LogRatio(double a, double b) => RatioLanes.LogRatio<Lanes1, double, double>(a, b);

    /// <summary>
    /// a log(a / b) − a + b for a ≥ 0 and b ≥ 0, which is b at a = 0: half of what a count a adds to the deviance of Poisson counts with mean b. It has
    /// relative accuracy where a and b are nearly the same (20 ulp).
    /// </summary>
    public static double PoissonDeviance(double a, double b) => RatioLanes.PoissonDeviance<Lanes1, double, double>(a, b);

    /// <summary>log Γ(x + 1) − x log x + x for x ≥ 0: what the logarithm of a factorial has beyond its large terms (4 ulp); 0 at 0.</summary>
    public static double StirlingExcess(double x) => StirlingLanes.Excess<Lanes1, double, double>(x);

    /// <summary>The derivative of <see cref="StirlingExcess"/>, ψ(x + 1) − log x (8 ulp).</summary>
    public static double StirlingExcessSlope(double x) => StirlingLanes.Slope<Lanes1, double, double>(x);

    /// <summary>2/√π times the integral of exp(-t²) from 0 to x (3 ulp).</summary>
    public static double Erf(double x) => NormalTailLanes.Erf<Lanes1, double, double>(x);

    /// <summary>1 - erf(x), with relative accuracy in the upper tail until it vanishes at 27.2 (4 ulp).</summary>
    public static double Erfc(double x) => NormalTailLanes.Erfc<Lanes1, double, double>(x);

    /// <summary>The standard normal distribution function Φ, with relative accuracy in the lower tail until it vanishes at -38.5 (4 ulp).</summary>
    public static double NormalCdf(double x) => NormalTailLanes.NormalCdf<Lanes1, double, double>(x);

    /// <summary>log Φ(x), with relative accuracy in both tails, at any distance (5 ulp).</summary>
    public static double LogNormalCdf(double x) => NormalTailLanes.LogNormalCdf<Lanes1, double, double>(x);

    /// <summary>φ(x) / Φ(x), the derivative of <see cref="LogNormalCdf"/> and the reciprocal of Mills' ratio, at any distance (8 ulp).</summary>
    public static double InverseMills(double x) => NormalTailLanes.InverseMills<Lanes1, double, double>(x);

    /// <summary>The x with Φ(x) = p; ∓∞ at 0 and 1, NaN outside.</summary>
    /// <remarks>Wichura (1988), algorithm AS 241, routine PPND16; relative error 1e-15 (6 ulp). It is no part of the modelling language.</remarks>
    public static double NormalQuantile(double p) => NormalQuantileFunction.Of(p);

    /// <summary><paramref name="a"/> where the condition is not 0, else <paramref name="b"/>.</summary>
    public static double Where(double condition, double a, double b) => condition != 0 ? a : b;

    /// <summary>
    /// Whether a parameter is a constant of the model, and so small that differences of log Γ lose no digits; never where doubles are computed with.
    /// </summary>
    internal static bool IsSmallConstant(double x) => false;

    /// <summary>A value whose derivatives the compiler takes for 0, since they cancel; the same value.</summary>
    internal static double Detach(double x) => x;

    public static double Less(double a, double b) => a < b ? 1 : 0;
    public static double LessOrEqual(double a, double b) => a <= b ? 1 : 0;
    public static double Equal(double a, double b) => a == b ? 1 : 0;
    public static double And(double a, double b) => a != 0 && b != 0 ? 1 : 0;
    public static double Or(double a, double b) => a != 0 || b != 0 ? 1 : 0;
    public static double Not(double a) => a == 0 ? 1 : 0;
}
