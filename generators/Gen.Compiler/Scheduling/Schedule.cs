using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>
/// Turns a program into loops: everything that runs over one axis and does not wait for another loop's result shares one loop, forward and
/// reverse alike; what does not vary along a loop's axis is computed before it.
/// </summary>
/// <param name="program">The program, after all passes.</param>
/// <param name="isLaneAxis">Whether a loop over an axis, in a context of outer axes, computes several positions at once.</param>
public sealed class Schedule(Program program, Func<int, ulong, bool> isLaneAxis)
{
    private readonly Graph graph = program.Graph;

    /// <summary>The whole program as one block, with loops fused.</summary>
    public Block Fused(IReadOnlyList<Step> steps)
    {
        var entities = steps.Select((step, order) => Entity.Of(step, AxesOf(step), order)).ToList();
        return Build(new(0, 0), entities, [], []);
    }

    /// <summary>The steps one after another, as they stand: for code whose order is observable, such as drawing random numbers.</summary>
    public Block InOrder(Step step)
    {
        step = GuardedReductions.In(program, step);
        return Build(new(0, 0), [Entity.Of(step, AxesOf(step), 0)], [], []);
    }

    private int[] AxesOf(Step step) => step switch
    {
        AssignStep s => Arranged(s),
        SampleStep s => program.Order.Sort(s.Axes),
        _ => [],
    };

    /// <summary>
    /// A step's axes, outer first, so that a sum inside its value comes before the step's own loop over the axis that the sum binds: what a layer
    /// of a network adds to the adjoint of its weights sums over the layer's inputs and then runs over them.
    /// </summary>
    private int[] Arranged(AssignStep step)
    {
        var sums = Dependence.Reachable(graph, [step.Value]).Where(id => graph[id].IsReduction && step.Axes.Contains(graph[id].Symbol)).ToLookup(id => graph[id].Symbol);
        var rest = program.Order.Sort(step.Axes).ToList();
        var arranged = new int[rest.Count];
        for (var i = 0; i < arranged.Length; i++)
        {
            var next = rest.FindIndex(axis => !sums[axis].Any(sum => rest.Any(other => other != axis && graph.Varies(sum, other))));
            arranged[i] = rest[Math.Max(next, 0)];
            rest.Remove(arranged[i]);
        }

        return arranged;
    }

    /// <summary>The block of a context: what it must do, which nodes outer blocks have computed, and which reductions its body feeds.</summary>
    private Block Build(Around around, IReadOnlyList<Entity> work, IReadOnlyList<int> reductions, HashSet<int> available)
    {
        var context = around.Axes;
        var entities = work.ToList();
        entities.AddRange(InnerReductions(context, work, reductions, available));
        var levels = new Levels(program, entities, available);
        var locals = Locals(around, entities, reductions, available);
        var statements = new List<Statement>();
        var ready = new HashSet<int>(available);

        foreach (var level in entities.GroupBy(levels.Of).OrderBy(group => group.Key))
        {
            foreach (var entity in level.Where(entity => entity.Axis(graph) < 0))
            {
                Compute(entity.Roots(graph), locals, ready, statements);
                statements.Add(new StoreStatement(entity.Step!));
            }

            foreach (var group in level.Where(entity => entity.Axis(graph) >= 0).GroupBy(entity => (Axis: entity.Axis(graph), Sequential: entity.IsSequential ? entity.Order : -1)))
            {
                foreach (var members in Parts(group, ready))
                {
                    Compute(members.SelectMany(member => member.IsSequential ? Steady(member) : member.Roots(graph)), locals, ready, statements);
                    statements.Add(Loop(around, group.Key.Axis, members, ready));
                }

                ready.UnionWith(group.Where(member => member.Step is null).Select(member => member.Node));
            }
        }

        Compute(reductions.SelectMany(reduction => graph[reduction].Arguments), locals, ready, statements);
        return new(statements);
    }

