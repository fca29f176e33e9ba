using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

public readonly partial struct Lanes256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes256 value) => Vector256.Sum(value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLane(Lanes256 value) =>
        Lanes128.MaxLane(new Lanes128(Vector128.Max(value.value.GetLower(), value.value.GetUpper())));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLane(Lanes256 value) =>
        Lanes128.MinLane(new Lanes128(Vector128.Min(value.value.GetLower(), value.value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Square(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(x.value * x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Exp(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(ExponentialLanes.Exp<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Expm1(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(ExponentialLanes.Expm1<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Log(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(LogarithmLanes.Log<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Log1p(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(LogarithmLanes.Log1p<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Pow(Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(PowerLanes.Pow<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Abs(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sign(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.ConditionalSelect(
            Vector256.GreaterThan(x.value, Vector256<double>.Zero),
            Vector256<double>.One,
            Vector256.ConditionalSelect(
                Vector256.LessThan(x.value, Vector256<double>.Zero), -Vector256<double>.One, Vector256<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Floor(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Floor(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Truncate(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Truncate(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Remainder(Lanes256 x, Lanes256 y) => RemainderLanes.Remainder(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sin(Lanes256 x) => TrigonometricLanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Cos(Lanes256 x) => TrigonometricLanes.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Tan(Lanes256 x) => TrigonometricLanes.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Atan(Lanes256 x) => TrigonometricLanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Tanh(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(ExponentialLanes.Tanh<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Max(Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Min(Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 InverseLogit(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(LogisticLanes.InverseLogit<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Logit(Lanes256 p) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(LogisticLanes.Logit<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(p.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Log1pExp(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(LogisticLanes.Log1pExp<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LogGamma(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(GammaLanes.LogGamma<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Digamma(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(GammaLanes.Digamma<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LogBesselI0(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(BesselLanes.LogBesselI0<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 BesselRatio(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(BesselLanes.BesselRatio<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Erf(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(NormalTailLanes.Erf<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Erfc(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(NormalTailLanes.Erfc<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 NormalCdf(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(NormalTailLanes.NormalCdf<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LogNormalCdf(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(NormalTailLanes.LogNormalCdf<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 StirlingExcess(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(StirlingLanes.Excess<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 StirlingExcessSlope(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(StirlingLanes.Slope<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LogScaledBesselI0(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(BesselLanes.LogScaledI0<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 ScaledBesselSlope(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(BesselLanes.ScaledSlope<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 InverseMills(Lanes256 x) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(NormalTailLanes.InverseMills<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 XLogY(Lanes256 x, Lanes256 y) => ZeroProductLanes.XLogY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 XLog1pY(Lanes256 x, Lanes256 y) => ZeroProductLanes.XLog1pY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LogRatio(Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(RatioLanes.LogRatio<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 PoissonDeviance(Lanes256 x, Lanes256 y) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(RatioLanes.PoissonDeviance<Lanes256, InMemory<Vector256<double>>, Vector256<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Where(Lanes256 condition, Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(
            Vector256.ConditionalSelect(Vector256.Equals(condition.value, Vector256<double>.Zero), b.value, a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Less(Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.LessThan(a.value, b.value) & Vector256<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 LessOrEqual(Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.LessThanOrEqual(a.value, b.value) & Vector256<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Equal(Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Equals(a.value, b.value) & Vector256<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 And(Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.AndNot(
            Vector256<double>.One, Vector256.Equals(a.value, Vector256<double>.Zero) | Vector256.Equals(b.value, Vector256<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Or(Lanes256 a, Lanes256 b) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.AndNot(
            Vector256<double>.One, Vector256.Equals(a.value, Vector256<double>.Zero) & Vector256.Equals(b.value, Vector256<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Not(Lanes256 a) =>
        Unsafe.BitCast<Vector256<double>, Lanes256>(Vector256.Equals(a.value, Vector256<double>.Zero) & Vector256<double>.One);
}
