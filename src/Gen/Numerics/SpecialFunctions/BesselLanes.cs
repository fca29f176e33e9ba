using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The logarithm of the modified Bessel function I₀ and its derivative I₁ / I₀ on lanes, written once for all widths.</summary>
/// <remarks>
/// <para>
/// Up to 8 the power series (DLMF 10.25.2) as polynomials in a = x² / 4: I₀ = 1 + a P(a), of which log(1 + ·) keeps the digits near 0, and I₁ =
/// x / 2 · Q(a). Beyond, where I₀ is exp(x) / √x times a function of 1/x (DLMF 10.40.1), that function's logarithm and the ratio as polynomials in
/// 1/x, interpolated at Chebyshev nodes on the whole of [8, ∞).
/// </para>
/// <para>The coefficients were computed with 60 digits; each polynomial's own relative error is below 4e-16.</para>
/// </remarks>
internal static class BesselLanes
{
    /// <summary>Where the series gives way to the function of 1/x.</summary>
    private const double Far = 8;

    /// <summary>(I₀(x) − 1) / a in a = x² / 4 for |x| ≤ 8.</summary>
    private static ReadOnlySpan<double> SeriesOfZero =>
    [
        1.0, 0.25, 0.027777777777777762, 0.001736111111111147, 6.944444444440493e-05, 1.929012345705309e-06, 3.936759887993035e-08,
        6.151187361364193e-10, 7.594057685381156e-12, 7.594070019494474e-14, 6.275948796822122e-16, 4.359498405380122e-18,
        2.5722398177811744e-20, 1.3440225063774028e-22, 5.062353740472856e-25, 3.548836657975522e-27,
    ];

    /// <summary>2 I₁(x) / x in a = x² / 4 for |x| ≤ 8.</summary>
    private static ReadOnlySpan<double> SeriesOfOne =>
    [
        1.0, 0.5000000000000001, 0.08333333333333304, 0.0069444444444450686, 0.00034722222222153507, 1.157407407453132e-05,
        2.7557319204030443e-07, 4.920949921538654e-09, 6.834651294492253e-11, 7.594078567160322e-13, 6.90345927367201e-15,
        5.231992159979275e-17, 3.3410044697092935e-19, 1.891028804078631e-21, 7.413211040554544e-24, 5.833651333188183e-26,
    ];

    /// <summary>log(√x exp(−x) I₀(x)) in 1/x for x ≥ 8.</summary>
    private static ReadOnlySpan<double> LogFar =>
    [
        -0.9189385332046729, 0.12500000000077857, 0.06249999900507502, 0.06510466879809464, 0.10142907288342447, 0.23114477911126943,
        -1.7772576735212946, 175.67941859442956, -9533.622359284702, 391243.18482816487, -12225338.76991239, 294600572.3690813,
        -5511169313.231343, 80204143086.08388, -905761382483.2986, 7879158271171.632, -52092540847876.7, 256135019375228.38,
        -904421537113672.6, 2161266241830785.2, -3120437601159622.5, 2048052526153446.2,
    ];

    /// <summary>I₁(x) / I₀(x) in 1/x for x ≥ 8.</summary>
    private static ReadOnlySpan<double> RatioFar =>
    [
        1.0, -0.5000000000015581, -0.12499999800894211, -0.12500100488565358, -0.19504547511346523, -0.4494276493789194,
        3.582813950185659, -351.55904575882874, 19082.47548786195, -783151.592927204, 24473252.309255704, -589795974.7241479,
        11034600969.431759, -160606431827.08267, 1814026140048.6738, -15782859652480.254, 104369289478808.55, -513305589617131.94,
        1813054019073455.8, -4334212234912487.5, 6260629766183323.0, -4111470711582666.5,
    ];

