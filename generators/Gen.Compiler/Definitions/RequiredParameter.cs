using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Definitions;

/// <summary>A parameter of a density with the set in which it must lie.</summary>
/// <param name="Distribution">The distribution.</param>
/// <param name="Name">The parameter.</param>
/// <param name="Requires">The set.</param>
/// <param name="Node">The parameter's value, or that of an element.</param>
/// <param name="Axes">The axes of the density along which its elements lie.</param>
internal sealed record RequiredParameter(string Distribution, string Name, Support Requires, int Node, EquatableArray<int> Axes)
{
    /// <summary>Whether it is given, rather than computed from those that are.</summary>
    public bool IsGiven { get; init; } = true;

    /// <summary>The condition that it does, for all elements.</summary>
    public Expr Condition(Graph graph)
    {
        var value = graph.Wrap(Node);
        if (Requires == Support.Ordered)
        {
            return IsOrdered(graph, value);
        }

        var inside = OfNumber(Requires == Support.Simplex ? Support.NonNegative : Requires, value);

        // What is computed of exponentials may be infinite.
        inside = Requires == Support.Positive && Axes.Count == 0 ? And(inside, LessOrEqual(value, double.MaxValue)) : inside;
        var all = Axes.Aggregate(inside, (condition, axis) => Equal(graph.Sum(axis, Where(condition, 0, 1)), 0));
        return Requires == Support.Simplex ? And(all, SupportConditions.IsOne(graph, Axes.Aggregate(value, (sum, axis) => graph.Sum(axis, sum)))) : all;
    }

    /// <summary>The condition that a number lies in a set; as a parameter a probability may be 0 or 1.</summary>
    public static Expr OfNumber(Support support, Expr value) => support switch
    {
        Support.Positive => Less(0, value),
        Support.NonNegative => LessOrEqual(0, value),
        Support.Unit => And(LessOrEqual(0, value), LessOrEqual(value, 1)),
        Support.Boolean => Or(Equal(value, 0), Equal(value, 1)),
        Support.Count => And(LessOrEqual(0, value), Equal(value, Floor(value))),
        Support.PositiveCount => And(LessOrEqual(1, value), Equal(value, Floor(value))),
        Support.Integer => Equal(value, Floor(value)),
        _ => 1,
    };

    /// <summary>That each element but the first is above the one before it.</summary>
    private Expr IsOrdered(Graph graph, Expr value)
    {
        if (Axes.Count == 0)
        {
            return 1;
        }

        var range = graph.Axes[Axes[0]];
        var (first, copy) = (graph.Id(graph.Wrap(range.Lower) + 1), 0);
        while (graph.Varies(Node, graph.Axis(first, range.Upper, copy)))
        {
            copy++;
        }

        var axis = graph.Axis(first, range.Upper, copy);
        Expr At(Expr index) => new Substitution(graph, new() { [Axes[0]] = index }).Apply(value);
        return Equal(graph.Sum(axis, Where(Less(At(graph.Index(axis) - 1), At(graph.Index(axis))), 0, 1)), 0);
    }
}
