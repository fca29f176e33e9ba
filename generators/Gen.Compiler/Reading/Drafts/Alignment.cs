using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>Brings values onto common axes: scalars meet anything, a vector meets a matrix along its last axis, other ranks are C#'s errors.</summary>
internal sealed class Alignment(Draft draft, Func<Expr, Expr> known, Func<Expr, Expr> widest, Action<IOperation, Expr, Expr> require)
{
    private Graph Graph => draft.Graph;

    /// <summary>A new axis of a length, apart from those in use beside it.</summary>
    public int Axis(Expr length, params IEnumerable<int> apartFrom)
    {
        length = Graph.Wrap(Graph.Id(known(length)));
        if (Graph.FreeAxes(length.Id) != 0)
        {
            return Graph.VaryingAxis(widest(length), length, apartFrom);
        }

        var (lower, upper) = (Graph.Constant(0).Id, length.Id);
        var copy = 0;
        while (apartFrom.Contains(Graph.Axis(lower, upper, copy)))
        {
            copy++;
        }

        return Graph.Axis(lower, upper, copy);
    }

    /// <summary>All of an array, of which the first indices are given.</summary>
    public Shaped Whole(int array, ImmutableArray<Expr> prefix)
    {
        List<int> axes = [];
        for (var d = prefix.Length; d < draft.Arrays[array].Extents.Length; d++)
        {
            axes.Add(Axis(draft.Extent(array, d), axes));
        }

        return new([.. axes], Graph.Read(array, [.. prefix, .. axes.Select(Graph.Index)]));
    }

    /// <summary>The values over the axes of the one of highest rank; of no values, over none.</summary>
    public (ImmutableArray<int> Axes, Expr[] Values) Align(IOperation at, params IReadOnlyList<Shaped> values)
    {
        ImmutableArray<int> axes = [];
        foreach (var value in values)
        {
            axes = value.Rank > axes.Length ? value.Axes : axes;
        }

        return (axes, [.. values.Select(value => Onto(at, axes, value))]);
    }

    /// <summary>A value over given axes, the last of which are its own.</summary>
    public Expr Onto(IOperation at, ImmutableArray<int> axes, Shaped value)
    {
        Dictionary<int, Expr> replacements = [];
        for (var i = 1; i <= value.Rank; i++)
        {
            var (target, own) = (axes[axes.Length - i], value.Axes[value.Rank - i]);
            RequireEqual(at, Graph.Length(target), Graph.Length(own));
            if (target != own)
            {
                replacements.Add(own, Graph.Index(target));
            }
        }

        return Replace(value.Expr, replacements);
    }

    /// <summary>A value whose axes are other than those in use beside it.</summary>
    public Shaped Apart(Shaped value, IEnumerable<int> from)
    {
        var used = from.ToList();
        List<int> axes = [];
        Dictionary<int, Expr> replacements = [];
        foreach (var axis in value.Axes)
        {
            var apart = used.Contains(axis) ? Axis(Graph.Length(axis), used.Concat(value.Axes).Concat(axes)) : axis;
            axes.Add(apart);
            if (apart != axis)
            {
                replacements.Add(axis, Graph.Index(apart));
            }
        }

        return new([.. axes], Replace(value.Expr, replacements));
    }

    /// <summary>An expression with axes replaced by indices.</summary>
    public Expr Replace(Expr expression, Dictionary<int, Expr> axes) =>
        axes.Count == 0 ? expression : new Substitution(Graph, axes).Apply(expression);

    /// <summary>Requires two lengths to agree: now where they are known, else when the model is constructed.</summary>
    public void RequireEqual(IOperation at, Expr first, Expr second)
    {
        var (a, b) = (Graph.Wrap(Graph.Id(known(first))), Graph.Wrap(Graph.Id(known(second))));
        if (a.Equals(b))
        {
            return;
        }

        var difference = LinearForm.Difference(Graph, a, b);
        if (difference.IsNumber(0))
        {
            return;
        }

        var sizes = Length.IsSize(a, out var sizeA, out var offsetA) & Length.IsSize(b, out var sizeB, out var offsetB);
        if (difference.IsConstant(out _) || (sizes && sizeA == sizeB))
        {
            throw Refusal.Of(Rules.LengthsDiffer, at, Text(a), Text(b));
        }

        if (sizes && offsetA == offsetB)
        {
            draft.Sizes.Unite(sizeA, sizeB, draft.Site, "they share an axis");
            return;
        }

        // What both vary by from pass to pass is no part of the question.
        if ((Graph.FreeAxes(a.Id) | Graph.FreeAxes(b.Id)) != 0)
        {
            (a, b) = LinearForm.Sides(Graph, difference);
            if ((Graph.FreeAxes(a.Id) | Graph.FreeAxes(b.Id)) != 0)
            {
                require(at, first, second);
                return;
            }
        }

        var check = new LengthCheck(a.Id, b.Id, draft.Site);
        if (!draft.LengthChecks.Contains(check))
        {
            draft.LengthChecks.Add(check);
        }
    }

    private string Text(Expr length)
    {
        var text = new IrPrinter(Graph, [.. draft.Arrays.Select(a => a.Name)], [.. draft.Sizes.Sizes.Select(s => s.Name)]).Print(length);
        return text[0] == '(' ? text.Substring(1, text.Length - 2) : text;
    }
}
