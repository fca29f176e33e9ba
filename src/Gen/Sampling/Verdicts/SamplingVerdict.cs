using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Sampling;

namespace Gen;

/// <summary>What shape of posterior a run has met, as far as its draws tell, and in which latents.</summary>
/// <remarks>
/// What one metric can mend is told from what none can by whether slopes are linear (as in "metric = auto" of BlackJAX, which regresses slopes on draws; see
/// <see cref="Linearity"/>), several modes from slow chains by whether chains that are apart have settled where they are, and what has no mode
/// by whether the density falls beyond the draws.
/// </remarks>
public sealed class SamplingVerdict
{
    // Whether latents were found by their draws, whose squares are no numbers, and not by the density.
    private bool areEndless;

    private SamplingVerdict()
    {
    }

    /// <summary>The shape; where several are true, the one that matters most.</summary>
    public Geometry Geometry { get; private set; }

    /// <summary>
    /// How linear the slope of the log-density is between draws, for each unconstrained coordinate in the metric's units: 1 for a normal of whatever covariance, 0 and less
    /// where what the slope has beyond a line is as large as the line. Empty where there were too few draws.
    /// </summary>
    public double[] Linearity { get; private init; } = [];

    /// <summary>The chains by where they are, from 0: one group where they are together.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; private init; } = [];

    /// <summary>The elements of latents that the verdict is about, the one where it is plainest first: where slopes are curved, where chains or modes are apart, which are correlated, or which nothing holds.</summary>
    public IReadOnlyList<string> Latents { get; private set; } = [];

    /// <summary>The mean log-density of each of the <see cref="Groups"/>.</summary>
    internal double[] Heights { get; private init; } = [];

    /// <summary>A latent whose scale another one decides, where slopes are curved and tuning does not centre it.</summary>
    internal (string Latent, string By)? Scaled { get; private init; }

    /// <summary>Whether most trajectories that diverged came to where the density ends.</summary>
    internal bool EndsAbruptly { get; private init; }

    /// <summary>The vectors whose elements have changed places from one group to another.</summary>
    internal IReadOnlyList<string> Exchanged { get; private set; } = [];

    /// <summary>The verdict on a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="chains">Its chains.</param>
    /// <param name="name">Names a coordinate.</param>
    internal static SamplingVerdict Of(SamplingResult run, IReadOnlyList<Chain> chains, Func<int, string> name)
    {
        var (groups, apart) = ChainGroups.Of(run);
        var linearity = SlopeLinearity.Of([.. chains.Select(chain => chain.MeasureLinearity(run.DrawsPerChain)).OfType<SlopeLinearity>()]);
        var improper = chains[0].FindImproper(run);
        var hasDirections = run.Tuning.Any(tuning => tuning.Variances.Length > 0 || tuning.InverseMass.Length > run.Dimension);
        int[] curved = [.. Enumerable.Range(0, linearity.Length).Where(i => linearity[i] < SlopeLinearity.Least).OrderBy(i => linearity[i])];
        int[] correlated = hasDirections || curved.Length > 0 ? [] : Correlated(chains, run.DrawsPerChain);
        double[] heights = [.. groups.Select(group => group.Average(chain => Moments.Mean(run.Statistics.LogDensity.AsSpan(chain * run.DrawsPerChain, run.DrawsPerChain))))];
        var geometry = improper.Length > 0 ? Geometry.Improper
            : groups.Count > 1 ? (StartingPoint.IsFarBelow(heights.Min(), heights.Max(), run.Dimension) ? Geometry.Stuck : Geometry.SeveralModes)
            : linearity.Length == 0 ? Geometry.Unknown
            : curved.Length > 0 ? (chains.Any(chain => chain.PassesBetweenModes(run.DrawsPerChain, curved[0])) ? Geometry.NearModes : Geometry.Curvature)
            : hasDirections || correlated.Length > 0 ? Geometry.Correlation
            : Geometry.Fine;
        return new SamplingVerdict
        {
            Geometry = geometry,
            Linearity = linearity,
            Groups = groups,
            Heights = heights,
            Latents = [.. (improper.Length > 0 ? improper : groups.Count > 1 ? [apart] : geometry == Geometry.NearModes ? curved[..1] : curved.Length > 0 ? curved : correlated).Select(name).Distinct()],
            Scaled = geometry == Geometry.Curvature && chains[0].FindDecidedScale(run.DrawsPerChain, curved) is (var coordinate, var decider) ? (name(coordinate), name(decider)) : null,
            EndsAbruptly = 2 * run.Divergences.Count(static divergence => divergence.IsAbrupt) > run.Divergences.Count,
        };
    }