    /// <summary>
    /// What shares one loop: all of a group, unless that is more than the JIT compiles well. It stops inlining lane operations at 512 locals,
    /// which a method of some 400 operations has (measured; at 200 all is well), and optimises no method of more than 60,000 bytes of IL.
    /// </summary>
    private IEnumerable<IReadOnlyList<Entity>> Parts(IEnumerable<Entity> group, HashSet<int> ready)
    {
        const int MostOperations = 200;
        var part = new List<Entity>();
        var operations = new HashSet<int>();
        foreach (var entity in group)
        {
            var own = Dependence.Reachable(graph, entity.Roots(graph).Where(root => !ready.Contains(root))).Where(id => graph[id].Kind == NodeKind.Apply && graph.FreeAxes(id) != 0).ToArray();
            if (part.Count > 0 && operations.Union(own).Count() > MostOperations)
            {
                yield return part;
                part = [];
                operations.Clear();
            }

            part.Add(entity);
            operations.UnionWith(own);
        }

        yield return part;
    }

    private LoopStatement Loop(Around around, int axis, IReadOnlyList<Entity> members, HashSet<int> available)
    {
        var context = around.Axes;
        if ((context & 1UL << axis) != 0)
        {
            // Inside a loop over the same axis: what was computed at that one's position is not this one's.
            available = [.. available.Where(id => !graph.Varies(id, axis))];
        }

        if (members[0].Step is LoopStep loop)
        {
            int[] written = [.. loop.Body.SelectMany(Dependence.Writes).Distinct()];
            var body = loop.Body.Select(step => new StepStatement(Build(around.Inside(axis, lanes: false), [Entity.Of(step, AxesOf(step), 0)], [], available), written));
            return new(axis, Lanes: false, loop.Reverse, new([.. body]), []);
        }

        var reductions = members.Where(member => member.Step is null).Select(member => member.Node).ToArray();
        var work = members.Where(member => member.Step is not null).Select(member => member with { Axes = [.. member.Axes.Skip(1)] }).ToArray();
        var lanes = isLaneAxis(axis, context);
        return new(axis, lanes, Reverse: false, Build(around.Inside(axis, lanes), work, reductions, available), reductions);
    }

    /// <summary>The reductions that this context must loop for: those that vary along its axes only and that no outer block has computed.</summary>
    private IEnumerable<Entity> InnerReductions(ulong context, IReadOnlyList<Entity> work, IReadOnlyList<int> reductions, HashSet<int> available)
    {
        var found = new Dictionary<int, int>();
        var seen = new Dictionary<(int, ulong), int>();

        // The positions of this context's axes mean something else inside a sum that binds one of them again.
        void Visit(int id, int order, ulong own)
        {
            var node = graph[id];
            if (available.Contains(id) || seen.TryGetValue((id, own), out var first) && first <= order)
            {
                return;
            }

            seen[(id, own)] = order;
            if (node.IsReduction && (graph.FreeAxes(id) & ~own) == 0)
            {
                found[id] = found.TryGetValue(id, out var other) ? Math.Min(order, other) : order;
            }

            foreach (var argument in node.Arguments)
            {
                Visit(argument, order, node.IsReduction ? own & ~(1UL << node.Symbol) : own);
            }
        }

        foreach (var entity in work)
        {
            foreach (var root in entity.IsSequential ? Steady(entity) : entity.Roots(graph))
            {
                Visit(root, entity.Order, context);
            }
        }

        foreach (var reduction in reductions)
        {
            Visit(graph[reduction].Arguments[0], 0, context);
        }

        return found.Select(entry => Entity.Of(entry.Key, entry.Value));
    }

