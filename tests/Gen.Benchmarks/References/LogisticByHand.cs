using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gen.Numerics;

namespace Gen.Benchmarks.References;

/// <summary>A logistic regression on five features: everything of a row in registers, one exponential and one logarithm a row.</summary>
internal sealed class LogisticByHand : ByHand
{
    private const double PriorSd = 2.5;
    private readonly double[][] x = new double[5][];
    private readonly double[] outcome;

    public LogisticByHand(Matrix x, int[] outcome)
        : base(6)
    {
        this.outcome = Array.ConvertAll(outcome, value => (double)value);
        for (var k = 0; k < 5; k++)
        {
            this.x[k] = new double[x.Rows];
            for (var i = 0; i < x.Rows; i++)
            {
                this.x[k][i] = x[i, k];
            }
        }
    }

    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        gradient.Clear();
        var total = Vector512.IsHardwareAccelerated ? Rows<Lanes512>(0, position, gradient, out var next) : Rows<Lanes256>(0, position, gradient, out next);
        total += Rows<Lanes1>(next, position, gradient, out _);
        for (var k = 0; k < 6; k++)
        {
            gradient[k] -= position[k] / (PriorSd * PriorSd);
            total -= 0.5 * position[k] * position[k] / (PriorSd * PriorSd) + Math.Log(PriorSd) + HalfLogTwoPi;
        }

        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Rows<V>(int from, ReadOnlySpan<double> beta, Span<double> gradient, out int next)
        where V : struct, ILanes<V>
    {
        var (x0, x1, x2, x3, x4) = (x[0], x[1], x[2], x[3], x[4]);
        var (alpha, b0, b1, b2, b3, b4) = (beta[0], beta[1], beta[2], beta[3], beta[4], beta[5]);
        var (total, g, g0, g1, g2, g3, g4) = (V.Zero, V.Zero, V.Zero, V.Zero, V.Zero, V.Zero, V.Zero);
        var one = V.Broadcast(1);
        var i = from;
        for (; i <= outcome.Length - V.Count; i += V.Count)
        {
            var (r0, r1, r2, r3, r4) = (V.Load(x0, i), V.Load(x1, i), V.Load(x2, i), V.Load(x3, i), V.Load(x4, i));
            var eta = alpha + b0 * r0 + b1 * r1 + b2 * r2 + b3 * r3 + b4 * r4;
            var y = V.Load(outcome, i);
            var small = V.Exp(-V.Abs(eta));
            var inverse = one / (one + small);
            var probability = V.Where(V.Less(eta, V.Zero), small * inverse, inverse);
            total += y * eta - V.Max(eta, V.Zero) - V.Log1p(small);
            var residual = y - probability;
            g += residual;
            g0 += residual * r0;
            g1 += residual * r1;
            g2 += residual * r2;
            g3 += residual * r3;
            g4 += residual * r4;
        }

        gradient[0] += V.Sum(g);
        gradient[1] += V.Sum(g0);
        gradient[2] += V.Sum(g1);
        gradient[3] += V.Sum(g2);
        gradient[4] += V.Sum(g3);
        gradient[5] += V.Sum(g4);
        next = i;
        return V.Sum(total);
    }
}
