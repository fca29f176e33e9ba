using System;
using System.IO;

namespace Gen.Sampling;

/// <summary>
/// Estimates a diagonal metric from draws and their gradients: σ² = √(Var(x) / Var(∇ log p)), the scales that minimise the Fisher divergence between
/// the transformed posterior and a standard normal.
/// </summary>
/// <remarks>
/// nutpie's (arXiv 2603.18845; nuts-rs transform/adapt/diagonal.rs). A foreground estimate serves while a background one, of the draws since the last
/// exchange only, grows to replace it.
/// </remarks>
internal sealed class DrawGradientEstimator(int dimension) : IMetricEstimator
{
    // Two points have a variance, but a wild one.
    private const int FewestDraws = 3;
    private const double SmallestVariance = 1e-20;
    private const double LargestVariance = 1e20;

    private readonly DiagonalMetric metric = new(dimension);

    private WelfordVariance draws = new(dimension), gradients = new(dimension);
    private WelfordVariance newDraws = new(dimension), newGradients = new(dimension);

    /// <inheritdoc/>
    public IMetric Metric => metric;

    /// <inheritdoc/>
    public int EarlyWindow => 10;

    /// <inheritdoc/>
    public int BackgroundCount => newDraws.Count;

    /// <summary>Limits σ² and takes its root.</summary>
    public static double Scale(double variance) => Math.Sqrt(Math.Clamp(variance, SmallestVariance, LargestVariance));

    /// <summary>Sets scales from one gradient: σ² = 1 / |∇ log p|.</summary>
    public static void SetFromGradient(Span<double> scales, ReadOnlySpan<double> gradient)
    {
        for (var i = 0; i < scales.Length; i++)
        {
            var slope = Math.Abs(gradient[i]);
            scales[i] = slope > 0 ? Scale(1 / slope) : 1;
        }
    }

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        Add(position, gradient);
        SetFromGradient(metric.Scales, gradient);
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient)
    {
        draws.Add(position);
        gradients.Add(gradient);
        newDraws.Add(position);
        newGradients.Add(gradient);
    }

    /// <inheritdoc/>
    public SlopeLinearity? MeasureLinearity(ILogDensity density) => null;

    /// <inheritdoc/>
    public void Exchange()
    {
        (draws, newDraws) = (newDraws, draws);
        (gradients, newGradients) = (newGradients, gradients);
        newDraws.Clear();
        newGradients.Clear();
    }

    /// <inheritdoc/>
    /// <remarks>The draws themselves are not kept: new ones serve.</remarks>
    public void Rebase(PositionMove move, ILogDensity density)
    {
        draws.Clear();
        gradients.Clear();
        newDraws.Clear();
        newGradients.Clear();
    }

    /// <inheritdoc/>
    /// <remarks>After every draw, once there are enough. A coordinate whose draws or gradients have not varied keeps its scale.</remarks>
    public bool TryRenew(bool exchanged, int steps)
    {
        if (draws.Count < FewestDraws)
            return false;
        var scales = metric.Scales;
        for (var i = 0; i < scales.Length; i++)
        {
            var ratio = draws.SumOfSquares[i] / gradients.SumOfSquares[i];
            if (ratio > 0 && double.IsFinite(ratio))
                scales[i] = Scale(Math.Sqrt(ratio));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        metric.Save(writer);
        draws.Save(writer);
        gradients.Save(writer);
        newDraws.Save(writer);
        newGradients.Save(writer);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        metric.Load(reader);
        draws.Load(reader);
        gradients.Load(reader);
        newDraws.Load(reader);
        newGradients.Load(reader);
    }
}
