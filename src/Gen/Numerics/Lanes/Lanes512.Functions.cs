using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

public readonly partial struct Lanes512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes512 value) => Vector512.Sum(value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLane(Lanes512 value) =>
        Lanes256.MaxLane(new Lanes256(Vector256.Max(value.value.GetLower(), value.value.GetUpper())));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLane(Lanes512 value) =>
        Lanes256.MinLane(new Lanes256(Vector256.Min(value.value.GetLower(), value.value.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Square(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(x.value * x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Exp(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(ExponentialLanes.Exp<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Expm1(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(ExponentialLanes.Expm1<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(LogarithmLanes.Log<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log1p(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(LogarithmLanes.Log1p<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pow(Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(PowerLanes.Pow<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Abs(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sign(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.ConditionalSelect(
            Vector512.GreaterThan(x.value, Vector512<double>.Zero),
            Vector512<double>.One,
            Vector512.ConditionalSelect(
                Vector512.LessThan(x.value, Vector512<double>.Zero), -Vector512<double>.One, Vector512<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Floor(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Floor(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Truncate(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Truncate(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Remainder(Lanes512 x, Lanes512 y) => RemainderLanes.Remainder(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sin(Lanes512 x) => TrigonometricLanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Cos(Lanes512 x) => TrigonometricLanes.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Tan(Lanes512 x) => TrigonometricLanes.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Atan(Lanes512 x) => TrigonometricLanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Tanh(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(ExponentialLanes.Tanh<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Min(Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 InverseLogit(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(LogisticLanes.InverseLogit<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Logit(Lanes512 p) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(LogisticLanes.Logit<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(p.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log1pExp(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(LogisticLanes.Log1pExp<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogGamma(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(GammaLanes.LogGamma<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Digamma(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(GammaLanes.Digamma<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogBesselI0(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(BesselLanes.LogBesselI0<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 BesselRatio(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(BesselLanes.BesselRatio<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Erf(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(NormalTailLanes.Erf<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Erfc(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(NormalTailLanes.Erfc<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 NormalCdf(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(NormalTailLanes.NormalCdf<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogNormalCdf(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(NormalTailLanes.LogNormalCdf<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 StirlingExcess(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(StirlingLanes.Excess<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 StirlingExcessSlope(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(StirlingLanes.Slope<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogScaledBesselI0(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(BesselLanes.LogScaledI0<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 ScaledBesselSlope(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(BesselLanes.ScaledSlope<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 InverseMills(Lanes512 x) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(NormalTailLanes.InverseMills<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 XLogY(Lanes512 x, Lanes512 y) => ZeroProductLanes.XLogY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 XLog1pY(Lanes512 x, Lanes512 y) => ZeroProductLanes.XLog1pY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogRatio(Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(RatioLanes.LogRatio<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 PoissonDeviance(Lanes512 x, Lanes512 y) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(RatioLanes.PoissonDeviance<Lanes512, InMemory<Vector512<double>>, Vector512<double>>(new(x.Register), new(y.Register)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Where(Lanes512 condition, Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(
            Vector512.ConditionalSelect(Vector512.Equals(condition.value, Vector512<double>.Zero), b.value, a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Less(Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.LessThan(a.value, b.value) & Vector512<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LessOrEqual(Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.LessThanOrEqual(a.value, b.value) & Vector512<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Equal(Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Equals(a.value, b.value) & Vector512<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 And(Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.AndNot(
            Vector512<double>.One, Vector512.Equals(a.value, Vector512<double>.Zero) | Vector512.Equals(b.value, Vector512<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Or(Lanes512 a, Lanes512 b) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.AndNot(
            Vector512<double>.One, Vector512.Equals(a.value, Vector512<double>.Zero) & Vector512.Equals(b.value, Vector512<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Not(Lanes512 a) =>
        Unsafe.BitCast<Vector512<double>, Lanes512>(Vector512.Equals(a.value, Vector512<double>.Zero) & Vector512<double>.One);
}
