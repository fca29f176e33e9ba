using System;

namespace Gen.Distributions;

/// <summary>A univariate distribution with its parameters: what modifiers are made of, and what they are themselves.</summary>
internal interface IComponent
{
    /// <summary>Whether its variate is an integer.</summary>
    bool IsDiscrete { get; }

    /// <summary>The log-density (log-probability) at <paramref name="x"/>.</summary>
    Real LogDensity(Real x);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    Real Cdf(Real x);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>.</summary>
    Real LogCdf(Real x);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>.</summary>
    Real LogSurvival(Real x);

    /// <summary>
    /// The logarithm of the probability of a value above <paramref name="start"/> and at or below <paramref name="end"/>, where it is computed
    /// otherwise than as a difference; null elsewhere.
    /// </summary>
    Real? LogBetween(Real start, Real end);
}

/// <summary>The components of a mixture with their weights, one after another or along an axis.</summary>
internal interface IComponents
{
    /// <summary>Whether all of them are discrete.</summary>
    bool AreDiscrete { get; }

    /// <summary>The sum over the components of a term, given weight and component.</summary>
    Real Sum(Func<Real, IComponent, Real> term);

    /// <summary>The largest value over the components, given weight and component.</summary>
    Real Largest(Func<Real, IComponent, Real> value);
}
