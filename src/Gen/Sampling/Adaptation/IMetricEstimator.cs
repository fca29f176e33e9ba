using System;

namespace Gen.Sampling;

/// <summary>Learns a metric from draws and their gradients: a foreground estimate serves while a background one, of newer draws only, grows to replace it.</summary>
/// <remarks>The metric is part of its state.</remarks>
internal interface IMetricEstimator : ICheckpointed
{
    /// <summary>The metric that is learnt.</summary>
    IMetric Metric { get; }

    /// <summary>The number of draws in each of the first windows.</summary>
    int EarlyWindow { get; }

    /// <summary>The number of draws in the background estimate.</summary>
    int BackgroundCount { get; }

    /// <summary>Sets the metric from the point where a chain starts, with its gradient, and adds it as a draw.</summary>
    void Begin(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient);

    /// <summary>Adds a draw and its gradient to both estimates.</summary>
    void Add(ReadOnlySpan<double> position, ReadOnlySpan<double> gradient);

    /// <summary>Measures between the draws that it has how linear the density's slope is; null where it has none or few.</summary>
    SlopeLinearity? MeasureLinearity(ILogDensity density);

    /// <summary>Makes the background estimate the foreground one, and starts a new one.</summary>
    void Exchange();

    /// <summary>Gives the draws other coordinates: <paramref name="move"/> changes a position, and <paramref name="density"/> has the gradient there.</summary>
    void Rebase(PositionMove move, ILogDensity density);

    /// <summary>Renews the metric from the foreground estimate if it is time for that; false when the metric stays as it was.</summary>
    /// <param name="exchanged">Whether the estimates were just exchanged.</param>
    /// <param name="steps">The number of leapfrog steps since it was last asked.</param>
    bool TryRenew(bool exchanged, int steps);
}

/// <summary>Gives a position other coordinates.</summary>
internal delegate void PositionMove(Span<double> position);
