using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Latents that are written not centred: standard ones, with location 0 and a scale that no latent decides, which a model reads nowhere but times a scale that latents
/// decide, <c>mu + sigma * z</c>. Centred, that is the coordinate.
/// </summary>
internal static class StandardScales
{
    /// <summary>What each such latent is read with: mu, or 0 where it is not the same everywhere, and sigma.</summary>
    public static Dictionary<int, (Expr Location, Expr Scale)> Of(Program program)
    {
        var graph = program.Graph;
        Step[] steps = [.. Program.Flatten(program.Steps)];
        var samples = steps.OfType<SampleStep>().Where(sample => program.Arrays[sample.Array].Role == ArrayRole.Latent).GroupBy(sample => sample.Array).ToArray();
        HashSet<int> standard = [.. samples.Where(own => own.All(sample => IsStandard(program, sample))).Select(own => own.Key)];
        standard.ExceptWith(steps.SelectMany(Dependence.OperandsRead));
        if (standard.Count == 0)
        {
            return [];
        }

        HashSet<int> latents = [.. samples.Select(own => own.Key)];
        var known = new KnownSupports(program, new(program, DataRequirement.Known(program)));
        var scales = new Dictionary<int, Expr>();
        int[] roots = [.. steps.Where(step => step is not LoopStep).SelectMany(step => Roots(program, step)).Where(root => root >= 0)];
        standard.ExceptWith(roots.Select(root => graph[root]).Where(node => node.Kind == NodeKind.Read).Select(node => node.Symbol));
        var parts = Dependence.Reachable(graph, roots);
        foreach (var node in parts.Select(id => graph[id]))
        {
            for (var i = 0; i < node.Arguments.Count; i++)
            {
                if (graph[node.Arguments[i]] is not { Kind: NodeKind.Read } read || !standard.Contains(read.Symbol))
                {
                    continue;
                }

                var isScaled = node is { Kind: NodeKind.Apply, Operation: Operation.Multiply } && IsScale(graph.Wrap(node.Arguments[1 - i]));
                if (!isScaled || (scales.TryGetValue(read.Symbol, out var other) && other.Id != node.Arguments[1 - i]))
                {
                    standard.Remove(read.Symbol);
                    scales.Remove(read.Symbol);
                    continue;
                }

                scales[read.Symbol] = graph.Wrap(node.Arguments[1 - i]);
            }
        }

        return scales.Where(scale => standard.Contains(scale.Key)).ToDictionary(scale => scale.Key, scale => (Location(scale.Key, scale.Value), scale.Value));

        // What is added to the latent times its scale wherever it is read, or 0.
        Expr Location(int latent, Expr scale)
        {
            HashSet<int> products = [.. parts.Where(id => graph[id] is { Kind: NodeKind.Apply, Operation: Operation.Multiply } product
                && product.Arguments.Contains(scale.Id) && product.Arguments.Any(argument => graph[argument] is { Kind: NodeKind.Read } read && read.Symbol == latent))];
            Expr? location = null;
            foreach (var node in parts.Select(id => graph[id]))
            {
                foreach (var product in node.Arguments.Where(products.Contains))
                {
                    var added = node is { Kind: NodeKind.Apply, Operation: Operation.Add } ? graph.Wrap(node.Arguments[node.Arguments[0] == product ? 1 : 0]) : (Expr?)null;
                    if (added is not { } value || !IsKnown(value) || (location is { } other && other.Id != value.Id))
                    {
                        return graph.Constant(0);
                    }

                    location = value;
                }
            }

            return location is { } found && !products.Overlaps(roots) ? found : graph.Constant(0);
        }

        // It is made of latents themselves, which are known once they are sampled, and the same for all elements.
        bool IsKnown(Expr value) => graph.FreeAxes(value.Id) == 0
            && Dependence.Reachable(graph, [value.Id]).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read)
                .All(node => latents.Contains(node.Symbol) ? !standard.Contains(node.Symbol) : program.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared);

        bool IsScale(Expr scale) => IsKnown(scale) && Dependence.Places(graph, [scale.Id]).Any(place => latents.Contains(place.Array)) && known.Holds(Less(0, scale));
    }

    private static bool IsStandard(Program program, SampleStep sample)
    {
        if (sample is not { IsCenteredByTuning: true, Restriction: null } || sample.Density.Axes.Count > 0 || Modifier.Of(program.Graph, sample.Density) is not null
            || DistributionDefinition.Of(sample.Density).Attribute is not { Location: not null, Scale: not null, Support: Support.Real })
        {
            return false;
        }

        return Centers.Of(program.Graph, sample.Density) is var (location, scale) && location.IsNumber(0) && scale.IsConstant(out _);
    }

    /// <summary>What a step evaluates; where a latent is sampled its own place does not count.</summary>
    private static IEnumerable<int> Roots(Program program, Step step) =>
        step is CallStep { Equation: { } equation } call ? Dependence.Roots(call).Concat(equation.Derivatives) : Dependence.Roots(step);
}
