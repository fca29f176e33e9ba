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
        Statistics = statistics;
        var (means, deviations) = (new List<Comparison>(), new List<Comparison>());
        foreach (var (key, expected) in PosteriorDatabase.Reference(posterior.Name))
        {
            var element = posterior.Element(draws, key);
            means.Add(new($"the mean of {key}", element.Mean, expected.Mean, Combined(element.McseMean, expected.McseMean)));
            deviations.Add(new($"the standard deviation of {key}", element.Sd, expected.Sd, Combined(element.McseSd, expected.McseSd)));
            Rhat = Math.Max(Rhat, element.Rhat);
            EssBulk = Math.Min(EssBulk, element.EssBulk);
        }

        (Means, Deviations) = (means, deviations);
    }

    /// <summary>What was sampled.</summary>
    public PublishedPosterior Posterior { get; }

    /// <summary>How it was sampled.</summary>
    public SamplingOptions Options { get; }

    /// <summary>The number of unconstrained coordinates.</summary>
    public int Dimension { get; }

    /// <summary>What the sampler recorded.</summary>
    public SampleStatistics Statistics { get; }

    /// <summary>The means of all parameters.</summary>
    public IReadOnlyList<Comparison> Means { get; }

    /// <summary>Their standard deviations.</summary>
    public IReadOnlyList<Comparison> Deviations { get; }

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

    private static double Combined(double ours, double theirs) => Math.Sqrt(ours * ours + theirs * theirs);
}
