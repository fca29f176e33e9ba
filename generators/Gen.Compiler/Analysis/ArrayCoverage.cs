using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Analysis;

/// <summary>Whether assignments give all elements of an array values. What cannot be told counts as no.</summary>
internal static class ArrayCoverage
{
    public static bool IsComplete(Program program, int array, IEnumerable<AssignStep> assignments)
    {
        var extents = program.Arrays[array].Extents;
        AssignStep[] steps = [.. assignments.Where(step => !step.Accumulate && step.Guard < 0 && step.Indices.Count == extents.Count)];

        // Along one dimension the assignments may share the positions (the first element, then a loop); along the others each has all.
        var stepped = Enumerable.Range(0, extents.Count).Where(d => !steps.All(step => Covers(program.Graph, [step.Indices[d]], extents[d]))).ToArray();
        return steps.Length > 0 && (stepped.Length == 0 || stepped.Length == 1 && Covers(program.Graph, steps.Select(step => step.Indices[stepped[0]]), extents[stepped[0]]));
    }

    private static bool Covers(Graph graph, IEnumerable<int> indices, int extent)
    {
        var length = graph.Wrap(extent);
        Expr covered = graph.Constant(0);
        var ranges = indices.Select(index => Range(graph, index)).ToList();
        while (ranges.FindIndex(range => range is var (from, _) && from.Equals(covered)) is >= 0 and var next)
        {
            covered = ranges[next]!.Value.To;
            ranges.RemoveAt(next);
        }

        return covered.Equals(length) || covered.IsConstant(out var count) && length.IsConstant(out var needed) && count >= needed;
    }

    private static (Expr From, Expr To)? Range(Graph graph, int index)
    {
        var (position, shift) = graph.Wrap(index) is var whole && whole.Is(Operation.Add) && whole.Argument(1).IsConstant(out _)
            ? (whole.Argument(0), whole.Argument(1))
            : (whole, graph.Constant(0));
        return graph.FreeAxes(whole.Id) == 0 ? (whole, Of(whole + 1))
            : position.Node.Kind == NodeKind.Index && graph.Axes[position.Node.Symbol] is var axis ? (Of(graph.Wrap(axis.Lower) + shift), Of(graph.Wrap(axis.Upper) + shift))
            : null;

        Expr Of(Expr value) => graph.Wrap(graph.Id(value));
    }
}
