using System;
using System.Linq;

namespace Gen.Benchmarks.References;

/// <summary>Eight schools, non-centred, in plain scalar loops.</summary>
internal sealed class EightSchoolsByHand(Vector sigma, Vector y) : ByHand(10)
{
    private readonly double[] y = y.ToArray();
    private readonly double[] precision = [.. sigma.Select(s => 1 / (s * s))];

    // All normals of the model, their scales, and a half-Cauchy of scale 5.
    private readonly double constant = -17 * HalfLogTwoPi - sigma.Sum(s => Math.Log(s)) - Math.Log(5) + Math.Log(2 / (Math.PI * 5));

    public override double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var (mu, logTau) = (position[8], position[9]);
        var tau = Math.Exp(logTau);
        var (total, byMu, byTau) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 8; i++)
        {
            var trans = position[i];
            var residual = y[i] - mu - tau * trans;
            var slope = residual * precision[i];
            total += residual * slope + trans * trans;
            byMu += slope;
            byTau += slope * trans;
            gradient[i] = tau * slope - trans;
        }

        var ratio = tau * tau / 25;
        gradient[8] = byMu - mu / 25;
        gradient[9] = tau * byTau - 2 * ratio / (1 + ratio) + 1;
        return constant - 0.5 * total - mu * mu / 50 - Math.Log(1 + ratio) + logTau;
    }
}
