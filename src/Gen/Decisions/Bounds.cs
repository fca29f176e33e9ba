using System;
using System.Collections.Generic;
using System.Globalization;

namespace Gen;

/// <summary>
/// Bounds of a decision: one pair for all its elements, or a pair for each. <c>Bounds.AtLeast(0)</c>, <c>Bounds.Between(0, 1)</c>,
/// <c>Bounds.Between(lower, upper)</c> with a vector for each end. An end may be infinite, and both may coincide, which fixes an element.
/// </summary>
public sealed class Bounds
{
    private readonly double[] lower, upper;
    private readonly bool isUniform;

    private Bounds(double[] lower, double[] upper, bool isUniform)
    {
        if (lower.Length != upper.Length)
            throw new ArgumentException($"There are {lower.Length} lower and {upper.Length} upper ends of bounds.");

        for (var i = 0; i < lower.Length; i++)
        {
            if (!(lower[i] <= upper[i]))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"The bounds cross at element {i}: the lower end is {lower[i]:R}, the upper end {upper[i]:R}."));
            }
        }

        this.lower = lower;
        this.upper = upper;
        this.isUniform = isUniform;
    }

    /// <summary>No bounds.</summary>
    public static Bounds Free { get; } = Between(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Every element is at least <paramref name="lower"/>.</summary>
    public static Bounds AtLeast(double lower) => Between(lower, double.PositiveInfinity);

    /// <summary>Every element is at least its own lower end.</summary>
    public static Bounds AtLeast(Vector lower) => new(Copy(lower), Repeat(double.PositiveInfinity, Copy(lower).Length), false);

    /// <summary>Every element is at most <paramref name="upper"/>.</summary>
    public static Bounds AtMost(double upper) => Between(double.NegativeInfinity, upper);

    /// <summary>Every element is at most its own upper end.</summary>
    public static Bounds AtMost(Vector upper) => new(Repeat(double.NegativeInfinity, Copy(upper).Length), Copy(upper), false);

    /// <summary>Every element is from <paramref name="lower"/> to <paramref name="upper"/>.</summary>
    /// <exception cref="ArgumentException">The ends cross, or one is NaN.</exception>
    public static Bounds Between(double lower, double upper) => new([lower], [upper], true);

    /// <summary>Every element is from its own lower to its own upper end.</summary>
    /// <exception cref="ArgumentException">The ends cross at an element, which the message names, or their lengths differ.</exception>
    public static Bounds Between(Vector lower, Vector upper) => new(Copy(lower), Copy(upper), false);

    /// <summary>Every element of a matrix is from its own lower to its own upper end.</summary>
    /// <exception cref="ArgumentException">The ends cross at an element, counted row by row, or their shapes differ.</exception>
    public static Bounds Between(Matrix lower, Matrix upper)
    {
        ArgumentNullException.ThrowIfNull(lower);
        ArgumentNullException.ThrowIfNull(upper);
        return lower.Rows == upper.Rows && lower.Columns == upper.Columns
            ? new(lower.AsSpan().ToArray(), upper.AsSpan().ToArray(), false) { Shape = [lower.Rows, lower.Columns] }
            : throw new ArgumentException(
                $"The lower ends are {lower.Rows} × {lower.Columns}, the upper ends {upper.Rows} × {upper.Columns}.", nameof(upper));
    }

    /// <summary>The rows and columns of what each element of a matrix may be; null where the bounds are of no matrix.</summary>
    internal int[]? Shape { get; private init; }

    /// <summary>The bounds of several decisions laid end to end, each with its number of elements.</summary>
    public static Bounds Concatenate(params ReadOnlySpan<(Bounds Bounds, int Length)> parts)
    {
        var lower = new List<double>();
        var upper = new List<double>();
        foreach (var (bounds, length) in parts)
        {
            lower.AddRange(bounds.Lower(length));
            upper.AddRange(bounds.Upper(length));
        }

        return new([.. lower], [.. upper], false);
    }

    /// <summary>The lower ends for a decision of <paramref name="length"/> elements.</summary>
    /// <exception cref="ArgumentException">The bounds are for another number of elements.</exception>
    public double[] Lower(int length) => Expand(lower, length);

    /// <summary>The upper ends for a decision of <paramref name="length"/> elements.</summary>
    /// <exception cref="ArgumentException">The bounds are for another number of elements.</exception>
    public double[] Upper(int length) => Expand(upper, length);

    private double[] Expand(double[] ends, int length) =>
        isUniform ? Repeat(ends[0], length)
        : ends.Length == length ? [.. ends]
        : throw new ArgumentException($"There are bounds for {ends.Length} elements; the decision has {length}.");

    private static double[] Copy(Vector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return vector.ToArray();
    }

    private static double[] Repeat(double value, int length)
    {
        var values = new double[length];
        Array.Fill(values, value);
        return values;
    }
}
