using System;
using static Gen.Optimization.LimitedMemoryMatrix;

namespace Gen.Optimization;

/// <summary>
/// The generalised Cauchy point: the first local minimiser of the quadratic model along the projected path x − t·g, t ≥ 0.
/// </summary>
/// <remarks>Algorithm CP of Byrd, Lu, Nocedal and Zhu (1995), SIAM Journal on Scientific Computing 16.</remarks>
internal sealed class CauchyPoint(int dimension, int memory)
{
    private readonly double[] breakpoints = new double[dimension];
    private readonly double[] sorted = new double[dimension];
    private readonly int[] order = new int[dimension];
    private readonly double[] direction = new double[dimension];
    private readonly double[] p = new double[2 * memory];
    private readonly double[] row = new double[2 * memory];
    private readonly double[] product = new double[2 * memory];

    /// <summary>The Cauchy point.</summary>
    public double[] Point { get; } = new double[dimension];

    /// <summary>Wᵀ(Point − x).</summary>
    public double[] Correction { get; } = new double[2 * memory];

    /// <summary>Whether a variable is strictly between its bounds at the Cauchy point.</summary>
    public bool[] IsFree { get; } = new bool[dimension];

    /// <summary>Finds the point from <paramref name="x"/>, which lies within the bounds.</summary>
    public void Find(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Box box, LimitedMemoryMatrix hessian)
    {
        var rank = hessian.Rank;
        var p = this.p.AsSpan(0, rank);
        var c = Correction.AsSpan(0, rank);
        var w = row.AsSpan(0, rank);
        var mw = product.AsSpan(0, rank);
        c.Clear();
        x.CopyTo(Point);
        var candidates = Breakpoints(x, gradient, box);

        hessian.MultiplyTransposed(direction, p);
        var slope = -Dot(direction, direction);
        p.CopyTo(mw);
        hessian.MultiplyMiddle(mw);
        var curvature = -hessian.Theta * slope - Dot(p, mw);
        var leastCurvature = double.Epsilon + 2.2e-16 * Math.Abs(hessian.Theta * slope);
        var best = slope < 0 ? -slope / Math.Max(curvature, leastCurvature) : 0;
        var reached = 0.0;

        for (var next = 0; next < candidates && slope < 0; next++)
        {
            var b = order[next];
            var step = breakpoints[b] - reached;
            if (best < step)
                break;

            // Variable b meets its bound: it stays there, and the path bends.
            Point[b] = direction[b] > 0 ? box.Upper[b] : box.Lower[b];
            reached = breakpoints[b];
            var z = Point[b] - x[b];
            var g = gradient[b];
            for (var j = 0; j < rank; j++)
                c[j] += step * p[j];
            hessian.Row(b, w);
            w.CopyTo(mw);
            hessian.MultiplyMiddle(mw);
            slope += step * curvature + g * g + hessian.Theta * g * z - g * Dot(mw, c);
            curvature += -hessian.Theta * g * g - 2 * g * Dot(mw, p) - g * g * Dot(mw, w);
            for (var j = 0; j < rank; j++)
                p[j] += g * w[j];
            direction[b] = 0;
            best = slope < 0 ? -slope / Math.Max(curvature, leastCurvature) : 0;
        }

        for (var i = 0; i < x.Length; i++)
        {
            if (direction[i] != 0)
                Point[i] = Math.Clamp(x[i] + (reached + best) * direction[i], box.Lower[i], box.Upper[i]);
            IsFree[i] = Point[i] > box.Lower[i] && Point[i] < box.Upper[i];
        }

        for (var j = 0; j < rank; j++)
            c[j] += best * p[j];
    }

    /// <summary>Fills the times at which variables meet their bounds, and the order of the finite ones; returns how many those are.</summary>
    private int Breakpoints(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Box box)
    {
        var count = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var g = gradient[i];
            breakpoints[i] = g < 0 ? (x[i] - box.Upper[i]) / g : g > 0 ? (x[i] - box.Lower[i]) / g : double.PositiveInfinity;
            direction[i] = breakpoints[i] > 0 ? -g : 0;
            if (breakpoints[i] > 0 && double.IsFinite(breakpoints[i]))
            {
                sorted[count] = breakpoints[i];
                order[count++] = i;
            }
        }

        Array.Sort(sorted, order, 0, count);
        return count;
    }
}
