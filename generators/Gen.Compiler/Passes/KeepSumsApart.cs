using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// A sum over a range whose loop stands inside a loop over the same range has an axis of its own, so that the two share no variable: the outer one,
/// a statement's or another sum's, takes a further copy. (The gradient of a network's first layer is such a statement.)
/// </summary>
public static class KeepSumsApart
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var sums = new Sums(program.Graph);
        return program with { Steps = [.. program.Steps.Select(step => Separate(program, Rewrite.Nodes(step, sums.Visit)))] };
    }

    private static Step Separate(Program program, Step step)
    {
        switch (step)
        {
            case LoopStep loop:
                return loop with { Body = loop.Body.Select(inner => Separate(program, inner)).ToEquatableArray() };
            case AssignStep or SampleStep or ObserveStep:
                foreach (var axis in Axes(step))
                {
                    var outside = program.Order.Sort(Axes(step)).TakeWhile(other => other != axis).Aggregate(0UL, (mask, other) => mask | 1UL << other);
                    step = IsSummedInside(program.Graph, Dependence.Roots(step), axis, outside) ? Rename(program.Graph, step, axis) : step;
                }

                return step;
            default:
                return step;
        }
    }

    /// <summary>Whether a sum over the axis also varies along an axis that is looped over further inside: then its loop cannot come first.</summary>
    private static bool IsSummedInside(Graph graph, IEnumerable<int> roots, int axis, ulong outside) =>
        Dependence.Reachable(graph, roots).Any(id => graph[id].IsReduction && graph[id].Symbol == axis && (graph.FreeAxes(id) & ~outside) != 0);

    private static EquatableArray<int> Axes(Step step) => step switch
    {
        AssignStep s => s.Axes,
        SampleStep s => s.Axes,
        ObserveStep s => s.Axes,
        _ => [],
    };

    private static Step Rename(Graph graph, Step step, int axis)
    {
        var other = Another(graph, axis, Dependence.Roots(step), Axes(step));
        var renaming = new Substitution(graph, new() { [axis] = graph.Index(other) });

        // What is replaced is put together anew, with sums under their smallest copies.
        var sums = new Sums(graph);
        var axes = Axes(step).Select(own => own == axis ? other : own).ToEquatableArray();
        return Rewrite.Nodes(Rewrite.Nodes(graph, step, renaming), sums.Visit) switch
        {
            AssignStep s => s with { Axes = axes },
            SampleStep s => s with { Axes = axes },
            ObserveStep s => s with { Axes = axes },
            var renamed => renamed,
        };
    }

    /// <summary>A copy of an axis that is neither summed over in some nodes nor among other axes.</summary>
    private static int Another(Graph graph, int axis, IEnumerable<int> roots, IEnumerable<int> others)
    {
        var taken = new HashSet<int>(Dependence.Reachable(graph, roots).Where(id => graph[id].IsReduction).Select(id => graph[id].Symbol).Concat(others)) { axis };
        var range = graph.Axes[axis];
        var other = axis;
        for (var copy = range.Copy + 1; taken.Contains(other); copy++)
        {
            other = graph.Axis(range.Lower, range.Upper, copy);
        }

        return other;
    }

    private sealed class Sums(Graph graph)
    {
        private readonly Dictionary<int, int> done = [];

        public int Visit(int id)
        {
            if (!done.TryGetValue(id, out var result))
            {
                result = Rebuild(graph[id], id);
                done.Add(id, result);
                if (graph.Hint(id) is { } name)
                {
                    graph.Name(result, name);
                }
            }

            return result;
        }

        private int Rebuild(Node node, int id)
        {
            var arguments = node.Arguments.Select(Visit).ToArray();
            switch (node.Kind)
            {
                case NodeKind.Apply or NodeKind.Read when !arguments.SequenceEqual(node.Arguments):
                    return graph.Id(node.Kind == NodeKind.Read
                        ? graph.Read(node.Symbol, [.. arguments.Select(graph.Wrap)])
                        : graph.InternApply(node.Operation, [.. arguments.Select(graph.Wrap)]));
                case NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum:
                    var (axis, body) = (node.Symbol, arguments[0]);
                    if (IsSummedInside(graph, [body], axis, graph.FreeAxes(id)))
                    {
                        axis = Another(graph, axis, [body], Enumerable.Range(0, graph.Axes.Count).Where(other => (graph.FreeAxes(body) >> other & 1) != 0));
                        body = graph.Id(new Substitution(graph, new() { [node.Symbol] = graph.Index(axis) }).Apply(graph.Wrap(body)));
                        if (IsSummedInside(graph, [body], axis, graph.FreeAxes(id)))
                        {
                            throw new InvalidOperationException("sums over one range are nested more deeply than can be told apart");
                        }
                    }

                    return graph.Id(graph.ReduceAs(node.Kind, axis, body));
                default:
                    return id;
            }
        }
    }
}
