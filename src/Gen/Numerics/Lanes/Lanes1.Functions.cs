using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

public readonly partial struct Lanes1
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Lanes1 value) => value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MaxLane(Lanes1 value) => value.value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MinLane(Lanes1 value) => value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Square(Lanes1 x) => new(x.value * x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sqrt(Lanes1 x) => new(Math.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Exp(Lanes1 x) => new(ExponentialLanes.Exp<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Expm1(Lanes1 x) => new(ExponentialLanes.Expm1<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Log(Lanes1 x) => new(LogarithmLanes.Log<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Log1p(Lanes1 x) => new(LogarithmLanes.Log1p<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Pow(Lanes1 x, Lanes1 y) => new(PowerLanes.Pow<Lanes1, double, double>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Abs(Lanes1 x) => new(Math.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sign(Lanes1 x) => new(Functions.Sign(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Floor(Lanes1 x) => new(Math.Floor(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Truncate(Lanes1 x) => new(Math.Truncate(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Remainder(Lanes1 x, Lanes1 y) => RemainderLanes.Remainder(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sin(Lanes1 x) => TrigonometricLanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Cos(Lanes1 x) => TrigonometricLanes.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Tan(Lanes1 x) => TrigonometricLanes.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Atan(Lanes1 x) => TrigonometricLanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Tanh(Lanes1 x) => new(ExponentialLanes.Tanh<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Max(Lanes1 x, Lanes1 y) => new(Math.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Min(Lanes1 x, Lanes1 y) => new(Math.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 InverseLogit(Lanes1 x) => new(LogisticLanes.InverseLogit<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Logit(Lanes1 p) => new(LogisticLanes.Logit<Lanes1, double, double>(p.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Log1pExp(Lanes1 x) => new(LogisticLanes.Log1pExp<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LogGamma(Lanes1 x) => new(GammaLanes.LogGamma<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Digamma(Lanes1 x) => new(GammaLanes.Digamma<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LogBesselI0(Lanes1 x) => new(BesselLanes.LogBesselI0<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 BesselRatio(Lanes1 x) => new(BesselLanes.BesselRatio<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Erf(Lanes1 x) => new(NormalTailLanes.Erf<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Erfc(Lanes1 x) => new(NormalTailLanes.Erfc<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 NormalCdf(Lanes1 x) => new(NormalTailLanes.NormalCdf<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LogNormalCdf(Lanes1 x) => new(NormalTailLanes.LogNormalCdf<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 StirlingExcess(Lanes1 x) => new(StirlingLanes.Excess<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 StirlingExcessSlope(Lanes1 x) => new(StirlingLanes.Slope<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LogScaledBesselI0(Lanes1 x) => new(BesselLanes.LogScaledI0<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 ScaledBesselSlope(Lanes1 x) => new(BesselLanes.ScaledSlope<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 InverseMills(Lanes1 x) => new(NormalTailLanes.InverseMills<Lanes1, double, double>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 XLogY(Lanes1 x, Lanes1 y) => ZeroProductLanes.XLogY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 XLog1pY(Lanes1 x, Lanes1 y) => ZeroProductLanes.XLog1pY(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LogRatio(Lanes1 x, Lanes1 y) => new(RatioLanes.LogRatio<Lanes1, double, double>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 PoissonDeviance(Lanes1 x, Lanes1 y) => new(RatioLanes.PoissonDeviance<Lanes1, double, double>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Where(Lanes1 condition, Lanes1 a, Lanes1 b) => condition.value != 0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Less(Lanes1 a, Lanes1 b) => new(a.value < b.value ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 LessOrEqual(Lanes1 a, Lanes1 b) => new(a.value <= b.value ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Equal(Lanes1 a, Lanes1 b) => new(a.value == b.value ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 And(Lanes1 a, Lanes1 b) => Where(a, Where(b, Broadcast(1), Zero), Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Or(Lanes1 a, Lanes1 b) => Where(a, Broadcast(1), Where(b, Broadcast(1), Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Not(Lanes1 a) => new(a.value == 0 ? 1 : 0);
}
