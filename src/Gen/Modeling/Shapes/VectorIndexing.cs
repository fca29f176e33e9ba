using System;

namespace Gen;

public sealed partial class Vector
{
    /// <summary>The element at <paramref name="index"/>, which may count from the end (<c>v[^1]</c>).</summary>
    public double this[Index index]
    {
        get => this[index.GetOffset(Length)];
        set => this[index.GetOffset(Length)] = value;
    }

    /// <summary>The elements of a range, copied; setting copies a vector of the range's length in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not within the vector.</exception>
    /// <exception cref="ArgumentException">The vector that is set has another length than the range.</exception>
    public Vector this[Range range]
    {
        get
        {
            var (start, length) = range.GetOffsetAndLength(Length);
            return new Vector(new ReadOnlySpan<double>(values, start, length));
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireWritable();
            var (start, length) = range.GetOffsetAndLength(Length);
            if (value.Length != length)
            {
                throw new ArgumentException($"The range {range} has {length} elements, the vector set into it has {value.Length}.");
            }

            value.values.CopyTo(values, start);
        }
    }

    /// <summary>Gathers: element i of the result is the element at <paramref name="indices"/>[i]. Indices are 0-based and may repeat.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside the vector; the message says which, and whether they look 1-based.</exception>
    public Vector this[int[] indices]
    {
        get
        {
            GroupIndices.Check(indices, Length, $"a vector of {Length} elements");
            var gathered = new double[indices.Length];
            for (var i = 0; i < gathered.Length; i++)
            {
                gathered[i] = values[indices[i]];
            }

            return new Vector(gathered);
        }
    }
}
