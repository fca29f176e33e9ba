using System;

namespace Gen;

/// <summary>Importance weights whose largest are smoothed by a generalised Pareto distribution, and its shape k̂, which tells whether they can be trusted.</summary>
/// <remarks>
/// Vehtari, Simpson, Gelman, Yao and Gabry (2024), "Pareto smoothed importance sampling", Journal of Machine Learning Research 25(72). The fit is that of
/// Zhang and Stephens (2009), "A new and efficient estimation method for the generalized Pareto distribution", Technometrics 51, with the prior on k of the former.
/// </remarks>
internal static class ParetoSmoothing
{
    // Fewer cannot tell a shape.
    private const int FewestInTail = 5;

    // Logarithms of ratios that differ by less differ by what log-densities are rounded by: they are equal.
    private const double SmallestRange = 1e-10;

    // The prior on k: as much as ten draws of the tail, at a half.
    private const double PriorDraws = 10;
    private const double PriorShape = 0.5;

    /// <summary>Above this a sum of weights converges too slowly to be of use, however many draws there are.</summary>
    private const double MostShape = 0.7;

    /// <summary>The k̂ up to which weights of so many draws can be trusted: min(1 − 1 / log₁₀ S, 0.7).</summary>
    public static double Threshold(int draws) => Math.Min(1 - 1 / Math.Log10(draws), MostShape);

    /// <summary>Smooths the largest of the logarithms of ratios and normalises all to sum to 1; returns k̂: −∞ where the largest are equal, NaN where they are too few, +∞ where one is not finite.</summary>
    public static double Smooth(Span<double> logRatios) => Smooth(logRatios, out _);

    /// <summary>
    /// The same with the share of the tail in all weights: of what the largest have more than the others. Where ratios hardly vary, a few larger ones make k̂ large although
    /// they do not matter.
    /// </summary>
    public static double Smooth(Span<double> logRatios, out double share)
    {
        share = 1;
        var count = logRatios.Length;
        var largest = double.NegativeInfinity;
        foreach (ref var ratio in logRatios)
        {
            // What is impossible has no weight; what is no number, none that is known.
            if (ratio == double.PositiveInfinity || double.IsNaN(ratio))
                return double.PositiveInfinity;
            largest = Math.Max(largest, ratio);
        }

        if (!double.IsFinite(largest))
            return double.PositiveInfinity;
        foreach (ref var ratio in logRatios)
            ratio -= largest;
        var shape = SmoothTail(logRatios, (int)Math.Ceiling(Math.Min(0.2 * count, 3 * Math.Sqrt(count))), out var excess);
        var sum = 0.0;
        foreach (var ratio in logRatios)
            sum += Math.Exp(ratio);
        share = excess / sum;
        var logSum = Math.Log(sum);
        foreach (ref var ratio in logRatios)
            ratio -= logSum;
        return shape;
    }

    /// <summary>Replaces the largest by the expected order statistics of the distribution that fits them; the largest of all is 0.</summary>
    private static double SmoothTail(Span<double> logRatios, int length, out double excess)
    {
        excess = 0;
        if (length < FewestInTail)
            return double.NaN;
        var order = new int[logRatios.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(logRatios.ToArray(), order);
        var first = order.Length - length;
        var cutoff = logRatios[order[first - 1]];
        if (-logRatios[order[first]] < SmallestRange)
            return double.NegativeInfinity;
        var (tail, least) = (new double[length], Math.Exp(cutoff));
        for (var i = 0; i < length; i++)
            tail[i] = Math.Exp(logRatios[order[first + i]]) - least;
        foreach (var exceedance in tail)
            excess += exceedance;
        var (shape, scale) = Fit(tail);
        if (!double.IsFinite(shape))
            return double.PositiveInfinity;
        for (var i = 0; i < length; i++)
        {
            var quantile = Quantile((i + 0.5) / length, shape, scale);
            logRatios[order[first + i]] = Math.Min(Math.Log(quantile + least), 0);
        }

        return shape;
    }

    /// <summary>The shape and the scale of a generalised Pareto distribution of exceedances in ascending order.</summary>
    internal static (double Shape, double Scale) Fit(ReadOnlySpan<double> exceedances)
    {
        const double Prior = 3;
        var (count, points) = (exceedances.Length, 30 + (int)Math.Sqrt(exceedances.Length));
        var quartile = exceedances[(int)(count / 4.0 + 0.5) - 1];
        if (!(quartile > exceedances[0]) || !(quartile > 0))
            return (double.NaN, double.NaN);
        double[] thetas = new double[points], logs = new double[points];
        var most = double.NegativeInfinity;
        for (var j = 0; j < points; j++)
        {
            thetas[j] = 1 / exceedances[^1] + (1 - Math.Sqrt(points / (j + 0.5))) / (Prior * quartile);
            var shapeThere = MeanLog(exceedances, thetas[j]);
            logs[j] = count * (Math.Log(-thetas[j] / shapeThere) - shapeThere - 1);
            most = Math.Max(most, logs[j]);
        }

        var (sum, theta) = (0.0, 0.0);
        for (var j = 0; j < points; j++)
        {
            var weight = Math.Exp(logs[j] - most);
            sum += weight;
            theta += weight * thetas[j];
        }

        theta /= sum;
        var shape = MeanLog(exceedances, theta);
        return ((shape * count + PriorShape * PriorDraws) / (count + PriorDraws), -shape / theta);
    }

    private static double MeanLog(ReadOnlySpan<double> values, double theta)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += Numerics.Functions.Log1p(-theta * value);
        return sum / values.Length;
    }

    private static double Quantile(double probability, double shape, double scale)
    {
        var log = Numerics.Functions.Log1p(-probability);
        return shape == 0 ? -scale * log : scale * Numerics.Functions.Expm1(-shape * log) / shape;
    }
}
