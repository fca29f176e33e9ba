using System;

namespace Gen.Compiler.Arithmetic;

/// <summary>
/// Scalar functions on doubles: what the interpreter and the folding of constants mean by them. Written apart from the runtime's, from textbook formulas, so
/// that the two are witnesses of each other.
/// </summary>
internal static partial class Scalar
{
    public static double Log1p(double x)
    {
        // Kahan's correction: log(u)·x/(u−1) with u = fl(1 + x) is accurate to rounding.
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * x / (u - 1);
    }

    public static double Expm1(double x)
    {
        // Kahan's correction for exp, as above.
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 ? -1 : double.IsInfinity(u) ? u : (u - 1) * x / Math.Log(u);
    }

    public static double Log1pExp(double x) => x > 0 ? x + Log1p(Math.Exp(-x)) : Log1p(Math.Exp(x));

    public static double InverseLogit(double x)
    {
        var e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>log(a / b), through log1p where the difference of the two is exact.</summary>
    public static double LogRatio(double a, double b) =>
        a >= 0.5 * b && a <= 2 * b && a > 0 && !double.IsInfinity(b) ? Log1p((a - b) / b) : Math.Log(a) - Math.Log(b);
}
