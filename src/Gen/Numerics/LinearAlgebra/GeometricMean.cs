using System;

namespace Gen.Numerics;

/// <summary>
/// The geometric mean of symmetric positive definite matrices A and B⁻¹: the one Σ with Σ B Σ = A. Where A is the covariance of a density's draws and B that of
/// its gradients, Σ is the covariance of the normal that is nearest by Fisher's divergence. Nothing is allocated.
/// </summary>
/// <remarks>R. Bhatia, <i>Positive Definite Matrices</i> (2007), section 4.1.</remarks>
internal static class GeometricMean
{
    /// <summary>Decomposes A # B⁻¹ into variances and directions; false when A or B is not positive definite to the last digit, or not finite.</summary>
    /// <param name="a">A, <paramref name="order"/> by <paramref name="order"/>, row-major; it is overwritten.</param>
    /// <param name="b">B, likewise.</param>
    /// <param name="order">The number of rows.</param>
    /// <param name="variances">The eigenvalues, in no order.</param>
    /// <param name="directions">The eigenvectors, a row each.</param>
    /// <param name="scratch">Of twice the order.</param>
    public static bool TryDecompose(Span<double> a, Span<double> b, int order, Span<double> variances, Span<double> directions, Span<double> scratch)
    {
        // With B = L Lᵀ, Σ = L⁻ᵀ (Lᵀ A L)^½ L⁻¹.
        if (!Cholesky.Factor(b, order, b))
            return false;
        Congruence(a, b, order, directions);
        if (!IsPositive(SymmetricEigen.TryDecompose(a, order, variances, directions, scratch), variances[..order]))
            return false;

        // The rows v become λ^¼ v L⁻¹, whose squares sum to Σ.
        for (var i = 0; i < order; i++)
        {
            var row = directions.Slice(i * order, order);
            for (var j = order - 1; j >= 0; j--)
            {
                row[j] /= b[j * order + j];
                RowOperations.AddScaled(-row[j], b.Slice(j * order, j), row[..j]);
            }

            RowOperations.Scale(Math.Sqrt(Math.Sqrt(variances[i])), row);
        }

        a = a[..(order * order)];
        a.Clear();
        for (var i = 0; i < order; i++)
            AddSquare(1, directions.Slice(i * order, order), a);
        return IsPositive(SymmetricEigen.TryDecompose(a, order, variances, directions, scratch), variances[..order]);
    }

    /// <summary>sum += scale · row rowᵀ.</summary>
    public static void AddSquare(double scale, ReadOnlySpan<double> row, Span<double> sum)
    {
        for (var i = 0; i < row.Length; i++)
            RowOperations.AddScaled(scale * row[i], row, sum.Slice(i * row.Length, row.Length));
    }

    /// <summary>A ← Lᵀ A L; <paramref name="product"/> is overwritten.</summary>
    private static void Congruence(Span<double> a, ReadOnlySpan<double> l, int order, Span<double> product)
    {
        product[..(order * order)].Clear();
        for (var i = 0; i < order; i++)
        for (var k = 0; k < order; k++)
            RowOperations.AddScaled(a[i * order + k], l.Slice(k * order, k + 1), product.Slice(i * order, k + 1));

        a[..(order * order)].Clear();
        for (var k = 0; k < order; k++)
        for (var i = 0; i <= k; i++)
            RowOperations.AddScaled(l[k * order + i], product.Slice(k * order, order), a.Slice(i * order, order));
        for (var i = 0; i < order; i++)
        for (var j = 0; j < i; j++)
            a[j * order + i] = a[i * order + j] = 0.5 * (a[i * order + j] + a[j * order + i]);
    }

    private static bool IsPositive(bool decomposed, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            decomposed &= value > 0 && !double.IsInfinity(value);
        return decomposed;
    }
}
