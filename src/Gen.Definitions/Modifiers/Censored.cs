using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// A variate that is known only as far as it lies between lower and upper: values beyond an end are seen as that end, which has their whole
/// probability. An end may be missing.
/// </summary>
internal sealed class Censored(IComponent inner, Real? lower, Real? upper) : IComponent
{
    public bool IsDiscrete => inner.IsDiscrete;

    public Real LogDensity(Real x)
    {
        var seen = inner.LogDensity(x);
        seen = upper is { } end ? Where(LessOrEqual(end, x), inner.LogSurvival(inner.IsDiscrete ? -Floor(-end) - 1.0 : end), seen) : seen;
        seen = lower is { } start ? Where(LessOrEqual(x, start), inner.LogCdf(start), seen) : seen;
        return seen + LogSpace.Inside(x, lower, upper);
    }

    public Real Cdf(Real x) => Between(x, 0.0, inner.Cdf(x), 1.0);

    public Real LogCdf(Real x) => Between(x, double.NegativeInfinity, inner.LogCdf(x), 0.0);

    public Real LogSurvival(Real x) => Between(x, 0.0, inner.LogSurvival(x), double.NegativeInfinity);

    public Real? LogBetween(Real start, Real end) => null;

    private Real Between(Real x, Real below, Real inside, Real above)
    {
        inside = upper is { } end ? Where(LessOrEqual(end, x), above, inside) : inside;
        return lower is { } start ? Where(Less(x, start), below, inside) : inside;
    }
}
