using System;
using System.IO;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// Estimates a low-rank-plus-diagonal metric from draws and their gradients: after scaling each coordinate by σ² = √(Var(x) / Var(∇ log p)), the covariance Σ
/// that minimises the Fisher divergence to a standard normal, of which the directions are kept whose variance is far from 1.
/// </summary>
/// <remarks>
/// <para>
/// nutpie's (arXiv 2603.18845): with X and G the centred, scaled draws and gradients, a column each, Σ = (XXᵀ/γ + I) # (GGᵀ/γ + I)⁻¹, the geometric mean of
/// matrices, in the space that X and G span; beside it Σ is the identity. For a normal, whose gradients are linear, Σ is its covariance as soon as there are
/// more draws than coordinates.
/// </para>
/// <para>
/// Two things differ from nutpie's. With fewer draws than coordinates, a direction that X has and G has not would get a variance of n/γ for no reason; γ is then
/// 1, as if one draw from a standard normal had been seen besides. And directions are found from the older draws but believed for the newer ones only: the
/// variance of a direction is √(Var(u·x) / Var(u·g)) over those, which for a normal is the same.
/// </para>
/// </remarks>
internal sealed class LowRankEstimator(int dimension) : IMetricEstimator
{
    // Fewer have no directions worth looking at, and a diagonal from two is wild.
    private const int FewestDraws = 3;
    private const int FewestForDirections = 10;

    // γ with more draws than coordinates, and with fewer.
    private const double Regularization = 1e-5;
    private const double StrongRegularization = 1;

    // One of so many draws is kept back to see which directions to believe.
    private const int KeptBack = 3;

    // A direction whose variance is nearer to 1 is left to the diagonal.
    private const double Cutoff = 2;

    // What is left of a vector once its parts in others are taken away has no digits below this.
    private const double Dependent = 1e-10;

    // Neighbouring draws are alike: another estimate is made after so many draws, and a quarter of those that it has.
    private const int DrawsBetween = 20;
    private const int GrowthBetween = 4;

    // Directions of more coordinates are looked for among those in which draws or gradients spread most.
    private const int MostCoordinates = 128;

    // An estimate is dear, with three decompositions: it may cost as much as the steps since the last one. Operations for each coordinate, as a step with a gradient
    // has that is cheap, and for each entry of a matrix's side cubed.
    private const double CostOfStep = 128;
    private const double CostOfDecompositions = 30;

    // Of very many coordinates only the newest draws are kept, 16 MB of them.
    private const int MostNumbers = 2_000_000;

    private readonly LowRankMetric metric = new(dimension);

    // Draws and their gradients, a row each; those before the split are forgotten at the next exchange.
    private double[] draws = [], gradients = [];
    private int count, split, sinceRenewal;
    private double stepsSinceDirections;

