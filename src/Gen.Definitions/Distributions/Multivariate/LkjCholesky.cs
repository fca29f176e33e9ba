using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// Lower Cholesky factors L of n by n correlation matrices R = L Lᵀ with density proportional to |R|^(eta − 1): uniform over correlation matrices at
/// eta = 1, closer to the identity above.
/// </summary>
[Distribution(Support.CholeskyCorrelation, Order = "n")]
public static partial class LkjCholesky
{
    /// <summary>The log-density at <paramref name="x"/>, with respect to its elements below the diagonal.</summary>
    /// <remarks>
    /// Lewandowski, Kurowicka and Joe (2009), "Generating random correlation matrices based on vines and extended onion method": the row i of L below the
    /// diagonal has density (1 − |row|²)^(eta − 1 + (n − 1 − i) / 2) within the unit ball of i dimensions, whose integral is
    /// π^(i/2) Γ(eta + (n − 1 − i) / 2) / Γ(eta + (n − 1) / 2).
    /// </remarks>
    public static Real LogDensity(RealMatrix x, [Requires(Support.Count)] Real n, [Requires(Support.Positive)] Real eta)
        => Sum(1, x.Rows, i =>
            (n - i - 1.0 + 2.0 * (eta - 1.0)) * Log(x[i, i])
            + LogGamma(eta + 0.5 * (n - 1.0)) - LogGamma(eta + 0.5 * (n - 1.0 - i)) - 0.5 * i * LogPi);
}
