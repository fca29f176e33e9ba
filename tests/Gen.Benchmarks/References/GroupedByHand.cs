using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Gen.Numerics;

namespace Gen.Benchmarks.References;

/// <summary>A regression with an intercept for each group: gathers and residuals on lanes, slopes of intercepts added up one by one.</summary>
internal sealed class GroupedByHand(int[] group, Vector x, Vector y, int groups) : ByHand(groups + 4)
{
    private readonly double[] x = x.ToArray();
    private readonly double[] y = y.ToArray();

    // Four normals with constants: of mu and beta (scale 10), of each intercept, and of each row; and two half-normals.
    private readonly double constant = 2 * (-Math.Log(10) - HalfLogTwoPi) - (groups + y.Length) * HalfLogTwoPi + 2 * HalfNormalConstant;

    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var (mu, logTau, beta, logSigma) = (position[0], position[1], position[groups + 2], position[groups + 3]);
        var (tau, sigma) = (Math.Exp(logTau), Math.Exp(logSigma));
        var (tauPrecision, precision) = (1 / (tau * tau), 1 / (sigma * sigma));
        var alpha = position.Slice(2, groups);
        var byAlpha = gradient.Slice(2, groups);
        var (spread, byMu) = (0.0, 0.0);
        for (var g = 0; g < groups; g++)
        {
            var distance = alpha[g] - mu;
            spread += distance * distance;
            byMu += distance;
            byAlpha[g] = -distance * tauPrecision;
        }

        var (squares, byBeta) = Vector512.IsHardwareAccelerated
            ? Rows<Lanes512>(alpha, byAlpha, beta, precision) : Rows<Lanes256>(alpha, byAlpha, beta, precision);
        gradient[0] = byMu * tauPrecision - mu / 100;
        gradient[1] = spread * tauPrecision - groups - tau * tau + 1;
        gradient[groups + 2] = precision * byBeta - beta / 100;
        gradient[groups + 3] = precision * squares - y.Length - sigma * sigma + 1;
        return constant - 0.5 * (mu * mu + beta * beta) / 100 - 0.5 * tauPrecision * spread - groups * logTau - 0.5 * precision * squares - y.Length * logSigma
            - 0.5 * (tau * tau + sigma * sigma) + logTau + logSigma;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Squares, double ByBeta) Rows<V>(ReadOnlySpan<double> alpha, Span<double> byAlpha, double beta, double precision)
        where V : struct, ILanes<V>
    {
        Span<double> slopes = stackalloc double[8];
        var (squares, byBeta) = (V.Zero, V.Zero);
        var i = 0;
        for (; i <= y.Length - V.Count; i += V.Count)
        {
            var slope = V.Load(x, i);
            var residual = V.Load(y, i) - V.Gather(alpha, group, i) - beta * slope;
            squares += residual * residual;
            byBeta += residual * slope;
            V.Store(precision * residual, slopes, 0);
            for (var l = 0; l < V.Count; l++)
            {
                byAlpha[group[i + l]] += slopes[l];
            }
        }

        var (s, t) = (V.Sum(squares), V.Sum(byBeta));
        for (; i < y.Length; i++)
        {
            var residual = y[i] - alpha[group[i]] - beta * x[i];
            s += residual * residual;
            t += residual * x[i];
            byAlpha[group[i]] += precision * residual;
        }

        return (s, t);
    }
}
