using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>Means and variances of the coordinates of a run of vectors, updated one vector at a time.</summary>
/// <remarks>Welford (1962), "Note on a method for calculating corrected sums of squares and products".</remarks>
internal sealed class WelfordVariance(int dimension) : ICheckpointed
{
    private readonly double[] mean = new double[dimension];
    private readonly double[] squares = new double[dimension];

    /// <summary>The number of vectors seen.</summary>
    public int Count { get; private set; }

    /// <summary>The mean of each coordinate.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>The sum of squared deviations from the mean of each coordinate: (Count − 1) times its variance.</summary>
    public ReadOnlySpan<double> SumOfSquares => squares;

    /// <summary>Forgets all vectors.</summary>
    public void Clear()
    {
        Count = 0;
        mean.AsSpan().Clear();
        squares.AsSpan().Clear();
    }

    /// <summary>Adds one vector.</summary>
    public void Add(ReadOnlySpan<double> value)
    {
        var weight = 1.0 / ++Count;
        for (var i = 0; i < mean.Length; i++)
        {
            var deviation = value[i] - mean[i];
            mean[i] += weight * deviation;
            squares[i] += deviation * (value[i] - mean[i]);
        }
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write<double>(mean);
        writer.Write<double>(squares);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        Count = reader.ReadInt32();
        reader.Read<double>(mean);
        reader.Read<double>(squares);
    }
}
