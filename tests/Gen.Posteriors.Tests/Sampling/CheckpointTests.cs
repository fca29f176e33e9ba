using System;
using System.IO;
using System.Linq;
using System.Threading;
using Gen.Posteriors.Tests.Data;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>Models that are sampled with a checkpoint.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gen-").FullName;
    private readonly SamplingOptions options;

    public CheckpointTests() => options = new() { Tune = 200, Draws = 100, Seed = 5, Checkpoint = Path.Combine(folder, "run"), CheckpointInterval = TimeSpan.FromMilliseconds(5) };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_cancelled_run_goes_on_and_ends_as_if_it_had_not_been()
    {
        var model = SyntheticData.GroupedRegression();
        var longer = options with { Tune = 1000, Draws = 3000, Threads = 1 };
        var whole = model.Sample(longer with { Checkpoint = null });
        var pieces = 0;
        while (true)
        {
            // Chains report their first draws one after another, and then every tenth of a second.
            using var source = new CancellationTokenSource();
            var reports = 2 + ++pieces;
            var posterior = model.Sample(longer with
            {
                CancellationToken = source.Token,
                Progress = new Listener(() =>
                {
                    if (--reports == 0)
                        source.Cancel();
                }),
            });
            if (posterior.Statistics.DrawsPerChain < longer.Draws)
                continue;
            foreach (var (expected, actual) in whole.Quantities.Zip(posterior.Quantities))
                Assert.Equal(expected.Values, actual.Values);
            Assert.Equal(whole.Statistics.Centering, posterior.Statistics.Centering);
            Assert.Equal(whole.Statistics.StepSize, posterior.Statistics.StepSize);
            break;
        }

        Assert.True(pieces > 1, $"{pieces} pieces");
    }

    [Fact]
    public void Other_data_are_named_also_where_the_density_is_the_same_so_far()
    {
        // Of the draws of the first model none need be where the second one differs.
        new Supplies([0.1, 0.4, 1.0]).Sample(options);
        Refuses("is of other data: the values of 'y' were others.", () => new Supplies([0.1, 0.4, 0.5]).Sample(options));
    }

    [Fact]
    public void Another_model_is_named()
    {
        SyntheticData.Demand(50).Sample(options);
        Refuses("is of the model 'Demand' and not of the model 'AbTest'.", () => SyntheticData.AbTest().Sample(options));
        Refuses("is of the model 'Demand' with 'mu: deterministic, 50 elements' and not with 'mu: deterministic, 60 elements'.", () => SyntheticData.Demand(60).Sample(options));
    }

    [Fact]
    public void Another_number_among_the_data_is_noticed()
    {
        var model = SyntheticData.Demand(50);
        double[] sales = [.. model.Do(a: 100, b: -1.1, sigma: 2).Draw(seed: 1).Sales];
        model.Observe(sales).Sample(options);
        sales[17] += 1e-4;
        Refuses("is of other data: the values of 'sales' were others.", () => model.Observe(sales).Sample(options));
    }

    [Fact]
    public void What_Do_sets_belongs_to_the_model()
    {
        SyntheticData.Demand(50).Do(b: -1).Sample(options);
        Refuses("is of the model 'Demand' with 'b: latent, a scalar, set to -1' and not with 'b: latent, a scalar, set to -1.5'.", () => SyntheticData.Demand(50).Do(b: -1.5).Sample(options));
        Refuses("is of the model 'Demand' with 'b: latent, a scalar, set to -1' and not with 'b: latent, a scalar'.", () => SyntheticData.Demand(50).Sample(options));
    }

    private void Refuses(string reason, Action sample)
    {
        var message = Assert.Throws<CheckpointException>(sample).Message;
        Assert.True(message.StartsWith($"The checkpoint '{options.Checkpoint}' {reason}", StringComparison.Ordinal), message);
    }

    private sealed class Listener(Action report) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value) => report();
    }
}
