using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>
/// Something that data must be for a parameter of a density to lie in its set: they are the parameter, or a factor of it whose other factors are positive. It is
/// asked when the model is constructed, and not again.
/// </summary>
/// <param name="Parameter">The parameter; its node is what is asked.</param>
/// <param name="Site">The statement that needs it.</param>
/// <param name="IsFactor">Whether the node is only a factor of the parameter.</param>
internal sealed record DataRequirement(RequiredParameter Parameter, int Site, bool IsFactor)
{
    /// <summary>What a model requires of its data. What a condition may leave out is not required.</summary>
    public static IReadOnlyList<DataRequirement> Of(Program program)
    {
        var ranges = new RangeAnalysis(program, _ => null);
        var known = new KnownSupports(program, ranges);
        return [.. Densities(program).SelectMany(entry => Of(program, ranges, known, entry.Density, entry.Site)).Distinct()];
    }

    /// <summary>Parameters that data bind to others and decide alone, such as the ends of an interval.</summary>
    public static IEnumerable<((string Name, string Demand, int Node, Expr Condition) Parameter, int Site)> Ordered(Program program)
    {
        var graph = program.Graph;
        IEnumerable<(string Name, string Demand, int Node, Expr Condition)> Of(Density density) =>
            SupportConditions.Ordered(graph, density).Select(parameter => parameter with { Name = $"{parameter.Name} of {density.Distribution}" }).Concat(density.Components.SelectMany(Of));
        return Densities(program).SelectMany(entry => Of(entry.Density).Select(parameter => (parameter, entry.Site))).Distinct()
            .Where(entry => !entry.parameter.Condition.IsConstant(out _) && PlainData.Is(program, graph.Id(entry.parameter.Condition)));
    }

    /// <summary>The densities that no condition leaves out, with their statements.</summary>
    public static IEnumerable<(Density Density, int Site)> Densities(Program program) => Program.Flatten(program.Model.Steps).SelectMany(step => step switch
    {
        SampleStep sample => [(sample.Density, sample.Site)],
        ObserveStep { Guard: < 0 } observe => [(observe.Density, observe.Site)],
        _ => Enumerable.Empty<(Density Density, int Site)>(),
    }).Concat(program.Model.Calls.Select(call => (call.Density, call.Site)));

    /// <summary>Of a node, the set that it has been checked to lie in, if any.</summary>
    public static Func<int, Support?> Known(Program program)
    {
        var supports = Of(program).Where(requirement => requirement.Parameter.Axes.Count == 0).GroupBy(requirement => requirement.Parameter.Node)
            .ToDictionary(group => group.Key, group => group.First().Parameter.Requires);
        return node => supports.TryGetValue(node, out var support) ? support : null;
    }

    private static IEnumerable<DataRequirement> Of(Program program, RangeAnalysis ranges, KnownSupports known, Density density, int site)
    {
        foreach (var parameter in SupportConditions.Parameters(program.Graph, density).Where(parameter => parameter.IsGiven && !known.IsKnown(parameter)))
        {
            if (PlainData.Is(program, parameter.Node))
            {
                if (program.Graph[parameter.Node].Kind != NodeKind.Constant)
                {
                    yield return new(parameter, site, IsFactor: false);
                }
            }
            else if (parameter.Requires is Support.Positive or Support.NonNegative)
            {
                foreach (var factor in Factors(program, ranges, parameter.Node) ?? [])
                {
                    yield return new(parameter with { Node = factor }, site, IsFactor: true);
                }
            }
        }

        foreach (var requirement in density.Components.SelectMany(component => Of(program, ranges, known, component, site)))
        {
            yield return requirement;
        }
    }

    /// <summary>The factors of data that a product has beside positive ones; null where some other factor may have either sign.</summary>
    private static IEnumerable<int>? Factors(Program program, RangeAnalysis ranges, int node)
    {
        if (PlainData.Is(program, node))
        {
            return program.Graph[node].Kind == NodeKind.Constant && !(program.Graph[node].Value > 0) ? null : program.Graph[node].Kind == NodeKind.Constant ? [] : [node];
        }

        if (program.Graph[node] is { Kind: NodeKind.Apply, Operation: Operation.Multiply or Operation.Divide } product)
        {
            return Factors(program, ranges, product.Arguments[0]) is { } left && Factors(program, ranges, product.Arguments[1]) is { } right ? left.Concat(right) : null;
        }

        return ranges.Of(node).IsPositive ? [] : null;
    }
}
