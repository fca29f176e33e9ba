using System;

namespace Gen.Distributions;

/// <summary>Refusals of what improper distributions cannot do, in the words of a model.</summary>
internal static class Improper
{
    /// <summary>That a distribution cannot be drawn from.</summary>
    public static InvalidOperationException Draw(string distribution) => new($"{distribution} cannot be drawn from: it is improper");

    /// <summary>That a distribution has no probabilities, so that neither a cumulative distribution nor quantiles exist.</summary>
    public static InvalidOperationException Probability(string distribution)
        => new($"{distribution} has no probabilities or quantiles: it is improper");
}
