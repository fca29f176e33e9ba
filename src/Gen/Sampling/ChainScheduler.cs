using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Gen.Sampling;

/// <summary>
/// Runs chains on threads, each thread a slice of time for one chain and then for the next that waits. Chains thus advance evenly when there are fewer
/// threads than chains: no core idles at the end, and a cancelled run has a fair number of draws of every chain.
/// </summary>
/// <param name="chains">The chains.</param>
/// <param name="advance">Takes a chain further, for about a slice of time; whether it is done then.</param>
internal sealed class ChainScheduler(IReadOnlyList<Chain> chains, Func<Chain, CancellationToken, bool> advance)
{
    /// <summary>A slice of time, in ticks of the stopwatch.</summary>
    public static readonly long Slice = Stopwatch.Frequency / 50;

    private readonly Lock gate = new();
    private readonly Queue<Chain> waiting = new(chains);
    private ExceptionDispatchInfo? failure;

    /// <summary>Returns when all chains are done or were cancelled; rethrows, with its stack, the first exception of any of them, which stops the others.</summary>
    public void Run(int threads, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var workers = new Thread[Math.Min(threads, chains.Count) - 1];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = new Thread(() => Work(stop)) { IsBackground = true, Name = "Gen sampling" };
            workers[i].Start();
        }

        Work(stop);
        foreach (var worker in workers)
            worker.Join();
        failure?.Throw();
    }

    private void Work(CancellationTokenSource stop)
    {
        try
        {
            var (chain, isDone) = ((Chain?)null, true);
            while ((chain = Next(chain, isDone)) is not null && !stop.IsCancellationRequested)
                isDone = advance(chain, stop.Token);
        }
        catch (Exception exception)
        {
            lock (gate)
                failure ??= ExceptionDispatchInfo.Capture(exception);
            stop.Cancel();
        }
    }

    /// <summary>Puts <paramref name="chain"/> back unless it is done, and takes the chain that has waited longest.</summary>
    private Chain? Next(Chain? chain, bool isDone)
    {
        lock (gate)
        {
            if (chain is not null && !isDone)
                waiting.Enqueue(chain);
            return waiting.TryDequeue(out var next) ? next : null;
        }
    }
}
