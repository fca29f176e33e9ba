using System;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace Gen.Sampling;

/// <summary>Draws from a log-density with several Markov chains.</summary>
public static class MarkovChains
{
    // Bytes: what is recorded of a draw beside its position, and the least that a chain takes for itself.
    private const int StatisticsOfDraw = 4 * sizeof(double) + 2 * sizeof(int) + sizeof(bool);
    private const int LeastOfChain = 10_000;

    /// <summary>
    /// Samples with the No-U-Turn sampler. Draws depend on the density and the options' seed, not on the number of threads. A cancelled run returns what every
    /// chain has drawn.
    /// </summary>
    /// <param name="logDensityOfChain">Makes the density of a chain (from 0). Called on this thread, once for each chain; chains share no instance between threads.</param>
    /// <param name="options">How to sample; null for the defaults.</param>
    /// <param name="explain">Says what is not finite at a point where no chain can start.</param>
    /// <exception cref="ArgumentException">
    /// The options contradict one another or the density's dimension, or chains on several threads were given one and the same density.
    /// </exception>
    /// <exception cref="SamplingException">A chain found no initial point with a finite log-density and gradient.</exception>
    /// <exception cref="CheckpointException">The options' checkpoint is not one of this run, or cannot be read or written.</exception>
    public static SamplingResult Sample(
        Func<int, ILogDensity> logDensityOfChain,
        SamplingOptions? options = null,
        NonFiniteExplanation? explain = null) =>
        Sample(logDensityOfChain, options ?? new SamplingOptions(), SampledModel.Unknown with { Explain = explain });

    /// <summary>The same of a model.</summary>
    internal static SamplingResult Sample(Func<int, ILogDensity> logDensityOfChain, SamplingOptions options, SampledModel model)
    {
        ArgumentNullException.ThrowIfNull(logDensityOfChain);
        var first = logDensityOfChain(0);
        var dimension = first.Dimension;
        Check(options, dimension);
        var densities = new ILogDensity[options.Chains];
        for (var chain = 0; chain < densities.Length; chain++)
            densities[chain] = chain == 0 ? first : logDensityOfChain(chain);
        var threads = Math.Min(options.Threads ?? Environment.ProcessorCount, options.Chains);
        Check(densities, threads);

        var positions = new double[options.Chains * options.Draws * dimension];
        var statistics = new SampleStatistics(options.Chains, options.Draws, options.MaxTreeDepth);
        var progress = options.Progress is { } listener ? new ProgressGate(listener) : null;
        var chains = new Chain[options.Chains];
        for (var chain = 0; chain < chains.Length; chain++)
            chains[chain] = new Chain(chain, densities[chain], options, positions, statistics, model, progress);

        void Run(Func<Chain, CancellationToken, bool> advance) => new ChainScheduler(chains, advance).Run(threads, options.CancellationToken);
        using var checkpoint = options.Checkpoint is { } path
            ? new Checkpoint(path, options.CheckpointInterval, new CheckpointHeader(options, model.Description, dimension), chains)
            : null;
        if (checkpoint?.TryLoad() is not true)
        {
            Run((chain, _) => chain.FindStart());
            var most = chains.Max(chain => chain.StartMass);
            Run((chain, _) => chain.LookOn(most));
            checkpoint?.WriteAll();
        }

        Run((chain, cancellation) =>
        {
            var isDone = chain.Advance(ChainScheduler.Slice, cancellation);
            checkpoint?.AfterSlice(chain);
            return isDone;
        });
        checkpoint?.WriteLast();

        statistics.Centering = [.. chains.SelectMany(chain => chain.Tuning.Centering)];
        var kept = chains.Min(chain => chain.Kept);
        var cancelled = kept < options.Draws;
        if (cancelled)
        {
            foreach (var chain in chains.Where(chain => !chain.Complete && progress is not null))
                chain.ReportStopped();
            positions = Truncate(positions, options.Draws * dimension, kept * dimension);
            statistics = Truncate(statistics, kept);
        }

        var result = new SamplingResult(
            dimension,
            positions,
            statistics,
            [.. chains.SelectMany(chain => chain.Divergences).Where(divergence => divergence.Draw < kept)],
            [.. chains.Select(chain => chain.Tuning)],
            cancelled);
        (statistics.Options, statistics.CheckpointFailure) = (options, checkpoint?.Failure);
        statistics.Verdict = SamplingVerdict.Of(result, chains, model.NameOf);
        return result;
    }

