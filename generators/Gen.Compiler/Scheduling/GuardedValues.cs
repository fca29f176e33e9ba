using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>Values that may only be computed where a condition says so, since they read an element that need not exist, or need not be there yet.</summary>
internal static class GuardedValues
{
    /// <summary>The values that can be computed ahead of their uses, each with the condition (or −1) under which it must be.</summary>
    /// <param name="program">The program.</param>
    /// <param name="values">Values that are used several times.</param>
    /// <param name="evaluated">What is evaluated, and where.</param>
    /// <param name="around">The loops around, at whose positions conditions can be decided unless several are computed at once.</param>
    public static Dictionary<int, int> Conditions(Program program, IReadOnlyList<int> values, IEnumerable<(int Root, EvaluationPath Path)> evaluated, Around around)
    {
        var graph = program.Graph;
        var conditions = values.ToDictionary(id => id, _ => -1);
        if (Fragile(program, values, _ => false).Count == 0)
        {
            return conditions;
        }

        // What is read whatever conditions hold makes nothing fragile that is computed of it.
        bool IsOfLanes(int id) => (graph.FreeAxes(id) & around.Lanes) != 0;
        var paths = new EvaluationPaths(graph, evaluated, condition => !IsOfLanes(condition));
        var fragile = Fragile(program, values, id => paths.Of(id).Any(path => path.Conditions.Count == 0));
        foreach (var id in values.Where(id => fragile.Contains(id) && !IsOfLanes(id)))
        {
            if (paths.Condition(id) is not { } condition)
            {
                continue;
            }

            // What decides whether a value exists may be known only inside a loop, or of the value itself: it is then written where it is used.
            conditions.Remove(id);
            var decided = graph.Id(condition);
            if (!condition.IsConstant(out _) && !paths.Of(id).Any(IsOfSum) && around.Lanes == 0 && (graph.FreeAxes(decided) & ~around.Axes) == 0 && !Dependence.Reachable(graph, [decided]).Contains(id))
            {
                conditions.Add(id, decided);
            }
        }

        return conditions;

        // The axis of a sum may be that of a loop around as well: what holds at a position of the sum is another thing than what holds at that of the loop.
        bool IsOfSum(EvaluationPath path) => path.Conditions.Any(condition => path.Axes.Any(axis => (graph.FreeAxes(condition) & 1UL << axis) != 0));
    }

    /// <summary>What an entity evaluates, and under which condition.</summary>
    public static IEnumerable<(int Root, EvaluationPath Path)> Evaluated(Entity entity)
    {
        if (entity.Step is LoopStep loop)
        {
            return Program.Flatten([loop]).Where(step => step is not LoopStep).SelectMany(step => Evaluated(Entity.Of(step, [], 0)));
        }

        var guard = entity.Step switch { AssignStep s => s.Guard, SampleStep s => s.Guard, RequireStep s => s.Guard, _ => -1 };
        return (entity.Step is { } step ? Dependence.Roots(step) : [entity.Node]).Select(root => (root, root == guard ? EvaluationPath.Always : EvaluationPath.Always.If(guard)));
    }

    private static HashSet<int> Fragile(Program program, IEnumerable<int> values, Func<int, bool> isAlways)
    {
        var (graph, fragile) = (program.Graph, new HashSet<int>());
        foreach (var id in Dependence.Reachable(graph, values))
        {
            var node = graph[id];
            if (isAlways(id))
            {
                continue;
            }

            if (node.Kind == NodeKind.Read ? !IsThere(program, node) : node.Arguments.Any(fragile.Contains))
            {
                fragile.Add(id);
            }
        }

        return fragile;
    }

    private static bool IsThere(Program program, Node read) => program.Arrays[read.Symbol] is { IsDrawnInSequence: false } array
        && read.Arguments.Select((index, d) => IsInside(program, index, array.Extents[d])).All(inside => inside);

    /// <summary>Whether an index exists whatever conditions hold. One that was computed ahead of them was clamped there.</summary>
    public static bool IsInside(Program program, int index, int extent) =>
        program.Graph[index] is { Kind: NodeKind.Read } read && program.Arrays[read.Symbol].Role == ArrayRole.Hoisted || IndexRange.IsInside(program.Graph, index, extent);
}
