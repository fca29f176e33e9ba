using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Gen.Posteriors.Tests.References;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>A moment of a parameter beside the reference's, and the Monte Carlo standard error of their difference.</summary>
public sealed record Comparison(string What, double Ours, double Reference, double Error)
{
    /// <summary>The difference in standard errors.</summary>
    public double Z => (Ours - Reference) / Error;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{What} is {Ours:R}, the reference's {Reference:R}: {Z:F2} standard errors apart");
}

/// <summary>The draws of a published posterior, summarised and compared with the reference.</summary>
public sealed class PosteriorRun
{
    private PosteriorRun(PublishedPosterior posterior, SamplingOptions options)
    {
        (Posterior, Options) = (posterior, options);
        var model = posterior.Load();
        Dimension = model.CreateLogDensity().Dimension;
        var watch = Stopwatch.StartNew();
        var (draws, statistics) = model.Sample(options);
        Seconds = watch.Elapsed.TotalSeconds;
        (Draws, Statistics) = (draws, statistics);
        var (means, deviations, quantiles) = (new List<Comparison>(), new List<Comparison>(), new List<Comparison>());
        foreach (var (key, expected) in PosteriorDatabase.Reference(posterior.Name))
        {
            var element = posterior.Element(draws, key);
            if (posterior.WithoutVariance.Contains(key))
            {
                quantiles.AddRange(expected.Quantiles.Select(quantile => Quantile(key, element, quantile.Probability, quantile.Value, expected.Draws)));
            }
            else
            {
                means.Add(new($"the mean of {key}", element.Mean, expected.Mean, Combined(element.McseMean, expected.McseMean)));
                deviations.Add(new($"the standard deviation of {key}", element.Sd, expected.Sd, Combined(element.McseSd, expected.McseSd)));
            }

            Rhat = Math.Max(Rhat, element.Rhat);
            EssBulk = Math.Min(EssBulk, element.EssBulk);
        }

        (Means, Deviations, Quantiles) = (means, deviations, quantiles);
    }

    /// <summary>What was sampled.</summary>
    public PublishedPosterior Posterior { get; }

    /// <summary>How it was sampled.</summary>
    public SamplingOptions Options { get; }

    /// <summary>The number of unconstrained coordinates.</summary>
    public int Dimension { get; }

    /// <summary>The draws of all quantities.</summary>
    public IReadOnlyList<Draws> Draws { get; }

    /// <summary>What the sampler recorded.</summary>
    public SampleStatistics Statistics { get; }

    /// <summary>The means of all parameters that have a variance.</summary>
    public IReadOnlyList<Comparison> Means { get; }

    /// <summary>Their standard deviations.</summary>
    public IReadOnlyList<Comparison> Deviations { get; }

    /// <summary>Quantiles of those parameters whose moments have no standard errors.</summary>
    public IReadOnlyList<Comparison> Quantiles { get; }

    /// <summary>The largest R-hat of a parameter.</summary>
    public double Rhat { get; }

    /// <summary>The smallest effective sample size of a parameter, for the bulk.</summary>
    public double EssBulk { get; } = double.PositiveInfinity;

    /// <summary>The seconds of sampling, tuning included.</summary>
    public double Seconds { get; }

    /// <summary>The divergences among kept draws.</summary>
    public int Divergences => Statistics.Diverging.Count(diverging => diverging);

    /// <summary>The gradients of kept draws for each effective draw of the parameter that has the fewest.</summary>
    public double GradientsPerEffectiveDraw => Statistics.LeapfrogSteps.Sum(steps => (double)steps) / EssBulk;

    /// <summary>Samples a posterior.</summary>
    public static PosteriorRun Of(PublishedPosterior posterior, SamplingOptions options) => new(posterior, options);

    /// <summary>The largest distance, in standard errors.</summary>
    public static double Largest(IEnumerable<Comparison> comparisons) => comparisons.Max(comparison => Math.Abs(comparison.Z));

    /// <summary>Everything that was compared.</summary>
    public IEnumerable<Comparison> Comparisons => Means.Concat(Deviations).Concat(Quantiles);

    /// <summary>The error of the reference's quantile follows from its number of draws and the density there, for which ours stands.</summary>
    private static Comparison Quantile(string key, ScalarDraws element, double probability, double expected, int draws)
    {
        var spread = Math.Sqrt(probability * (1 - probability) / draws);
        var theirs = (element.Quantile(probability + spread) - element.Quantile(probability - spread)) / 2;
        return new(
            FormattableString.Invariant($"the {probability:P0} quantile of {key}"), element.Quantile(probability), expected,
            Combined(element.McseQuantile(probability), theirs));
    }

    private static double Combined(double ours, double theirs) => Math.Sqrt(ours * ours + theirs * theirs);
}
