using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// A loop's statements that do not feed on each other across positions are taken out of it, as statements over one more axis; what is left
/// in loops are true recurrences. So a loop that fills an array and the vector expression that says the same become the same program.
/// </summary>
public static class LoopsToMaps
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program) =>
        program with { Steps = program.Graph.Knowing(new KindAnalysis(program).IsFinite, () => program.Steps.SelectMany(step => Split(program.Graph, step)).ToArray()) };

    // Sums and statements take the smallest copies of their axes, and never come as far as this.
    internal const int FirstCopyOfLoops = 100;

    /// <summary>
    /// A loop whose axis no sum and no statement over the same range shares, also not one that is inlined into it later: a position of the loop
    /// and a position along a vector are then told apart by the axis alone.
    /// </summary>
    public static Step Separate(Graph graph, Step step)
    {
        if (step is not LoopStep loop)
        {
            return step;
        }

        var body = loop.Body.Select(inner => Separate(graph, inner)).ToArray();
        var bound = new HashSet<int>(Dependence.Reachable(graph, body.SelectMany(Dependence.Roots)).Where(id => graph[id].IsReduction).Select(id => graph[id].Symbol));
        bound.UnionWith(Program.Flatten(body).SelectMany(Axes));
        if (!bound.Contains(loop.Axis) && graph.Axes[loop.Axis].Copy >= FirstCopyOfLoops)
        {
            return loop with { Body = body.ToEquatableArray() };
        }

        var range = graph.Axes[loop.Axis];
        var copy = FirstCopyOfLoops;
        var axis = graph.Axis(range.Lower, range.Upper, copy);
        while (bound.Contains(axis))
        {
            axis = graph.Axis(range.Lower, range.Upper, ++copy);
        }

        var rename = new Substitution(graph, new() { [loop.Axis] = graph.Index(axis) });
        return loop with { Axis = axis, Body = body.Select(inner => Rewrite.Nodes(graph, inner, rename)).ToEquatableArray() };
    }

    private static IEnumerable<int> Axes(Step step) => step switch
    {
        AssignStep s => s.Axes,
        SampleStep s => s.Axes.Concat(s.Density.BoundAxes),
        ObserveStep s => s.Axes.Concat(s.Density.BoundAxes),
        PotentialStep s => s.Axes,
        LoopStep s => [s.Axis],
        _ => [],
    };

    private static IEnumerable<Step> Split(Graph graph, Step step)
    {
        if (step is not LoopStep)
        {
            return [step];
        }

        var loop = (LoopStep)Separate(graph, step);
        var body = loop.Body.SelectMany(inner => Split(graph, inner)).ToArray();
        return Components(graph, body).SelectMany(component => Distribute(graph, loop, component));
    }

    private static IEnumerable<Step> Distribute(Graph graph, LoopStep loop, Step[] component)
    {
        if (component.Length == 1 && component[0] is AssignStep alone && !Carries(graph, alone))
        {
            return [OverAxis(graph, loop.Axis, alone)];
        }

        return [loop with { Body = component.ToEquatableArray() }];
    }

    /// <summary>Whether a step reads the array that it writes: then its positions are not independent.</summary>
    private static bool Carries(Graph graph, AssignStep step) => Dependence.Reads(graph, step).Contains(step.Array);

    private static AssignStep OverAxis(Graph graph, int axis, AssignStep step)
    {
        var range = graph.Axes[axis];
        var free = axis;
        for (var copy = 0; ; copy++)
        {
            free = graph.Axis(range.Lower, range.Upper, copy);
            if (!step.Axes.Contains(free))
            {
                break;
            }
        }

        var rename = new Substitution(graph, free == axis ? [] : new() { [axis] = graph.Index(free) });
        int Renamed(int node) => node < 0 ? node : graph.Id(rename.Apply(graph.Wrap(node)));
        if (step is { Accumulate: true, Guard: < 0, Indices.Count: 0, Axes.Count: 0 })
        {
            return step with { Value = graph.Id(graph.Sum(axis, graph.Wrap(step.Value))) };
        }

        if (step is { Accumulate: true, Guard: < 0 } && !step.Indices.Any(index => graph.Varies(index, axis)) && Factored(graph, axis, step) is { } sum)
        {
            return step with { Value = sum };
        }

        return step with
        {
            Axes = step.Axes.Prepend(free).ToEquatableArray(),
            Indices = step.Indices.Select(Renamed).ToEquatableArray(),
            Value = Renamed(step.Value),
            Guard = Renamed(step.Guard),
        };
    }

    /// <summary>The sum over an axis of what a step adds, if it comes apart into sums that do not vary along the step's own axes; null otherwise.</summary>
    private static int? Factored(Graph graph, int axis, AssignStep step)
    {
        var before = new HashSet<int>(Dependence.Reachable(graph, [step.Value]));
        var sum = graph.Id(graph.Sum(axis, graph.Wrap(step.Value)));
        var added = Dependence.Reachable(graph, [sum]).Where(id => graph[id].IsReduction && !before.Contains(id));
        return added.All(id => graph.FreeAxes(id) == 0) ? sum : null;
    }

    /// <summary>
    /// The strongly connected components of the statements under "writes what the other reads", in an order in which writers come before
    /// readers; statements of one component keep their order. What assigns elements of an array comes before what adds to them, wherever it stands: an element is
    /// given its value before anything is added to it (<see cref="Reading.ElementOrder"/>), be it in an earlier pass.
    /// </summary>
    private static IEnumerable<Step[]> Components(Graph graph, Step[] body)
    {
        var n = body.Length;
        var reads = body.Select(step => Dependence.Reads(graph, step)).ToArray();
        var added = body.Select(step => Writes(step, Accumulates)).ToArray();
        var assigned = body.Select(step => Writes(step, inner => !Accumulates(inner))).ToArray();
        var reach = new bool[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                reach[i, j] = i != j && (added[i].Overlaps(reads[j]) || assigned[i].Overlaps(reads[j]) || assigned[i].Overlaps(added[j]) || (i < j && assigned[i].Overlaps(assigned[j])));
            }
        }

        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    reach[i, j] |= reach[i, k] && reach[k, j];
                }
            }
        }

        var done = new bool[n];
        for (var count = 0; count < n;)
        {
            for (var i = 0; i < n; i++)
            {
                if (done[i] || Enumerable.Range(0, n).Any(j => !done[j] && reach[j, i] && !reach[i, j]))
                {
                    continue;
                }

                var members = Enumerable.Range(0, n).Where(j => !done[j] && (j == i || (reach[i, j] && reach[j, i]))).ToArray();
                foreach (var member in members)
                {
                    done[member] = true;
                    count++;
                }

                yield return [.. members.Select(member => body[member])];
            }
        }
    }

    private static HashSet<int> Writes(Step step, Func<Step, bool> where) => [.. Program.Flatten([step]).Where(inner => inner is not LoopStep && where(inner)).SelectMany(Dependence.Writes)];

    private static bool Accumulates(Step step) => step is AssignStep { Accumulate: true } || step is CallStep call && RoutineTable.Row(call.Routine).Accumulates;
}