    private readonly double[] scales = new double[dimension], direction = new double[dimension];
    private double[] x = [], g = [], basis = [], block = [], covariance = [], precision = [], vectors = [], values = [], scratch = [];

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
        if ((count + 1L) * dimension > MostNumbers && count >= FewestForDirections)
            Forget(count / GrowthBetween);
        Grow(ref draws, (count + 1) * dimension);
        Grow(ref gradients, (count + 1) * dimension);
        position.CopyTo(draws.AsSpan(count * dimension));
        gradient.CopyTo(gradients.AsSpan(count * dimension));
        count++;
    }

    /// <inheritdoc/>
    public SlopeLinearity? MeasureLinearity(ILogDensity density) =>
        SlopeLinearity.Between(density, metric, count, (draw, position) => draws.AsSpan(draw * dimension, dimension).CopyTo(position));

    /// <inheritdoc/>
    public void Exchange()
    {
        Forget(split);
        split = count;
    }

    /// <inheritdoc/>
    public void Rebase(PositionMove move, ILogDensity density)
    {
        for (var draw = 0; draw < count; draw++)
        {
            var position = draws.AsSpan(draw * dimension, dimension);
            move(position);
            density.Evaluate(position, gradients.AsSpan(draw * dimension, dimension));
        }
    }

    /// <inheritdoc/>
    /// <remarks>The metric stays as it was, too, where the estimate is not finite, and where it has directions and others cannot be afforded yet.</remarks>
    public bool TryRenew(bool exchanged, int steps)
    {
        sinceRenewal++;
        stepsSinceDirections += steps;
        if (count < FewestDraws || !(exchanged || sinceRenewal >= Math.Max(DrawsBetween, count / GrowthBetween)))
            return false;
        var older = count - count / KeptBack;
        var size = Math.Min(Math.Min(2 * older, dimension), MostCoordinates);
        var canAfford = count >= FewestForDirections && stepsSinceDirections * CostOfStep * dimension >= CostOfDecompositions * size * size * size;
        if ((metric.Rank > 0 && !canAfford) || !TryScale())
            return false;
        sinceRenewal = 0;
        scales.AsSpan().CopyTo(metric.Scales);
        metric.Clear();
        if (canAfford)
        {
            stepsSinceDirections = 0;
            FindDirections(older);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        metric.Save(writer);
        writer.Write(count);
        writer.Write(split);
        writer.Write(sinceRenewal);
        writer.Write(stepsSinceDirections);
        writer.Write<double>(draws.AsSpan(0, count * dimension));
        writer.Write<double>(gradients.AsSpan(0, count * dimension));
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        metric.Load(reader);
        count = reader.ReadCount(Array.MaxLength / Math.Max(1, dimension));
        split = reader.ReadCount(count);
        sinceRenewal = reader.ReadInt32();
        stepsSinceDirections = reader.ReadDouble();
        Grow(ref draws, count * dimension);
        Grow(ref gradients, count * dimension);
        reader.Read(draws.AsSpan(0, count * dimension));
        reader.Read(gradients.AsSpan(0, count * dimension));
    }

    /// <summary>Forgets the oldest draws.</summary>
    private void Forget(int oldest)
    {
        draws.AsSpan(oldest * dimension, (count - oldest) * dimension).CopyTo(draws);
        gradients.AsSpan(oldest * dimension, (count - oldest) * dimension).CopyTo(gradients);
        count -= oldest;
        split = Math.Max(0, split - oldest);
    }

    /// <summary>Fills x and g with the centred draws and gradients in units of the new scales; false where they are not finite.</summary>
    private bool TryScale()
    {
        Grow(ref x, count * dimension);
        Grow(ref g, count * dimension);
        for (var i = 0; i < dimension; i++)
        {
            var square = Math.Sqrt(Centre(draws, i, x) / Centre(gradients, i, g));
            scales[i] = square > 0 && double.IsFinite(square) ? DrawGradientEstimator.Scale(square) : metric.Scales[i];
            for (var at = i; at < count * dimension; at += dimension)
            {
                x[at] /= scales[i];
                g[at] *= scales[i];
                if (!double.IsFinite(x[at]) || !double.IsFinite(g[at]))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Writes a coordinate less its mean; returns the sum of squares.</summary>
    private double Centre(double[] from, int coordinate, double[] to)
    {
        var mean = 0.0;
        for (var at = coordinate; at < count * dimension; at += dimension)
            mean += from[at];
        mean /= count;
        var squares = 0.0;
        for (var at = coordinate; at < count * dimension; at += dimension)
        {
            to[at] = from[at] - mean;
            squares += to[at] * to[at];
        }

        return squares;
    }

    /// <summary>Adds to the metric the directions that the older draws show and the newer ones confirm.</summary>
    private void FindDirections(int older)
    {
        var size = FillBasis(older);
        Grow(ref covariance, size * size);
        Grow(ref precision, size * size);
        Grow(ref vectors, size * size);
        Grow(ref values, size);
        Grow(ref scratch, 2 * size);
        Accumulate(x, older, size, covariance);
        Accumulate(g, older, size, precision);
        if (!GeometricMean.TryDecompose(covariance, precision, size, values, vectors, scratch))
            return;
        for (var i = 0; i < size; i++)
        {
            if (!IsFar(values[i]))
                continue;
            var vector = vectors.AsSpan(i * size, size);
            if (size == dimension)
            {
                vector.CopyTo(direction);
            }
            else
            {
                direction.AsSpan().Clear();
                for (var j = 0; j < size; j++)
                    RowOperations.AddScaled(vector[j], basis.AsSpan(j * dimension, dimension), direction);
            }

            var variance = Math.Sqrt(Spread(x, older) / Spread(g, older));
            if (double.IsFinite(variance) && IsFar(variance) && variance > 1 == values[i] > 1)
                metric.Add(direction, variance);
        }
    }

    private static bool IsFar(double variance) => variance is > Cutoff or > 0 and < 1 / Cutoff;

    /// <summary>
    /// Fills the basis with orthonormal rows that span the older draws and gradients, or those of their directions in which they spread most; returns their number,
    /// which is the dimension where the basis is the coordinates' own.
    /// </summary>
    private int FillBasis(int older)
    {
        if (Math.Min(2 * older, dimension) > MostCoordinates)
        {
            Grow(ref basis, MostCoordinates * dimension);
            Grow(ref block, MostCoordinates / 2 * dimension);
            return Leading(g, older, Leading(x, older, 0));
        }

        if (2 * older >= dimension)
            return dimension;
        Grow(ref basis, 2 * older * dimension);
        return Append(g.AsSpan(0, older * dimension), Append(x.AsSpan(0, older * dimension), 0));
    }

    /// <summary>Adds to the basis directions in which older rows spread most: the newest of them, multiplied by the rows' squares once.</summary>
    /// <remarks>One step of subspace iteration; Golub and Van Loan, "Matrix computations", section 7.3.</remarks>
    private int Leading(double[] rows, int older, int size)
    {
        var width = Math.Min(MostCoordinates / 2, older);
        block.AsSpan(0, width * dimension).Clear();
        for (var draw = 0; draw < older; draw++)
        {
            var row = rows.AsSpan(draw * dimension, dimension);
            for (var j = 0; j < width; j++)
                RowOperations.AddScaled(RowOperations.Dot(rows.AsSpan((older - 1 - j) * dimension, dimension), row), row, block.AsSpan(j * dimension, dimension));
        }

        return Append(block.AsSpan(0, width * dimension), size);
    }

    /// <summary>Adds to a basis what rows have beside it; returns its new size.</summary>
    private int Append(ReadOnlySpan<double> rows, int size)
    {
        for (; rows.Length > 0; rows = rows[dimension..])
        {
            var row = basis.AsSpan(size * dimension, dimension);
            rows[..dimension].CopyTo(row);
            var length = Math.Sqrt(RowOperations.Dot(row, row));

            // Gram and Schmidt, twice, which is enough for orthogonality to the last digit.
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < size; j++)
                {
                    var other = basis.AsSpan(j * dimension, dimension);
                    RowOperations.AddScaled(-RowOperations.Dot(other, row), other, row);
                }
            }

            var rest = Math.Sqrt(RowOperations.Dot(row, row));
            if (rest > Dependent * length)
            {
                RowOperations.Scale(1 / rest, row);
                size++;
            }
        }

        return size;
    }

    /// <summary>sum ← I + Σ r rᵀ / γ over the older rows r, in the basis where that is not the whole space.</summary>
    private void Accumulate(double[] rows, int older, int size, double[] sum)
    {
        sum.AsSpan(0, size * size).Clear();
        for (var i = 0; i < size; i++)
            sum[i * size + i] = 1;
        var weight = 1 / (older > dimension ? Regularization : StrongRegularization);
        for (var draw = 0; draw < older; draw++)
        {
            var row = rows.AsSpan(draw * dimension, dimension);
            if (size < dimension)
            {
                for (var j = 0; j < size; j++)
                    scratch[j] = RowOperations.Dot(basis.AsSpan(j * dimension, dimension), row);
                row = scratch.AsSpan(0, size);
            }

            GeometricMean.AddSquare(weight, row, sum.AsSpan(0, size * size));
        }
    }

    /// <summary>The sum of squares about their mean of the direction's products with the newer rows.</summary>
    private double Spread(double[] rows, int older)
    {
        double sum = 0, squares = 0;
        for (var draw = older; draw < count; draw++)
        {
            var product = RowOperations.Dot(direction, rows.AsSpan(draw * dimension, dimension));
            sum += product;
            squares += product * product;
        }

        return squares - sum * sum / (count - older);
    }

    private static void Grow(ref double[] array, int length)
    {
        if (array.Length < length)
            Array.Resize(ref array, Math.Max(length, array.Length * 3 / 2));
    }
}
