using System;

namespace Gen.Compiler.Arithmetic;

internal static partial class Scalar
{
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
}