    /// <summary>The coordinates that are correlated with others, the one that is most first.</summary>
    private static int[] Correlated(IReadOnlyList<Chain> chains, int draws)
    {
        double[][] inflation = [.. chains.Select(chain => chain.MeasureInflation(draws))];
        var factors = Enumerable.Range(0, inflation[0].Length).Select(i => inflation.Average(ofChain => ofChain[i])).ToArray();
        return [.. Enumerable.Range(0, factors.Length).Where(i => factors[i] > VarianceInflation.Least).OrderByDescending(i => factors[i])];
    }

    /// <summary>
    /// Finds what the draws of the model's quantities tell besides: which latents go to the end of what numbers can say, and which vectors have their elements in other places where the
    /// chains are.
    /// </summary>
    internal void Read(IReadOnlyList<Draws> draws, IReadOnlyList<Draws> latents)
    {
        string[] endless = [.. latents.SelectMany(static latent => Enumerable.Range(0, latent.Size).Where(i => IsEndless(latent.Element(i))).Select(latent.Label))];
        if (Geometry != Geometry.Improper && endless.Length > 0)
            (Geometry, Latents, areEndless) = (Geometry.Improper, endless, true);
        if (Geometry == Geometry.SeveralModes)
            Exchanged = ExchangedLabels.Of(draws, Groups[0], Groups[1]);
    }

    /// <summary>The verdict in a sentence or two.</summary>
    public override string ToString() => Geometry switch
    {
        Geometry.Fine => "Slopes are linear, and the metric has a scale for each coordinate.",
        Geometry.Correlation => $"The posterior is correlated{(Latents.Count == 0 ? ", which the metric has taken up" : $" in {NameList.Of(Latents)}, which the metric has not taken up")}.",
        Geometry.Curvature => $"The posterior is curved in {NameList.Of(Latents)}: no one step size suits all of it.",
        Geometry.NearModes => $"The posterior has two modes, apart in {Latents[0]}, between which chains pass.",
        Geometry.SeveralModes =>
            $"The posterior has several modes: {Places()} stay apart, most of all in {Latents[0]}. How much of the posterior each holds is not known from this run.",
        Geometry.Stuck => $"{Places()} stay apart, most of all in {Latents[0]}: those far below the others are stuck, unless their place is as much wider.",
        Geometry.Improper when areEndless => $"The posterior is improper, or as good as that: draws of {NameList.Of(Latents)} go to the end of what numbers can say.",
        Geometry.Improper => $"The posterior is improper: the density does not fall however far {NameList.Of(Latents)} {(Latents.Count == 1 ? "goes" : "go")} beyond all draws.",
        _ => "There are too few draws to tell the posterior's shape.",
    };

    private static bool IsEndless(ReadOnlySpan<double> draws) => draws.Length > 1 && !double.IsFinite(Moments.Variance(draws));

    private string Places() => string.Join(
        " and ", Groups.Select((group, k) => string.Create(CultureInfo.InvariantCulture, $"{(group.Count == 1 ? "chain" : "chains")} {string.Join(", ", group)} (log-density about {Heights[k]:G5})")));
}
