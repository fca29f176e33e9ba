using System;

namespace Gen.Sampling;

/// <summary>
/// How linear the slope of a log-density is between draws, coordinate by coordinate, in units of a metric. A normal's is linear whatever its covariance, so that
/// one metric and one step size suit all of it; where the slope is not, as in a funnel, they suit a part.
/// </summary>
/// <remarks>
/// Half way between two draws a and b a linear slope g is the mean of theirs. What is measured is 1 − Σ (g(½(a + b)) − ½(g(a) + g(b)))² / Σ (½(g(a) − g(b)))² over
/// pairs of draws: 1 where g is linear, and at most 0 where what it has beyond a line is as large as the line. Unlike a regression of slopes on draws it needs no
/// more pairs where there are more coordinates.
/// </remarks>
internal sealed class SlopeLinearity(ILogDensity density, IMetric metric)
{
    private readonly double[] middle = new double[density.Dimension], gradient = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] ofFirst = new double[PaddedLength.Of(density.Dimension)], ofSecond = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] ofMiddle = new double[PaddedLength.Of(density.Dimension)];
    private readonly double[] departures = new double[density.Dimension], spreads = new double[density.Dimension];

    /// <summary>Measures between two draws; a pair with a slope that is not finite does not count.</summary>
    public void Add(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        for (var i = 0; i < middle.Length; i++)
            middle[i] = 0.5 * first[i] + 0.5 * second[i];
        if (!TrySlope(first, ofFirst) || !TrySlope(second, ofSecond) || !TrySlope(middle, ofMiddle))
            return;
        for (var i = 0; i < middle.Length; i++)
        {
            var (departure, spread) = (ofMiddle[i] - 0.5 * (ofFirst[i] + ofSecond[i]), 0.5 * (ofFirst[i] - ofSecond[i]));
            departures[i] += departure * departure;
            spreads[i] += spread * spread;
        }
    }

    /// <summary>The measure of each coordinate, of all that chains have added; NaN where nothing was, and empty of no chain.</summary>
    public static double[] Of(ReadOnlySpan<SlopeLinearity> chains)
    {
        var result = new double[chains.IsEmpty ? 0 : chains[0].middle.Length];
        for (var i = 0; i < result.Length; i++)
        {
            double departure = 0, spread = 0;
            foreach (var chain in chains)
            {
                departure += chain.departures[i];
                spread += chain.spreads[i];
            }

            result[i] = 1 - departure / spread;
        }

        return result;
    }

    private bool TrySlope(ReadOnlySpan<double> position, Span<double> slope)
    {
        if (!double.IsFinite(density.Evaluate(position, gradient.AsSpan(0, middle.Length))))
            return false;
        slope.Clear();
        return double.IsFinite(metric.Kick(gradient, 1, slope));
    }
}
