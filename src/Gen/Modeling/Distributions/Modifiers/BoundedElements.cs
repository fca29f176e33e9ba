using System;
using System.Collections.Generic;
using Gen.Distributions;

namespace Gen;

/// <summary>Independent elements of a modifier that has a lower or an upper end, or both. An infinite end is none.</summary>
internal abstract class BoundedElements : ModifiedElements
{
    private readonly double[]? lower;
    private readonly double[]? upper;

    /// <exception cref="ArgumentException">Neither end is given, or <paramref name="inner"/> has points of probability among other values.</exception>
    protected BoundedElements(string name, IndependentElements inner, double[]? lower, double[]? upper, int count)
        : base(name, count)
    {
        if (lower is null && upper is null)
        {
            throw new ArgumentException($"{name} takes lower, upper or both; it was given neither.");
        }

        if (inner.HasAtoms)
        {
            throw new ArgumentException($"{name} of {inner.Name}: that has probability at single points as well as between them.");
        }

        (Inner, this.lower, this.upper) = (inner, lower, upper);
    }

    public sealed override bool IsDiscrete => Inner.IsDiscrete;

    protected IndependentElements Inner { get; }

    /// <summary>Whether the ends are values that the variate has, and not only limits of them: those of counts are whole numbers then.</summary>
    protected abstract bool EndsAreValues { get; }

    public sealed override bool InSupport(int element, double x) =>
        Inner.InSupport(element % Inner.Count, x) && (Lower(element) is not { } start || x >= start) && (Upper(element) is not { } end || x <= end);

    public sealed override string SupportText(int element)
    {
        var from = Lower(element) is { } start ? $" from {Numbers.Text(start)}" : string.Empty;
        var to = Upper(element) is { } end ? $" up to {Numbers.Text(end)}" : string.Empty;
        return Inner.SupportText(element % Inner.Count) + from + to;
    }

    public sealed override string Description(int element)
    {
        List<string> parts = [Inner.Description(element % Inner.Count)];
        if (Lower(element) is { } start)
        {
            parts.Add($"lower: {Numbers.Text(start)}");
        }

        if (Upper(element) is { } end)
        {
            parts.Add($"upper: {Numbers.Text(end)}");
        }

        return $"{Name}({string.Join(", ", parts)})";
    }

    protected double? Lower(int element) => lower is null || double.IsNegativeInfinity(lower[element]) ? null : lower[element];

    protected double? Upper(int element) => upper is null || double.IsPositiveInfinity(upper[element]) ? null : upper[element];

    protected sealed override void CheckComponents(int element) => Inner.RequireParameters(element % Inner.Count);

    protected sealed override void Check(int element)
    {
        var (start, end) = (Lower(element), Upper(element));
        CheckEnd(start, nameof(lower));
        CheckEnd(end, nameof(upper));
        var fits = start is null || end is null || (IsDiscrete && !EndsAreValues ? Math.Ceiling(start.Value) <= Math.Floor(end.Value) : start < end);
        ParameterCheck.Require(fits, end ?? 0, Name, nameof(upper), $"above lower, which is {ParameterCheck.Text(start ?? 0)}");
    }

    private void CheckEnd(double? end, string parameter)
    {
        ParameterCheck.Require(end is null || double.IsFinite(end.Value), end ?? 0, Name, parameter, "a number");
        ParameterCheck.Require(end is null || !IsDiscrete || !EndsAreValues || double.IsInteger(end.Value), end ?? 0, Name, parameter, "a whole number, as it is a value of counts");
    }
}
