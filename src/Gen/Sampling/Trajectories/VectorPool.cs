using System;

namespace Gen.Sampling;

/// <summary>Vectors of one padded length in one block of memory, named by index: exchanging two of them exchanges two integers.</summary>
internal sealed class VectorPool
{
    private readonly double[] values;
    private readonly int stride;

    /// <summary>Allocates <paramref name="count"/> zero vectors of <paramref name="dimension"/> coordinates.</summary>
    public VectorPool(int count, int dimension)
    {
        stride = PaddedLength.Of(dimension);
        values = new double[checked(count * stride)];
    }

    /// <summary>The vector numbered <paramref name="index"/>, with its padding.</summary>
    public Span<double> this[int index] => values.AsSpan(index * stride, stride);
}
