using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// The largest of |xᵢ| / (absolute tolerance + relative tolerance · |yᵢ|): at most 1 where every component is within its tolerance, and NaN where an
/// element is.
/// </summary>
/// <remarks>
/// The maximum rather than a root mean square, so that the tolerance of a state does not become looser by many sensitivities integrated beside it.
/// </remarks>
internal readonly struct ScaledNorm(DifferentialEquationOptions options)
{
    private readonly double relative = options.RelativeTolerance;
    private readonly double absolute = options.AbsoluteTolerance;

    /// <summary>|x| in units of the tolerance at y, elementwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Ratio(Vector256<double> x, Vector256<double> y) =>
        Vector256.Abs(x) / (relative * Vector256.Abs(y) + Vector256.Create(absolute));

    /// <summary>The norm of x at y.</summary>
    public double Of(ReadOnlySpan<Vector256<double>> x, ReadOnlySpan<Vector256<double>> y)
    {
        var largest = Vector256<double>.Zero;
        for (var i = 0; i < x.Length; i++)
        {
            largest = Vector256.Max(largest, Ratio(x[i], y[i]));
        }

        return Largest(largest);
    }

    /// <summary>The norm of x at y.</summary>
    public double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var largest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(x[i]) / (absolute + relative * Math.Abs(y[i])));
        }

        return largest;
    }

    /// <summary>The largest of four elements, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Largest(Vector256<double> values)
    {
        var two = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(two.ToScalar(), two.GetElement(1));
    }
}
