using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Models;

public partial class CompiledModel
{
    /// <summary>
    /// Draws are of latents as their priors were over the data that were sampled with, and what is observed is drawn by others as it was given: over data of other values
    /// either would be no draw of this model. To draw a latent anew from its prior would forget what the data said of it.
    /// </summary>
    private void RequireSameDependence(CompiledModel sampled, string?[] given)
    {
        var replaced = Replaced(sampled);
        foreach (var quantity in quantities.Where(quantity => !Interventions.Contains(quantity)))
        {
            var causes = quantity.DependsOn.Where(replaced.Contains).ToArray();
            var missing = quantity.Data.Where(name => !given.Contains(name)).ToArray();
            if (causes.Length > 0 && quantity.Kind == QuantityKind.Latent)
            {
                throw new InvalidOperationException(
                    $"{Name}: '{quantity.Name}' was drawn with other values of {Quoted(causes)}, on which its prior depends, so its draws say nothing of it under these: "
                    + "make it a Deterministic of latents whose priors do not depend on them (mu + sigma * z with z ~ Normal(0, 1)), draw it with Generate, "
                    + $"or give what its prior makes of {Quoted(causes)} as data of its own");
            }

            if (causes.Length > 0 && missing.Length > 0)
            {
                throw new InvalidOperationException(
                    $"{Name}: {Quoted(missing)} would be predicted by other values of {Quoted(causes)}, and {Quoted(quantity.ReadBy)} by {Quoted(missing)} as given before: "
                    + $"give {Quoted(missing)} too, Predict({string.Join(", ", causes.Concat(missing).Distinct().Select(name => $"{name}: …"))})");
            }
        }
    }

    /// <summary>The data that have other values here than in another model.</summary>
    private HashSet<string> Replaced(CompiledModel other)
    {
        var (own, others) = (new DataDigest(), new DataDigest());
        Digest(own);
        other.Digest(others);
        return [.. own.Names.Where((_, i) => own.Lines[i] != others.Lines[i])];
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(" and ", names.Select(name => $"'{name}'"));
}
