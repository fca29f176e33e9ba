using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The logarithm of the gamma function and its derivative on lanes, written once for all widths.</summary>
/// <remarks>
/// <para>
/// From 2.5 on, Stirling's series with its remainder as a polynomial in 1/x², interpolated at Chebyshev nodes on the whole of [2.5, ∞):
/// fewer terms than the asymptotic series (Abramowitz and Stegun 6.1.40, 6.3.18), and no recurrence to climb to where that series serves.
/// Below, polynomials around the zeros, so that relative accuracy is kept next to them: log Γ(2 + t) / t on [-½, ½], reached from below by
/// Γ(x + 1) = x Γ(x), and ψ(x) / (x - x₀) on [1, 2.5] with the zero x₀ in two parts.
/// </para>
/// <para>The coefficients were computed with 60 digits; each polynomial's own relative error is below 2e-16.</para>
/// </remarks>
internal static class GammaLanes
{
    private const double PositiveZeroOfDigamma = 1.4616321449683622;
    private const double PositiveZeroOfDigammaLow = 9.549995429965697e-17;

    /// <summary>log Γ(2 + t) / t for -½ ≤ t ≤ ½ (relative error 3e-19).</summary>
    internal static ReadOnlySpan<double> NearTwo =>
    [
        0.42278433509846713, 0.3224670334241132, -0.06735230105319814, 0.02058080842778463, -0.007385551028668096,
        0.0028905103307343394, -0.0011927539120033873, 0.0005096695250262799, -0.00022315475069647703, 9.945750665169756e-05,
        -4.492635166770342e-05, 2.0507292365464966e-05, -9.438454884054723e-06, 4.374221208333783e-06, -2.044935323180052e-06,
        9.584290249224467e-07, -4.303234692956732e-07, 2.0192169921430407e-07, -1.341570273460026e-07, 6.473973449314896e-08,
    ];

    /// <summary>x (log Γ(x) - (x - ½) log x + x - ½ log 2π) in 1/x² for x ≥ 2.5 (relative error 4e-17, and the term is a tenth).</summary>
    internal static ReadOnlySpan<double> StirlingRemainder =>
    [
        0.08333333333333333, -0.0027777777777705515, 0.0007936507905629273, -0.0005952375696014037, 0.00084170342149512,
        -0.0019149074950148852, 0.006313448778454302, -0.026999400907744123, 0.12895061623371154, -0.5843352062745063,
        2.1829790272529004, -5.948007408488261, 10.202529922701475, -8.15258711759824,
    ];

    /// <summary>ψ(x) / (x - x₀) in x - 1.75 for 1 ≤ x ≤ 2.5 (relative error 2e-17).</summary>
    private static ReadOnlySpan<double> DigammaNearZero =>
    [
        0.8581832171262995, -0.3262546278681058, 0.1571201133520353, -0.08228558635575735, 0.04479965445349353,
        -0.02489004849025654, 0.013985786156694045, -0.007910468741890895, 0.004491814245608758, -0.0025566870396132296,
        0.0014573683558343324, -0.0008314921032409579, 0.0004747286245790241, -0.00027112289250579057, 0.00015458838323561486,
        -8.824999326554356e-05, 5.141075684708302e-05, -2.954281080800731e-05, 1.4464535175165127e-05, -7.97143148460127e-06,
        8.533633516686226e-06, -5.204438819790702e-06, -1.2515940331510544e-06, 9.27325406510637e-07, 2.08299229811712e-06,
        -1.2506171287653083e-06,
    ];

    /// <summary>x² (log x - 1 / 2x - ψ(x)) in 1/x² for x ≥ 2.5 (relative error 7e-16, and the term is a fiftieth).</summary>
    internal static ReadOnlySpan<double> DigammaRemainder =>
    [
        0.08333333333333327, -0.008333333333196876, 0.00396825390977273, -0.004166656674396935, 0.007574851696049191,
        -0.021042423061853718, 0.08145418520643562, -0.3930554575878867, 2.035506303101985, -9.694529130341255, 37.32142400807133,
        -103.60494092416671, 179.88383350444064, -144.94043761205623,
    ];

    /// <summary>
    /// log |Γ(x)| to 6 ulp for x > 0, its zeros at 1 and 2 included; for x &lt; 0 by reflection, to 1e-15 of the larger of its terms;
    /// +∞ at 0, at negative integers and at ±∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R LogGamma<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        if (!V.AllPositiveNormal(x))
            return V.RegisterOf(V.Each<LogGammaOfOne>(x));
        V half = V.Broadcast(0.5), threeHalves = V.Broadcast(1.5);
        var log = LogarithmLanes.OfNormal(V.WhereLess(x, half, V.MultiplyAdd(x, x, x), x));

        var t = V.WhereLess(x, half, x, V.WhereLess(x, threeHalves, x - 1, x - 2));
        var below = V.MultiplyAdd(t, PolynomialLanes.Of(t, NearTwo), V.WhereLess(x, threeHalves, -log, V.Zero));

        var inverse = 1 / x;
        var remainder = V.MultiplyAdd(inverse, PolynomialLanes.Of(inverse * inverse, StirlingRemainder), Functions.HalfLogTwoPi - 0.5);
        var above = V.MultiplyAdd(x - 0.5, log - 1, remainder);
        return V.RegisterOf(V.WhereLess(x, V.Broadcast(2.5), below, above));
    }

    /// <summary>
    /// ψ(x) = d log Γ / dx to 3 ulp for x > 0, its zero at 1.4616… included; for x &lt; 0 by reflection, to 1e-15 of the larger of its terms;
    /// ∓∞ at ±0, NaN at negative integers and at -∞, +∞ at +∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R Digamma<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        if (!V.AllPositiveNormal(x))
            return V.RegisterOf(V.Each<DigammaOfOne>(x));
        var inverse = 1 / x;
        var one = V.Broadcast(1);
        var y = V.WhereLess(x, one, x + 1, x);
        var distance = y - PositiveZeroOfDigamma - PositiveZeroOfDigammaLow;
        var below = V.MultiplyAdd(distance, PolynomialLanes.Of(y - 1.75, DigammaNearZero), V.WhereLess(x, one, -inverse, V.Zero));

        var square = inverse * inverse;
        var remainder = V.MultiplyAdd(square, PolynomialLanes.Of(square, DigammaRemainder), 0.5 * inverse);
        var above = LogarithmLanes.OfNormal(x) - remainder;
        return V.RegisterOf(V.WhereLess(x, V.Broadcast(2.5), below, above));
    }

    /// <summary>ψ(x) for 1 ≤ x ≤ 2.5, its zero included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V DigammaBetweenOneAndTwoAndAHalf<V>(V x)
        where V : struct, ILanePrimitives<V> =>
        (x - PositiveZeroOfDigamma - PositiveZeroOfDigammaLow) * PolynomialLanes.Of(x - 1.75, DigammaNearZero);

    private readonly struct LogGammaOfOne : IScalarFunction
    {
        public static double Of(double x) => Functions.LogGamma(x);
    }

    private readonly struct DigammaOfOne : IScalarFunction
    {
        public static double Of(double x) => Functions.Digamma(x);
    }
}
