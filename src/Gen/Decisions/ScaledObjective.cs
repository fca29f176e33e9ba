using System;
using Gen.Optimization;

namespace Gen;

/// <summary>
/// A decision's objective as a function to minimise, in units of its own: z = x / <see cref="Units"/> and f = ∓utility / <see cref="Scale"/>.
/// </summary>
/// <remarks>
/// Tolerances are then relative. Without this an objective in large or small units stops at its start or never (a gradient of 1e-9 is
/// "stationary" to an absolute tolerance of 1e-5), and the equal split that a user started from comes back as the optimum.
/// </remarks>
internal sealed class ScaledObjective(IObjective objective, bool maximize, double[] units) : IObjectiveFunction
{
    private readonly double[] decision = new double[units.Length];
    private readonly double sign = maximize ? -1 : 1;

    /// <inheritdoc/>
    public int Dimension => units.Length;

    /// <summary>A typical size of every decision variable.</summary>
    public double[] Units => units;

    /// <summary>The utility that counts as one.</summary>
    public double Scale { get; set; } = 1;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        ToDecision(x, decision);
        var value = objective.Evaluate(decision, gradient);
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] *= sign * units[i] / Scale;
        return sign * value / Scale;
    }

    /// <summary>The decision at a scaled point.</summary>
    public void ToDecision(ReadOnlySpan<double> x, Span<double> decision)
    {
        for (var i = 0; i < x.Length; i++)
            decision[i] = x[i] * units[i];
    }

    /// <summary>
    /// Typical sizes: an element of the start where it is not zero; else the width of its bounds or the largest element of the start,
    /// whichever is less; else 1.
    /// </summary>
    public static double[] TypicalSizes(ReadOnlySpan<double> start, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        var largest = 0.0;
        foreach (var x in start)
            largest = Math.Max(largest, Math.Abs(x));

        var sizes = new double[start.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            sizes[i] = Math.Abs(start[i]);
            if (sizes[i] > Negligible * largest)
                continue;

            // Elements may be of different units (a price, a budget), so that another's size is only the last resort.
            var width = upper[i] - lower[i];
            var other = largest > 0 ? largest : double.PositiveInfinity;
            sizes[i] = Math.Min(width > 0 ? width : double.PositiveInfinity, other);
            if (!double.IsFinite(sizes[i]))
                sizes[i] = 1;
        }

        return sizes;
    }

    // Beside the others such an element of the start is nought.
    private const double Negligible = 1e-12;
}
