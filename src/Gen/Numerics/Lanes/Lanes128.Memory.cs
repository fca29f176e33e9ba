using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

public readonly partial struct Lanes128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(ReadOnlySpan<double> source, int index) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128 value, Span<double> destination, int index) =>
        value.value.StoreUnsafe(ref MemoryMarshal.GetReference(destination), (nuint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided(Lanes128 value, Span<double> destination, int index, int stride)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), index);
        first = value.value.GetElement(0);
        Unsafe.Add(ref first, stride) = value.value.GetElement(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadStrided(ReadOnlySpan<double> source, int index, int stride)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), index);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(
            first,
            Unsafe.Add(ref first, stride)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at)
    {
        ref var values = ref MemoryMarshal.GetReference(source);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(
            Unsafe.Add(ref values, index),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 1))));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at, int stride, int offset)
    {
        ref var values = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), offset);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(
            Unsafe.Add(ref values, index * stride),
            Unsafe.Add(ref values, Unsafe.Add(ref index, 1) * stride)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes128 value, Span<double> destination, ReadOnlySpan<int> indices, int at)
    {
        ref var sums = ref MemoryMarshal.GetReference(destination);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        Unsafe.Add(ref sums, index) += value.value.GetElement(0);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 1)) += value.value.GetElement(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes128 value, Span<double> destination, ReadOnlySpan<int> indices, int at, int stride, int offset)
    {
        ref var sums = ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), offset);
        ref var index = ref Unsafe.Add(ref MemoryMarshal.GetReference(indices), at);
        Unsafe.Add(ref sums, index * stride) += value.value.GetElement(0);
        Unsafe.Add(ref sums, Unsafe.Add(ref index, 1) * stride) += value.value.GetElement(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LoadInt(ReadOnlySpan<int> source, int index)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), index);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(
            (double)first,
            (double)Unsafe.Add(ref first, 1)));
    }
}
