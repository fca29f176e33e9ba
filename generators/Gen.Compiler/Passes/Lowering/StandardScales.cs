using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Finds the latents that are written not centred: standard ones z, with location 0 and a scale that nothing decides, which a model reads nowhere but times one scale that
/// other latents decide, <c>mu + sigma * z</c>.
/// </summary>
internal sealed class StandardScales
{
    private readonly Program program;
    private readonly Graph graph;
    private readonly IReadOnlyList<int> roots, parts;
    private readonly HashSet<int> sampledOnce;
    private readonly KnownSupports known;

    private StandardScales(Program program, IReadOnlyList<SampleStep> samples, IReadOnlyList<Step> steps)
    {
        (this.program, graph) = (program, program.Graph);
        roots = [.. steps.Where(step => step is not LoopStep).SelectMany(Dependence.Evaluated).Where(root => root >= 0)];
        parts = [.. Dependence.Reachable(graph, roots)];

        // What is sampled once and in no loop is known as a whole from there on.
        sampledOnce = [.. program.Steps.OfType<SampleStep>().Select(sample => sample.Array).Where(array => samples.Count(sample => sample.Array == array) == 1)];
        known = new(program, new(program, DataRequirement.Known(program)));
    }

    /// <summary>What each such latent is read with.</summary>
    public static IReadOnlyDictionary<int, StandardScale> Of(Program program)
    {
        Step[] steps = [.. Program.Flatten(program.Steps)];
        SampleStep[] samples = [.. steps.OfType<SampleStep>().Where(sample => program.Arrays[sample.Array].Role == ArrayRole.Latent)];
        HashSet<int> standard = [.. samples.GroupBy(sample => sample.Array).Where(own => own.All(sample => IsStandard(program, sample))).Select(own => own.Key)];
        standard.ExceptWith(steps.SelectMany(Dependence.OperandsRead));
        return standard.Count == 0 ? new Dictionary<int, StandardScale>() : new StandardScales(program, samples, steps).Find(standard);
    }

    private static bool IsStandard(Program program, SampleStep sample) =>
        sample is { IsCenteredByTuning: true, Restriction: null, Density.Axes.Count: 0 } && Modifier.Of(program.Graph, sample.Density) is null
        && DistributionDefinition.Of(sample.Density).Attribute is { Location: not null, Scale: not null, Support: Support.Real }
        && Centers.Of(program.Graph, sample.Density) is var (location, scale) && location.IsNumber(0) && scale.IsConstant(out _);

    private Dictionary<int, StandardScale> Find(IEnumerable<int> standard)
    {
        var scaled = standard.Where(latent => !roots.Any(root => Reads(root, latent))).Select(latent => (Latent: latent, Found: Scaled(latent)))
            .Where(one => one.Found is not null).ToDictionary(one => one.Latent, one => one.Found!.Value);
        sampledOnce.ExceptWith(scaled.Keys);
        return scaled.Where(one => IsScale(one.Value.Scale)).ToDictionary(one => one.Key, one =>
        {
            var (location, scale) = (Location(one.Value.Products), one.Value.Scale);
            return new StandardScale(location, scale, [.. Dependence.Places(graph, [location.Id, scale.Id]).Select(place => place.Array).Where(sampledOnce.Contains).Distinct()]);
        });
    }

    /// <summary>The products of a latent with its scale, of which each read is a factor; null where what is read is not scaled, or by more than one number for all elements.</summary>
    private (int[] Products, Expr Scale)? Scaled(int latent)
    {
        var products = Readers(node => Reads(node, latent));
        var scale = Factor(products, node => Reads(node, latent));
        while (scale is { } one && graph.FreeAxes(one.Id) == 0 && !roots.Any(products.Contains)
            && Readers(products.Contains) is var further && Factor(further, products.Contains) is { } other && graph.FreeAxes(other.Id) == 0)
        {
            (products, scale) = (further, one * other);
        }

        return scale is { } found && ReadsLatents(found.Id) && !Readers(products.Contains).Any(reader => IsScaledOn(graph[reader], products)) ? (products, found) : null;
    }

    private bool Reads(int node, int latent) => graph[node] is { Kind: NodeKind.Read } read && read.Symbol == latent;

    private bool ReadsLatents(int node) => Dependence.Places(graph, [node]).Any(place => program.Arrays[place.Array].Role == ArrayRole.Latent);

    private int[] Readers(Func<int, bool> isRead) => [.. parts.Where(part => graph[part].Arguments.Any(isRead))];

    /// <summary>The one other factor of products, or null.</summary>
    private Expr? Factor(IEnumerable<int> products, Func<int, bool> isFirst) => Only(products.Select(product => graph[product] is { Kind: NodeKind.Apply, Operation: Operation.Multiply } node
        ? node.Arguments[isFirst(node.Arguments[0]) ? 1 : 0] : -1));

    /// <summary>Whether what latents decide scales products further.</summary>
    private bool IsScaledOn(Node node, IReadOnlyList<int> products) =>
        node is { Kind: NodeKind.Apply, Operation: Operation.Multiply or Operation.Divide } && node.Arguments.Any(argument => !products.Contains(argument) && ReadsLatents(argument));

    /// <summary>What is added to products of the latent with its scale, the same everywhere; or 0.</summary>
    private Expr Location(IReadOnlyList<int> products)
    {
        var sums = parts.Select(part => graph[part]).Where(part => part.Arguments.Any(products.Contains));
        var added = Only(sums.Select(sum => sum is { Kind: NodeKind.Apply, Operation: Operation.Add } ? sum.Arguments[products.Contains(sum.Arguments[0]) ? 1 : 0] : -1));
        return added is { } location && !roots.Any(products.Contains) && IsKnown(location) ? location : graph.Constant(0);
    }

    /// <summary>The one expression that all are, or null where one is none.</summary>
    private Expr? Only(IEnumerable<int> nodes) => nodes.Distinct().Take(2).ToArray() is { Length: 1 } only && only[0] >= 0 ? graph.Wrap(only[0]) : null;

    private bool IsScale(Expr scale) => IsKnown(scale) && known.Holds(Less(0, scale));

    /// <summary>Whether a value is the same for all elements, and made of data and of latents that are known once they are sampled.</summary>
    private bool IsKnown(Expr value) => graph.FreeAxes(value.Id) == 0
        && Dependence.Reachable(graph, [value.Id]).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read)
            .All(read => sampledOnce.Contains(read.Symbol) || program.Arrays[read.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared);
}

/// <summary>What a standard latent z is read with, m + s z: m, or 0 where it is not the same everywhere, s, and the latents that decide them.</summary>
internal sealed record StandardScale(Expr Location, Expr Scale, IReadOnlyList<int> Latents);
