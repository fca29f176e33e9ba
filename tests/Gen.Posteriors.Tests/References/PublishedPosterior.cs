using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;
using Gen.Sampling;

namespace Gen.Posteriors.Tests.References;

/// <summary>A parameter of a Stan program, and the quantity of our model that it is, from its element <paramref name="First"/> on.</summary>
public sealed record StanParameter(string Name, string Quantity, int First = 0)
{
    /// <summary>A parameter of which the quantity has the name.</summary>
    public static implicit operator StanParameter(string name) => new(name, name);

    /// <summary>A parameter and its quantity.</summary>
    public static implicit operator StanParameter((string Name, string Quantity) parameter) => new(parameter.Name, parameter.Quantity);

    /// <summary>A parameter and the element of a quantity with which it begins.</summary>
    public static implicit operator StanParameter((string Name, string Quantity, int First) parameter) => new(parameter.Name, parameter.Quantity, parameter.First);
}

/// <summary>A posterior of posteriordb: its model in our language, and how the two models' parameters correspond.</summary>
/// <param name="Name">Its name in posteriordb.</param>
/// <param name="Model">The class of the model.</param>
/// <param name="Create">The model over the published data.</param>
/// <param name="Parameters">The parameters that the reference draws have.</param>
public sealed record PublishedPosterior(string Name, Type Model, Func<PublishedData, CompiledModel> Create, params StanParameter[] Parameters)
{
    /// <summary>The lines of the published Stan program, without comments and empty lines.</summary>
    public required int StanLines { get; init; }

    /// <summary>What our log-density has beyond Stan's: priors of Stan's that are cut off are not normalised, implicit ones have no constant.</summary>
    public double Offset { get; init; }

    /// <summary>
    /// The model for Stan's known answers, where that is another: differential equations are solved so finely that two solvers agree. Stan's known answers
    /// are then such as well.
    /// </summary>
    public Func<PublishedData, CompiledModel>? CreateExact { get; init; }

    /// <summary>The latents in the order in which Stan's program declares them, where our model cannot: its latents may depend on earlier ones only.</summary>
    public IReadOnlyList<string>? StanOrder { get; init; }

    /// <summary>The transforms of those latents of which Stan has other coordinates.</summary>
    public IReadOnlyDictionary<string, StanMap> StanMaps { get; init; } = new Dictionary<string, StanMap>();

    /// <summary>Stan's coordinate i, from 1, at which its known answers are: another than the baseline's where Stan's density is 0 there, or its gradient no number.</summary>
    public Func<int, double> CheckedAt { get; init; } = i => 0.3 * Math.Sin(i);

    /// <summary>Whether the short check and the table compare moments: not where posteriordb has no reference draws.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>
    /// Parameters of infinite variance. Their means and standard deviations have no Monte Carlo standard errors; quantiles (5, 50 and 95 %) are compared
    /// instead.
    /// </summary>
    public IReadOnlyList<string> WithoutVariance { get; init; } = [];

    /// <summary>How the posterior is sampled for the table.</summary>
    public SamplingOptions Sampling { get; init; } = new() { Draws = 10_000, Seed = 20_240_601 };

    /// <summary>How it is sampled for the short check.</summary>
    public SamplingOptions ShortSampling { get; init; } = new() { Draws = 1000, Seed = 20_240_602 };

    /// <summary>The model over the published data.</summary>
    public CompiledModel Load() => Create(PosteriorDatabase.Data(Name));

    /// <summary>The log-density of our model over Stan's unconstrained coordinates.</summary>
    public ILogDensity CreateStanDensity()
    {
        var model = (CreateExact ?? Create)(PosteriorDatabase.Data(Name));
        return new StanCoordinates(
            model, StanOrder ?? [.. model.Quantities.Where(quantity => quantity.Kind == QuantityKind.Latent).Select(latent => latent.Name)], StanMaps);
    }

    /// <summary>The element of our draws that a parameter of Stan's is: <c>theta[1]</c> is element 0 of its quantity.</summary>
    public ScalarDraws Element(IEnumerable<Draws> draws, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (name, element) = key.Split('[', ']') is [var vector, var index, ..] ? (vector, int.Parse(index) - 1) : (key, 0);
        var parameter = Parameters.Single(parameter => parameter.Name == name);
        var quantity = draws.Single(quantity => quantity.Name == parameter.Quantity);
        return new(key, quantity.Element(parameter.First + element).ToArray(), quantity.Chains);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
