using System;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// Estimates a low-rank-plus-diagonal metric from draws and their gradients: after scaling each coordinate by σ² = √(Var(x) / Var(∇ log p)), the covariance Σ
/// that minimises the Fisher divergence to a standard normal, of which the directions are kept whose variance is far from 1.
/// </summary>
/// <remarks>
/// nutpie's (arXiv 2603.18845): with X and G the centred, scaled draws and gradients, a column each, Σ = (XXᵀ/γ + I) # (GGᵀ/γ + I)⁻¹, the geometric mean of
/// matrices, in the space that X and G span; beside it Σ is the identity. For a normal, whose gradients are linear, Σ is its covariance as soon as there are
/// more draws than coordinates.
/// </remarks>
internal sealed class LowRankEstimator(int dimension) : IMetricEstimator
{
    // Two points have a variance, but a wild one.
    private const int FewestDraws = 3;

    // How much what the draws say weighs against a variance of 1.
    private const double Regularization = 1e-5;

    // A direction whose variance is nearer to 1 is left to the diagonal.
    private const double Cutoff = 2;

    // What is left of a vector once its parts in others are taken away has no digits below this.
    private const double Dependent = 1e-10;

    // An estimate is dear, and neighbouring draws are alike.
    private const int DrawsBetween = 20;

    private readonly LowRankMetric metric = new(dimension);
    private int sinceRenewal;

    // Draws, then their gradients, a row each; those before the split are forgotten at the next exchange.
    private double[] draws = [], gradients = [];
    private int count, split;

    private readonly double[] scales = new double[dimension];
    private double[] x = [], g = [], basis = [], covariance = [], precision = [], vectors = [], values = [], scratch = [];

    /// <inheritdoc/>
    public IMetric Metric => metric;

    /// <inheritdoc/>
    public int EarlyWindow => 20;

