using System.Collections.Generic;

namespace Gen;

/// <summary>Draws of simulated quantities. Generated predictions derive from it and add a typed member per quantity.</summary>
public abstract class ModelPredictions
{
    /// <summary>Draws of <paramref name="quantities"/>.</summary>
    protected ModelPredictions(IReadOnlyList<Draws> quantities) => Quantities = quantities;

    /// <summary>The draws of every simulated quantity, in the order of the model's statements.</summary>
    public IReadOnlyList<Draws> Quantities { get; }

    /// <summary>A row per element of every quantity, with its mean and the interval that holds 95 % of its draws; of long quantities only the ends.</summary>
    public override string ToString() => DrawsText.Of(Quantities);
}
