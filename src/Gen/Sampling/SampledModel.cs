using System;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>Writes a draw of a model's prior as a position; false where it has none that can be drawn.</summary>
internal delegate bool PriorDraw(RandomStream random, Span<double> position);

/// <summary>What is known of the model whose log-density chains draw from.</summary>
/// <param name="Explain">Says what is not finite at a point where no chain can start.</param>
/// <param name="Prior">Draws from its prior; null where there is none.</param>
/// <param name="NameOf">Names a coordinate.</param>
/// <param name="Description">By what a checkpoint knows it.</param>
internal sealed record SampledModel(NonFiniteExplanation? Explain, PriorDraw? Prior, Func<int, string> NameOf, string Description)
{
    /// <summary>A log-density of which no model is known.</summary>
    public static SampledModel Unknown { get; } = new(Explain: null, Prior: null, coordinate => $"coordinate {coordinate}", Description: "");
}
