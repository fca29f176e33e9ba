using System;
using System.Linq;

namespace Gen.Compiler.Analysis;

/// <summary>
/// The numbers from <paramref name="Low"/> to <paramref name="High"/>, both included where they are finite; none where the ends are the wrong way round.
/// </summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>All numbers.</summary>
    public static Interval All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>No number.</summary>
    public static Interval Empty { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>0 and above.</summary>
    public static Interval NonNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>0 to 1.</summary>
    public static Interval Unit { get; } = new(0, 1);

    /// <summary>Whether there is no number in it.</summary>
    public bool IsEmpty => !(Low <= High);

    /// <summary>Whether it is all numbers.</summary>
    public bool IsAll => double.IsNegativeInfinity(Low) && double.IsPositiveInfinity(High);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator -(Interval a, Interval b) => a + -b;

    public static Interval operator *(Interval a, Interval b) =>
        Hull(Times(a.Low, b.Low), Times(a.Low, b.High), Times(a.High, b.Low), Times(a.High, b.High));

    /// <summary>The quotients, but for those by zero.</summary>
    public static Interval operator /(Interval a, Interval b) =>
        b.Low >= 0 ? a * new Interval(1 / b.High, b.Low == 0 ? double.PositiveInfinity : 1 / b.Low)
        : b.High <= 0 ? -a / -b
        : All;

    /// <summary>The one number.</summary>
    public static Interval Point(double value) => new(value, value);

    /// <summary>The smallest interval that holds some numbers.</summary>
    public static Interval Hull(params double[] values) => new(values.Min(), values.Max());

    /// <summary>The smallest interval that holds both.</summary>
    public Interval Union(Interval other) => IsEmpty ? other : other.IsEmpty ? this : new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>The interval without what lies beyond another's ends.</summary>
    public Interval Within(Interval domain) => new(Math.Max(Low, domain.Low), Math.Min(High, domain.High));

    /// <summary>Its image under a function that rises (or falls) throughout.</summary>
    public Interval Monotone(Func<double, double> function) => IsEmpty ? Empty : Hull(function(Low), function(High));

    // An end at infinity is a limit that is never reached, so zero times it is zero.
    private static double Times(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
}
