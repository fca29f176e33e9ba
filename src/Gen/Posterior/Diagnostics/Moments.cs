using System;

namespace Gen;

/// <summary>The mean and the standard deviation of draws.</summary>
internal static class Moments
{
    /// <summary>The mean; NaN of no values.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }

    /// <summary>The variance with divisor n − 1, about the mean, in two passes; NaN of fewer than two values.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            return double.NaN;

        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum / (values.Length - 1);
    }

    /// <summary>The square root of <see cref="Variance"/>.</summary>
    public static double Sd(ReadOnlySpan<double> values) => Math.Sqrt(Variance(values));
}
