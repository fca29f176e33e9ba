using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// Data that loops alone read, element by element, to ends that say nothing of how long the data are: the constructor requires that they are read to their
/// end. A range (<c>y[..n]</c>), a length (<c>y.Length</c>), an index among data, a literal, or a difference as a loop's end (<c>n - ahead</c>) show that more may
/// be there.
/// </summary>
internal sealed class Reach
{
    private readonly Draft draft;
    private readonly Graph graph;
    private readonly List<Node> reads;
    private readonly Step[] computing;
    private readonly HashSet<int> mentioned = [];
    private readonly HashSet<int> whole = [];

    private Reach(Draft draft, IReadOnlyList<Step> steps, IEnumerable<int> values)
    {
        (this.draft, graph) = (draft, draft.Graph);
        Step[] flat = [.. Program.Flatten(steps)];
        HashSet<int> axes = [.. flat.OfType<LoopStep>().Select(loop => loop.Axis), .. flat.SelectMany(step => StepParts.Axes(step).Concat(StepParts.BoundAxes(step)))];
        computing = [.. flat.Where(step => step is not (LoopStep or RequireStep))];
        var reached = Dependence.Reachable(graph, computing.SelectMany(Dependence.Evaluated).Concat(values)).Select(id => graph[id]).ToList();
        axes.UnionWith(reached.Where(node => node.Kind == NodeKind.Index || node.IsReduction).Select(node => node.Symbol));
        var lengths = axes.SelectMany(axis => new[] { graph.Axes[axis].Lower, graph.Axes[axis].Upper })
            .Concat(draft.LengthChecks.SelectMany(check => new[] { check.First, check.Second }))
            .Concat(draft.Arrays.Where(array => array.Role != ArrayRole.Data).SelectMany(array => array.Extents).Select(graph.Id));
        mentioned.UnionWith(reached.Concat(Dependence.Reachable(graph, lengths).Select(id => graph[id])).Where(node => node.Kind == NodeKind.Size).Select(node => node.Symbol));
        whole.UnionWith(flat.OfType<CallStep>().SelectMany(call => call.Operands).Select(operand => operand.Array));
        whole.UnionWith(draft.Prepared.SelectMany(prepared => prepared.Call?.Arguments.Select(argument => argument.Array) ?? []));
        reads = [.. reached.Where(node => node.Kind == NodeKind.Read), .. computing.OfType<ObserveStep>().Select(observe => new Node(NodeKind.Read, observe.Array, 0, observe.Indices))];
    }

    /// <summary>
    /// Makes the sizes of data one where every pass of a loop through all of one reads the other as well: less of that would not do, and more would not be
    /// read.
    /// </summary>
    public static void Unite(Draft draft, IReadOnlyList<Step> steps)
    {
        var reach = new Reach(draft, steps, []);
        var always = IndexRange.Unconditional(draft.Graph, reach.computing.SelectMany(step => Guard(step) is var guard && guard < 0 ? Dependence.Evaluated(step) : [guard]));
        foreach (var parameter in draft.Parameters.Where(parameter => parameter.Array >= 0))
        {
            reach.Unite(parameter, always);
        }
    }

    private static int Guard(Step step) => step switch { AssignStep s => s.Guard, ObserveStep s => s.Guard, PotentialStep s => s.Guard, _ => -1 };

    private void Unite(Parameter parameter, HashSet<int> always)
    {
        for (var d = 0; d < parameter.Sizes.Count; d++)
        {
            // Passes that are told apart, as the first one is, stand before the loop, and read what is before its beginning.
            var apart = (Ends(parameter, d) ?? []).ToLookup(end => end.IsConstant(out _));
            var ends = apart[false].ToArray();
            bool IsAfter(int start) => graph.Wrap(start).IsConstant(out var first) && apart[true].All(end => end.IsConstant(out var last) && last <= first);
            if (ends.Length == 1 && ends[0].Node is { Kind: NodeKind.Size, Symbol: var other }
                && Reads(parameter.Array).Any(read => read.Always && graph[read.Indices[d]] is { Kind: NodeKind.Index } index && graph.Axes[index.Symbol] is var axis && axis.Upper == ends[0].Id && IsAfter(axis.Lower)))
            {
                draft.Sizes.Unite(parameter.Sizes[d], other, -1, $"a loop reads '{parameter.Name}' along all of it");
            }
        }

        IEnumerable<(EquatableArray<int> Indices, bool Always)> Reads(int array) =>
            Dependence.Reachable(graph, computing.SelectMany(Dependence.Evaluated)).Where(id => graph[id] is { Kind: NodeKind.Read } read && read.Symbol == array)
                .Select(id => (graph[id].Arguments, always.Contains(id)))
                .Concat(computing.OfType<ObserveStep>().Where(observe => observe.Array == array).Select(observe => (observe.Indices, observe.Guard < 0)));
    }

