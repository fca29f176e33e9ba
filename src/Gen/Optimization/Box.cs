using System;
using System.Globalization;

namespace Gen.Optimization;

/// <summary>Lower and upper bounds of every variable; either may be infinite.</summary>
internal sealed class Box
{
    /// <summary>A box from bounds; an empty span leaves that side open.</summary>
    /// <exception cref="ArgumentException">Bounds have the wrong length, are NaN, or cross.</exception>
    public Box(int dimension, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        Lower = Side(dimension, lower, double.NegativeInfinity, "lower");
        Upper = Side(dimension, upper, double.PositiveInfinity, "upper");
        for (var i = 0; i < dimension; i++)
        {
            IsBounded &= double.IsFinite(Lower[i]) && double.IsFinite(Upper[i]);
            if (!(Lower[i] <= Upper[i]))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"The bounds of variable {i} cross: the lower is {Lower[i]:R}, the upper {Upper[i]:R}."));
            }
        }
    }

    public double[] Lower { get; }

    public double[] Upper { get; }

    /// <summary>Whether every variable has two finite bounds, so that no step can be wild.</summary>
    public bool IsBounded { get; } = true;

    /// <summary>The sup-norm of the projected gradient: how far from stationary a point within the box is.</summary>
    public double ProjectedGradient(ReadOnlySpan<double> x, ReadOnlySpan<double> gradient)
    {
        var norm = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var g = gradient[i];
            var projected = g < 0 ? Math.Max(x[i] - Upper[i], g) : Math.Min(x[i] - Lower[i], g);
            norm = Math.Max(norm, Math.Abs(projected));
        }

        return norm;
    }

    /// <summary>The largest t, at most <paramref name="limit"/>, for which x + t·direction is within the box.</summary>
    public double LongestStep(ReadOnlySpan<double> x, ReadOnlySpan<double> direction, double limit)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var d = direction[i];
            if (d != 0)
                limit = Math.Min(limit, Math.Max(0, ((d > 0 ? Upper[i] : Lower[i]) - x[i]) / d));
        }

        return limit;
    }

    private static double[] Side(int dimension, ReadOnlySpan<double> given, double open, string side)
    {
        if (given.IsEmpty)
        {
            var all = new double[dimension];
            Array.Fill(all, open);
            return all;
        }

        return given.Length == dimension
            ? given.ToArray()
            : throw new ArgumentException($"There are {given.Length} {side} bounds for {dimension} variables.");
    }
}
