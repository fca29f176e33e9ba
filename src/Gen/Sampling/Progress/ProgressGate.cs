using System;
using System.Diagnostics;
using System.Threading;

namespace Gen.Sampling;

/// <summary>Hands chains' reports to their listener one at a time.</summary>
internal sealed class ProgressGate(IProgress<SamplingProgress> listener)
{
    private readonly Lock gate = new();

    /// <summary>The least time between two reports of one chain, in ticks of the stopwatch: a tenth of a second.</summary>
    public static long Interval { get; } = Stopwatch.Frequency / 10;

    /// <summary>Passes <paramref name="report"/> on.</summary>
    public void Report(in SamplingProgress report)
    {
        lock (gate)
            listener.Report(report);
    }
}
