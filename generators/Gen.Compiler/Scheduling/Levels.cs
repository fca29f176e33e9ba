using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>How many loops must end before an entity can run: one more than the most that it waits for.</summary>
internal sealed class Levels
{
    private readonly Dictionary<Entity, int> levels = [];
    private readonly Dictionary<Entity, Entity[]> waitsFor = [];

    public Levels(Program program, IReadOnlyList<Entity> entities, HashSet<int> available)
    {
        var graph = program.Graph;
        var reductions = entities.Where(entity => entity.Step is null).ToDictionary(entity => entity.Node);
        var writers = entities.Where(entity => entity.Step is not null)
            .SelectMany(entity => Dependence.Writes(entity.Step!).Distinct().Select(array => (array, entity))).ToLookup(pair => pair.array, pair => pair.entity);
        foreach (var entity in entities)
        {
            var nodes = Inside(graph, entity.Roots(graph), available);
            var loops = nodes.Where(id => reductions.ContainsKey(id)).Select(id => reductions[id]);
            var read = nodes.Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol);
            var arrays = (entity.Step is null ? read : read.Concat(Dependence.OperandsRead(entity.Step))).SelectMany(array => writers[array])
                .Where(writer => writer.Order < entity.Order);
            var rewritten = entity.Step is null ? [] : Dependence.Writes(entity.Step).SelectMany(array => writers[array])
                .Where(writer => writer.Order < entity.Order && !(Accumulates(writer) && Accumulates(entity)));
            waitsFor[entity] = [.. loops.Concat(arrays).Concat(rewritten).Where(other => other != entity).Distinct()];
        }
    }

    public int Of(Entity entity)
    {
        if (!levels.TryGetValue(entity, out var level))
        {
            level = waitsFor[entity].Select(other => Of(other) + 1).Prepend(0).Max();
            levels.Add(entity, level);
        }

        return level;
    }

    private static bool Accumulates(Entity entity) =>
        entity.Step is AssignStep { Accumulate: true } || entity.Step is CallStep call && RoutineTable.Row(call.Routine).Accumulates;

    /// <summary>The nodes below the roots, without looking into what outer blocks have computed.</summary>
    private static HashSet<int> Inside(Graph graph, IEnumerable<int> roots, HashSet<int> available)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(roots);
        while (stack.Count > 0)
        {
            var id = stack.Pop();
            if (!available.Contains(id) && seen.Add(id))
            {
                foreach (var argument in graph[id].Arguments)
                {
                    stack.Push(argument);
                }
            }
        }

        return seen;
    }
}
