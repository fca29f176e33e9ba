using System;

namespace Gen.Sampling;

/// <summary>
/// Estimates a diagonal metric from draws and their gradients: σ² = √(Var(x) / Var(∇ log p)), the scales that minimise the Fisher divergence between
/// the transformed posterior and a standard normal.
/// </summary>
/// <remarks>
/// nutpie's (arXiv 2603.18845; nuts-rs transform/adapt/diagonal.rs). A foreground estimate serves while a background one, of the draws since the last
/// exchange only, grows to replace it.
/// </remarks>
internal sealed class DrawGradientEstimator(int dimension)
{
    // Two points have a variance, but a wild one.
    private const int FewestDraws = 3;
    private const double SmallestVariance = 1e-20;
    private const double LargestVariance = 1e20;

    private WelfordVariance draws = new(dimension), gradients = new(dimension);
    private WelfordVariance newDraws = new(dimension), newGradients = new(dimension);

    /// <summary>The number of draws in the background estimate.</summary>
    public int BackgroundCount => newDraws.Count;

    /// <summary>Adds a draw and its gradient to both estimates.</summary>
    public void Add(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        draws.Add(position);
        gradients.Add(gradient);
        newDraws.Add(position);
        newGradients.Add(gradient);
    }

    /// <summary>Makes the background estimate the foreground one, and starts a new one.</summary>
    public void Exchange()
    {
        (draws, newDraws) = (newDraws, draws);
        (gradients, newGradients) = (newGradients, gradients);
        newDraws.Clear();
        newGradients.Clear();
    }

    /// <summary>Sets the scales of <paramref name="metric"/> from one gradient: σ² = 1 / |∇ log p|.</summary>
    public static void SetFromGradient(DiagonalMetric metric, ReadOnlySpan<double> gradient)
    {
        var scales = metric.Scales;
        for (var i = 0; i < scales.Length; i++)
        {
            var slope = Math.Abs(gradient[i]);
            scales[i] = slope > 0 ? Math.Sqrt(Math.Clamp(1 / slope, SmallestVariance, LargestVariance)) : 1;
        }
    }

    /// <summary>
    /// Sets the scales of <paramref name="metric"/> from the foreground estimate; false when it has too few draws. A coordinate whose draws or gradients
    /// have not varied keeps its scale.
    /// </summary>
    public bool TrySet(DiagonalMetric metric)
    {
        if (draws.Count < FewestDraws)
            return false;
        var scales = metric.Scales;
        for (var i = 0; i < scales.Length; i++)
        {
            var ratio = draws.SumOfSquares[i] / gradients.SumOfSquares[i];
            if (ratio > 0 && double.IsFinite(ratio))
                scales[i] = Math.Sqrt(Math.Clamp(Math.Sqrt(ratio), SmallestVariance, LargestVariance));
        }

        return true;
    }
}