    /// <inheritdoc/>
    public int BackgroundCount => count - split;

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        Add(position, gradient);
        DrawGradientEstimator.SetFromGradient(metric.Scales, gradient);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        Grow(ref draws, (count + 1) * dimension);
        Grow(ref gradients, (count + 1) * dimension);
        position.CopyTo(draws.AsSpan(count * dimension));
        gradient.CopyTo(gradients.AsSpan(count * dimension));
        count++;
    }

    /// <inheritdoc/>
    public void Exchange()
    {
        draws.AsSpan(split * dimension, (count - split) * dimension).CopyTo(draws);
        gradients.AsSpan(split * dimension, (count - split) * dimension).CopyTo(gradients);
        split = count -= split;
    }

    /// <inheritdoc/>
    /// <remarks>The metric stays as it was, too, where the estimate is not finite.</remarks>
    public bool TryRenew(bool exchanged)
    {
        sinceRenewal++;
        if (count < FewestDraws || !(exchanged || sinceRenewal >= DrawsBetween))
            return false;
        sinceRenewal = 0;
        Grow(ref x, count * dimension);
        Grow(ref g, count * dimension);
        if (!TryScale(metric.Scales))
            return false;
        var size = 2 * count < dimension ? Span() : dimension;
        if (!TryEstimate(size))
            return false;

        var rank = 0;
        for (var i = 0; i < size; i++)
            rank += IsFar(values[i]) ? 1 : 0;
        scales.AsSpan().CopyTo(metric.Scales);
        metric.Clear(rank);
        for (var i = 0; i < size; i++)
        {
            if (!IsFar(values[i]))
                continue;
            var direction = metric.Add(values[i]);
            var vector = vectors.AsSpan(i * size, size);
            if (size == dimension)
            {
                vector.CopyTo(direction);
                continue;
            }

            direction.Clear();
            for (var j = 0; j < size; j++)
                RowOperations.AddScaled(vector[j], basis.AsSpan(j * dimension, dimension), direction);
        }

        return true;
    }

    private static bool IsFar(double variance) => variance is > Cutoff or < 1 / Cutoff;

    /// <summary>Fills x and g with the centred, scaled draws and gradients.</summary>
    private bool TryScale(ReadOnlySpan<double> former)
    {
        var (meanDraw, meanGradient) = (0.0, 0.0);
        for (var i = 0; i < dimension; i++)
        {
            var (variance, gradientVariance) = (Variance(draws, i, out meanDraw), Variance(gradients, i, out meanGradient));
            var square = Math.Sqrt(variance / gradientVariance);
            scales[i] = square > 0 && double.IsFinite(square) ? DrawGradientEstimator.Scale(square) : former[i];
            for (var draw = 0; draw < count; draw++)
            {
                x[draw * dimension + i] = (draws[draw * dimension + i] - meanDraw) / scales[i];
                g[draw * dimension + i] = (gradients[draw * dimension + i] - meanGradient) * scales[i];
                if (!double.IsFinite(x[draw * dimension + i]) || !double.IsFinite(g[draw * dimension + i]))
                    return false;
            }
        }

        return true;
    }

    private double Variance(double[] values, int coordinate, out double mean)
    {
        mean = 0.0;
        for (var draw = 0; draw < count; draw++)
            mean += values[draw * dimension + coordinate];
        mean /= count;
        var squares = 0.0;
        for (var draw = 0; draw < count; draw++)
            squares += (values[draw * dimension + coordinate] - mean) * (values[draw * dimension + coordinate] - mean);
        return squares / count;
    }

    /// <summary>Fills the basis with orthogonal rows that span the draws and the gradients; how many they are.</summary>
    private int Span()
    {
        Grow(ref basis, 2 * count * dimension);
        var size = 0;
        for (var i = 0; i < 2 * count; i++)
        {
            var row = basis.AsSpan(size * dimension, dimension);
            (i < count ? x.AsSpan(i * dimension, dimension) : g.AsSpan((i - count) * dimension, dimension)).CopyTo(row);
            var length = Math.Sqrt(RowOperations.Dot(row, row));

            // Twice is enough for orthogonality to the last digit.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < size; j++)
                {
                    var other = basis.AsSpan(j * dimension, dimension);
                    RowOperations.AddScaled(-RowOperations.Dot(other, row), other, row);
                }
            }

            var rest = Math.Sqrt(RowOperations.Dot(row, row));
            if (!(rest > Dependent * length))
                continue;
            RowOperations.Scale(1 / rest, row);
            size++;
        }

        return size;
    }

    /// <summary>Decomposes Σ, in the basis or, where that is the whole space, in the coordinates: its variances are in values, its directions in vectors.</summary>
    private bool TryEstimate(int size)
    {
        Grow(ref covariance, size * size);
        Grow(ref precision, size * size);
        Grow(ref vectors, size * size);
        Grow(ref values, size);
        Grow(ref scratch, 2 * size);
        Accumulate(x, size, covariance);
        Accumulate(g, size, precision);

        // With the precision's Cholesky factor L, Σ = L⁻ᵀ (Lᵀ C L)^½ L⁻¹.
        if (!Cholesky.Factor(precision, size, precision))
            return false;
        Congruence(size);
        if (!SymmetricEigen.Decompose(covariance, size, values, vectors, scratch))
            return false;

        // The rows of vectors become λ^¼ v L⁻¹, of which Σ is the sum of squares.
        for (var i = 0; i < size; i++)
        {
            if (!(values[i] > 0) || double.IsInfinity(values[i]))
                return false;
            var row = vectors.AsSpan(i * size, size);
            for (var j = size - 1; j >= 0; j--)
            {
                row[j] /= precision[j * size + j];
                RowOperations.AddScaled(-row[j], precision.AsSpan(j * size, j), row[..j]);
            }

            RowOperations.Scale(Math.Sqrt(Math.Sqrt(values[i])), row);
        }

        var sum = covariance.AsSpan(0, size * size);
        sum.Clear();
        for (var i = 0; i < size; i++)
        {
            var row = vectors.AsSpan(i * size, size);
            for (var j = 0; j < size; j++)
                RowOperations.AddScaled(row[j], row, sum.Slice(j * size, size));
        }

        if (!SymmetricEigen.Decompose(covariance, size, values, vectors, scratch))
            return false;
        for (var i = 0; i < size; i++)
        {
            if (!(values[i] > 0) || double.IsInfinity(values[i]))
                return false;
        }

        return true;
    }

    /// <summary>sum ← I + Σ r rᵀ / γ over the rows r, in the basis.</summary>
    private void Accumulate(double[] rows, int size, double[] sum)
    {
        sum.AsSpan(0, size * size).Clear();
        for (var i = 0; i < size; i++)
            sum[i * size + i] = 1;
        var inBasis = scratch.AsSpan(0, size);
        for (var draw = 0; draw < count; draw++)
        {
            var row = rows.AsSpan(draw * dimension, dimension);
            if (size < dimension)
            {
                for (var j = 0; j < size; j++)
                    inBasis[j] = RowOperations.Dot(basis.AsSpan(j * dimension, dimension), row);
                row = inBasis;
            }

            for (var i = 0; i < size; i++)
                RowOperations.AddScaled(row[i] / Regularization, row, sum.AsSpan(i * size, size));
        }
    }

    /// <summary>C ← Lᵀ C L, with the precision's factor L.</summary>
    private void Congruence(int size)
    {
        // C L, row by row, in vectors; then its transpose by L again: Lᵀ (C L) is symmetric.
        for (var i = 0; i < size; i++)
        {
            var row = vectors.AsSpan(i * size, size);
            row.Clear();
            for (var k = 0; k < size; k++)
                RowOperations.AddScaled(covariance[i * size + k], precision.AsSpan(k * size, k + 1), row[..(k + 1)]);
        }

        covariance.AsSpan(0, size * size).Clear();
        for (var k = 0; k < size; k++)
        {
            var row = vectors.AsSpan(k * size, size);
            for (var i = 0; i <= k; i++)
                RowOperations.AddScaled(precision[k * size + i], row, covariance.AsSpan(i * size, size));
        }

        // Both triangles to the last digit.
        for (var i = 0; i < size; i++)
        for (var j = 0; j < i; j++)
            covariance[j * size + i] = covariance[i * size + j] = 0.5 * (covariance[i * size + j] + covariance[j * size + i]);
    }

    private static void Grow(ref double[] values, int length)
    {
        if (values.Length < length)
            Array.Resize(ref values, Math.Max(length, values.Length * 3 / 2));
    }
}
