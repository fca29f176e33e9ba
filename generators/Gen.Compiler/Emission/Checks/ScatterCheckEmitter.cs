using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes the checks that elements which data choose are assigned or sampled once each, as what is computed at once has no later value to win, and that
/// latents which are sampled element by element are sampled whole.
/// </summary>
internal sealed class ScatterCheckEmitter
{
    private readonly CSharpWriter writer;
    private readonly ModelLayout layout;
    private readonly Program program;
    private readonly MethodScope scope;
    private readonly Graph graph;

    private ScatterCheckEmitter(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope) =>
        (this.writer, this.layout, this.program, this.scope, graph) = (writer, layout, program, scope, program.Graph);

    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        var emitter = new ScatterCheckEmitter(writer, layout, program, scope);
        var scatters = program.Steps.SelectMany(step => Scatters(program, step, [])).ToArray();
        foreach (var samples in scatters.Where(scatter => scatter.IsLatent).GroupBy(scatter => scatter.Array).Where(samples => !emitter.IsWhole(samples)))
        {
            emitter.Whole([.. samples]);
            scatters = [.. scatters.Except(samples)];
        }

        foreach (var scatter in scatters.Where(scatter => Checks(program, scatter.Indices, scatter.Guard)))
        {
            emitter.Once(scatter);
        }
    }

    /// <summary>Whether elements are chosen by data, so that it is checked here that they exist.</summary>
    public static bool Checks(Program program, EquatableArray<int> indices, int guard) =>
        ChosenBy(program, indices).Any() && indices.Append(guard).All(node => node < 0 || CheckEmitter.IsPlain(program, node));

    private static IEnumerable<int> ChosenBy(Program program, EquatableArray<int> indices) =>
        Dependence.Reachable(program.Graph, indices).Where(id => program.Graph[id].Kind == NodeKind.Read).Select(id => program.Graph[id].Symbol).Distinct();

    /// <summary>Elements that a statement gives values: where, under which condition, and along which axes.</summary>
    private sealed record Scatter(Step Step, int Array, EquatableArray<int> Indices, int Guard, EquatableArray<int> Axes, bool IsLatent);

    private static IEnumerable<Scatter> Scatters(Program program, Step step, EquatableArray<int> loops) => step switch
    {
        LoopStep loop => loop.Body.SelectMany(inner => Scatters(program, inner, [.. loops, loop.Axis])),
        AssignStep { Accumulate: false } assign => [new(assign, assign.Array, assign.Indices, assign.Guard, [.. loops, .. program.Order.Sort(assign.Axes)], false)],
        SampleStep sample => [new(
            sample, sample.Array, sample.Indices, -1, [.. loops, .. program.Order.Sort(sample.Axes).Concat(sample.Density.BoundAxes)], program.Arrays[sample.Array].Role == ArrayRole.Latent)],
        _ => [],
    };

    private bool IsWhole(IEnumerable<Scatter> samples) => samples.ToArray() is var all
        && new ArrayCoverage(graph, program.Arrays[all[0].Array].Extents, all.Select(scatter => scatter.Indices)).IsComplete;

    private void Once(Scatter scatter)
    {
        using (Given([scatter]))
        {
            Mark(scatter, Elements(scatter.Array, "assigned"));
        }
    }

    private void Whole(Scatter[] samples)
    {
        using (Given(samples))
        {
            var array = program.Arrays[samples[0].Array];
            var sampled = Elements(samples[0].Array, "sampled");
            foreach (var sample in samples)
            {
                Mark(sample, sampled);
            }

            writer.Line($"DataCheck.Whole(\"{layout.Name}\", \"{array.Name}\", {sampled}, {List(array.Extents)});");
        }
    }

    /// <summary>A block that is carried out where the observed data that choose elements are given.</summary>
    private IDisposable Given(IReadOnlyList<Scatter> scatters)
    {
        var nodes = scatters.SelectMany(scatter => scatter.Indices.Append(scatter.Guard).Where(node => node >= 0)
            .Concat(Entered(scatter).SelectMany(axis => new[] { graph.Axes[axis].Lower, graph.Axes[axis].Upper })));
        HashSet<int> read = [.. Dependence.Reachable(graph, nodes).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol)];
        var given = layout.Model.Parameters.Where(parameter => parameter.IsObserved && read.Contains(parameter.Array))
            .Select(parameter => $"{layout.Names.Argument(parameter)} is not null").ToArray();
        return writer.Block(given.Length == 0 ? "" : $"if ({string.Join(" && ", given)})");
    }

    private string Elements(int array, string name)
    {
        var elements = scope.Names.Unique(name);
        writer.Line($"var {elements} = new bool[{string.Join(" * ", program.Arrays[array].Extents.Select(extent => scope.Expressions.Address(extent, 3)))}];");
        return elements;
    }

    /// <summary>The axes along which the elements vary, or the ends of such axes.</summary>
    private int[] Entered(Scatter scatter)
    {
        var needed = scatter.Indices.Append(scatter.Guard).Where(node => node >= 0).Aggregate(0UL, (mask, node) => mask | graph.FreeAxes(node));
        foreach (var axis in scatter.Axes.Reverse().Where(axis => (needed >> axis & 1) != 0))
        {
            needed |= graph.FreeAxes(graph.Axes[axis].Lower) | graph.FreeAxes(graph.Axes[axis].Upper);
        }

        return [.. scatter.Axes.Where(axis => (needed >> axis & 1) != 0)];
    }

    private void Mark(Scatter scatter, string elements)
    {
        var array = program.Arrays[scatter.Array];
        var blocks = new Stack<IDisposable>();
        var entered = Entered(scatter);
        foreach (var axis in entered)
        {
            var (range, variable) = (graph.Axes[axis], scope.Enter(axis));
            blocks.Push(writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
        }

        if (scatter.Guard >= 0)
        {
            blocks.Push(writer.Block($"if ({scope.Expressions.Condition(scatter.Guard)})"));
        }

        var names = string.Join(" and ", ChosenBy(program, scatter.Indices).Select(chosen => $"'{program.Arrays[chosen].Name}'"));
        var statement = CSharpWriter.Text(scatter.Step.Site >= 0 ? layout.Model.Sites[scatter.Step.Site].Text : array.Name);
        writer.Line($"DataCheck.Once(\"{layout.Name}\", \"{array.Name}\", {elements}, {List(scatter.Indices)}, {List(array.Extents)}, \"{names}\", {statement});");
        while (blocks.Count > 0)
        {
            blocks.Pop().Dispose();
        }

        foreach (var axis in Enumerable.Reverse(entered))
        {
            scope.Leave(axis);
        }
    }

    private string List(IEnumerable<int> values) => $"[{string.Join(", ", values.Select(value => scope.Expressions.Address(value)))}]";
}
