using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// A variate that is positive with probability psi, and 0 otherwise. Positive ones have a distribution of positive numbers, or one of counts given
/// that they are not 0.
/// </summary>
internal sealed class Hurdle(Real psi, IComponent inner) : IComponent
{
    public bool IsDiscrete => inner.IsDiscrete;

    /// <summary>The logarithm of the probability that the inner distribution is not 0.</summary>
    public Real LogPositive => inner.IsDiscrete ? LogSpace.Complement(inner.LogDensity(0.0)) : 0.0;

    public Real LogDensity(Real x) => Where(Equal(x, 0.0), Log1p(-psi), Log(psi) + inner.LogDensity(x) - LogPositive);

    public Real Cdf(Real x) => Where(Less(x, 0.0), 0.0, -Expm1(LogSurvival(x)));

    public Real LogCdf(Real x) => Where(Less(x, 0.0), double.NegativeInfinity, LogSpace.Complement(LogSurvival(x)));

    public Real LogSurvival(Real x) => Where(Less(x, 0.0), 0.0, Log(psi) + inner.LogSurvival(x) - LogPositive);

    public Real? LogBetween(Real start, Real end) => null;
}
