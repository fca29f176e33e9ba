using System;
using System.Globalization;
using System.Linq;
using Gen.Sampling;

namespace Gen;

/// <summary>What to do about a run, as far as its verdict and its options support it: nothing that has been done, and nothing that its evidence does not speak for.</summary>
/// <param name="statistics">The run.</param>
internal sealed class SamplingAdvice(SampleStatistics statistics)
{
    // Acceptance by so much less than steps were tuned to says that they are too long for places that tuning has not seen.
    private const double Shortfall = 0.1;
    private const double HighTarget = 0.95;
    private const double HighestTarget = 0.99;
    private const double LowTolerance = 2;

    private readonly SamplingVerdict? verdict = statistics.Verdict;
    private readonly SamplingOptions options = statistics.Options ?? new();

    /// <summary>Where what is to be done follows from the posterior's shape, and is said of that.</summary>
    public bool IsOfShape => verdict is { Geometry: Geometry.Curvature or Geometry.NearModes or Geometry.Improper } or { Geometry: Geometry.Correlation, Latents.Count: > 0 };

    private double Target => options.TargetAccept
        ?? (verdict is { Geometry: Geometry.Curvature } && options is { Adaptation: AdaptationSchedule.Nutpie, Metric: not MetricKind.Diagonal }
            ? NutpieAdaptation.CurvedTarget : NutpieAdaptation.DefaultTarget);

    private bool AreApart => verdict is { Groups.Count: > 1 };

    private bool IsImproper => verdict is { Geometry: Geometry.Improper };

    private bool IsAbrupt => verdict is { EndsAbruptly: true };

    /// <summary>About trajectories that diverged.</summary>
    public string OfDivergences =>
        IsImproper ? ""
        : IsAbrupt ? " Most did where the density ends, which no step size mends: say where latents may be by the support of their distributions, not by conditions."
        : IsOfShape || Target >= HighestTarget ? ""
        : $" Raise TargetAccept ({(Target < HighTarget ? "0.95, then " : "")}0.99).";

    /// <summary>About chains that disagree.</summary>
    public string OfRhat =>
        AreApart || IsImproper ? ""
        : verdict is null ? " The chains disagree: tune and draw longer, or look for several modes."
        : IsOfShape ? " The chains disagree."
        : " The chains disagree: tune and draw longer.";

    /// <summary>About few effective draws.</summary>
    public string OfEffectiveDraws => AreApart || IsImproper ? "" : " Draw more for reliable intervals and diagnostics.";

    /// <summary>About trajectories that were cut.</summary>
    public string OfTreeDepth =>
        verdict is null ? ": rescale or reparameterise, or raise MaxTreeDepth."
        : IsOfShape || AreApart ? "."
        : verdict is { Geometry: Geometry.Correlation } ? ": tune longer, so that the metric takes up more of what is correlated, or raise MaxTreeDepth."
        : ": raise MaxTreeDepth.";

    /// <summary>About energies that change slowly.</summary>
    public string OfEnergy => IsOfShape || AreApart ? "." : ": reparameterise, or tune longer.";

    /// <summary>About the shape of the posterior.</summary>
    public string OfShape => verdict switch
    {
        { Geometry: Geometry.Stuck } => " Tune longer, or sample with another Seed.",
        { Geometry: Geometry.SeveralModes, Exchanged: { Count: > 0 } exchanged } =>
            $" The elements of {NameList.Of(exchanged)} have changed places between them: give them an order, Sample(Ordered(…)), where nothing else tells them apart.",
        { Geometry: Geometry.SeveralModes } => " A prior that excludes those that are not meant leaves one.",
        { Geometry: Geometry.NearModes } => " How much of it each holds is known as well as they have passed often.",
        { Geometry: Geometry.Improper, Latents.Count: 1 } => " Neither data nor a prior holds it: give it a proper prior.",
        { Geometry: Geometry.Improper } => " Neither data nor priors hold them: give them proper priors.",
        { Geometry: Geometry.Correlation } => options switch
        {
            { Adaptation: AdaptationSchedule.Stan } => " Metric = MetricKind.Dense takes it up, and so does Adaptation = AdaptationSchedule.Nutpie.",
            { Metric: MetricKind.Diagonal } => " Metric = MetricKind.LowRank, which is the default, takes it up.",
            _ => " Tune longer.",
        },
        { Geometry: Geometry.Curvature, Scaled: { } scaled } =>
            $" The scale of {scaled.Latent} goes with {scaled.By}: sample it in units of that scale, which tuning does of distributions such as Normal(mu, sigma) unless Centering says otherwise.",
        { Geometry: Geometry.Curvature } when AreStepsTooLong && !IsAbrupt => SmallerSteps,
        _ => "",
    };

    private bool AreStepsTooLong => statistics.Diverging.Contains(true) || Enumerable.Range(0, statistics.Chains).Any(
        chain => statistics.Acceptance.AsSpan(chain * statistics.DrawsPerChain, statistics.DrawsPerChain) is var ofChain && Moments.Mean(ofChain) < Target - Shortfall);

    private string SmallerSteps
    {
        get
        {
            var where = options.Trajectory == Trajectory.NoUTurn ? "where they are needed (Trajectory = Trajectory.Walnuts)"
                : options.EnergyTolerance > LowTolerance ? string.Create(CultureInfo.InvariantCulture, $"where they are needed (EnergyTolerance = {LowTolerance})")
                : null;
            var everywhere = Target < HighestTarget ? string.Create(CultureInfo.InvariantCulture, $"everywhere (TargetAccept = {HighestTarget})") : null;
            return (where, everywhere) switch
            {
                (null, null) => " Smaller steps will not mend it: write the model in other latents.",
                (_, null) => $" Take smaller steps {where}.",
                (null, _) => $" Take smaller steps {everywhere}.",
                _ => $" Take smaller steps {where}, or {everywhere}.",
            };
        }
    }
}
