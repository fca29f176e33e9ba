using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Judgement;

/// <summary>Judges a model that could be read: whether its distributions' parameters are in range, and whether its latents matter.</summary>
public sealed class PriorJudgement
{
    private readonly ReadResult result;
    private readonly Model model;
    private readonly RangeAnalysis ranges;

    private PriorJudgement(ReadResult result, Model model)
    {
        this.result = result;
        this.model = model;
        ranges = new(model);
    }

    /// <summary>What is wrong with a model, or probably not meant; nothing where it could not be read.</summary>
    /// <param name="result">The model.</param>
    /// <param name="method">Where the model's name stands: for what has no place of its own.</param>
    public static IReadOnlyList<ReadDiagnostic> Of(ReadResult result, Location method)
    {
        if (result.Model is not { } model)
        {
            return [];
        }

        var judgement = new PriorJudgement(result, model);

        // A distribution that stands in several statements is judged once.
        var arguments = result.Arguments.GroupBy(argument => argument.Argument).Select(group => judgement.Argument(group.First()));
        var calls = result.Arguments.GroupBy(argument => argument.Call).Select(group => judgement.Ends([.. group]));
        return [.. arguments.Concat(calls).Where(found => found is not null).Select(found => found!), .. judgement.UnusedLatents(method)];
    }

    private ReadDiagnostic? Argument(DensityArgument argument)
    {
        if (Supports.Demand(argument.Requires) is not { } demand)
        {
            return null;
        }

        var range = ranges.Of(argument.Node);
        if (Supports.Excludes(argument.Requires, range.Interval))
        {
            var finding = model.Nodes[argument.Node].Kind == NodeKind.Constant ? $"it is {Number(model.Nodes[argument.Node].Value)}" : $"'{argument.Text}' never does";
            return new(PriorRules.OutOfRange, argument.Argument, [argument.Parameter, argument.Distribution, demand, finding]);
        }

        if (!range.IsReached || !Supports.Exceeds(argument.Requires, range.Interval))
        {
            return null;
        }

        var (reason, suggestion, replaces) = Gap(argument, range);
        return new(PriorRules.MayBeOutOfRange, argument.Argument, [argument.Parameter, argument.Distribution, demand, reason], suggestion, replaces);
    }

    /// <summary>Why an argument may be out of range, and what may be written instead, and where.</summary>
    private (string Reason, string? Suggestion, Location? Replaces) Gap(DensityArgument argument, ValueRange range)
    {
        var beyond = range.Interval.Low < Supports.Interval(argument.Requires).Low ? "negative" : "above 1";
        var priors = range.Latents.Select(id => SampledPrior.Of(model, result.Arguments, model.Nodes[id].Symbol)).ToList();
        if (range.Latents.Contains(argument.Node) && priors.Count == 1 && priors[0] is { } prior)
        {
            var half = argument.Requires is Support.Positive or Support.NonNegative ? prior.Half() : null;
            var often = beyond == "negative" ? prior.HowOftenNegative() : null;
            var reason = $"'{prior.Latent}' is sampled from {prior.Text}, which {(often is null ? $"can be {beyond}" : $"is negative {often}")}.";
            return half is { } better
                ? ($"{reason} Use {better.Text}?", better.Text, better.Call)
                : Map(argument, range, reason);
        }

        var culprit = priors.FirstOrDefault(p => p is { IsReal: true });
        var cause = culprit is null ? string.Empty : $", since '{culprit.Latent}' is sampled from {culprit.Text}";
        return Map(argument, range, $"'{argument.Text}' can be {beyond}{cause}.");
    }

    /// <summary>A value that may be any number is brought into range by the function that constrains latents.</summary>
    private (string Reason, string? Suggestion, Location? Replaces) Map(DensityArgument argument, ValueRange range, string reason)
    {
        // A function of its own inverse is what was there before, and no advice.
        var (function, inverse) = !range.Interval.IsAll ? (null, default) : argument.Requires switch
        {
            Support.Positive or Support.NonNegative => ("Exp", Operation.Log),
            Support.Unit => ("InverseLogit", Operation.Logit),
            _ => ((string?)null, default(Operation)),
        };
        function = model.Nodes[argument.Node] is { Kind: NodeKind.Apply } node && node.Operation == inverse ? null : function;
        var suggestion = $"{function}({argument.Text})";
        return function is null ? (reason, null, null) : ($"{reason} Use {suggestion}?", suggestion, null);
    }

    private ReadDiagnostic? Ends(IReadOnlyList<DensityArgument> call)
    {
        if (!DistributionDefinition.All.TryGetValue(call[0].Distribution, out var distribution) || distribution.Attribute is not { } definition)
        {
            return null;
        }

        if (definition.Support != Support.Interval || definition.Lower is not { } lower || definition.Upper is not { } upper)
        {
            return null;
        }

        var (low, high) = (End(call, lower), End(call, upper));
        return low.Interval.IsEmpty || high.Interval.IsEmpty || low.Interval.Low < high.Interval.High ? null : new(
            PriorRules.EmptyInterval, call[0].Call,
            [lower, call[0].Distribution, upper, low.Text, high.Text]);
    }

    private (Interval Interval, string Text) End(IReadOnlyList<DensityArgument> call, string parameter)
    {
        if (call.FirstOrDefault(argument => argument.Parameter == parameter) is { } given)
        {
            return (ranges.Of(given.Node).Interval, given.Text);
        }

        var value = DistributionDefinition.All[call[0].Distribution].DefaultOf(parameter);
        return value is { } number ? (Interval.Point(number), Number(number)) : (Interval.Empty, string.Empty);
    }

    /// <summary>Latents that nothing reads, in a model that learns from data or adds terms; a model of priors alone is there to be drawn from.</summary>
    private IEnumerable<ReadDiagnostic> UnusedLatents(Location method)
    {
        var graph = Graph.From(model.Nodes, model.Axes);
        List<Step> steps = [.. Program.Flatten(model.Steps).Where(step => step is not LoopStep)];
        if (!steps.Any(step => step is ObserveStep or PotentialStep))
        {
            yield break;
        }

        HashSet<int> used = [];
        foreach (var step in steps)
        {
            // A latent that only its own earlier elements lead to is not used either.
            var reads = Dependence.Reads(graph, step);
            reads.ExceptWith(step is SampleStep ? Dependence.Writes(step) : []);
            used.UnionWith(reads);
        }

        foreach (var objective in model.Objectives)
        {
            IEnumerable<int> roots = [objective.Value, .. objective.Steps.SelectMany(Dependence.Roots)];
            used.UnionWith(Dependence.Reachable(graph, roots).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol));
        }

        foreach (var sample in steps.OfType<SampleStep>().GroupBy(sample => sample.Array).Select(group => group.First())
            .Where(sample => model.Arrays[sample.Array].Role == ArrayRole.Latent && !used.Contains(sample.Array)))
        {
            var at = result.Arguments.FirstOrDefault(argument => argument.Site == sample.Site)?.Call ?? method;
            yield return new(PriorRules.UnusedLatent, at, [model.Arrays[sample.Array].Name]);
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
