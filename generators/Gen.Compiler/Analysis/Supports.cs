using System;

namespace Gen.Compiler.Analysis;

/// <summary>Supports as intervals, and what messages call them.</summary>
internal static class Supports
{
    /// <summary>The numbers of a support. Ends are included: a continuous variate is never at one.</summary>
    public static Interval Interval(Support support) => support switch
    {
        Support.Positive or Support.NonNegative or Support.Count => Analysis.Interval.NonNegative,
        Support.PositiveCount => new(1, double.PositiveInfinity),
        Support.Circular => new(-Math.PI, Math.PI),
        Support.Unit or Support.Boolean => Analysis.Interval.Unit,
        _ => Analysis.Interval.All,
    };

    /// <summary>What a parameter that requires it must do, or null where any number will do.</summary>
    public static string? Demand(Support support) => support switch
    {
        Support.Positive => "be positive",
        Support.NonNegative => "not be negative",
        Support.Unit => "lie between 0 and 1",
        Support.Boolean => "be 0 or 1",
        Support.Count => "be a count: 0, 1, 2, …",
        Support.PositiveCount => "be a count from 1: 1, 2, 3, …",
        Support.Integer => "be a whole number",
        Support.Circular => "lie between −π and π",
        _ => null,
    };

    /// <summary>Whether no number of an interval is in a support.</summary>
    public static bool Excludes(Support support, Interval value) => !value.IsEmpty && support switch
    {
        Support.Positive => value.High <= 0,
        Support.Boolean => value.Low == value.High && value.Low is not (0 or 1),
        Support.Count or Support.PositiveCount or Support.Integer => value.High < Interval(support).Low || (value.Low == value.High && value.Low % 1 != 0),
        _ => value.Within(Interval(support)).IsEmpty,
    };

    /// <summary>Whether numbers beyond the ends of a support are in an interval.</summary>
    public static bool Exceeds(Support support, Interval value) =>
        !value.IsEmpty && (value.Low < Interval(support).Low || value.High > Interval(support).High);
}
