using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>A count that is 0 for a reason of its own with probability 1 − psi, and otherwise has a distribution of counts, which may be 0 too.</summary>
internal sealed class ZeroInflated(Real psi, IComponent inner) : IComponent
{
    public bool IsDiscrete => true;

    public Real LogDensity(Real x) => Where(
        Equal(x, 0.0),
        LogSpace.Add(Log1p(-psi), Log(psi) + inner.LogDensity(0.0)),
        Log(psi) + inner.LogDensity(x));

    public Real Cdf(Real x) => Where(Less(x, 0.0), 0.0, 1.0 - psi + psi * inner.Cdf(x));

    public Real LogCdf(Real x) => Where(Less(x, 0.0), double.NegativeInfinity, LogSpace.Add(Log1p(-psi), Log(psi) + inner.LogCdf(x)));

    public Real LogSurvival(Real x) => Where(Less(x, 0.0), 0.0, Log(psi) + inner.LogSurvival(x));

    public Real? LogBetween(Real start, Real end) => null;
}
