using System.Collections.Immutable;

namespace Gen.Compiler.Analysis;

/// <summary>Where a value of a model lies whatever its latents are.</summary>
/// <param name="Interval">Holds every value that it can have.</param>
/// <param name="IsReached">
/// Whether latents can bring the value anywhere in the interval, up to its ends, whatever the data are. It is not so where data decide
/// (a caller may know that they are positive) and where one latent stands twice (<c>a - a * p</c> is never negative, though its interval says so).
/// </param>
/// <param name="Latents">The reads of latents that it is made of: ids of nodes.</param>
public readonly record struct ValueRange(Interval Interval, bool IsReached, ImmutableHashSet<int> Latents)
{
    /// <summary>The range of an array nothing has been assigned to.</summary>
    public static ValueRange Unassigned { get; } = new(Interval.Empty, true, ImmutableHashSet<int>.Empty) { IsPositive = true, IsBelowHigh = true };

    /// <summary>Whether the value is above 0 and never at it, but for underflow: intervals include their ends.</summary>
    public bool IsPositive { get; init; }

    /// <summary>Whether the value is never at the interval's upper end, but for rounding.</summary>
    public bool IsBelowHigh { get; init; }

    /// <summary>Values that data decide.</summary>
    public static ValueRange OfData(Interval interval) => new(interval, false, ImmutableHashSet<int>.Empty);

    /// <summary>A number.</summary>
    public static ValueRange Constant(double value) => new(Interval.Point(value), true, ImmutableHashSet<int>.Empty) { IsPositive = value > 0 };

    /// <summary>Either of two values.</summary>
    public ValueRange Union(ValueRange other) =>
        new(Interval.Union(other.Interval), IsReached && other.IsReached, Latents.Union(other.Latents))
        {
            IsPositive = IsPositive && other.IsPositive,
            IsBelowHigh = (IsBelowHigh || Interval.High < other.Interval.High) && (other.IsBelowHigh || other.Interval.High < Interval.High),
        };

    /// <summary>Whether no latent is part of both.</summary>
    public bool IsApartFrom(ValueRange other) => !Latents.Overlaps(other.Latents);
}
