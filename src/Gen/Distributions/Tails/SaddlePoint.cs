using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>Probabilities without the cancellation of log Γ, for real arguments: what the tails are computed relative to.</summary>
/// <remarks>C. Loader (2000), "Fast and accurate computation of binomial probabilities".</remarks>
internal static class SaddlePoint
{
    /// <summary>log(mean^x exp(−mean) / Γ(x + 1)) for real x ≥ 0.</summary>
    public static double LogPoisson(double x, double mean) => -PoissonDeviance(x, mean) - StirlingExcess(x);

    /// <summary>log(Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) p^k q^(n − k)) for 0 ≤ k ≤ n, q = 1 − p.</summary>
    public static double LogBinomial(double k, double n, double p, double q)
        => StirlingExcess(n) - StirlingExcess(k) - StirlingExcess(n - k) - PoissonDeviance(k, n * p) - PoissonDeviance(n - k, n * q);

    /// <summary>log(x^a y^b / B(a, b)) for positive a and b, y = 1 − x.</summary>
    public static double LogBeta(double a, double b, double x, double y)
    {
        var n = a + b;
        return Math.Log(a) + Math.Log(b) - Math.Log(n) + StirlingExcess(n) - StirlingExcess(a) - StirlingExcess(b)
            - PoissonDeviance(a, n * x) - PoissonDeviance(b, n * y);
    }
}
