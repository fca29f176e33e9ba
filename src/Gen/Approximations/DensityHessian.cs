using System;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>Second derivatives of a log-density, by central differences of its exact gradients: accurate to about eight digits of the largest.</summary>
internal static class DensityHessian
{
    // Of a standard deviation. A difference of gradients over it loses ten digits to what is cubic, and about as many to rounding.
    private const double Step = 2e-5;

    // Before anything is known of the scale of a coordinate.
    private const double FirstStep = 1e-5;

    /// <summary>−∇² log p at a position (row-major, d × d, symmetric); NaN where a gradient beside it is not finite.</summary>
    public static double[] Negative(ILogDensity density, ReadOnlySpan<double> position) => Negative(density, position, Scales(density, position));

    /// <summary>The same with standard deviations known, roughly.</summary>
    public static double[] Negative(ILogDensity density, ReadOnlySpan<double> position, ReadOnlySpan<double> scales)
    {
        var n = position.Length;
        var hessian = new double[n * n];
        double[] moved = position.ToArray(), above = new double[n], below = new double[n];
        for (var i = 0; i < n; i++)
        {
            var step = Step * scales[i];
            var (up, down) = (position[i] + step, position[i] - step);
            moved[i] = up;
            density.Evaluate(moved, above);
            moved[i] = down;
            density.Evaluate(moved, below);
            moved[i] = position[i];
            for (var j = 0; j < n; j++)
                hessian[i * n + j] = (below[j] - above[j]) / (up - down);
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                hessian[i * n + j] = hessian[j * n + i] = 0.5 * (hessian[i * n + j] + hessian[j * n + i]);
        }

        return hessian;
    }

    /// <summary>The standard deviation by each coordinate alone, from its curvature: 1 / √|∂² log p|, or 1 where that is none.</summary>
    private static double[] Scales(ILogDensity density, ReadOnlySpan<double> position)
    {
        double[] moved = position.ToArray(), here = new double[position.Length], there = new double[position.Length], scales = new double[position.Length];
        density.Evaluate(position, here);
        for (var i = 0; i < moved.Length; i++)
        {
            var step = FirstStep * Math.Max(1, Math.Abs(position[i]));
            moved[i] = position[i] + step;
            density.Evaluate(moved, there);
            var scale = 1 / Math.Sqrt(Math.Abs(there[i] - here[i]) / (moved[i] - position[i]));
            moved[i] = position[i];
            scales[i] = double.IsFinite(scale) ? scale : 1;
        }

        return scales;
    }
}