    /// <summary>
    /// The nodes that this context computes under a name, with the condition (or −1) under which it does: those used more than once, or inside one of its loops.
    /// </summary>
    private Dictionary<int, int> Locals(Around around, IReadOnlyList<Entity> entities, IReadOnlyList<int> reductions, HashSet<int> available)
    {
        var context = around.Axes;
        var uses = new Dictionary<int, int>();
        var below = new HashSet<int>();

        // A node is counted once for each use of it; what it is made of, once for it.
        void Use(int id, bool inside, ulong own)
        {
            var node = graph[id];
            if (available.Contains(id) || node.Kind is NodeKind.Constant or NodeKind.Size or NodeKind.Index)
            {
                return;
            }

            var here = (graph.FreeAxes(id) & ~own) == 0;
            if (here)
            {
                var known = uses.TryGetValue(id, out var count);
                uses[id] = count + (inside ? 2 : 1);
                if (known || node.IsReduction)
                {
                    return;
                }
            }
            else if (!below.Add(id))
            {
                return;
            }

            // Indices are addresses: they are part of the code that reads, not values of their own.
            foreach (var argument in node.Kind == NodeKind.Read ? [] : node.Arguments)
            {
                Use(argument, inside && !here, node.IsReduction ? own & ~(1UL << node.Symbol) : own);
            }
        }

        foreach (var entity in entities)
        {
            foreach (var root in entity.IsSequential ? Steady(entity) : Values(entity))
            {
                Use(root, entity.Axis(graph) >= 0, entity.Step is null ? context & ~(1UL << entity.Axis(graph)) : context);
            }
        }

        foreach (var reduction in reductions)
        {
            Use(graph[reduction].Arguments[0], inside: false, context);
        }

        int[] shared = [.. uses.Where(use => use.Value > 1 && !graph[use.Key].IsReduction).Select(use => use.Key)];
        return GuardedValues.Conditions(program, shared, entities.SelectMany(GuardedValues.Evaluated).Concat(reductions.Select(reduction => (reduction, EvaluationPath.Always))), around);
    }

    /// <summary>Whether a value changes while a recurrence runs, since the recurrence writes an array that it reads.</summary>
    private bool ChangesInside(Entity entity, int id)
    {
        if (!entity.IsSequential)
        {
            return false;
        }

        var written = Dependence.Writes(entity.Step!).ToArray();
        return Dependence.Reachable(graph, [id]).Any(part => graph[part].Kind == NodeKind.Read && written.Contains(graph[part].Symbol));
    }

    /// <summary>The largest parts of a recurrence's values that do not change while it runs.</summary>
    private IEnumerable<int> Steady(Entity entity)
    {
        var values = Program.Flatten([entity.Step!]).Where(step => step is not LoopStep).SelectMany(step => Values(step));
        foreach (var id in Dependence.Reachable(graph, values))
        {
            if (!ChangesInside(entity, id))
            {
                yield return id;
            }
        }
    }

    /// <summary>The nodes whose values an entity uses; its indices are addresses.</summary>
    private IEnumerable<int> Values(Entity entity) => entity.Step is null ? graph[entity.Node].Arguments : Values(entity.Step);

    private static IEnumerable<int> Values(Step step) => step switch
    {
        AssignStep s => s.Guard < 0 ? [s.Value] : [s.Value, s.Guard],
        SampleStep s => s.Guard < 0 ? s.Density.Nodes : s.Density.Nodes.Append(s.Guard),
        RequireStep s => s.Guard < 0 ? s.Values : s.Values.Append(s.Guard),
        _ => [],
    };

    private void Compute(IEnumerable<int> roots, IReadOnlyDictionary<int, int> locals, HashSet<int> ready, List<Statement> statements)
    {
        var complete = new HashSet<int>();
        foreach (var id in Dependence.Reachable(graph, Pending(roots, ready)))
        {
            if (locals.TryGetValue(id, out var condition) && IsReady(id, ready, complete) && (condition < 0 || IsReady(condition, ready, complete)) && ready.Add(id))
            {
                Compute([condition], locals, ready, statements);
                statements.Add(new LocalStatement(id, condition));
            }
        }
    }

    private IEnumerable<int> Pending(IEnumerable<int> roots, HashSet<int> ready) => roots.Where(root => root >= 0 && !ready.Contains(root));

    /// <summary>Whether all reductions that a node needs are complete: those found so are kept, since one path to what is not is enough, but all paths to what is have to be walked.</summary>
    private bool IsReady(int id, HashSet<int> ready, HashSet<int> complete)
    {
        if (ready.Contains(id) || complete.Contains(id))
        {
            return true;
        }

        return !graph[id].IsReduction && graph[id].Arguments.All(argument => IsReady(argument, ready, complete)) && complete.Add(id);
    }
}
