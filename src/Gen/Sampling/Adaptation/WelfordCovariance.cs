using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>The covariance matrix of a run of vectors, updated one vector at a time.</summary>
/// <remarks>Welford (1962), "Note on a method for calculating corrected sums of squares and products".</remarks>
internal sealed class WelfordCovariance(int dimension) : ICheckpointed
{
    private readonly double[] mean = new double[dimension];
    private readonly double[] deviation = new double[dimension];
    private readonly double[] products = new double[checked(dimension * dimension)];

    /// <summary>The number of vectors seen.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all vectors.</summary>
    public void Clear()
    {
        Count = 0;
        mean.AsSpan().Clear();
        products.AsSpan().Clear();
    }

    /// <summary>Adds one vector.</summary>
    public void Add(ReadOnlySpan<double> value)
    {
        var weight = 1.0 / ++Count;
        for (var i = 0; i < mean.Length; i++)
        {
            deviation[i] = value[i] - mean[i];
            mean[i] += weight * deviation[i];
        }

        for (var i = 0; i < mean.Length; i++)
        {
            var residual = value[i] - mean[i];
            var row = products.AsSpan(i * mean.Length, i + 1);
            for (var j = 0; j < row.Length; j++)
                row[j] += residual * deviation[j];
        }
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write<double>(mean);
        writer.Write<double>(products);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        Count = reader.ReadInt32();
        reader.Read<double>(mean);
        reader.Read<double>(products);
    }

    /// <summary>Writes <paramref name="scale"/> times the covariance, plus <paramref name="ridge"/> on its diagonal, as a d × d row-major matrix.</summary>
    public void Write(double scale, double ridge, Span<double> matrix)
    {
        var factor = scale / (Count - 1);
        for (var i = 0; i < mean.Length; i++)
        {
            for (var j = 0; j <= i; j++)
                matrix[i * mean.Length + j] = matrix[j * mean.Length + i] = factor * products[i * mean.Length + j];
            matrix[i * mean.Length + i] += ridge;
        }
    }
}