    /// <summary>What a model requires of its data, by its own statements, those that prepare data, and the values of objectives.</summary>
    public static IEnumerable<Step> Of(Draft draft, IReadOnlyList<Step> steps, IEnumerable<int> values)
    {
        var reach = new Reach(draft, steps, values);
        return draft.Parameters.Where(parameter => parameter.Array >= 0).SelectMany(reach.Of);
    }

    private IEnumerable<Step> Of(Parameter parameter)
    {
        for (var d = 0; d < parameter.Sizes.Count; d++)
        {
            if (Ends(parameter, d) is { Count: > 0 } ends)
            {
                var end = ends.Aggregate((a, b) => graph.Apply(Operation.Max, a, b));
                var unit = parameter.Sizes.Count == 1 ? "elements" : d == 0 ? "rows" : "columns";
                yield return new RequireStep(Requirement.ReadToEnd, [graph.Id(draft.Size(parameter.Sizes[d])), graph.Id(end)], -1, $"{unit} of '{parameter.Name}'", -1);
            }
        }
    }

    /// <summary>The ends of the loops that alone read a dimension of data; null where more may be there.</summary>
    private IReadOnlyList<Expr>? Ends(Parameter parameter, int dimension)
    {
        var indices = reads.Where(read => read.Symbol == parameter.Array).Select(read => read.Arguments[dimension]).Distinct().ToArray();
        if (mentioned.Contains(draft.Sizes.Representative(parameter.Sizes[dimension]))
            || whole.Contains(parameter.Array) || draft.Ranged.Contains((parameter.Array, dimension)))
        {
            return null;
        }

        // How far a decision or a caller's argument goes is no matter of the data.
        Expr?[] ends = [.. indices.Select(End)];
        return ends.Any(end => end is { } known && Dependence.Reachable(graph, [known.Id]).Any(IsOfObjective)) ? null : ends.All(end => end is not null) && ends.Any(end => !end!.Value.IsConstant(out _)) ? [.. ends.Select(end => end!.Value).Distinct()] : null;
    }

    private bool IsOfObjective(int id) => graph[id] switch
    {
        { Kind: NodeKind.Size } size => draft.ObjectiveSizes.Contains(size.Symbol),
        { Kind: NodeKind.Read } read => draft.Arrays[read.Symbol].Role is ArrayRole.Argument or ArrayRole.Decision,
        _ => false,
    };

    /// <summary>Where a loop that reads at an index ends, not counting how far it looks back; null where that is no plain length, or the index no plain position.</summary>
    private Expr? End(int index)
    {
        if (graph.Wrap(index).IsConstant(out var position))
        {
            return graph.Wrap(graph.Id(position + 1));
        }

        var form = LinearForm.Of(graph.Wrap(index));
        if (form.Terms.Count != 1 || form.Terms.First() is not { Value: 1 } term || graph[term.Key].Kind != NodeKind.Index)
        {
            return null;
        }

        var upper = graph.Wrap(graph.Axes[graph[term.Key].Symbol].Upper);
        upper = upper.Is(Operation.Max) && upper.Argument(1).IsNumber(0) ? upper.Argument(0) : upper;
        var end = LinearForm.Of(upper);
        return graph.FreeAxes(graph.Id(upper)) == 0 && end.Constant >= 0 && end.Terms.Count <= 1 && end.Terms.All(one => one.Value > 0 && graph[one.Key].Kind is (NodeKind.Size or NodeKind.Read))
            ? graph.Wrap(graph.Id(form.Constant > 0 ? upper + form.Constant : upper))
            : null;
    }
}
