using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Which elements of an array the places that statements give values make up. What cannot be told counts as not given.</summary>
internal sealed class ArrayCoverage
{
    private readonly Graph graph;
    private readonly EquatableArray<int> extents;
    private readonly (Expr From, Expr To)?[][] places;

    /// <summary>The coverage of an array.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="extents">The array's extents.</param>
    /// <param name="places">The indices of the elements that each statement gives values, whatever data are.</param>
    public ArrayCoverage(Graph graph, EquatableArray<int> extents, IEnumerable<EquatableArray<int>> places)
    {
        (this.graph, this.extents) = (graph, extents);
        this.places = [.. places.Where(place => place.Count == extents.Count).Select(Ranges)];
    }

    /// <summary>Whether each element is given a value, and by one statement.</summary>
    public bool IsComplete
    {
        get
        {
            // Along one dimension the statements may share the positions (the first element, then a loop); along the others each has all.
            var stepped = Enumerable.Range(0, extents.Count).Where(d => !places.All(place => IsAll([place[d]], d))).ToArray();
            return stepped.Length == 0 ? places.Length == 1 : stepped.Length == 1 && IsAll(places.Select(place => place[stepped[0]]), stepped[0]);
        }
    }

    /// <summary>Whether no statement gives the elements at the beginning of some dimension values.</summary>
    public bool MissesFirst => Enumerable.Range(0, extents.Count).Any(d => places.All(place => place[d] is var (from, _) && from.IsConstant(out var first) && first > 0));

    /// <summary>Whether no statement gives the elements at the end of some dimension values.</summary>
    public bool MissesLast => Enumerable.Range(0, extents.Count).Any(d => places.All(place => place[d] is var (_, to) && Short(to, d) > 0));

    private bool IsAll(IEnumerable<(Expr From, Expr To)?> positions, int dimension)
    {
        Expr covered = graph.Constant(0);
        var ranges = positions.ToList();
        while (ranges.FindIndex(range => range is var (from, _) && LinearForm.Difference(graph, from, covered).IsNumber(0)) is >= 0 and var next)
        {
            covered = ranges[next]!.Value.To;
            ranges.RemoveAt(next);
        }

        return ranges.Count == 0 && Short(covered, dimension) <= 0;
    }

    /// <summary>How far an end is from an extent, where that is a number.</summary>
    private double? Short(Expr end, int dimension) => LinearForm.Difference(graph, graph.Wrap(extents[dimension]), end).IsConstant(out var difference) ? difference : null;

    /// <summary>The positions of a place along each dimension, to before an end; null where they are not all between two ends, whatever they are along others.</summary>
    private (Expr From, Expr To)?[] Ranges(EquatableArray<int> place) =>
        [.. place.Select((index, d) => place.Take(d).All(earlier => (graph.FreeAxes(earlier) & graph.FreeAxes(index)) == 0) ? Range(index) : null)];

    private (Expr From, Expr To)? Range(int id)
    {
        var index = graph.Wrap(id);
        if (graph.FreeAxes(id) == 0)
        {
            return (index, Of(index + 1));
        }

        if (LinearForm.Of(index).Terms.Where(term => graph.FreeAxes(term.Key) != 0).ToArray() is not { Length: 1 } varying
            || varying[0] is not { Value: 1, Key: var key } || graph[key].Kind != NodeKind.Index)
        {
            return null;
        }

        // A loop to the greater of two ends goes to each of them.
        var (shift, axis) = (LinearForm.Difference(graph, index, graph.Wrap(key)), graph.Axes[graph[key].Symbol]);
        var upper = graph.Wrap(axis.Upper);
        upper = upper.Is(Operation.Max) && upper.Argument(1).IsNumber(0) ? upper.Argument(0) : upper;
        return graph.FreeAxes(axis.Lower) == 0 && graph.FreeAxes(axis.Upper) == 0 ? (Of(graph.Wrap(axis.Lower) + shift), Of(upper + shift)) : null;
    }

    private Expr Of(Expr value) => graph.Wrap(graph.Id(value));
}
