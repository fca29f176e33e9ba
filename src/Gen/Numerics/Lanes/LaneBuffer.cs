using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>Where a kernel keeps totals of lanes, each in a line of the cache of its own for as long as the buffer lives.</summary>
/// <remarks>
/// Kernels add to the same few places for every block of positions. An array lies anywhere, and where the collector moves it: a total across two lines, or
/// two pages, would slow all of them down, as <see cref="StackAlignment"/> says.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LaneBuffer
{
    private const int Line = 64;
    private readonly double[] array;
    private readonly int start;

    /// <summary>A buffer of zeros.</summary>
    public unsafe LaneBuffer(int length)
    {
        array = GC.AllocateArray<double>(length + Line / sizeof(double), pinned: true);
        fixed (double* first = array)
        {
            start = (int)(-(nint)first & (Line - 1)) / sizeof(double);
        }
    }

    /// <summary>Its first elements.</summary>
    public Span<double> AsSpan(int length) => array.AsSpan(start, length);
}
