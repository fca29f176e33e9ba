using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes in which order the body gives the elements of a quantity their values, where that is not the order in which they lie: in loops that run backwards or down
/// columns, or as data say. What executes the body tells elements by it.
/// </summary>
internal static class SequenceEmitter
{
    /// <summary>The quantities of a model, by their numbers, whose elements are given values in another order than theirs.</summary>
    public static IReadOnlyList<(int Quantity, int Array)> Of(Model model)
    {
        var graph = Program.From(model).Graph;
        return [.. Quantities.Latents(model).Concat(Quantities.Deterministics(model)).Select((array, i) => (Quantity: i, Array: array))
            .Where(quantity => !IsInOrder(graph, [.. Writes(graph, model.Steps, quantity.Array, [])]))];
    }

    public static void Write(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        var quantities = Of(layout.Model);
        if (quantities.Count == 0)
        {
            return;
        }

        var graph = program.Graph;
        writer.Blank().Doc("The places of a quantity's elements in the order in which the body gives them values; null where they lie in it.");
        using var body = writer.Block("public int[]? Sequence(int quantity)");
        var places = scope.Names.Unique("places");
        writer.Line($"var {places} = new List<int>();");
        foreach (var (quantity, array) in quantities)
        {
            using var block = writer.Block($"if (quantity == {quantity})");
            Step[] entries = [.. layout.Model.Steps.SelectMany(step => Entries(graph, layout.Model.Arrays[array], step, array)).Select(step => LoopsToMaps.Separate(graph, step))];
            new ComputedCheckEmitter(program, scope, layout, layout.Name).Write(writer, entries, (code, entry) => $"{places}.Add({code.Address(entry.Values[0])});");
            writer.Line($"return {places}.Count == 0 ? null : [.. {places}];");
        }

        writer.Blank().Line("return null;");
    }

    private static IEnumerable<Step> Entries(Graph graph, ArrayDeclaration declaration, Step step, int array)
    {
        if (step is LoopStep loop)
        {
            return loop.Body.SelectMany(inner => Entries(graph, declaration, inner, array)).ToEquatableArray() is { Count: > 0 } body ? [loop with { Body = body }] : [];
        }

        return Written(graph, step, array) is not var (axes, indices, guard) ? [] : [axes.Reverse().Aggregate(
            (Step)new RequireStep(Requirement.Position, [graph.Id(Place(graph, declaration, indices))], guard, declaration.Name, step.Site),
            (inner, axis) => new LoopStep(axis, false, [inner], step.Site))];
    }

    private static Expr Place(Graph graph, ArrayDeclaration declaration, EquatableArray<int> indices) =>
        indices.Select((index, d) => (Index: graph.Wrap(index), Extent: graph.Wrap(declaration.Extents[d]))).Aggregate((Expr)0, (place, next) => place * next.Extent + next.Index);

    /// <summary>A statement that gives elements of an array values: the axes along which it does, their indices, and its condition.</summary>
    private static (EquatableArray<int> Axes, EquatableArray<int> Indices, int Guard)? Written(Graph graph, Step step, int array) => step switch
    {
        SampleStep sample when sample.Array == array =>
            (sample.Axes.Concat(sample.Density.BoundAxes.Where(axis => sample.Indices.Any(index => graph.Varies(index, axis)))).Distinct().ToEquatableArray(), sample.Indices, sample.Guard),
        AssignStep { Site: >= 0 } assign when assign.Array == array => (assign.Axes, assign.Indices, assign.Guard),
        _ => null,
    };

    private static IEnumerable<(LoopStep[] Loops, EquatableArray<int> Axes, EquatableArray<int> Indices)> Writes(
        Graph graph, IEnumerable<Step> steps, int array, LoopStep[] loops) => steps.SelectMany(step =>
        step is LoopStep loop ? Writes(graph, loop.Body, array, [.. loops, loop]) : Written(graph, step, array) is var (axes, indices, _) ? [(loops, axes, indices)] : []);

    /// <summary>
    /// Whether the order is theirs for sure: one statement whose indices are the loops around it and its own axes, each from 0; before it may stand one that gives
    /// those at the first place theirs, where its own begin at 1.
    /// </summary>
    private static bool IsInOrder(Graph graph, IReadOnlyList<(LoopStep[] Loops, EquatableArray<int> Axes, EquatableArray<int> Indices)> writes)
    {
        if (writes.Count > 2 || writes.Any(write => write.Loops.Any(loop => loop.Reverse)))
        {
            return false;
        }

        for (var k = 0; k < writes.Count; k++)
        {
            var (loops, own, indices) = writes[k];
            int[] axes = [.. loops.Select(loop => loop.Axis), .. own];
            var isFirst = k == 0 && writes.Count == 2;
            var along = isFirst ? indices.Skip(1) : indices;
            if ((isFirst && !(indices.Count > 0 && graph.Wrap(indices[0]).IsNumber(0))) || !along.SequenceEqual(axes.Select(axis => graph.Index(axis).Id))
                || !axes.Select((axis, d) => graph.Wrap(graph.Axes[axis].Lower).IsNumber(writes.Count == 2 && k == 1 && d == 0 ? 1 : 0)).All(begins => begins))
            {
                return false;
            }
        }

        return true;
    }
}
