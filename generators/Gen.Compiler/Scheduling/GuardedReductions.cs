using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>
/// Sums that only a condition chooses are loops ahead of it, whether it holds or not: what they read and need not exist then, they ask for themselves, and
/// for the condition itself where they read what is drawn in sequence.
/// </summary>
internal static class GuardedReductions
{
    /// <summary>A step in which every sum can be computed ahead.</summary>
    public static Step In(Program program, Step step) => Existing(program, Drawn(program, step));

    private static Step Existing(Program program, Step step)
    {
        var graph = program.Graph;
        var (evaluated, reached) = Parts(graph, step);
        if (!reached.Any(id => graph[id].IsReduction))
        {
            return step;
        }

        var existence = new Existence(program, (index, extent) => GuardedValues.IsInside(program, index, extent));
        var fragile = new HashSet<int>(reached.Where(id => graph[id].Kind == NodeKind.Read && !existence.Of(id).IsNumber(1)));
        bool IsDrawn(int id) => graph[id].Kind == NodeKind.Read && program.Arrays[graph[id].Symbol].IsDrawnInSequence;
        int[] sums = fragile.Count == 0 ? [] : [.. reached.Where(id => graph[id].IsReduction && Dependence.Reachable(graph, [id]) is var parts && parts.Any(fragile.Contains) && !parts.Any(IsDrawn))];
        if (sums.Length == 0)
        {
            return step;
        }

        var paths = new EvaluationPaths(graph, evaluated);
        var guarded = new HashSet<int>(sums.Where(id => paths.Condition(id) is not null));
        return guarded.Count == 0 ? step : Rewrite.Nodes(step, node => existence.Safe(node, guarded));
    }

    /// <summary>Sums of what is drawn in sequence have their terms where the conditions around them hold: read too early, they would be the data that were given.</summary>
    private static Step Drawn(Program program, Step step)
    {
        var graph = program.Graph;
        var (evaluated, reached) = Parts(graph, step);
        var drawn = new HashSet<int>(reached.Where(id => graph[id].Kind == NodeKind.Read && program.Arrays[graph[id].Symbol].IsDrawnInSequence));
        int[] sums = drawn.Count == 0 ? [] : [.. reached.Where(id => graph[id].IsReduction && Dependence.Reachable(graph, [id]).Any(drawn.Contains))];
        if (sums.Length == 0)
        {
            return step;
        }

        var paths = new EvaluationPaths(graph, evaluated);
        var conditions = sums.Select(id => (Sum: id, Condition: paths.Condition(id))).Where(entry => entry.Condition is not null).ToDictionary(entry => entry.Sum, entry => entry.Condition!.Value);
        var done = new Dictionary<int, int>();
        return conditions.Count == 0 ? step : Rewrite.Nodes(step, Visit);

        int Visit(int id)
        {
            if (!done.TryGetValue(id, out var result))
            {
                Expr[] arguments = [.. graph[id].Arguments.Select(argument => graph.Wrap(Visit(argument)))];
                arguments = conditions.TryGetValue(id, out var condition) ? [graph.InternApply(Operation.Where, condition, arguments[0], Nothing(graph[id].Kind))] : arguments;
                result = graph.Id(Rewrite.AsItStands(graph, id, arguments));
                done.Add(id, result);
            }

            return result;
        }

        Expr Nothing(NodeKind kind) => graph.Constant(kind switch { NodeKind.Maximum => double.NegativeInfinity, NodeKind.Minimum => double.PositiveInfinity, _ => 0 });
    }

    private static ((int Root, EvaluationPath Path)[] Evaluated, int[] Reached) Parts(Graph graph, Step step)
    {
        (int Root, EvaluationPath Path)[] evaluated = [.. GuardedValues.Evaluated(Entity.Of(step, [], 0))];
        return (evaluated, [.. Dependence.Reachable(graph, evaluated.Select(entry => entry.Root).Where(root => root >= 0))]);
    }
}
