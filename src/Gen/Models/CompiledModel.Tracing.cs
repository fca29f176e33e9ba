using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;

namespace Gen.Models;

public partial class CompiledModel
{
    /// <summary>
    /// Executes the body with some or all latents at given values, and those that interventions set at theirs. An intervention cuts a latent from what its prior
    /// depends on, so that this prior is no term; one that depends on nothing stays, as the constant that it is.
    /// </summary>
    /// <param name="latents">Values by name; latents that are not named are drawn from their priors.</param>
    /// <param name="seed">The seed of those draws.</param>
    /// <exception cref="InvalidOperationException">Data are not observed, or a deterministic is set by an intervention, which no body could obey.</exception>
    /// <exception cref="ArgumentException">A latent that an intervention sets is given another value.</exception>
    public ModelTrace Trace(IReadOnlyDictionary<string, double[]>? latents, long seed)
    {
        RequireObserved();
        var values = latents is null ? [] : new Dictionary<string, double[]>(latents, StringComparer.Ordinal);
        foreach (var quantity in quantities.Where(Interventions.Contains))
        {
            var set = quantity.Kind == QuantityKind.Latent ? Interventions[quantity].ToArray()
                : throw new InvalidOperationException($"{Name}: '{quantity.Name}' is set by Do, but the body computes it; trace the model without that intervention");
            if (values.TryGetValue(quantity.Name, out var given) && !given.AsSpan().SequenceEqual(set))
            {
                throw new ArgumentException($"{Name}: '{quantity.Name}' is set by Do; leave it out of the point to trace");
            }

            values[quantity.Name] = set;
        }

        var cut = quantities.Where(quantity => Interventions.Contains(quantity) && !quantity.IsRoot).Select(quantity => quantity.Name).ToArray();
        return BodyTrace.Run(Name, Execute, Sites, values, seed, name => Sequence(Array.FindIndex(quantities, quantity => quantity.Name == name)), cut);
    }

    /// <summary>Says which statement of the model is not finite at a position, by executing the body there.</summary>
    private string Explain(ReadOnlySpan<double> position)
    {
        var values = new double[recorded];
        Record(position, values);
        var latents = quantities.Where(quantity => quantity.Kind == QuantityKind.Latent)
            .ToDictionary(quantity => quantity.Name, quantity => values[quantity.Elements]);
        try
        {
            return $"{Name}: {Trace(latents, seed: 0).Problem ?? ExplainGradient(position)}";
        }
        catch (OdeException failure)
        {
            return $"{Name}: {failure.Message}";
        }
    }

    /// <summary>Says which latent's derivative is not finite where every term is: mostly a function of data at the edge of its domain, such as a power of 0.</summary>
    private string ExplainGradient(ReadOnlySpan<double> position)
    {
        var gradient = new double[position.Length];
        CreateKernel().Evaluate(position, gradient);
        var coordinate = Array.FindIndex(gradient, derivative => !double.IsFinite(derivative));
        var latent = quantities.FirstOrDefault(quantity => quantity.Kind == QuantityKind.Latent && coordinate >= quantity.FirstCoordinate && coordinate < quantity.FirstCoordinate + quantity.Coordinates);
        if (latent is null)
        {
            return "every term is finite there, but the gradient is not";
        }

        var number = coordinate - latent.FirstCoordinate;
        var element = latent.Dims.Count == 0 ? latent.Name : latent.Coordinates == latent.Size ? $"{latent.Name}[{number}]" : $"coordinate {number} of {latent.Name}";
        return $"every term is finite there, but the derivative by '{element}' is {gradient[coordinate]}: look for data at which a function that '{latent.Name}' enters "
            + "has no derivative (0 raised to a power, the logarithm of 0)";
    }
}
