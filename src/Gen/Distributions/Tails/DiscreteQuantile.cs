using System;

namespace Gen.Distributions;

/// <summary>Quantiles of distributions on 0, 1, 2, ….</summary>
internal static class DiscreteQuantile
{
    /// <summary>
    /// The smallest count whose <paramref name="cdf"/> is at least <paramref name="p"/>, not above <paramref name="upper"/>;
    /// searched for outwards from the normal approximation.
    /// </summary>
    /// <remarks>
    /// As in R, p is lowered by 64 roundings, less in the upper tail, so that the quantile of a rounded cdf is the count it came from.
    /// </remarks>
    public static double Find(double p, double mean, double sd, double upper, Func<double, double> cdf)
    {
        if (double.IsNaN(p) || p < 0 || p > 1)
            return double.NaN;
        if (p == 0)
            return 0;
        if (p == 1)
            return upper;
        var target = p * (1 - 1.4e-14 * (1 - p));
        var guess = Math.Clamp(Math.Floor(mean + sd * NormalQuantile.Of(p)), 0, upper);
        var step = Math.Max(1, Math.Floor(0.1 * sd));
        double low, high;
        if (cdf(guess) >= target)
        {
            for (high = guess, low = guess - step; low >= 0 && cdf(low) >= target; step *= 2)
                (high, low) = (low, low - step);
            low = Math.Max(low, -1);
        }
        else
        {
            for (low = guess, high = guess + step; high < upper && cdf(high) < target; step *= 2)
                (low, high) = (high, high + step);
            high = Math.Min(high, upper);
        }

        while (high - low > 1)
        {
            var middle = Math.Floor(0.5 * (low + high));
            if (middle <= low || middle >= high)
                break;
            if (cdf(middle) >= target)
                high = middle;
            else
                low = middle;
        }

        return high;
    }
}
