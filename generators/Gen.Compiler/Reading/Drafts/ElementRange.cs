using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>The elements that an index runs over, from <c>Lower</c> to <c>Upper − 1</c>.</summary>
internal sealed record ElementRange(Expr Lower, Expr Upper, bool IsOne)
{
    /// <summary>Whether two places of an array are never the same element (false), are where their loops come to both (true), or may be as data have it.</summary>
    public static bool? Meet(Graph graph, IReadOnlyList<Expr> first, IReadOnlyList<Expr> second) =>
        AreApart(graph, first, second) ? false
        : Enumerable.Range(0, first.Count).All(d => first[d].Equals(second[d]) || Of(graph, first[d]) is { } a && Of(graph, second[d]) is { } b
            && !(a.IsOne && b.IsOne && !Split(a.Lower).Base.Equals(Split(b.Lower).Base))) ? true : null;

    private static bool AreApart(Graph graph, IReadOnlyList<Expr> first, IReadOnlyList<Expr> second) => Enumerable.Range(0, first.Count).Any(d =>
        Split(first[d]) is var (start, shift) && Split(second[d]) is var (other, otherShift) && start.Equals(other) && shift != otherShift && graph.FreeAxes(graph.Id(start)) == 0
        || Of(graph, first[d]) is { } a && Of(graph, second[d]) is { } b && (IsAtMost(a.Upper, b.Lower) || IsAtMost(b.Upper, a.Lower)))
        || Enumerable.Range(1, System.Math.Max(first.Count - 1, 0)).Any(d => Diagonal(graph, first, d) is { } diagonal && Diagonal(graph, second, d) is { } another && diagonal != another);

    /// <summary>How far from the diagonal a place is, if that is a number: a band beside it has no element of it.</summary>
    private static double? Diagonal(Graph graph, IReadOnlyList<Expr> indices, int dimension) => LinearForm.Difference(graph, indices[dimension], indices[0]).IsConstant(out var distance) ? distance : null;

    private static ElementRange? Of(Graph graph, Expr index)
    {
        var (start, shift) = Split(index);
        return start.Node.Kind switch
        {
            NodeKind.Index when graph.Axes[start.Node.Symbol] is var axis => new(graph.Wrap(axis.Lower) + shift, End(graph.Wrap(axis.Upper)) + shift, false),
            NodeKind.Constant or NodeKind.Size => new(index, index + 1, true),
            NodeKind.Read when start.Node.Arguments.Count == 0 => new(index, index + 1, true),
            _ => null,
        };
    }

    /// <summary>The end of an axis that has positions at all: where it would lie below 0 there are none that could meet anything.</summary>
    private static Expr End(Expr upper) => upper.Is(Operation.Max) && upper.Argument(1).IsNumber(0) ? upper.Argument(0) : upper;

    private static bool IsAtMost(Expr a, Expr b)
    {
        var ((start, shift), (other, otherShift)) = (Split(a), Split(b));
        return start.Equals(other) && shift <= otherShift;
    }

    /// <summary>A position and how far an expression is from it: n and −1 for n − 1, 0 and 3 for 3.</summary>
    public static (Expr Base, double Shift) Split(Expr index) =>
        index.IsConstant(out var constant) ? (0, constant)
        : index.Is(Operation.Add) && index.Argument(1).IsConstant(out var shift) ? (index.Argument(0), shift)
        : (index, 0);
}
