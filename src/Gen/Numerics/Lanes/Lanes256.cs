using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gen.Numerics;

/// <summary>Four doubles in a 256-bit register.</summary>
/// <remarks>
/// Every operation is one call deep, and its result is a cast of bits instead of a constructor's: the just-in-time compiler stops inlining in
/// a method of more than 512 local variables, of which each inlined call adds some. Kernels of up to 200 operations stay below.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SkipLocalsInit]
public readonly partial struct Lanes256 : IRegisterLanes<Lanes256, InMemory<Vector256<double>>, Vector256<double>>
{
    private readonly Vector256<double> value;

    private Vector256<double> Register
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes256(Vector256<double> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }

    /// <inheritdoc/>
    public static Lanes256 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Broadcast(double value) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Iota(int start) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create((double)start) + Vector256.Create(0.0, 1, 2, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, double right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value + Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(double left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create(left) + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, double right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value - Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(double left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, double right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value * Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(double left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create(left) * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(Lanes256 left, double right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(left.value / Vector256.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator /(double left, Lanes256 right) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 value) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.MultiplyAdd(Lanes256 a, Lanes256 b, double c) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.MultiplyAddEstimate(a.value, b.value, Vector256.Create(c)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.MultiplyAdd(Lanes256 a, double b, Lanes256 c) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.MultiplyAddEstimate(a.value, Vector256.Create(b), c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.FusedMultiplyAdd(Lanes256 a, Lanes256 b, Lanes256 c) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.WhereLess(Lanes256 a, Lanes256 b, Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.ConditionalSelect(Vector256.LessThan(a.value, b.value), x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.CopySign(Lanes256 magnitude, Lanes256 sign) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.CopySign(magnitude.value, sign.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.Scale(Lanes256 x, Lanes256 n) =>
        Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector256<double>, Lanes256>(Avx512F.VL.Scale(x.value, n.value))
            : ExponentialLanes.ScaleByHalves(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.AddBits(Lanes256 x, long bits) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>((x.value.AsInt64() + Vector256.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.AndBits(Lanes256 x, long mask) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>((x.value.AsInt64() & Vector256.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.OrBits(Lanes256 x, long mask) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>((x.value.AsInt64() | Vector256.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.ShiftLeftBits(Lanes256 x, int count) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>((x.value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.ShiftRightBits(Lanes256 x, int count) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>((x.value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.ScaleNormal(Lanes256 x, Lanes256 n) =>
        Avx512F.VL.IsSupported
            ? Unsafe.BitCast<Vector256<double>, Lanes256>(Avx512F.VL.Scale(x.value, n.value))
            : x * ExponentialLanes.PowerOfTwo(n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes256>.AllLess(Lanes256 x, double bound) => Vector256.LessThanAll(x.value, Vector256.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes256>.AllPositiveNormal(Lanes256 x) =>
        Vector256.LessThanAll(
            x.value.AsUInt64() - Vector256.Create(0x0010000000000000UL), Vector256.Create(0x7FF0000000000000UL - 0x0010000000000000UL));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 IRegisterLanes<Lanes256, InMemory<Vector256<double>>, Vector256<double>>.Of(InMemory<Vector256<double>> argument) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(argument.Register);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector256<double> IRegisterLanes<Lanes256, InMemory<Vector256<double>>, Vector256<double>>.RegisterOf(Lanes256 x) => x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.Each<F>(Lanes256 x)
    {
        var lanes = x.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector256<double>, double>(ref lanes), 4);
        return Unsafe.BitCast<Vector256<double>, Lanes256>(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes256 ILanePrimitives<Lanes256>.EachPair<F>(Lanes256 x, Lanes256 y)
    {
        var lanes = x.value;
        var others = y.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector256<double>, double>(ref lanes), ref Unsafe.As<Vector256<double>, double>(ref others), 4);
        return Unsafe.BitCast<Vector256<double>, Lanes256>(lanes);
    }
}
