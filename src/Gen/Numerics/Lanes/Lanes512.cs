using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Gen.Numerics;

/// <summary>Eight doubles in a 512-bit register.</summary>
/// <remarks>
/// Every operation is one call deep, and its result is a cast of bits instead of a constructor's: the just-in-time compiler stops inlining in
/// a method of more than 512 local variables, of which each inlined call adds some. Kernels of up to 200 operations stay below.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SkipLocalsInit]
public readonly partial struct Lanes512 : IRegisterLanes<Lanes512, InMemory<Vector512<double>>, Vector512<double>>
{
    private readonly Vector512<double> value;

    private Vector512<double> Register
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<double> value) => this.value = value;

    /// <inheritdoc/>
    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    /// <inheritdoc/>
    public static Lanes512 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512<double>.Zero);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Broadcast(double value) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Iota(int start) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create((double)start) + Vector512.Create(0.0, 1, 2, 3, 4, 5, 6, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, double right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value + Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(double left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(left) + right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, double right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value - Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(double left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(left) - right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, double right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value * Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(double left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(left) * right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(Lanes512 left, double right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(left.value / Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator /(double left, Lanes512 right) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Create(left) / right.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 value) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(-value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.MultiplyAddEstimate(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.MultiplyAdd(Lanes512 a, Lanes512 b, double c) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.MultiplyAddEstimate(a.value, b.value, Vector512.Create(c)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.MultiplyAdd(Lanes512 a, double b, Lanes512 c) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.MultiplyAddEstimate(a.value, Vector512.Create(b), c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.FusedMultiplyAdd(Lanes512 a, Lanes512 b, Lanes512 c) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.FusedMultiplyAdd(a.value, b.value, c.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.WhereLess(Lanes512 a, Lanes512 b, Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.ConditionalSelect(Vector512.LessThan(a.value, b.value), x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.CopySign(Lanes512 magnitude, Lanes512 sign) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.CopySign(magnitude.value, sign.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.Scale(Lanes512 x, Lanes512 n) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<double>, Lanes512>(Avx512F.Scale(x.value, n.value)) : ExponentialLanes.ScaleByHalves(x, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.AddBits(Lanes512 x, long bits) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>((x.value.AsInt64() + Vector512.Create(bits)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.AndBits(Lanes512 x, long mask) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>((x.value.AsInt64() & Vector512.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.OrBits(Lanes512 x, long mask) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>((x.value.AsInt64() | Vector512.Create(mask)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.ShiftLeftBits(Lanes512 x, int count) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>((x.value.AsInt64() << count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.ShiftRightBits(Lanes512 x, int count) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>((x.value.AsInt64() >>> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.ScaleNormal(Lanes512 x, Lanes512 n) =>
        Avx512F.IsSupported ? Unsafe.BitCast<Vector512<double>, Lanes512>(Avx512F.Scale(x.value, n.value)) : x * ExponentialLanes.PowerOfTwo(n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes512>.AllLess(Lanes512 x, double bound) => Vector512.LessThanAll(x.value, Vector512.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool ILanePrimitives<Lanes512>.AllPositiveNormal(Lanes512 x) =>
        Vector512.LessThanAll(
            x.value.AsUInt64() - Vector512.Create(0x0010000000000000UL), Vector512.Create(0x7FF0000000000000UL - 0x0010000000000000UL));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 IRegisterLanes<Lanes512, InMemory<Vector512<double>>, Vector512<double>>.Of(InMemory<Vector512<double>> argument) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(argument.Register);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Vector512<double> IRegisterLanes<Lanes512, InMemory<Vector512<double>>, Vector512<double>>.RegisterOf(Lanes512 x) => x.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.Each<F>(Lanes512 x)
    {
        var lanes = x.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector512<double>, double>(ref lanes), 8);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Lanes512 ILanePrimitives<Lanes512>.EachPair<F>(Lanes512 x, Lanes512 y)
    {
        var lanes = x.value;
        var others = y.value;
        LaneByLane.Apply<F>(ref Unsafe.As<Vector512<double>, double>(ref lanes), ref Unsafe.As<Vector512<double>, double>(ref others), 8);
        return Unsafe.BitCast<Vector512<double>, Lanes512>(lanes);
    }
}
