using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

public readonly partial struct Lanes128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes128 value) => Vector128.Sum(value.value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLane(Lanes128 value) => Math.Max(value.value.ToScalar(), value.value.GetElement(1));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLane(Lanes128 value) => Math.Min(value.value.ToScalar(), value.value.GetElement(1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Square(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(x.value * x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Exp(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(ExponentialLanes.Exp<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Expm1(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(ExponentialLanes.Expm1<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Log(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(LogarithmLanes.Log<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Log1p(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(LogarithmLanes.Log1p<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Pow(Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(PowerLanes.Pow<Lanes128, Vector128<double>, Vector128<double>>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Abs(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sign(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.ConditionalSelect(
            Vector128.GreaterThan(x.value, Vector128<double>.Zero),
            Vector128<double>.One,
            Vector128.ConditionalSelect(
                Vector128.LessThan(x.value, Vector128<double>.Zero), -Vector128<double>.One, Vector128<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Floor(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Floor(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Truncate(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Truncate(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Remainder(Lanes128 x, Lanes128 y) => RemainderLanes.Remainder(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sin(Lanes128 x) => TrigonometricLanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Cos(Lanes128 x) => TrigonometricLanes.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Tan(Lanes128 x) => TrigonometricLanes.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Atan(Lanes128 x) => TrigonometricLanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Tanh(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(ExponentialLanes.Tanh<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Max(Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Min(Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 InverseLogit(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(LogisticLanes.InverseLogit<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Logit(Lanes128 p) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(LogisticLanes.Logit<Lanes128, Vector128<double>, Vector128<double>>(p.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Log1pExp(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(LogisticLanes.Log1pExp<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LogGamma(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(GammaLanes.LogGamma<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Digamma(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(GammaLanes.Digamma<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LogBesselI0(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(BesselLanes.LogBesselI0<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 BesselRatio(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(BesselLanes.BesselRatio<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Erf(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(NormalTailLanes.Erf<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Erfc(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(NormalTailLanes.Erfc<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 NormalCdf(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(NormalTailLanes.NormalCdf<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LogNormalCdf(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(NormalTailLanes.LogNormalCdf<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 StirlingExcess(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(StirlingLanes.Excess<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 StirlingExcessSlope(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(StirlingLanes.Slope<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LogScaledBesselI0(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(BesselLanes.LogScaledI0<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 ScaledBesselSlope(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(BesselLanes.ScaledSlope<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 InverseMills(Lanes128 x) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(NormalTailLanes.InverseMills<Lanes128, Vector128<double>, Vector128<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 XLogY(Lanes128 x, Lanes128 y) => ZeroProductLanes.XLogY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 XLog1pY(Lanes128 x, Lanes128 y) => ZeroProductLanes.XLog1pY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LogRatio(Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(RatioLanes.LogRatio<Lanes128, Vector128<double>, Vector128<double>>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 PoissonDeviance(Lanes128 x, Lanes128 y) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(RatioLanes.PoissonDeviance<Lanes128, Vector128<double>, Vector128<double>>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Where(Lanes128 condition, Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(
            Vector128.ConditionalSelect(Vector128.Equals(condition.value, Vector128<double>.Zero), b.value, a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Less(Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.LessThan(a.value, b.value) & Vector128<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 LessOrEqual(Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.LessThanOrEqual(a.value, b.value) & Vector128<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Equal(Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Equals(a.value, b.value) & Vector128<double>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 And(Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.AndNot(
            Vector128<double>.One, Vector128.Equals(a.value, Vector128<double>.Zero) | Vector128.Equals(b.value, Vector128<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Or(Lanes128 a, Lanes128 b) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.AndNot(
            Vector128<double>.One, Vector128.Equals(a.value, Vector128<double>.Zero) & Vector128.Equals(b.value, Vector128<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Not(Lanes128 a) =>
        Unsafe.BitCast<Vector128<double>, Lanes128>(Vector128.Equals(a.value, Vector128<double>.Zero) & Vector128<double>.One);
}