    private static void Check(SamplingOptions options, int dimension)
    {
        if (options is { Metric: MetricKind.Dense, Adaptation: not AdaptationSchedule.Stan })
        {
            throw new ArgumentException(
                $"A dense metric needs {nameof(SamplingOptions.Adaptation)} = {AdaptationSchedule.Stan}; it is {options.Adaptation}.", nameof(options));
        }

        if (options is { Metric: MetricKind.LowRank, Adaptation: not AdaptationSchedule.Nutpie })
        {
            throw new ArgumentException(
                $"A low-rank metric needs {nameof(SamplingOptions.Adaptation)} = {AdaptationSchedule.Nutpie}; it is {options.Adaptation}.", nameof(options));
        }

        if (options.InitialPoint is { } point && point.Length != dimension && point.Length != (long)options.Chains * dimension)
        {
            throw new ArgumentException(
                $"{nameof(SamplingOptions.InitialPoint)} has {point.Length} coordinates; it must have {dimension}, one for each unconstrained coordinate, or "
                + $"{(long)options.Chains * dimension}, those of each of the {options.Chains} chains.",
                nameof(options));
        }

        var size = (double)options.Chains * options.Draws * Math.Max(1, dimension);
        var bytes = sizeof(double) * size + options.Chains * ((double)options.Draws * StatisticsOfDraw + LeastOfChain);
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (size > Array.MaxLength || bytes > available)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{options.Chains} chains of {options.Draws} draws of {dimension} coordinates are {size} numbers in {bytes / 1e9:G3} GB of memory; an array holds {Array.MaxLength}, and there are {available / 1e9:G3} GB."),
                nameof(options));
        }
    }

    private static void Check(ILogDensity[] densities, int threads)
    {
        for (var chain = 1; chain < densities.Length; chain++)
        {
            if (densities[chain].Dimension != densities[0].Dimension)
            {
                throw new ArgumentException(
                    $"The log-density of chain {chain} has {densities[chain].Dimension} coordinates, that of chain 0 has {densities[0].Dimension}.");
            }

            var same = Array.FindIndex(densities, 0, chain, other => ReferenceEquals(other, densities[chain]));
            if (threads > 1 && same >= 0)
            {
                throw new ArgumentException(
                    $"Chains {same} and {chain} were given the same log-density, which serves one thread at a time: make one for each, or set "
                    + $"{nameof(SamplingOptions.Threads)} to 1.");
            }
        }
    }

    private static T[] Truncate<T>(T[] values, int stride, int kept)
    {
        var chains = stride == 0 ? 0 : values.Length / stride;
        var result = new T[chains * kept];
        for (var chain = 0; chain < chains; chain++)
            values.AsSpan(chain * stride, kept).CopyTo(result.AsSpan(chain * kept));
        return result;
    }

    private static SampleStatistics Truncate(SampleStatistics statistics, int kept)
    {
        var result = new SampleStatistics(statistics.Chains, kept, statistics.MaxTreeDepth);
        var stride = statistics.DrawsPerChain;
        Truncate(statistics.LogDensity, stride, kept).CopyTo(result.LogDensity, 0);
        Truncate(statistics.Energy, stride, kept).CopyTo(result.Energy, 0);
        Truncate(statistics.Acceptance, stride, kept).CopyTo(result.Acceptance, 0);
        Truncate(statistics.StepSize, stride, kept).CopyTo(result.StepSize, 0);
        Truncate(statistics.TreeDepth, stride, kept).CopyTo(result.TreeDepth, 0);
        Truncate(statistics.LeapfrogSteps, stride, kept).CopyTo(result.LeapfrogSteps, 0);
        Truncate(statistics.Diverging, stride, kept).CopyTo(result.Diverging, 0);
        result.Centering = statistics.Centering;
        return result;
    }
}
