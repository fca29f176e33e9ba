using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>A dense inverse mass matrix, M⁻¹ = L Lᵀ, held as its lower Cholesky factor.</summary>
internal sealed class DenseMetric : IMetric
{
    // Rows of L, each padded to whole registers with zeros (the upper triangle is zero too).
    private readonly double[] factor;
    private readonly double[] candidate;
    private readonly int stride;

    /// <summary>The identity of <paramref name="dimension"/> coordinates.</summary>
    public DenseMetric(int dimension)
    {
        Dimension = dimension;
        stride = PaddedLength.Of(dimension);
        factor = new double[checked(dimension * stride)];
        candidate = new double[factor.Length];
        for (var i = 0; i < dimension; i++)
            factor[i * stride + i] = 1;
    }

    /// <inheritdoc/>
    public int Dimension { get; }

    /// <summary>
    /// Sets M⁻¹ to <paramref name="covariance"/> (d × d, row-major, symmetric). Returns false, and leaves the metric as it was, when that is not
    /// positive definite.
    /// </summary>
    public bool TrySet(ReadOnlySpan<double> covariance)
    {
        for (var i = 0; i < Dimension; i++)
        {
            var row = candidate.AsSpan(i * stride, stride);
            for (var j = 0; j <= i; j++)
            {
                var other = candidate.AsSpan(j * stride, j);
                var rest = covariance[i * Dimension + j] - PaddedVectors.DotUnpadded(row[..j], other);
                if (j < i)
                {
                    row[j] = rest / candidate[j * stride + j];
                    continue;
                }

                if (!(rest > 0) || double.IsInfinity(rest))
                    return false;
                row[i] = Math.Sqrt(rest);
            }
        }

        candidate.AsSpan().CopyTo(factor);
        return true;
    }

    /// <inheritdoc/>
    public double Kick(ReadOnlySpan<double> gradient, double step, Span<double> momentum)
    {
        for (var i = 0; i < Dimension; i++)
        {
            var length = PaddedLength.Of(i + 1);
            PaddedVectors.AddScaled(step * gradient[i], factor.AsSpan(i * stride, length), momentum[..length]);
        }

        return PaddedVectors.Dot(momentum, momentum);
    }

    /// <inheritdoc/>
    public void Drift(ReadOnlySpan<double> momentum, double step, ReadOnlySpan<double> position, Span<double> next)
    {
        for (var i = 0; i < Dimension; i++)
        {
            var length = PaddedLength.Of(i + 1);
            next[i] = position[i] + step * PaddedVectors.Dot(factor.AsSpan(i * stride, length), momentum[..length]);
        }
    }

    /// <inheritdoc/>
    public ChainTuning Tuning(double stepSize)
    {
        var inverse = new double[Dimension * Dimension];
        for (var i = 0; i < Dimension; i++)
        for (var j = 0; j < Dimension; j++)
            inverse[i * Dimension + j] = PaddedVectors.Dot(factor.AsSpan(i * stride, stride), factor.AsSpan(j * stride, stride));
        return new(stepSize, inverse);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        for (var i = 0; i < Dimension; i++)
            writer.Write<double>(factor.AsSpan(i * stride, Dimension));
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        for (var i = 0; i < Dimension; i++)
            reader.Read(factor.AsSpan(i * stride, Dimension));
    }
}
