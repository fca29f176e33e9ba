using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>Sums that only a condition chooses are loops ahead of it, whether it holds or not: what they read and need not exist then, they ask for themselves.</summary>
internal static class GuardedReductions
{
    /// <summary>A step in which every sum can be computed ahead.</summary>
    public static Step In(Program program, Step step)
    {
        var graph = program.Graph;
        (int Root, EvaluationPath Path)[] evaluated = [.. GuardedValues.Evaluated(Entity.Of(step, [], 0))];
        int[] reached = [.. Dependence.Reachable(graph, evaluated.Select(entry => entry.Root).Where(root => root >= 0))];
        if (!reached.Any(id => graph[id].IsReduction))
        {
            return step;
        }

        var existence = new Existence(program, (index, extent) => GuardedValues.IsInside(program, index, extent));
        var fragile = new HashSet<int>(reached.Where(id => graph[id].Kind == NodeKind.Read && !existence.Of(id).IsNumber(1)));
        int[] sums = fragile.Count == 0 ? [] : [.. reached.Where(id => graph[id].IsReduction && Dependence.Reachable(graph, [id]).Any(fragile.Contains))];
        if (sums.Length == 0)
        {
            return step;
        }

        var paths = new EvaluationPaths(graph, evaluated);
        var guarded = new HashSet<int>(sums.Where(id => paths.Condition(id) is not null));
        return guarded.Count == 0 ? step : Rewrite.Nodes(step, node => existence.Safe(node, guarded));
    }
}
