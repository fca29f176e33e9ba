using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gen.Numerics;

/// <summary>One double: the remainder of a loop over wider lanes, by the same formulas.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Lanes1 : IRegisterLanes<Lanes1, double, double>
{
    private readonly double value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes1(double value) => this.value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    /// <inheritdoc/>
    public static Lanes1 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(0);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Broadcast(double value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Iota(int start) => new(start);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(ReadOnlySpan<double> source, int index) =>
        new(Unsafe.Add(ref MemoryMarshal.GetReference(source), index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1 value, Span<double> destination, int index) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(destination), index) = value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreStrided(Lanes1 value, Span<double> destination, int index, int stride) => Store(value, destination, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LoadStrided(ReadOnlySpan<double> source, int index, int stride) => Load(source, index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at) =>
        Load(source, Unsafe.Add(ref MemoryMarshal.GetReference(indices), at));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at, int stride, int offset) =>
        Load(source, (Unsafe.Add(ref MemoryMarshal.GetReference(indices), at) * stride) + offset);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes1 value, Span<double> destination, ReadOnlySpan<int> indices, int at) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(destination), Unsafe.Add(ref MemoryMarshal.GetReference(indices), at)) += value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ScatterAdd(Lanes1 value, Span<double> destination, ReadOnlySpan<int> indices, int at, int stride, int offset)
    {
        var index = (Unsafe.Add(ref MemoryMarshal.GetReference(indices), at) * stride) + offset;
        Unsafe.Add(ref MemoryMarshal.GetReference(destination), index) += value.value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LoadInt(ReadOnlySpan<int> source, int index) => new(Unsafe.Add(ref MemoryMarshal.GetReference(source), index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 left, double right) => new(left.value + right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(double left, Lanes1 right) => new(left + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 left, double right) => new(left.value - right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(double left, Lanes1 right) => new(left - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 left, double right) => new(left.value * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(double left, Lanes1 right) => new(left * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 left, double right) => new(left.value / right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(double left, Lanes1 right) => new(left / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 value) => new(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new(double.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.MultiplyAdd(Lanes1 a, Lanes1 b, double c) =>
        new(double.MultiplyAddEstimate(a.value, b.value, c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.MultiplyAdd(Lanes1 a, double b, Lanes1 c) =>
        new(double.MultiplyAddEstimate(a.value, b, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.FusedMultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) =>
        new(Math.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.WhereLess(Lanes1 a, Lanes1 b, Lanes1 x, Lanes1 y) => a.value < b.value ? x : y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.CopySign(Lanes1 magnitude, Lanes1 sign) => new(Math.CopySign(magnitude.value, sign.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.Scale(Lanes1 x, Lanes1 n) => ExponentialLanes.ScaleByHalves(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.AddBits(Lanes1 x, long bits) => FromBits(Bits(x) + bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.AndBits(Lanes1 x, long mask) => FromBits(Bits(x) & mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.OrBits(Lanes1 x, long mask) => FromBits(Bits(x) | mask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.ShiftLeftBits(Lanes1 x, int count) => FromBits(Bits(x) << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.ShiftRightBits(Lanes1 x, int count) => FromBits(Bits(x) >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 ILanePrimitives<Lanes1>.ScaleNormal(Lanes1 x, Lanes1 n) => x * ExponentialLanes.PowerOfTwo(n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes1>.AllLess(Lanes1 x, double bound) => x.value < bound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes1>.AllPositiveNormal(Lanes1 x) => x.value is >= 2.2250738585072014e-308 and <= double.MaxValue;

    static Lanes1 ILanePrimitives<Lanes1>.Each<F>(Lanes1 x) => new(F.Of(x.value));

    static Lanes1 ILanePrimitives<Lanes1>.EachPair<F>(Lanes1 x, Lanes1 y) => new(F.Of(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes1 IRegisterLanes<Lanes1, double, double>.Of(double register) => new(register);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static double IRegisterLanes<Lanes1, double, double>.RegisterOf(Lanes1 x) => x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Bits(Lanes1 x) => BitConverter.DoubleToInt64Bits(x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1 FromBits(long bits) => new(BitConverter.Int64BitsToDouble(bits));
}
