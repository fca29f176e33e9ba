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

        var (warnings, advice) = (new List<string>(), new SamplingAdvice(statistics));
        if (statistics.DrawsPerChain < FewestDraws)
            warnings.Add(Text($"Warning: {statistics.DrawsPerChain} {(statistics.DrawsPerChain == 1 ? "draw" : "draws")} of each chain cannot be judged: R-hat and effective sample sizes need {FewestDraws}."));
        if (statistics.Verdict is { Geometry: Geometry.SeveralModes or Geometry.Stuck or Geometry.Improper } grave)
            warnings.Add($"Error: {Clause(grave)}{advice.OfShape}");
        if (statistics.Approximation is { } approximation)
            warnings.Add(approximation);
        if (statistics.CheckpointFailure is { } failure)
            warnings.Add($"Error: these draws are in no checkpoint. {failure}");
        Divergences(statistics, advice, warnings);
        NonFinite(rows, warnings);
        Rhat(rows, advice, warnings);
        Ess(rows, advice, warnings);
        TreeDepth(statistics, advice, warnings);
        Energy(statistics, advice, warnings);

        // Of a run that went well nobody needs to hear of it.
        if (statistics.Verdict is { Geometry: Geometry.Curvature or Geometry.NearModes } or { Geometry: Geometry.Correlation, Latents.Count: > 0 } && warnings.Count > 0)
            warnings.Add($"Warning: {Clause(statistics.Verdict)}{advice.OfShape}");
        if (statistics is { Chains: 1, Verdict: not null })
            warnings.Add("Warning: one chain cannot tell whether there are modes that it has not found.");
        return warnings;
    }

    private static string Clause(SamplingVerdict verdict) => verdict.ToString() is var sentence ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : "";

    private static void Divergences(SampleStatistics statistics, SamplingAdvice advice, List<string> warnings)
    {
        var count = statistics.Divergences;
        if (count > 0)
            warnings.Add(Text($"Error: {count} of {statistics.Diverging.Length} draws diverged. Part of the posterior was not reached and every number above may be biased.{advice.OfDivergences}"));
    }

    private static void NonFinite(IReadOnlyList<SummaryRow> rows, List<string> warnings)
    {
        var found = rows.Where(static row => !row.IsFinite).ToList();
        if (found.Count > 0)
            warnings.Add(Text($"Error: some draws are not finite: {Names(found, static row => row.Name)}."));
    }

    private static void Rhat(IReadOnlyList<SummaryRow> rows, SamplingAdvice advice, List<string> warnings)
    {
        var found = rows.Where(static row => row.Rhat > RhatThreshold).OrderByDescending(static row => row.Rhat).ToList();
        if (found.Count > 0)
        {
            warnings.Add(Text(
                $"Warning: R-hat above {RhatThreshold}: {Names(found, static row => Text($"{row.Name} ({row.Rhat:F3})"))}.{advice.OfRhat}"));
        }
    }

    private static void Ess(IReadOnlyList<SummaryRow> rows, SamplingAdvice advice, List<string> warnings)
    {
        static double Least(SummaryRow row) => Math.Min(row.EssBulk, row.EssTail);
        var found = rows.Where(static row => Least(row) < EssThreshold).OrderBy(Least).ToList();
        if (found.Count > 0)
        {
            warnings.Add(Text(
                $"Warning: effective sample size below {EssThreshold}: {Names(found, static row => Text($"{row.Name} ({Least(row):F0})"))}.{advice.OfEffectiveDraws}"));
        }
    }

    private static void TreeDepth(SampleStatistics statistics, SamplingAdvice advice, List<string> warnings)
    {
        // A sampler that grows no tree leaves the greatest depth at zero.
        var count = statistics.MaxTreeDepth > 0 ? statistics.TreeDepth.Count(depth => depth >= statistics.MaxTreeDepth) : 0;
        if (count > 0)
        {
            warnings.Add(Text(
                $"Warning: {count} of {statistics.TreeDepth.Length} draws reached the greatest tree depth ({statistics.MaxTreeDepth}). Sampling is slow, not biased{advice.OfTreeDepth}"));
        }
    }

    private static void Energy(SampleStatistics statistics, SamplingAdvice advice, List<string> warnings)
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
                $"Warning: E-BFMI below {EnergyDiagnostics.Threshold} in {(low.Count == 1 ? "chain" : "chains")} {string.Join(", ", low)}. The tails were explored poorly{advice.OfEnergy}"));
        }
    }

    private static string Names(List<SummaryRow> rows, Func<SummaryRow, string> name) => NameList.Of([.. rows.Select(name)]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
