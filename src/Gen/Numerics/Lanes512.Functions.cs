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
    public static Lanes512 Square(Lanes512 x) => new(x.value * x.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 x) => new(Vector512.Sqrt(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Exp(Lanes512 x) => new(ExponentialLanes.Exp<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Expm1(Lanes512 x) => new(ExponentialLanes.Expm1<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log(Lanes512 x) => new(LogarithmLanes.Log<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log1p(Lanes512 x) => new(LogarithmLanes.Log1p<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Pow(Lanes512 x, Lanes512 y) => new(PowerLanes.Pow<Lanes512, Vector512<double>>(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Abs(Lanes512 x) => new(Vector512.Abs(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sign(Lanes512 x) =>
        new(Vector512.ConditionalSelect(
            Vector512.GreaterThan(x.value, Vector512<double>.Zero),
            Vector512<double>.One,
            Vector512.ConditionalSelect(
                Vector512.LessThan(x.value, Vector512<double>.Zero), -Vector512<double>.One, Vector512<double>.Zero)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Floor(Lanes512 x) => new(Vector512.Floor(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sin(Lanes512 x) => TrigonometricLanes.Sin(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Cos(Lanes512 x) => TrigonometricLanes.Cos(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Tan(Lanes512 x) => TrigonometricLanes.Tan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Atan(Lanes512 x) => TrigonometricLanes.Atan(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Tanh(Lanes512 x) => new(ExponentialLanes.Tanh<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 x, Lanes512 y) => new(Vector512.Max(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Min(Lanes512 x, Lanes512 y) => new(Vector512.Min(x.value, y.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 InverseLogit(Lanes512 x) => new(LogisticLanes.InverseLogit<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Logit(Lanes512 p) => new(LogisticLanes.Logit<Lanes512, Vector512<double>>(p.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Log1pExp(Lanes512 x) => new(LogisticLanes.Log1pExp<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogGamma(Lanes512 x) => new(GammaLanes.LogGamma<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Digamma(Lanes512 x) => new(GammaLanes.Digamma<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Erf(Lanes512 x) => new(NormalTailLanes.Erf<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Erfc(Lanes512 x) => new(NormalTailLanes.Erfc<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 NormalCdf(Lanes512 x) => new(NormalTailLanes.NormalCdf<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LogNormalCdf(Lanes512 x) => new(NormalTailLanes.LogNormalCdf<Lanes512, Vector512<double>>(x.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Where(Lanes512 condition, Lanes512 a, Lanes512 b) =>
        new(Vector512.ConditionalSelect(Vector512.Equals(condition.value, Vector512<double>.Zero), b.value, a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Less(Lanes512 a, Lanes512 b) => Condition(Vector512.LessThan(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 LessOrEqual(Lanes512 a, Lanes512 b) => Condition(Vector512.LessThanOrEqual(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Equal(Lanes512 a, Lanes512 b) => Condition(Vector512.Equals(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 And(Lanes512 a, Lanes512 b) => Where(a, Where(b, Broadcast(1), Zero), Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Or(Lanes512 a, Lanes512 b) => Where(a, Broadcast(1), Where(b, Broadcast(1), Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Not(Lanes512 a) => Condition(Vector512.Equals(a.value, Vector512<double>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512 Condition(Vector512<double> mask) => new(mask & Vector512<double>.One);
}
