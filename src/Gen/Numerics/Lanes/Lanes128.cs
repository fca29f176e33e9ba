using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gen.Numerics;

/// <summary>Two doubles in a 128-bit register.</summary>
/// <remarks>
/// Every operation is one call deep, and its result is a cast of bits instead of a constructor's: the just-in-time compiler stops inlining in
/// a method of more than 512 local variables, of which each inlined call adds some. Kernels of up to 200 operations stay below.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly partial struct Lanes128 : IRegisterLanes<Lanes128, Vector128<double>, Vector128<double>>
{
    private readonly Vector128<double> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes128(Vector128<double> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 2;
    }

    /// <inheritdoc/>
    public static Lanes128 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Broadcast(double value) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Iota(int start) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create((double)start) + Vector128.Create(0.0, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, double right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value + Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(double left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(left) + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, double right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value - Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(double left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, double right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value * Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(double left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(left) * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(Lanes128 left, double right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(left.value / Vector128.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator /(double left, Lanes128 right) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 value) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.MultiplyAdd(Lanes128 a, Lanes128 b, double c) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.MultiplyAddEstimate(a.value, b.value, Vector128.Create(c)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.MultiplyAdd(Lanes128 a, double b, Lanes128 c) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.MultiplyAddEstimate(a.value, Vector128.Create(b), c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.FusedMultiplyAdd(Lanes128 a, Lanes128 b, Lanes128 c) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.WhereLess(Lanes128 a, Lanes128 b, Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.ConditionalSelect(Vector128.LessThan(a.value, b.value), x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.CopySign(Lanes128 magnitude, Lanes128 sign) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.CopySign(magnitude.value, sign.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.Scale(Lanes128 x, Lanes128 n) =>
        Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector128<double>, Lanes128>(Avx512F.VL.Scale(x.value, n.value))
            : ExponentialLanes.ScaleByHalves(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.AddBits(Lanes128 x, long bits) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>((x.value.AsInt64() + Vector128.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.AndBits(Lanes128 x, long mask) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>((x.value.AsInt64() & Vector128.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.OrBits(Lanes128 x, long mask) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>((x.value.AsInt64() | Vector128.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.ShiftLeftBits(Lanes128 x, int count) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>((x.value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.ShiftRightBits(Lanes128 x, int count) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>((x.value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.ScaleNormal(Lanes128 x, Lanes128 n) =>
        Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector128<double>, Lanes128>(Avx512F.VL.Scale(x.value, n.value))
            : x * ExponentialLanes.PowerOfTwo(n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes128>.AllLess(Lanes128 x, double bound) => Vector128.LessThanAll(x.value, Vector128.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes128>.AllPositiveNormal(Lanes128 x) =>
        Vector128.LessThanAll(
            x.value.AsUInt64() - Vector128.Create(0x0010000000000000UL), Vector128.Create(0x7FF0000000000000UL - 0x0010000000000000UL));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 IRegisterLanes<Lanes128, Vector128<double>, Vector128<double>>.Of(Vector128<double> register) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(register);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector128<double> IRegisterLanes<Lanes128, Vector128<double>, Vector128<double>>.RegisterOf(Lanes128 x) => x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.Each<F>(Lanes128 x)
    {
        var lanes = x.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector128<double>, double>(ref lanes), 2);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes128 ILanePrimitives<Lanes128>.EachPair<F>(Lanes128 x, Lanes128 y)
    {
        var lanes = x.value;
        var others = y.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector128<double>, double>(ref lanes), ref Unsafe.As<Vector128<double>, double>(ref others), 2);
        return Unsafe.BitCast<Vector128<double>, Lanes128>(lanes);
    }
}
