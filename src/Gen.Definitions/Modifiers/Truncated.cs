using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// A distribution given that its variate lies between lower and upper, both included: its density there, divided by the probability of that. An end
/// may be missing.
/// </summary>
internal sealed class Truncated(IComponent inner, Real? lower, Real? upper) : IComponent
{
    // Counts include the lower end, and probabilities are of values above a point.
    private readonly Real? below = lower is { } end && inner.IsDiscrete ? -Floor(-end) - 1.0 : lower;

    public bool IsDiscrete => inner.IsDiscrete;

    /// <summary>The logarithm of the probability between the ends.</summary>
    public Real LogProbability => LogMass(below, upper);

    public Real LogDensity(Real x) => inner.LogDensity(x) - LogProbability + LogSpace.Inside(x, lower, upper);

    public Real Cdf(Real x) => Exp(LogCdf(x));

    public Real LogCdf(Real x)
    {
        var to = upper is { } end ? Min(x, end) : x;
        var above = LogMass(below, to) - LogProbability;
        return below is { } start ? Where(Or(LessOrEqual(x, start), IsNone(inner.LogCdf(to))), double.NegativeInfinity, above) : above;
    }

    public Real LogSurvival(Real x)
    {
        var from = below is { } start ? Max(x, start) : x;
        var above = LogMass(from, upper) - LogProbability;
        return upper is { } end ? Where(Or(LessOrEqual(end, x), IsNone(inner.LogSurvival(from))), double.NegativeInfinity, above) : above;
    }

    public Real? LogBetween(Real start, Real end) => null;

    /// <summary>Whether a probability is 0: the difference of its logarithm and that of a smaller one is no number.</summary>
    private static Real IsNone(Real logProbability) => LessOrEqual(logProbability, double.NegativeInfinity);

    /// <summary>The logarithm of the probability of a value above one point, and at or below another.</summary>
    private Real LogMass(Real? above, Real? upTo) => (above, upTo) switch
    {
        ({ } start, { } end) => inner.LogBetween(start, end) ?? LogDifference(start, end),
        ({ } start, null) => inner.LogSurvival(start),
        (null, { } end) => inner.LogCdf(end),
        _ => 0.0,
    };

    /// <summary>
    /// A difference of probabilities in the tail that the interval lies in, where they are small and keep their digits: the upper one when it begins
    /// above the median.
    /// </summary>
    private Real LogDifference(Real above, Real upTo)
    {
        var (lowerStart, lowerEnd) = (inner.LogCdf(above), inner.LogCdf(upTo));
        var (upperStart, upperEnd) = (inner.LogSurvival(above), inner.LogSurvival(upTo));
        return Where(
            Less(upperStart, lowerStart),
            upperStart + LogSpace.Complement(upperEnd - upperStart),
            lowerEnd + LogSpace.Complement(lowerStart - lowerEnd));
    }
}
