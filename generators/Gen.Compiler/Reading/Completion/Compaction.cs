using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// Drops the nodes and axes that reading made on its way and no statement uses. What is left keeps its order, so that it is the same whatever
/// detours led to it, and commuted operands stay as they are.
/// </summary>
internal sealed class Compaction
{
    private readonly Model model;
    private readonly bool[] nodes;
    private readonly bool[] axes;
    private readonly int[] nodeIds;
    private readonly int[] axisIds;

    private Compaction(Model model, IEnumerable<int> roots)
    {
        this.model = model;
        nodes = new bool[model.Nodes.Count];
        axes = new bool[model.Axes.Count];
        Mark(model.Steps);
        Mark(model.Prepared.SelectMany(prepared => prepared.Steps));
        foreach (var objective in model.Objectives)
        {
            Mark(objective.Steps);
            Mark(objective.Value);
            Mark(objective.LengthChecks);
        }

        Mark(model.LengthChecks);
        Mark(model.Calls.SelectMany(call => call.Density.Nodes));
        foreach (var axis in model.Calls.SelectMany(call => call.Density.BoundAxes))
        {
            MarkAxis(axis);
        }

        Mark(model.Arrays.SelectMany(array => array.Extents).Concat(roots));
        nodeIds = Numbered(nodes);
        axisIds = Numbered(axes);
    }

    /// <summary>The model without what nothing uses; the nodes of the arguments of densities follow it.</summary>
    public static (Model Model, ImmutableArray<DensityArgument> Arguments) Run(Model model, IReadOnlyList<DensityArgument> arguments)
    {
        var compaction = new Compaction(model, arguments.Select(argument => argument.Node));
        return (compaction.Compacted(), [.. arguments.Select(argument => argument with { Node = compaction.Node(argument.Node) })]);
    }

    private static int[] Numbered(bool[] kept)
    {
        var ids = new int[kept.Length];
        var next = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            ids[i] = kept[i] ? next++ : -1;
        }

        return ids;
    }

    private void Mark(IEnumerable<LengthCheck> checks) => Mark(checks.SelectMany(check => new[] { check.First, check.Second }));

    private void Mark(IEnumerable<int> roots)
    {
        foreach (var root in roots)
        {
            Mark(root);
        }
    }

    private void Mark(IEnumerable<Step> steps)
    {
        foreach (var step in Program.Flatten(steps))
        {
            foreach (var axis in step is LoopStep loop ? [loop.Axis] : StepParts.Axes(step).Concat(StepParts.BoundAxes(step)))
            {
                MarkAxis(axis);
            }

            Mark(StepParts.Nodes(step));
            if (step is CallStep { Equation: { } equation })
            {
                Mark(equation.Derivatives);
            }
        }
    }

    private void Mark(int node)
    {
        if (node < 0 || nodes[node])
        {
            return;
        }

        nodes[node] = true;
        if (model.Nodes[node].Kind == NodeKind.Index || model.Nodes[node].IsReduction)
        {
            MarkAxis(model.Nodes[node].Symbol);
        }

        Mark(model.Nodes[node].Arguments);
    }

    private void MarkAxis(int axis)
    {
        if (!axes[axis])
        {
            axes[axis] = true;
            Mark(model.Axes[axis].Lower);
            Mark(model.Axes[axis].Upper);
        }
    }

    private int Node(int node) => node < 0 ? node : nodeIds[node];

    private Model Compacted() => model with
    {
        Axes = model.Axes.Where((_, i) => axes[i]).Select(axis => axis with { Lower = Node(axis.Lower), Upper = Node(axis.Upper) }).ToEquatableArray(),
        Nodes = model.Nodes.Where((_, i) => nodes[i]).Select(Renumbered).ToEquatableArray(),
        Arrays = model.Arrays.Select(array => array with { Extents = array.Extents.Select(Node).ToEquatableArray() }).ToEquatableArray(),
        Steps = Renumbered(model.Steps),
        Prepared = model.Prepared.Select(prepared => prepared with { Steps = Renumbered(prepared.Steps) }).ToEquatableArray(),
        LengthChecks = Renumbered(model.LengthChecks),
        Calls = model.Calls.Select(call => call with { Density = call.Density.With(axis => axisIds[axis], Node) }).ToEquatableArray(),
        Objectives = model.Objectives.Select(objective => objective with
        {
            Steps = Renumbered(objective.Steps), Value = Node(objective.Value), LengthChecks = Renumbered(objective.LengthChecks),
        }).ToEquatableArray(),
    };

    private Node Renumbered(Node node) => node with
    {
        Symbol = node.Kind == NodeKind.Index || node.IsReduction ? axisIds[node.Symbol] : node.Symbol,
        Arguments = node.Arguments.Select(Node).ToEquatableArray(),
    };

    private EquatableArray<LengthCheck> Renumbered(EquatableArray<LengthCheck> checks) =>
        checks.Select(check => check with { First = Node(check.First), Second = Node(check.Second) }).ToEquatableArray();

    private EquatableArray<Step> Renumbered(EquatableArray<Step> steps) => steps.Select(step => step is LoopStep loop
        ? loop with { Axis = axisIds[loop.Axis], Body = Renumbered(loop.Body) }
        : Renumbered(StepParts.With(step, axis => axisIds[axis], Node))).ToEquatableArray();

    private Step Renumbered(Step step) => step is CallStep { Equation: { } equation } call
        ? call with { Equation = equation with { Derivatives = equation.Derivatives.Select(Node).ToEquatableArray() } }
        : step;
}
