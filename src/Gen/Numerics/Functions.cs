using System;
using MathNet.Numerics;

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

    public static double Square(double x) => x * x;
    public static double Sqrt(double x) => Math.Sqrt(x);
    public static double Exp(double x) => Math.Exp(x);
    public static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;
    public static double Log(double x) => Math.Log(x);
    public static double Log1p(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);
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
    public static double InverseLogit(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
    public static double Logit(double p) => Math.Log(p / (1 - p));
    public static double Log1pExp(double x) => x > 0 ? x + Log1p(Math.Exp(-x)) : Log1p(Math.Exp(x));
    public static double LogGamma(double x) => SpecialFunctions.GammaLn(x);
    public static double Digamma(double x) => SpecialFunctions.DiGamma(x);
    public static double Erf(double x) => SpecialFunctions.Erf(x);
    public static double Erfc(double x) => SpecialFunctions.Erfc(x);
    public static double NormalCdf(double x) => 0.5 * SpecialFunctions.Erfc(-x * 0.70710678118654752440);
    public static double LogNormalCdf(double x) => Math.Log(NormalCdf(x));
    public static double Where(double condition, double a, double b) => condition != 0 ? a : b;
    public static double Less(double a, double b) => a < b ? 1 : 0;
    public static double LessOrEqual(double a, double b) => a <= b ? 1 : 0;
    public static double Equal(double a, double b) => a == b ? 1 : 0;
    public static double And(double a, double b) => a != 0 && b != 0 ? 1 : 0;
    public static double Or(double a, double b) => a != 0 || b != 0 ? 1 : 0;
    public static double Not(double a) => a == 0 ? 1 : 0;
}
