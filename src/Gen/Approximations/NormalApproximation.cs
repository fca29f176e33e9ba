using System;
using Gen.Numerics;

namespace Gen.Approximations;

/// <summary>A normal distribution on the unconstrained scale: its mean, and the lower factor K of its precision K Kᵀ.</summary>
internal sealed class NormalApproximation : IDistributionOfPositions
{
    private readonly double[] mean, factor;
    private readonly double[] noise;
    private readonly double logScale;

    private NormalApproximation(double[] mean, double[] factor)
    {
        (this.mean, this.factor, noise) = (mean, factor, new double[mean.Length]);
        logScale = -mean.Length * Functions.HalfLogTwoPi;
        for (var i = 0; i < mean.Length; i++)
            logScale += Math.Log(factor[i * mean.Length + i]);
    }

    /// <summary>The mean.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <inheritdoc/>
    public int Dimension => mean.Length;

    /// <summary>A normal distribution by its precision (d × d, row-major, symmetric); null where that is not positive definite.</summary>
    public static NormalApproximation? OfPrecision(double[] mean, ReadOnlySpan<double> precision)
    {
        var factor = new double[precision.Length];
        return Cholesky.Factor(precision, mean.Length, factor) ? new(mean, factor) : null;
    }

    /// <summary>The standard deviation of a linear function of the position: √(wᵀ Σ w).</summary>
    public double StandardDeviation(ReadOnlySpan<double> weights)
    {
        var solved = new double[mean.Length];
        TriangularSolve.Lower(factor, mean.Length, weights, solved);
        return Math.Sqrt(RowOperations.Dot(solved, solved));
    }

    /// <inheritdoc/>
    public double Draw(RandomStream random, Span<double> position)
    {
        var logDensity = logScale;
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = random.NextNormal();
            logDensity -= 0.5 * noise[i] * noise[i];
        }

        TriangularSolve.LowerTransposed(factor, noise.Length, noise, position);
        for (var i = 0; i < noise.Length; i++)
            position[i] += mean[i];
        return logDensity;
    }

    /// <inheritdoc/>
    public double LogDensity(ReadOnlySpan<double> position)
    {
        var n = mean.Length;
        for (var i = 0; i < n; i++)
            noise[i] = position[i] - mean[i];

        // |Kᵀ (x − mean)|², column by column of K.
        var square = 0.0;
        for (var j = 0; j < n; j++)
        {
            var sum = 0.0;
            for (var i = j; i < n; i++)
                sum += factor[i * n + j] * noise[i];
            square += sum * sum;
        }

        return logScale - 0.5 * square;
    }
}
