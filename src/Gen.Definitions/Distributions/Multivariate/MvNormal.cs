using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// The multivariate normal distribution with mean mu and covariance cov, or its lower Cholesky factor chol (cov = chol · cholᵀ), or precision
/// matrix tau = cov⁻¹.
/// </summary>
[Distribution(Support.Real)]
public static partial class MvNormal
{
    /// <summary>The log-density at <paramref name="x"/>: that of z = chol⁻¹ (x − mu), whose elements are standard normal, less log |chol|.</summary>
    public static Real LogDensity(RealVector x, RealVector mu, [Requires(Support.CholeskyCovariance)] RealMatrix chol)
    {
        var z = SolveLower(chol, Map(x.Length, i => x[i] - mu[i]));
        return Sum(0, x.Length, i => -0.5 * Square(z[i]) - Log(chol[i, i]) - HalfLogTwoPi);
    }

    /// <summary>From mean and covariance.</summary>
    [Parameterization]
    public static object[] FromCovariance(RealVector mu, RealMatrix cov) => [mu, Cholesky(cov)];

    /// <summary>From mean and precision.</summary>
    /// <remarks>
    /// With J the reversal of rows, J tau J = M Mᵀ gives tau⁻¹ = (J M⁻ᵀ J) (J M⁻ᵀ J)ᵀ, whose first factor is lower triangular: it is the Cholesky factor.
    /// </remarks>
    [Parameterization]
    public static object[] FromPrecision(RealVector mu, RealMatrix tau)
    {
        var last = tau.Rows - 1;
        var reversed = Cholesky(Map(tau.Rows, tau.Rows, (i, j) => tau[last - i, last - j]));
        var inverse = SolveLower(reversed, Map(tau.Rows, tau.Rows, (i, j) => Where(Equal(i, j), 1.0, 0.0)));
        return [mu, Map(tau.Rows, tau.Rows, (i, j) => inverse[last - j, last - i])];
    }

    /// <summary>The log-density at <paramref name="x"/> given the precision, without its inverse: with tau = L Lᵀ, z = Lᵀ (x − mu).</summary>
    public static Real LogDensityFromPrecision(RealVector x, RealVector mu, RealMatrix tau)
    {
        var factor = Cholesky(tau);
        return Sum(0, x.Length, j =>
            -0.5 * Square(Sum(j, x.Length, i => factor[i, j] * (x[i] - mu[i]))) + Log(factor[j, j]) - HalfLogTwoPi);
    }

    /// <summary>The locations and the scales of elements, given those before them and their locations m: z = chol⁻¹ (x − mu) has z_j = (x_j − m_j) / chol_jj.</summary>
    internal static RealVector[] Centers(RealVector x, RealVector locations, RealVector mu, RealMatrix chol)
        => [Map(x.Length, i => mu[i] + Sum(0, x.Length, j => Where(Less(j, i), chol[i, j] * ((x[j] - locations[j]) / chol[j, j]), 0))), Map(x.Length, i => chol[i, i])];
}
