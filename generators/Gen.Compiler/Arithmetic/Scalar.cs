using System;

namespace Gen.Compiler.Arithmetic;

/// <summary>
/// Scalar functions on doubles: what the interpreter and the folding of constants mean by them. Written apart from the runtime's, from textbook formulas, so
/// that the two are witnesses of each other.
/// </summary>
internal static class Scalar
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

    /// <summary>log Γ by upward recurrence to x ≥ 15 and Stirling's series (Abramowitz and Stegun 6.1.41).</summary>
    public static double LogGamma(double x)
    {
        if (!(x > 0))
        {
            return x == 0 ? double.PositiveInfinity : double.NaN;
        }

        // The zeros of log Γ, which factorials of 0 and 1 come to, are exact.
        if (x is 1 or 2)
        {
            return 0;
        }

        var product = 1.0;
        while (x < 15)
        {
            product *= x++;
        }

        var r = 1 / (x * x);
        var series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360))))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.91893853320467274178 + series - Math.Log(product);
    }

    /// <summary>ψ by upward recurrence to x ≥ 15 and its asymptotic series (Abramowitz and Stegun 6.3.18).</summary>
    public static double Digamma(double x)
    {
        if (!(x > 0))
        {
            return double.NaN;
        }

        var sum = 0.0;
        while (x < 15)
        {
            sum -= 1 / x++;
        }

        var r = 1 / (x * x);
        return sum + Math.Log(x) - 0.5 / x - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691.0 / 32760)))));
    }

    /// <summary>log I₀ by its power series (Abramowitz and Stegun 9.6.12) to |x| ≤ 30 and its asymptotic series (9.7.1) beyond.</summary>
    public static double LogBesselI0(double x)
    {
        x = Math.Abs(x);
        return x <= 30 ? Log1p(PowerSeries(x, 0)) : double.IsInfinity(x) ? x : x - 0.5 * Math.Log(2 * Math.PI * x) + Math.Log(AsymptoticSeries(x, 0));
    }

    /// <summary>log I₀(x) − |x| by the same series.</summary>
    public static double LogScaledBesselI0(double x)
    {
        x = Math.Abs(x);
        return x <= 30 ? LogBesselI0(x) - x : double.IsInfinity(x) ? -x : Math.Log(AsymptoticSeries(x, 0)) - 0.5 * Math.Log(2 * Math.PI * x);
    }

    /// <summary>Its derivative; from the difference of the asymptotic series where I₁ / I₀ is nearly 1.</summary>
    public static double ScaledBesselSlope(double x)
    {
        var size = Math.Abs(x);
        var sign = x < 0 ? -1 : 1;
        return size <= 30 ? BesselRatio(x) - sign : double.IsInfinity(size) ? 0 : sign * AsymptoticDifference(size) / AsymptoticSeries(size, 0);
    }

    /// <summary>I₁ / I₀ by the same series.</summary>
    public static double BesselRatio(double x)
    {
        var size = Math.Abs(x);
        return size <= 30 ? 0.5 * x * (1 + PowerSeries(size, 1)) / (1 + PowerSeries(size, 0)) : (x < 0 ? -1 : 1) * AsymptoticSeries(size, 1) / AsymptoticSeries(size, 0);
    }

    /// <summary>(x/2)^-n n! Iₙ(x) − 1 for n = 0 or 1: the sum of (x²/4)^k n! / (k! (k + n)!) from k = 1.</summary>
    private static double PowerSeries(double x, int n)
    {
        double term = 1, sum = 0;
        for (var k = 1; term > 1e-18 * sum; k++) // ends at once for NaN
        {
            term *= 0.25 * x * x / (k * (k + n));
            sum += term;
        }

        return double.IsNaN(x) ? x : sum;
    }

    /// <summary>√(2πx) exp(−x) Iₙ(x) for large x.</summary>
    private static double AsymptoticSeries(double x, int n)
    {
        double term = 1, sum = 1;
        for (var k = 1; Math.Abs(term) > 1e-18 && k < 30; k++)
        {
            term *= -(4.0 * n * n - (2 * k - 1) * (2 * k - 1)) / (8 * x * k);
            sum += term;
        }

        return sum;
    }

    /// <summary>The second of these series less the first, term by term: their first terms cancel.</summary>
    private static double AsymptoticDifference(double x)
    {
        double zero = 1, one = 1, sum = 0;
        for (var k = 1; Math.Abs(zero) > 1e-18 && k < 30; k++)
        {
            zero *= (2 * k - 1) * (2 * k - 1) / (8 * x * k);
            one *= -(4.0 - (2 * k - 1) * (2 * k - 1)) / (8 * x * k);
            sum += one - zero;
        }

        return sum;
    }

    /// <summary>log(a / b), through log1p where the difference of the two is exact.</summary>
    public static double LogRatio(double a, double b) =>
        a >= 0.5 * b && a <= 2 * b && a > 0 && !double.IsInfinity(b) ? Log1p((a - b) / b) : Math.Log(a) - Math.Log(b);

    /// <summary>a log(a / b) − a + b; for nearly equal a and b as b Σ (−u)ᵏ / (k (k − 1)), u = (a − b) / b (the series of (1 + u) log(1 + u) − u).</summary>
    public static double PoissonDeviance(double a, double b)
    {
        if (!(a >= 0 && b >= 0))
        {
            return double.NaN;
        }

        if (a == 0 || b == 0 || double.IsInfinity(a) || double.IsInfinity(b))
        {
            return a == 0 ? b : double.IsInfinity(a) && double.IsInfinity(b) ? double.NaN : double.PositiveInfinity;
        }

        var u = (a - b) / b;
        if (!(Math.Abs(u) < 0.3))
        {
            return a * LogRatio(a, b) - a + b;
        }

        double power = u * u, sum = 0;
        for (var k = 2; k < 60; k++, power *= -u)
        {
            sum += power / (k * (k - 1.0));
        }

        return b * sum;
    }

    /// <summary>log Γ(x + 1) − x log x + x by upward recurrence to x ≥ 15, whose steps are x log(1 + 1 / x) − 1, and Stirling's series.</summary>
    public static double StirlingExcess(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? 0 : x > 0 ? x : double.NaN;
        }

        var sum = 0.0;
        for (; x < 15; x++)
        {
            // From 1 on, log(1 + 1 / x) = 2 artanh(v) with 2 x v = 1 − v, which takes the 1 away without cancellation.
            var v = 1 / (2 * x + 1);
            sum += x < 1 ? x * Math.Log(1 + 1 / x) - 1 : -v + 2 * x * v * v * v * ArtanhTail(v * v);
        }

        var r = 1 / (x * x);
        return sum + 0.5 * Math.Log(2 * Math.PI * x) + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * 691.0 / 360360))))) / x;
    }

    /// <summary>1/3 + s/5 + s²/7 + …</summary>
    private static double ArtanhTail(double s)
    {
        double power = 1, sum = 0;
        for (var k = 3; power > 1e-18; k += 2, power *= s)
        {
            sum += power / k;
        }

        return sum;
    }

    /// <summary>ψ(x + 1) − log x, from the asymptotic series where the logarithms cancel.</summary>
    public static double StirlingExcessSlope(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.PositiveInfinity : x > 0 ? 0 : double.NaN;
        }

        if (x < 15)
        {
            return Digamma(x + 1) - Math.Log(x);
        }

        var r = 1 / (x * x);
        return 0.5 / x - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r * 691.0 / 32760)))));
    }

    /// <summary>φ(x) / Φ(x), through erfc or its scaled form.</summary>
    public static double InverseMills(double x)
    {
        var z = -x / Math.Sqrt(2);
        return z < 2.5
            ? Math.Exp(-z * z) / Math.Sqrt(2 * Math.PI) / (0.5 * Erfc(z))
            : double.IsInfinity(z) ? z : Math.Sqrt(2 / Math.PI) / ScaledErfc(z);
    }

    /// <summary>erf by its Maclaurin series near zero (A and S 7.1.6).</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= 2.5)
        {
            return 1 - Erfc(x);
        }

        double term = x, sum = x;
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++) // ends at once for NaN
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 1.12837916709551257390 * Math.Exp(-x * x) * sum;
    }

    /// <summary>erfc from erf near zero and by the continued fraction beyond (A and S 7.1.14), by Lentz's method.</summary>
    public static double Erfc(double x)
    {
        if (!(Math.Abs(x) >= 2.5))
        {
            return 1 - Erf(x);
        }

        return x > 0 ? Math.Exp(-x * x) * ScaledErfc(x) : 2 - Erfc(-x);
    }

    public static double LogNormalCdf(double x)
    {
        var z = -x / Math.Sqrt(2);
        return z < 0 ? Log1p(-0.5 * Erfc(-z)) : z < 2.5 ? Math.Log(0.5 * Erfc(z)) : -z * z + Math.Log(0.5 * ScaledErfc(z));
    }

    /// <summary>exp(x²) erfc(x) for x ≥ 2.5.</summary>
    private static double ScaledErfc(double x)
    {
        // 1/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))), from the tail inwards.
        var fraction = x;
        for (var k = 120; k > 0; k--)
        {
            fraction = x + 0.5 * k / fraction;
        }

        return 0.56418958354775628695 / fraction;
    }
}
