using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

public readonly partial struct Lanes512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ReadOnlySpan<double> source, int index) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512 value, Span<double> destination, int index) =>
        value.value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided(Lanes512 value, Span<double> destination, int index, int stride)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), index);
        first = value.value.GetElement(0);
        Unsafe.Add(ref first, stride) = value.value.GetElement(1);
        Unsafe.Add(ref first, 2 * stride) = value.value.GetElement(2);
        Unsafe.Add(ref first, 3 * stride) = value.value.GetElement(3);
        Unsafe.Add(ref first, 4 * stride) = value.value.GetElement(4);
        Unsafe.Add(ref first, 5 * stride) = value.value.GetElement(5);
        Unsafe.Add(ref first, 6 * stride) = value.value.GetElement(6);
        Unsafe.Add(ref first, 7 * stride) = value.value.GetElement(7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadStrided(ReadOnlySpan<double> source, int index, int stride)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), index);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(
            first,
            Unsafe.Add(ref first, stride),
            Unsafe.Add(ref first, 2 * stride),
            Unsafe.Add(ref first, 3 * stride),
            Unsafe.Add(ref first, 4 * stride),
            Unsafe.Add(ref first, 5 * stride),
            Unsafe.Add(ref first, 6 * stride),
            Unsafe.Add(ref first, 7 * stride)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at)
    {
        ref var values = ref MemoryMarshal.GetReference(source);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(
            Unsafe.Add(ref values, index),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 1)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 2)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 3)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 4)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 5)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 6)),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 7))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at, int stride, int offset)
    {
        ref var values = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), offset);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(
            Unsafe.Add(ref values, index * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 1) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 2) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 3) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 4) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 5) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 6) * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 7) * stride)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes512 value, Span<double> destination, ReadOnlySpan<int> indices, int at)
    {
        ref var sums = ref MemoryMarshal.GetReference(destination);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        Unsafe.Add(ref sums, index) += value.value.GetElement(0);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 1)) += value.value.GetElement(1);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 2)) += value.value.GetElement(2);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 3)) += value.value.GetElement(3);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 4)) += value.value.GetElement(4);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 5)) += value.value.GetElement(5);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 6)) += value.value.GetElement(6);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 7)) += value.value.GetElement(7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes512 value, Span<double> destination, ReadOnlySpan<int> indices, int at, int stride, int offset)
    {
        ref var sums = ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), offset);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        Unsafe.Add(ref sums, index * stride) += value.value.GetElement(0);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 1) * stride) += value.value.GetElement(1);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 2) * stride) += value.value.GetElement(2);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 3) * stride) += value.value.GetElement(3);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 4) * stride) += value.value.GetElement(4);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 5) * stride) += value.value.GetElement(5);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 6) * stride) += value.value.GetElement(6);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 7) * stride) += value.value.GetElement(7);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LoadInt(ReadOnlySpan<int> source, int index)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), index);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(
            (double)first,
            (double)Unsafe.Add(ref first, 1),
            (double)Unsafe.Add(ref first, 2),
            (double)Unsafe.Add(ref first, 3),
            (double)Unsafe.Add(ref first, 4),
            (double)Unsafe.Add(ref first, 5),
            (double)Unsafe.Add(ref first, 6),
            (double)Unsafe.Add(ref first, 7)));
    }
}
