using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// Lower Cholesky factors L of matrices L Lᵀ that have the Wishart distribution with nu degrees of freedom and scale matrix chol · cholᵀ: sums of nu
/// products z zᵀ of normal vectors with mean 0 and that covariance.
/// </summary>
[Distribution(Support.CholeskyCovariance)]
public static partial class WishartCholesky
{
    /// <summary>The log-density at <paramref name="x"/>, with respect to its elements on and below the diagonal; nu must be above n − 1, n its rows.</summary>
    /// <remarks>
    /// Bartlett's decomposition: x = chol · A with independent elements, A_ij standard normal below the diagonal and A_ii² chi-squared with nu − i
    /// degrees of freedom; the map has the Jacobian Π chol_ii^(i + 1). Stan's wishart_cholesky.
    /// </remarks>
    public static Real LogDensity(
        RealMatrix x, [Requires(Support.Positive)] Real nu, [Requires(Support.CholeskyCovariance)] RealMatrix chol)
    {
        var a = SolveLower(chol, x);
        return Sum(0, x.Rows, i =>
            (nu - i - 1.0) * Log(a[i, i]) - 0.5 * Sum(0, x.Rows, j => Square(a[i, j])) - (i + 1.0) * Log(chol[i, i])
            - (0.5 * (nu - i) - 1.0) * LogTwo - LogGamma(0.5 * (nu - i)) - HalfLogTwoPi * i);
    }

    /// <summary>From degrees of freedom and the scale matrix itself.</summary>
    [Parameterization]
    public static object[] FromScale([Requires(Support.Positive)] Real nu, RealMatrix scale) => [nu, Cholesky(scale)];
}