    /// <summary>(1 − I₁(x) / I₀(x)) x in 1/x for x ≥ 8.</summary>
    private static ReadOnlySpan<double> DeficitFar =>
    [
        0.49999999999999756, 0.12500000001885544, 0.12499997581002625, 0.19532479564088043, 0.4029487136170296, 1.5890239927737118,
        -55.82265067120164, 4545.662905079813, -254633.309037297, 10745890.047939572, -346941733.6854096, 8677618633.621538,
        -169345797836.3325, 2585336922130.1953, -30820048371704.18, 284990490465184.0, -2018574048949151.0, 1.0725778476683374e+16,
        -4.132640112090186e+16, 1.089446100854098e+17, -1.7572109881285536e+17, 1.3078732329050038e+17,
    ];

    /// <summary>log I₀(x) to 4 ulp; +∞ at ±∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R LogBesselI0<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var size = V.Abs(V.Of(register));
        V far = V.Broadcast(Far), infinity = V.Broadcast(double.PositiveInfinity);

        // log(1 + z) with what rounding took from 1 + z added back.
        var near = V.WhereLess(size, far, size, V.Zero);
        var quarter = 0.25 * (near * near);
        var z = quarter * PolynomialLanes.Of(quarter, SeriesOfZero);
        var one = 1 + z;
        var below = LogarithmLanes.OfNormal(one) + (z - (one - 1)) / one;

        var inverse = 1 / size;
        var above = size - 0.5 * LogarithmLanes.OfNormal(size) + PolynomialLanes.Of(inverse, LogFar);
        var y = V.WhereLess(size, far, below, above);
        return V.RegisterOf(V.WhereLess(size, infinity, y, size));
    }

    /// <summary>log I₀(x) − |x| to 6 ulp, also where both are large; −∞ at ±∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R LogScaledI0<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var size = V.Abs(V.Of(register));
        V far = V.Broadcast(Far), infinity = V.Broadcast(double.PositiveInfinity);
        var near = V.WhereLess(size, far, size, V.Zero);
        var quarter = 0.25 * (near * near);
        var z = quarter * PolynomialLanes.Of(quarter, SeriesOfZero);
        var one = 1 + z;
        var below = LogarithmLanes.OfNormal(one) + ((z - (one - 1)) / one - size);
        var above = PolynomialLanes.Of(1 / size, LogFar) - 0.5 * LogarithmLanes.OfNormal(size);
        var y = V.WhereLess(size, far, below, above);
        return V.RegisterOf(V.WhereLess(size, infinity, y, -size));
    }

    /// <summary>The derivative of log I₀(x) − |x|: I₁(x) / I₀(x) less the sign of x, also where the two agree to many digits; 0 at ±∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R ScaledSlope<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var far = V.Broadcast(Far);
        var near = V.WhereLess(size, far, size, V.Zero);
        var quarter = 0.25 * (near * near);
        var below = 1 - 0.5 * near * PolynomialLanes.Of(quarter, SeriesOfOne) / (1 + quarter * PolynomialLanes.Of(quarter, SeriesOfZero));
        var inverse = 1 / size;
        var above = -inverse * PolynomialLanes.Of(inverse, DeficitFar);
        return V.RegisterOf(V.CopySign(V.WhereLess(size, far, below, above), -x));
    }

    /// <summary>I₁(x) / I₀(x) = d log I₀ / dx to 4 ulp; ±1 at ±∞.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static R BesselRatio<V, A, R>(A register)
        where V : struct, IRegisterLanes<V, A, R>
        where A : allows ref struct
    {
        var x = V.Of(register);
        var size = V.Abs(x);
        var far = V.Broadcast(Far);
        var near = V.WhereLess(size, far, size, V.Zero);
        var quarter = 0.25 * (near * near);
        var below = 0.5 * near * PolynomialLanes.Of(quarter, SeriesOfOne) / (1 + quarter * PolynomialLanes.Of(quarter, SeriesOfZero));
        var above = PolynomialLanes.Of(1 / size, RatioFar);
        return V.RegisterOf(V.CopySign(V.WhereLess(size, far, below, above), x));
    }
}
