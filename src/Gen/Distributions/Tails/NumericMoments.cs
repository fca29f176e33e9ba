using System;
using System.Linq;
using MathNet.Numerics.Integration;

namespace Gen.Distributions;

/// <summary>Means and variances as integrals or sums, where there is no closed form.</summary>
internal static class NumericMoments
{
    private const double Negligible = 1e-17;
    private const int MaxPanels = 900;

    // Far out a tail is a power of x, and adds up only if each panel, twice as wide as the one before, adds less.
    private const int FarPanel = 40;
    private const double Diverging = 0.999;
    private const int MaxTerms = 100_000_000;
    private static readonly double[] Probabilities = [1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1 - 1e-3, 1 - 1e-4, 1 - 1e-6, 1 - 1e-9];
    private static readonly GaussLegendreRule Rule = new(-1, 1, 32);

    /// <summary>
    /// Mean and variance of a distribution given by density (probability) and quantile; infinite or NaN where they do not converge. Panels of
    /// Gauss–Legendre points lie between quantiles, and double in width along an infinite tail, until they add nothing.
    /// </summary>
    public static (double Mean, double Variance) Of(bool isDiscrete, Func<double, double> density, Func<double, double> quantile)
    {
        Func<Func<double, double>, double> expectation;
        if (isDiscrete)
        {
            var (start, middle) = (quantile(Negligible), quantile(0.5));
            expectation = value => Sum(start, middle, density, value);
        }
        else
        {
            double[] inner = [.. Probabilities.Select(quantile).Distinct()];
            var (low, high) = (quantile(0), quantile(1));
            expectation = value => Integral(low, inner, high, x => density(x) * value(x));
        }

        var mean = expectation(x => x);
        return (mean, expectation(x => (x - mean) * (x - mean)));
    }

    private static double Sum(double start, double middle, Func<double, double> probability, Func<double, double> value)
    {
        var (sum, size) = (0.0, 0.0);
        for (var i = 0; i < MaxTerms; i++)
        {
            var x = start + i;
            var p = probability(x);
            var term = p == 0 ? 0 : p * value(x);
            sum += term;
            size += Math.Abs(term);
            if (x > middle && p < Negligible && Math.Abs(term) <= Negligible * size)
            {
                return sum;
            }
        }

        return double.NaN;
    }

    private static double Integral(double low, double[] inner, double high, Func<double, double> term)
    {
        var total = 0.0;
        for (var i = 1; i < inner.Length; i++)
        {
            total += Panel(inner[i - 1], inner[i], term);
        }

        var width = inner[^1] - inner[0];
        total += double.IsInfinity(low) ? Tail(inner[0], -width, term) : Panel(low, inner[0], term);
        return total + (double.IsInfinity(high) ? Tail(inner[^1], width, term) : Panel(inner[^1], high, term));
    }

    private static double Tail(double start, double width, Func<double, double> term)
    {
        var (total, last) = (0.0, 0.0);
        for (var i = 0; i < MaxPanels; i++, width *= 2)
        {
            var panel = Math.Sign(width) * Panel(start, start + width, term);
            total += panel;
            start += width;
            if (i > FarPanel && Math.Abs(panel) >= Diverging * Math.Abs(last) && panel != 0)
            {
                break;
            }

            last = panel;
            if (Math.Abs(panel) <= Negligible * Math.Abs(total) || total == 0)
            {
                return total;
            }
        }

        return total > 0 ? double.PositiveInfinity : double.NegativeInfinity;
    }

    private static double Panel(double from, double to, Func<double, double> term)
    {
        var (centre, half) = (0.5 * (from + to), 0.5 * (to - from));
        var sum = 0.0;
        for (var i = 0; i < Rule.Abscissas.Length; i++)
        {
            sum += Rule.Weights[i] * term(centre + half * Rule.Abscissas[i]);
        }

        return half * sum;
    }
}
