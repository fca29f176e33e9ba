using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Definitions;

/// <summary>Where a number from a density lies.</summary>
/// <param name="Support">The kind of set. Whole numbers whatever their ends have <see cref="Support.Integer"/>, unless they are a definition's own set.</param>
/// <param name="Lower">The smallest value where it is an expression or belongs to an interval.</param>
/// <param name="Upper">The largest value, likewise.</param>
internal sealed record VariateRange(Support Support, Expr? Lower = null, Expr? Upper = null)
{
    /// <summary>The ends as messages name them.</summary>
    public (string Lower, string Upper) Names { get; init; } = ("lower", "upper");

    /// <summary>Whether the lower end is one only where it is finite: data that are none put no bound on anything.</summary>
    public bool IsLowerOptional { get; init; }

    /// <summary>The same of the upper end.</summary>
    public bool IsUpperOptional { get; init; }

    /// <summary>Whether it holds whole numbers only.</summary>
    public bool IsDiscrete => Support is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer;

    /// <summary>The range of a density's variate.</summary>
    public static VariateRange Of(Graph graph, Density density)
    {
        if (Modifier.Of(graph, density) is { } modifier)
        {
            return modifier.Range;
        }

        var definition = DistributionDefinition.Of(density);
        var attribute = definition.Attribute;
        if ((attribute.Lower is null && attribute.Upper is null) || density.Axes.Count > 0)
        {
            return new(attribute.Support);
        }

        var canonical = definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
        var (lower, upper) = definition.Ends(canonical, out var support);
        return new(support, lower, upper) { Names = (attribute.Lower ?? "", attribute.Upper ?? "") };
    }

    /// <summary>The part of it between two ends, either of which may be missing.</summary>
    public VariateRange Between(Expr? lower, Expr? upper)
    {
        var (ownLower, ownUpper) = Ends;
        var from = lower is { } start && ownLower is { } least ? Larger(start, least) : lower ?? ownLower;
        var to = upper is { } end && ownUpper is { } most ? Smaller(end, most) : upper ?? ownUpper;
        var names = (Name(from, "lower"), Name(to, "upper"));
        return IsDiscrete ? new(Support.Integer, from, to) { Names = names }
            : (from is null) == (ownLower is null) && (to is null) == (ownUpper is null) && Same(from, ownLower) && Same(to, ownUpper) ? this
            : from is { } zero && zero.IsNumber(0) && to is null ? new(Support.NonNegative)
            : new(Support.Interval, from, to) { Names = names };
    }

    /// <summary>A range that holds those of several.</summary>
    public static VariateRange Union(VariateRange[] ranges)
    {
        var first = ranges[0];
        if (ranges.All(range => range.IsSame(first)))
        {
            return first;
        }

        var isDiscrete = ranges.All(range => range.IsDiscrete);
        var (lower, upper) = (ranges.Select(range => range.Ends.Lower).ToArray(), ranges.Select(range => range.Ends.Upper).ToArray());
        Expr? from = lower.All(end => end is not null) ? lower.Select(end => end!.Value).Aggregate(Smaller) : null;
        Expr? to = upper.All(end => end is not null) ? upper.Select(end => end!.Value).Aggregate(Larger) : null;
        return new VariateRange(isDiscrete ? Support.Integer : from is null && to is null ? Support.Real : Support.Interval, from, to) { Names = (Name(from, "the least"), Name(to, "the largest")) };
    }

    /// <summary>Whether it is the same set, its ends the same expressions.</summary>
    public bool IsSame(VariateRange other) => Support == other.Support && Same(Lower, other.Lower) && Same(Upper, other.Upper);

    /// <summary>A condition that holds inside it.</summary>
    public Expr Contains(Expr x) => Conditions(x, isWhole: false, _ => false).Aggregate((Expr?)null, (all, holds) => all is { } others ? And(others, holds) : holds) ?? 1;

    /// <summary>
    /// The conditions that hold inside it, each for itself, but for those at ends where they have been <paramref name="isChecked"/>, and for one that x is
    /// whole where it <paramref name="isWhole"/>.
    /// </summary>
    public IEnumerable<Expr> Conditions(Expr x, bool isWhole, Func<Expr, bool> isChecked)
    {
        var (lower, upper) = Ends;
        if (IsDiscrete && !isWhole)
        {
            yield return Equal(x, Floor(x));
        }

        if (lower is { } start && !isChecked(start))
        {
            yield return Support is Support.Positive or Support.Unit ? Less(start, x) : LessOrEqual(start, x);
        }

        if (upper is { } end && !isChecked(end))
        {
            yield return Support is Support.Unit ? Less(x, end) : LessOrEqual(x, end);
        }
    }

    /// <summary>The ends, where there are any.</summary>
    public (Expr? Lower, Expr? Upper) Ends => Support switch
    {
        Support.Positive or Support.NonNegative => (0, null),
        Support.Count => (0, Upper),
        Support.PositiveCount => (1, Upper),
        Support.Unit or Support.Boolean => (0, 1),
        Support.Circular => (-System.Math.PI, System.Math.PI),
        _ => (Lower, Upper),
    };

    private static Expr Larger(Expr a, Expr b) => a.Equals(b) ? a : a.IsConstant(out var x) && b.IsConstant(out var y) ? System.Math.Max(x, y) : Max(a, b);

    private static Expr Smaller(Expr a, Expr b) => a.Equals(b) ? a : a.IsConstant(out var x) && b.IsConstant(out var y) ? System.Math.Min(x, y) : Min(a, b);

    private static bool Same(Expr? a, Expr? b) =>
        a is null ? b is null : b is not null && (a.Value.Equals(b.Value) || (a.Value.IsConstant(out var x) && b.Value.IsConstant(out var y) && x == y));

    private static string Name(Expr? end, string otherwise) => end is { } known && known.IsConstant(out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : otherwise;
}
