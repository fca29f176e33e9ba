using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Functions of a ratio on lanes that keep their digits where the ratio is nearly 1, written once for all widths.</summary>
/// <remarks>
/// The difference of two numbers within a factor of 2 of each other is exact; all that is small near a ratio of 1 is made from it. What is not
/// positive and normal is computed lane by lane.
/// </remarks>
internal static class RatioLanes
{
    /// <summary>Below this size of (a − b) / b, log(a / b) is log(1 + (a − b) / b).</summary>
    private const double Near = 0.25;

    /// <summary>Below this size of v = (a − b) / (a + b), the deviance is its series in v.</summary>
    private const double NearDeviance = 0.1;

    /// <summary>1/3, 1/5, …: the series of (artanh(v) − v) / v³ in v² &lt; 0.01, to 2^-60.</summary>
    private static ReadOnlySpan<double> ArtanhSeries =>
        [1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21];

    /// <summary>log(a / b) to 3 ulp for positive a and b, near 1 and where the quotient overflows too; ∓∞ where a or b is 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R LogRatio<V, A, R>(A numerator, A denominator)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        V a = V.Of(numerator), b = V.Of(denominator);
        var ratio = a / b;
        var inverse = b / a;
        if (!V.AllPositiveNormal(a) || !V.AllPositiveNormal(b) || !V.AllPositiveNormal(ratio) || !V.AllPositiveNormal(inverse))
            return V.RegisterOf(V.Count == 1 ? V.EachPair<LogRatioAtEdges>(a, b) : V.EachPair<LogRatioOfOne>(a, b));
        var distance = (a - b) / b;
        V size = V.Abs(distance), near = V.Broadcast(Near);
        var f = V.WhereLess(size, near, distance, LogarithmLanes.FractionOf(ratio));
        var k = V.WhereLess(size, near, V.Zero, LogarithmLanes.ExponentOf(ratio));
        return V.RegisterOf(LogarithmLanes.OfParts(f, k));
    }

    /// <summary>
    /// a log(a / b) − a + b to 20 ulp for a ≥ 0 and b ≥ 0: b where a is 0, +∞ where b alone is 0 or where a or b alone is infinite, NaN below 0.
    /// </summary>
    /// <remarks>C. Loader (2000), "Fast and accurate computation of binomial probabilities", whose <c>bd0</c> it is.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R PoissonDeviance<V, A, R>(A count, A mean)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        V given = V.Of(count), b = V.Of(mean);
        // Zeros, which counts often are, do not leave the fast path.
        var isZero = V.Equal(given, V.Zero);
        var a = V.Where(isZero, b, given);
        var ratio = a / b;
        if (!V.AllPositiveNormal(a) || !V.AllPositiveNormal(b) || !V.AllPositiveNormal(ratio))
            return V.RegisterOf(V.Count == 1 ? V.EachPair<DevianceAtEdges>(given, b) : V.EachPair<DevianceOfOne>(given, b));
        var difference = a - b;
        var v = difference / (a + b);
        var square = v * v;
        var near = V.MultiplyAdd(2 * a * v * square, PolynomialLanes.Of(square, ArtanhSeries), difference * v);
        var far = V.MultiplyAdd(a, LogarithmLanes.OfNormal(ratio), -difference);
        return V.RegisterOf(V.Where(isZero, b, V.WhereLess(V.Abs(v), V.Broadcast(NearDeviance), near, far)));
    }

    private readonly struct LogRatioOfOne : IScalarFunctionOfTwo
    {
        public static double Of(double a, double b) => LogRatio<Lanes1, double, double>(a, b);
    }

    private readonly struct LogRatioAtEdges : IScalarFunctionOfTwo
    {
        public static double Of(double a, double b) =>
            a < 0 || b < 0 ? double.NaN
            : a >= (1 - Near) * b && a <= (1 + Near) * b && b > 0 && double.IsFinite(b) ? Functions.Log1p((a - b) / b)
            : double.IsNormal(a / b) ? Math.Log(a / b)
            : Math.Log(a) - Math.Log(b);
    }

    private readonly struct DevianceOfOne : IScalarFunctionOfTwo
    {
        public static double Of(double a, double b) => PoissonDeviance<Lanes1, double, double>(a, b);
    }

    private readonly struct DevianceAtEdges : IScalarFunctionOfTwo
    {
        public static double Of(double a, double b) =>
            !(a >= 0 && b >= 0) || (double.IsInfinity(a) && double.IsInfinity(b)) ? double.NaN
            : a == 0 ? b
            : b == 0 || double.IsInfinity(a) || double.IsInfinity(b) ? double.PositiveInfinity
            : a == b ? 0
            : Math.Max(a * (Math.Log(a) - Math.Log(b)) - (a - b), 0);
    }
}
