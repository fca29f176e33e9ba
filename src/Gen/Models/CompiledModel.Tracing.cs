using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Models;

public partial class CompiledModel
{
    /// <summary>Executes the body with some or all latents at given values, and those that interventions set at theirs.</summary>
    /// <param name="latents">Values by name; latents that are not named are drawn from their priors.</param>
    /// <param name="seed">The seed of those draws.</param>
    /// <exception cref="InvalidOperationException">Data are not observed, or a deterministic is set by an intervention, which no body could obey.</exception>
    public ModelTrace Trace(IReadOnlyDictionary<string, double[]>? latents, long seed)
    {
        RequireObserved();
        var values = latents is null ? [] : new Dictionary<string, double[]>(latents, StringComparer.Ordinal);
        foreach (var quantity in quantities.Where(Interventions.Contains))
        {
            values[quantity.Name] = quantity.Kind == QuantityKind.Latent ? Interventions[quantity].ToArray()
                : throw new InvalidOperationException($"{Name}: '{quantity.Name}' is set by Do, but the body computes it; trace the model without that intervention");
        }

        return BodyTrace.Run(Name, Execute, Sites, values, seed);
    }

    /// <summary>Says which statement of the model is not finite at a position, by executing the body there.</summary>
    private string Explain(ReadOnlySpan<double> position)
    {
        var values = new double[recorded];
        Record(position, values);
        var latents = quantities.Where(quantity => quantity.Kind == QuantityKind.Latent)
            .ToDictionary(quantity => quantity.Name, quantity => values[quantity.Elements]);
        return $"{Name}: {Trace(latents, seed: 0).Problem ?? "every term is finite there, but the gradient is not"}";
    }
}
