using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// Gamma-function ratios without the cancellation of log Γ: the parts of the saddle-point form of the Poisson and binomial probabilities.
/// </summary>
/// <remarks>C. Loader (2000), "Fast and accurate computation of binomial probabilities".</remarks>
internal static class SaddlePoint
{
    /// <summary>log Γ(n + 1) − (n + ½) log n + n − ½ log 2π for n &gt; 0: the error of Stirling's formula.</summary>
    public static double StirlingError(double n)
    {
        if (n < 10)
            return LogGamma(n + 1) - (n + 0.5) * Math.Log(n) + n - HalfLogTwoPi;

        // Bernoulli numbers' series (DLMF 5.11.1), whose next term is below 3e-17 from 10 on.
        var s = 1 / (n * n);
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156)))))) / n;
    }

    /// <summary>x log(x / mean) + mean − x for x ≥ 0 and mean ≥ 0: half the Poisson deviance.</summary>
    public static double Deviance(double x, double mean)
    {
        if (x == 0)
            return mean;
        var difference = x - mean;
        if (!(Math.Abs(difference) < 0.1 * (x + mean)))
            return x * (Math.Log(x) - Math.Log(mean)) - difference;

        // log(x / mean) = 2 atanh(v), summed without its first term, which cancels.
        var v = difference / (x + mean);
        var sum = difference * v;
        var power = 2 * x * v;
        var square = v * v;
        for (var j = 3; ; j += 2)
        {
            power *= square;
            var next = sum + power / j;
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    /// <summary>log(mean^x exp(−mean) / Γ(x + 1)) for real x ≥ 0.</summary>
    public static double LogPoisson(double x, double mean)
        => x == 0 ? -mean : -StirlingError(x) - Deviance(x, mean) - HalfLogTwoPi - 0.5 * Math.Log(x);

    /// <summary>log(Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) p^k q^(n − k)) for 0 ≤ k ≤ n, q = 1 − p.</summary>
    public static double LogBinomial(double k, double n, double p, double q)
    {
        if (k == 0)
            return n == 0 ? 0 : p < 0.1 ? -Deviance(n, n * q) - n * p : n * Math.Log(q);
        if (k == n)
            return q < 0.1 ? -Deviance(n, n * p) - n * q : n * Math.Log(p);
        var rest = n - k;
        return StirlingError(n) - StirlingError(k) - StirlingError(rest) - Deviance(k, n * p) - Deviance(rest, n * q)
            - HalfLogTwoPi + 0.5 * (Math.Log(n) - Math.Log(k) - Math.Log(rest));
    }

    /// <summary>log(x^a y^b / B(a, b)) for positive a and b, y = 1 − x.</summary>
    public static double LogBeta(double a, double b, double x, double y)
    {
        var n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y)
            - HalfLogTwoPi + 0.5 * (Math.Log(a) + Math.Log(b) - Math.Log(n));
    }
}
