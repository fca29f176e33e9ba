using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// Gives the axes of steps the smallest copies that do not clash, outer ones first; so steps that mean the same are the same, whether they were
/// written as a loop or as an expression of vectors.
/// </summary>
internal static class StepAxes
{
    public static EquatableArray<Step> Rename(Graph graph, IEnumerable<Step> steps) => steps.Select(step => Rename(graph, step, [])).ToEquatableArray();

    private static Step Rename(Graph graph, Step step, Dictionary<int, Expr> outer)
    {
        var axes = new Dictionary<int, Expr>(outer);
        int Bind(int axis)
        {
            var range = graph.Axes[axis];
            for (var copy = 0; ; copy++)
            {
                var candidate = graph.Axis(range.Lower, range.Upper, copy);
                if (!axes.Values.Any(index => index.Node.Symbol == candidate))
                {
                    axes.Add(axis, graph.Index(candidate));
                    return candidate;
                }
            }
        }

        int Node(int node) => node < 0 ? node : graph.Id(new Substitution(graph, axes).Apply(graph.Wrap(node)));
        if (step is LoopStep loop)
        {
            var bound = Bind(loop.Axis);
            return loop with { Axis = bound, Body = loop.Body.Select(inner => Rename(graph, inner, axes)).ToEquatableArray() };
        }

        return StepParts.With(step, Bind, Node);
    }

    /// <summary>A node by itself with the smallest copies of its free axes.</summary>
    public static int Rename(Graph graph, int node) => Rename(graph, node, -1).Value;

    /// <summary>A node and the condition that it stands under, or −1, with the smallest copies of their free axes.</summary>
    public static (int Value, int Guard) Rename(Graph graph, int node, int guard)
    {
        var free = Enumerable.Range(0, graph.Axes.Count).Where(axis => graph.Varies(node, axis) || (guard >= 0 && graph.Varies(guard, axis))).ToEquatableArray();
        var step = (PotentialStep)Rename(graph, new PotentialStep(free, node, guard, -1), []);
        return (step.Value, step.Guard);
    }

    /// <summary>A density by itself with the smallest copies of the axes that it varies along and binds.</summary>
    public static Density Rename(Graph graph, Density density)
    {
        var bound = density.BoundAxes.ToArray();
        var free = Enumerable.Range(0, graph.Axes.Count).Where(axis => !bound.Contains(axis) && density.Nodes.Any(node => graph.Varies(node, axis))).ToEquatableArray();
        return ((SampleStep)Rename(graph, new SampleStep(-1, free, [], density, -1), [])).Density;
    }
}
