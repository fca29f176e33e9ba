using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Writes the check that elements which data choose are assigned or sampled once each: what is computed at once has no later value to win.</summary>
internal static class ScatterCheckEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        foreach (var step in program.Steps)
        {
            Write(writer, layout, program, scope, step, []);
        }
    }

    /// <summary>Whether elements are chosen by data, so that it is checked here that they exist.</summary>
    public static bool Checks(Program program, EquatableArray<int> indices, int guard) =>
        ChosenBy(program, indices).Any() && indices.Append(guard).All(node => node < 0 || CheckEmitter.IsPlain(program, node));

    private static IEnumerable<int> ChosenBy(Program program, EquatableArray<int> indices) =>
        Dependence.Reachable(program.Graph, indices).Where(id => program.Graph[id].Kind == NodeKind.Read).Select(id => program.Graph[id].Symbol).Distinct();

    private static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, Step step, IReadOnlyList<int> loops)
    {
        switch (step)
        {
            case LoopStep loop:
                foreach (var inner in loop.Body)
                {
                    Write(writer, layout, program, scope, inner, [.. loops, loop.Axis]);
                }

                break;
            case AssignStep { Accumulate: false } assign:
                Write(writer, layout, program, scope, assign, assign.Array, assign.Indices, assign.Guard, [.. loops, .. program.Order.Sort(assign.Axes)]);
                break;
            case SampleStep sample:
                Write(writer, layout, program, scope, sample, sample.Array, sample.Indices, -1, [.. loops, .. program.Order.Sort(sample.Axes)]);
                break;
        }
    }

    private static void Write(
        CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, Step step, int target, EquatableArray<int> indices, int guard, int[] axes)
    {
        var graph = program.Graph;
        if (!Checks(program, indices, guard))
        {
            return;
        }

        int[] chosenBy = [.. ChosenBy(program, indices)];
        int[] nodes = guard < 0 ? [.. indices] : [.. indices, guard];

        var array = program.Arrays[target];
        var needed = nodes.Aggregate(0UL, (mask, node) => mask | graph.FreeAxes(node));
        foreach (var axis in Enumerable.Reverse(axes).Where(axis => (needed >> axis & 1) != 0))
        {
            needed |= graph.FreeAxes(graph.Axes[axis].Lower) | graph.FreeAxes(graph.Axes[axis].Upper);
        }

        var blocks = new Stack<IDisposable>();
        var given = layout.Model.Parameters.Where(parameter => parameter.IsObserved && Dependence.Reachable(graph, nodes).Any(id => graph[id].Kind == NodeKind.Read && graph[id].Symbol == parameter.Array))
            .Select(parameter => $"{CSharpWriter.Identifier(parameter.Name)} is not null").ToArray();
        blocks.Push(writer.Block(given.Length == 0 ? "" : $"if ({string.Join(" && ", given)})"));
        var assigned = scope.Names.Unique("assigned");
        writer.Line($"var {assigned} = new bool[{string.Join(" * ", array.Extents.Select(extent => scope.Expressions.Address(extent, 3)))}];");
        var entered = axes.Where(axis => (needed >> axis & 1) != 0).ToArray();
        foreach (var axis in entered)
        {
            var (range, variable) = (graph.Axes[axis], scope.Enter(axis));
            blocks.Push(writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
        }

        if (guard >= 0)
        {
            blocks.Push(writer.Block($"if ({scope.Expressions.Condition(guard)})"));
        }

        string List(IEnumerable<int> values) => $"[{string.Join(", ", values.Select(value => scope.Expressions.Address(value)))}]";
        var names = string.Join(" and ", chosenBy.Select(chosen => $"'{program.Arrays[chosen].Name}'"));
        var statement = CSharpWriter.Text(step.Site >= 0 ? layout.Model.Sites[step.Site].Text : array.Name);
        writer.Line($"DataCheck.Once(\"{layout.Name}\", \"{array.Name}\", {assigned}, {List(indices)}, {List(array.Extents)}, \"{names}\", {statement});");
        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        foreach (var axis in Enumerable.Reverse(entered))
        {
            scope.Leave(axis);
        }
    }
}
