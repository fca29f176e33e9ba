using System;
using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>A distribution whose density is the weighted sum of others'.</summary>
internal sealed class Mixture(IComponents components) : IComponent
{
    public bool IsDiscrete => components.AreDiscrete;

    public Real LogDensity(Real x) => LogSum(component => component.LogDensity(x));

    public Real Cdf(Real x) => components.Sum((weight, component) => weight * component.Cdf(x));

    public Real LogCdf(Real x) => LogSum(component => component.LogCdf(x));

    public Real LogSurvival(Real x) => LogSum(component => component.LogSurvival(x));

    public Real? LogBetween(Real start, Real end) => null;

    /// <summary>
    /// log Σ w exp(value), relative to the largest value, whose derivatives cancel. A component without weight counts for nothing, whatever it is at
    /// this point.
    /// </summary>
    private Real LogSum(Func<IComponent, Real> value)
    {
        var largest = Detach(components.Largest((weight, component) => Where(Less(0.0, weight), value(component), double.NegativeInfinity)));
        var shift = Where(Less(double.NegativeInfinity, largest), largest, 0.0);
        return shift + Log(components.Sum((weight, component) => Where(Less(0.0, weight), weight * Exp(value(component) - shift), 0.0)));
    }
}
