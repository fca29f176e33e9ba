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

        EquatableArray<int> BindAll(EquatableArray<int> own) => own.Select(Bind).ToEquatableArray();
        int Node(int node) => node < 0 ? node : graph.Id(new Substitution(graph, axes).Apply(graph.Wrap(node)));
        EquatableArray<int> Nodes(EquatableArray<int> nodes) => nodes.Select(Node).ToEquatableArray();

        switch (step)
        {
            case LoopStep loop:
                var bound = Bind(loop.Axis);
                return loop with { Axis = bound, Body = loop.Body.Select(inner => Rename(graph, inner, axes)).ToEquatableArray() };
            case SampleStep sample:
                var sampled = BindAll(sample.Axes);
                return sample with { Axes = sampled, Indices = Nodes(sample.Indices), Density = sample.Density with { Arguments = Nodes(sample.Density.Arguments) } };
            case ObserveStep observe:
                var observed = BindAll(observe.Axes);
                return observe with
                {
                    Axes = observed, Indices = Nodes(observe.Indices), Guard = Node(observe.Guard),
                    Density = observe.Density with { Arguments = Nodes(observe.Density.Arguments) },
                };
            case AssignStep assign:
                var assigned = BindAll(assign.Axes);
                return assign with { Axes = assigned, Indices = Nodes(assign.Indices), Value = Node(assign.Value), Guard = Node(assign.Guard) };
            case PotentialStep potential:
                var added = BindAll(potential.Axes);
                return potential with { Axes = added, Value = Node(potential.Value), Guard = Node(potential.Guard) };
            default:
                return step;
        }
    }
}
