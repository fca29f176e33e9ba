using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen;

/// <summary>What makes the numbers of a summary untrustworthy, in sentences: each says what was found and what to do.</summary>
internal static class SamplingWarnings
{
    private const double RhatThreshold = 1.01;
    private const double EssThreshold = 400;
    private const int FewestDraws = 4;

    /// <summary>The warnings of a run and of the rows of its summary, the gravest first.</summary>
    public static List<string> Of(SampleStatistics statistics, IReadOnlyList<SummaryRow> rows)
    {
        if (statistics.DrawsPerChain == 0)
            return ["Error: there are no draws. The run was cancelled before the first that is kept."];

        var warnings = new List<string>();
        if (statistics.DrawsPerChain < FewestDraws)
            warnings.Add(Text($"Warning: {statistics.DrawsPerChain} {(statistics.DrawsPerChain == 1 ? "draw" : "draws")} of each chain cannot be judged: R-hat and effective sample sizes need {FewestDraws}."));
        Places(statistics.Verdict, warnings);
        Divergences(statistics, warnings);
        NonFinite(rows, warnings);
        Rhat(rows, statistics.Verdict, warnings);
        Ess(rows, warnings);
        TreeDepth(statistics, warnings);
        var isEnergyLow = Energy(statistics, warnings);

        // Of a run that went well nobody needs to hear of it.
        if (IsCurved(statistics) && warnings.Count > 0)
        {
            // However exact trajectories are, they keep their energy: smaller steps do not mend that.
            var advice = isEnergyLow ? "Where latents share a scale, let tuning centre them (Sample without Centering.Centered), or sample them in units of it."
                : "Take smaller steps where they are needed (EnergyTolerance = 2), or everywhere (TargetAccept = 0.99).";
            warnings.Add($"Warning: {Clause(statistics.Verdict!)} {advice}");
        }

        return warnings;
    }

    private static void Places(SamplingVerdict? verdict, List<string> warnings)
    {
        var advice = verdict switch
        {
            { Geometry: Geometry.Stuck } => "Tune longer, or sample with another Seed.",
            { Geometry: Geometry.SeveralModes, Exchanged: { Count: > 0 } exchanged } =>
                $"The elements of {NameList.Of(exchanged)} have changed places between them: give them an order, Sample(Ordered(…)), where nothing else tells them apart.",
            { Geometry: Geometry.SeveralModes } => "A prior that excludes those that are not meant leaves one.",
            { Geometry: Geometry.Improper, Latents.Count: 1 } => "Neither data nor a prior holds it: give it a proper prior.",
            { Geometry: Geometry.Improper } => "Neither data nor priors hold them: give them proper priors.",
            _ => null,
        };
        if (advice is not null)
            warnings.Add($"Error: {Clause(verdict!)} {advice}");
    }

    private static bool IsCurved(SampleStatistics statistics) => statistics.Verdict is { Geometry: Geometry.Curvature };

    private static bool IsImproper(SampleStatistics statistics) => statistics.Verdict is { Geometry: Geometry.Improper };

    private static string Clause(SamplingVerdict verdict) => verdict.ToString() is var sentence ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "";

    private static void Divergences(SampleStatistics statistics, List<string> warnings)
    {
        var count = statistics.Diverging.Count(static diverging => diverging);
        if (count > 0)
        {
            warnings.Add(Text(
                $"Error: {count} of {statistics.Diverging.Length} draws diverged. Part of the posterior was not reached and every number above may be biased.{(IsCurved(statistics) || IsImproper(statistics) ? "" : " Raise TargetAccept (0.95, then 0.99).")}"));
        }
    }

    private static void NonFinite(IReadOnlyList<SummaryRow> rows, List<string> warnings)
    {
        var found = rows.Where(static row => !row.IsFinite).ToList();
        if (found.Count > 0)
            warnings.Add(Text($"Error: some draws are not finite: {Names(found, static row => row.Name)}."));
    }

    private static void Rhat(IReadOnlyList<SummaryRow> rows, SamplingVerdict? verdict, List<string> warnings)
    {
        var advice = verdict switch
        {
            null => " The chains disagree: tune and draw longer, or look for several modes.",
            { Groups.Count: > 1 } or { Geometry: Geometry.Improper } => "",
            { Geometry: Geometry.Curvature } => " The chains disagree.",
            _ => " The chains disagree: tune and draw longer.",
        };
        var found = rows.Where(static row => row.Rhat > RhatThreshold).OrderByDescending(static row => row.Rhat).ToList();
        if (found.Count > 0)
        {
            warnings.Add(Text(
                $"Warning: R-hat above {RhatThreshold}: {Names(found, static row => Text($"{row.Name} ({row.Rhat:F3})"))}.{advice}"));
        }
    }

    private static void Ess(IReadOnlyList<SummaryRow> rows, List<string> warnings)
    {
        static double Least(SummaryRow row) => Math.Min(row.EssBulk, row.EssTail);
        var found = rows.Where(static row => Least(row) < EssThreshold).OrderBy(Least).ToList();
        if (found.Count > 0)
        {
            warnings.Add(Text(
                $"Warning: effective sample size below {EssThreshold}: {Names(found, static row => Text($"{row.Name} ({Least(row):F0})"))}. Draw more for reliable intervals and diagnostics."));
        }
    }

    private static void TreeDepth(SampleStatistics statistics, List<string> warnings)
    {
        // A sampler that grows no tree leaves the greatest depth at zero.
        var count = statistics.MaxTreeDepth > 0 ? statistics.TreeDepth.Count(depth => depth >= statistics.MaxTreeDepth) : 0;
        if (count > 0)
        {
            warnings.Add(Text(
                $"Warning: {count} of {statistics.TreeDepth.Length} draws reached the greatest tree depth ({statistics.MaxTreeDepth}). Sampling is slow, not biased{(statistics.Verdict is null ? ": rescale or reparameterise, or raise MaxTreeDepth." : IsCurved(statistics) ? "." : ": tune longer, so that the metric takes up what is correlated (a diagonal one does not), or raise MaxTreeDepth.")}"));
        }
    }

    /// <summary>Warns of chains whose energies change too little from draw to draw; whether there are such.</summary>
    private static bool Energy(SampleStatistics statistics, List<string> warnings)
    {
        var low = new List<string>();
        for (var c = 0; c < statistics.Chains; c++)
        {
            var fraction = EnergyDiagnostics.FractionOfMissingInformation(
                statistics.Energy.AsSpan(c * statistics.DrawsPerChain, statistics.DrawsPerChain));
            if (fraction < EnergyDiagnostics.Threshold)
                low.Add(Text($"{c} ({fraction:F2})"));
        }

        if (low.Count > 0)
        {
            warnings.Add(Text(
                $"Warning: E-BFMI below {EnergyDiagnostics.Threshold} in {(low.Count == 1 ? "chain" : "chains")} {string.Join(", ", low)}. The tails were explored poorly{(IsCurved(statistics) ? "." : ": reparameterise, or tune longer.")}"));
        }

        return low.Count > 0;
    }

    private static string Names(List<SummaryRow> rows, Func<SummaryRow, string> name) => NameList.Of([.. rows.Select(name)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
