using System;

namespace Gen.Posteriors.Tests.References;

/// <summary>
/// Probabilities. Stan 2.21 breaks a stick: of what is left, element k takes z_k = 1 / (1 + (n − 1 − k) exp −u_k). We have the softmax of a vector whose sum is
/// zero, of which n − 1 coordinates remain.
/// </summary>
public sealed record StanSimplex(int Length) : StanMap(Length, Length - 1)
{
    private readonly double root = Math.Sqrt(Length);

    /// <inheritdoc/>
    public override double Map(ReadOnlySpan<double> stan, Span<double> ours)
    {
        var last = Length - 1;
        var logs = new double[Length];
        var (left, mean, logVolume) = (0.0, 0.0, -0.5 * Math.Log(Length));
        for (var k = 0; k <= last; k++)
        {
            var z = k < last ? Share(stan, k) : 1;
            logs[k] = Math.Log(z) + left;
            mean += logs[k] / Length;
            // Log |∂x/∂Stan's| less log |∂x/∂ours|, which is half the logarithm of the length and all those of the elements.
            logVolume += (k < last ? Math.Log(z) + Math.Log(1 - z) + left : 0) - logs[k];
            left += k < last ? Math.Log(1 - z) : 0;
        }

        for (var k = 0; k < last; k++)
        {
            ours[k] = logs[k] - mean - (logs[last] - mean) / (1 + root);
        }

        return logVolume;
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        var last = Length - 1;
        var sum = 0.0;
        foreach (var slope in slopes)
        {
            sum += slope;
        }

        // The slope by log x_k is slopes[k], or for the last one −sum / (1 + √n), less their mean, less 1 for the volume.
        var mean = (sum - sum / (1 + root)) / Length;
        var after = -sum / (1 + root) - mean - 1;
        for (var k = last - 1; k >= 0; k--)
        {
            var (z, byLog) = (Share(stan, k), slopes[k] - mean - 1);
            gradient[k] = byLog * (1 - z) - z * after + 1 - 2 * z - z * (last - 1 - k);
            after += byLog;
        }
    }

    private double Share(ReadOnlySpan<double> stan, int k) => 1 / (1 + (Length - 1 - k) * Math.Exp(-stan[k]));
}
