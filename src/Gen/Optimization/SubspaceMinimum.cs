using System;
using static Gen.Optimization.LimitedMemoryMatrix;

namespace Gen.Optimization;

/// <summary>The minimiser of the quadratic model over the variables that are free at the Cauchy point, brought back within the bounds.</summary>
/// <remarks>
/// The direct primal method of Byrd, Lu, Nocedal and Zhu (1995), section 5.1, with the projection of Morales and Nocedal (2011), ACM
/// Transactions on Mathematical Software 38: the minimiser is projected onto the box, and only if that is no direction of descent is the
/// step cut short where it leaves the box.
/// </remarks>
internal sealed class SubspaceMinimum(int dimension, int memory)
{
    private readonly LuFactorization reduced = new(2 * memory);
    private readonly double[] residual = new double[dimension];
    private readonly double[] v = new double[2 * memory];
    private readonly double[] row = new double[2 * memory];
    private readonly double[] step = new double[dimension];

    /// <summary>The minimiser within the bounds.</summary>
    public double[] Point { get; } = new double[dimension];

    /// <summary>Finds the point; false when the reduced system is singular.</summary>
    public bool Find(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Box box, LimitedMemoryMatrix hessian, CauchyPoint cauchy)
    {
        cauchy.Point.CopyTo(Point, 0);
        if (hessian.Count == 0 || Array.IndexOf(cauchy.IsFree, true) < 0)
            return true;

        var rank = hessian.Rank;
        var v = this.v.AsSpan(0, rank);
        var w = row.AsSpan(0, rank);
        var correction = cauchy.Correction.AsSpan(0, rank);
        hessian.MultiplyMiddle(correction);

        // The gradient of the model at the Cauchy point, and the system (M⁻¹ − WᵀZZᵀW/θ) v = WᵀZ r, which is N⁻¹M of the paper at once.
        v.Clear();
        hessian.Assemble(reduced);
        for (var i = 0; i < x.Length; i++)
        {
            if (!cauchy.IsFree[i])
                continue;

            hessian.Row(i, w);
            residual[i] = gradient[i] + hessian.Theta * (cauchy.Point[i] - x[i]) - Dot(w, correction);
            for (var j = 0; j < rank; j++)
            {
                v[j] += w[j] * residual[i];
                for (var k = 0; k < rank; k++)
                    reduced[j, k] -= w[j] * w[k] / hessian.Theta;
            }
        }

        if (!reduced.Factorize())
            return false;

        reduced.Solve(v);
        for (var i = 0; i < x.Length; i++)
        {
            step[i] = 0;
            if (cauchy.IsFree[i])
            {
                hessian.Row(i, w);
                step[i] = -(residual[i] + Dot(w, v) / hessian.Theta) / hessian.Theta;
            }
        }

        return Within(x, gradient, box, cauchy);
    }

    private bool Within(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient, Box box, CauchyPoint cauchy)
    {
        var descent = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            Point[i] = Math.Clamp(cauchy.Point[i] + step[i], box.Lower[i], box.Upper[i]);
            descent += (Point[i] - x[i]) * gradient[i];
        }

        if (descent < 0)
            return true;

        var longest = 1.0;
        for (var i = 0; i < x.Length; i++)
        {
            var room = step[i] > 0 ? box.Upper[i] - cauchy.Point[i] : box.Lower[i] - cauchy.Point[i];
            if (step[i] != 0 && room / step[i] < longest)
                longest = room / step[i];
        }

        for (var i = 0; i < x.Length; i++)
            Point[i] = Math.Clamp(cauchy.Point[i] + longest * step[i], box.Lower[i], box.Upper[i]);
        return true;
    }
}
