using System;
using System.Diagnostics;
using System.Threading;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>A log-density that counts its gradients, reports them and can be stopped between two.</summary>
internal sealed class WatchedDensity(ILogDensity inner, ApproximationMethod method, IProgress<ApproximationProgress>? progress, CancellationToken cancellation, long before = 0) : ILogDensity
{
    // Some ten times a second.
    private static readonly long Interval = Stopwatch.Frequency / 10;

    private long reported = Stopwatch.GetTimestamp();

    /// <summary>The number of gradients that were computed, with those before.</summary>
    public long Gradients { get; private set; } = before;

    /// <inheritdoc/>
    public int Dimension => inner.Dimension;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        cancellation.ThrowIfCancellationRequested();
        Gradients++;
        if (progress is not null && Stopwatch.GetTimestamp() is var now && now - reported >= Interval)
        {
            reported = now;
            progress.Report(new(method, Gradients, Finished: false));
        }

        return inner.Evaluate(position, gradient);
    }
}
