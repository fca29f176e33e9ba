using System;
using System.Runtime.CompilerServices;

namespace Gen.Sampling;

/// <summary>The leapfrog integrator of Hamiltonian dynamics: reversible, volume-preserving, with energy errors of order ε².</summary>
/// <remarks>Neal (2011), "MCMC using Hamiltonian dynamics", section 2.3, with momenta whitened by the metric (see <see cref="IMetric"/>).</remarks>
internal sealed class Leapfrog(ILogDensity logDensity, IMetric metric)
{
    /// <summary>The density followed.</summary>
    public ILogDensity LogDensity { get; } = logDensity;

    /// <summary>The metric used.</summary>
    public IMetric Metric { get; } = metric;

    /// <summary>
    /// One step of size <paramref name="stepSize"/> (backwards in time when negative) from <paramref name="position"/> to <paramref name="next"/>;
    /// momentum and gradient are moved in place. All spans are padded.
    /// </summary>
    /// <returns>The log-density at <paramref name="next"/>; <paramref name="squaredMomentum"/> is twice the kinetic energy there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Step(
        double stepSize,
        ReadOnlySpan<double> position,
        Span<double> momentum,
        Span<double> gradient,
        Span<double> next,
        out double squaredMomentum)
    {
        Metric.Kick(gradient, 0.5 * stepSize, momentum);
        Metric.Drift(momentum, stepSize, position, next);
        var value = LogDensity.Evaluate(next[..LogDensity.Dimension], gradient[..LogDensity.Dimension]);
        squaredMomentum = Metric.Kick(gradient, 0.5 * stepSize, momentum);
        return value;
    }
}
