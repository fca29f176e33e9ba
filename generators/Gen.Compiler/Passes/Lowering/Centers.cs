using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Where the unconstrained coordinates of latents lie and how wide, as their definitions say.</summary>
internal static class Centers
{
    /// <summary>The location and the scale of a number's coordinate; null where its definition says nothing.</summary>
    public static (Expr Location, Expr Scale)? Of(Graph graph, Density density)
    {
        var definition = DistributionDefinition.Of(density);
        return definition.Center(definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]));
    }

    /// <summary>Whether it is a vector each of whose elements decides where those behind it lie.</summary>
    public static bool AreInOrder(SampleStep sample) => DistributionDefinition.Of(sample.Density).HasElementCenters;

    /// <summary>
    /// The steps of such a vector's elements, one after another: of those that come first at once, and of each later one once those before it and their
    /// <paramref name="locations"/>, which <paramref name="compute"/> sets, are known.
    /// </summary>
    public static Step[] InOrder(
        Graph graph,
        SampleStep sample,
        IReadOnlyList<int> loops,
        int locations,
        Func<string, IReadOnlyList<Expr>, int> declare,
        Func<EquatableArray<int>, EquatableArray<int>, (Expr Location, Expr Scale), IEnumerable<Step>> compute)
    {
        var along = sample.Density.Axes[0];
        List<Step> steps = [];
        StepBuilder builder = new(graph, loops, sample.Axes, sample.Site, declare, steps.Add);
        VectorExpr Whole(int array) => new(graph, along, graph.Read(array, sample.Indices.Select(graph.Wrap)));
        EquatableArray<int> At(int axis) => sample.Indices.Select(index => graph.Id(new Substitution(graph, new() { [along] = graph.Index(axis) }).Apply(graph.Wrap(index)))).ToEquatableArray();

        var centers = DistributionDefinition.Of(sample.Density).Centers(sample.Density, Whole(sample.Array), Whole(locations), builder);
        if (!centers.Order.IsNumber(0))
        {
            steps.AddRange(builder.Along(0, centers.Order, first => compute([.. sample.Axes, first], At(first), centers.First).ToArray()));
        }

        steps.Add(builder.Along(centers.Order, graph.Length(along), next => new LoopStep(
            next, false, compute(sample.Axes, At(next), (centers.Locations[graph.Index(next)], centers.Scales[graph.Index(next)])).ToEquatableArray(), sample.Site)));
        return [.. steps];
    }
}
