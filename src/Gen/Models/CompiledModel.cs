using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;

namespace Gen.Models;

/// <summary>
/// A model over given data, as the runtime sees it: its quantities, its interventions and its kernels. Each generated model derives one, which
/// only forwards to its kernels; the verbs of a model are carried out here. Immutable, and safe to use from several threads.
/// </summary>
/// <remarks>
/// Values are the elements of all quantities one after another, matrices row by row: first the latents, then the deterministics and what is generated, then data with
/// a likelihood, each in the order of the model's statements.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract partial class CompiledModel
{
    private const int LabelsShown = 6;

    private readonly Quantity[] quantities;
    private readonly int recorded;
    private readonly int width;
    private readonly int dimension;

    /// <summary>A model over its data.</summary>
    /// <param name="name">The name of its class, with which messages begin.</param>
    /// <param name="interventions">The quantities that are set.</param>
    /// <param name="quantities">All quantities, in the order of the model's values.</param>
    /// <exception cref="ArgumentException">An intervention's shape is not its quantity's.</exception>
    protected CompiledModel(string name, Interventions interventions, params Quantity[] quantities)
    {
        ArgumentNullException.ThrowIfNull(interventions);
        ArgumentNullException.ThrowIfNull(quantities);
        Name = name;
        Interventions = interventions;
        this.quantities = quantities;
        foreach (var quantity in quantities)
        {
            (quantity.Offset, quantity.FirstCoordinate) = (width, dimension);
            dimension = checked(dimension + quantity.Coordinates);
            width = checked(width + quantity.Size);
            recorded = quantity.Kind == QuantityKind.Observed ? recorded : width;
        }

        interventions.Check(name, quantities);
    }

    /// <summary>The name of the model's class.</summary>
    public string Name { get; }

    /// <summary>The quantities that are set.</summary>
    public Interventions Interventions { get; }

    /// <summary>All quantities, in the order of the model's values.</summary>
    public IReadOnlyList<Quantity> Quantities => quantities;

    /// <summary>The model's name, then a line per quantity: its name, what it is, its shape, and whether it was set or is still to be observed.</summary>
    public override string ToString()
    {
        var names = quantities.Select(quantity => quantity.Name.Length).DefaultIfEmpty(0).Max();
        return string.Join('\n', quantities.Select(quantity => $"  {quantity.Name.PadRight(names)}  {Described(quantity)}").Prepend(Name));
    }

    /// <summary>An axis's labels between brackets, of many the first and the last.</summary>
    private static string Labels(Dim dim) => dim.Length <= LabelsShown
        ? $" ({string.Join(", ", dim)})"
        : $" ({string.Join(", ", dim.Take(LabelsShown - 2))}, …, {dim.Label(dim.Length - 1)})";

    private string Described(Quantity quantity)
    {
        var kind = quantity.Kind switch
        {
            QuantityKind.Latent => "latent",
            QuantityKind.Deterministic => "deterministic",
            QuantityKind.Generated => "generated",
            _ => quantity.IsGiven ? "observed" : "not observed yet",
        };
        var set = !Interventions.Contains(quantity) ? ""
            : $", set to {(quantity.Dims.Count == 0 ? Numbers.Text(Interventions[quantity][0]) : Numbers.Text(Interventions[quantity]))}";
        return $"{kind}, {Quantity.Describe(quantity.Dims.Select(dim => dim.Length))}{string.Concat(quantity.Dims.Where(dim => dim.HasLabels).Select(Labels))}{set}";
    }

    /// <summary>The log-density of all latents on the unconstrained scale, interventions left aside.</summary>
    protected abstract ILogDensity CreateKernel();

    /// <summary>The statements of the model's body.</summary>
    protected abstract IReadOnlyList<TraceSite> Sites { get; }

    /// <summary>Adds what the data are.</summary>
    protected virtual void Digest(DataDigest digest)
    {
    }

    /// <summary>Executes the model's body on the data.</summary>
    protected abstract void Execute();

    /// <summary>Computes the values of latents at a position, and of the deterministics that depend on nothing generated.</summary>
    protected abstract void Record(ReadOnlySpan<double> position, Span<double> values);

    /// <summary>Computes the position at which the latents have the given values.</summary>
    protected abstract void Unconstrain(ReadOnlySpan<double> values, Span<double> position);

    /// <summary>
    /// Runs the model forwards: draws or computes every quantity that is not <paramref name="given"/>, in order. Data with a likelihood are drawn whether they
    /// were given or not; which were tells what may read them.
    /// </summary>
    protected abstract void Simulate(RandomStream random, ReadOnlySpan<bool> given, Span<double> values);

    /// <summary>The places of a quantity's elements in the order in which the body gives them values; null where they lie in it.</summary>
    protected virtual int[]? Sequence(int quantity) => null;

    /// <summary>Whether quantities are drawn once the latents are known.</summary>
    protected virtual bool Generates => false;

    /// <summary>
    /// Draws what is generated, and computes the deterministics that depend on it; the latents and the other deterministics stand in
    /// <paramref name="values"/>.
    /// </summary>
    protected virtual void Generate(RandomStream random, Span<double> values)
    {
    }

    /// <summary>Refuses a model with data missing: its posterior would be another one than was asked for.</summary>
    /// <exception cref="InvalidOperationException">Data with a likelihood were not given.</exception>
    public void RequireObserved()
    {
        var missing = quantities.Where(quantity => quantity is { Kind: QuantityKind.Observed, IsGiven: false }).SelectMany(quantity => quantity.Data).Distinct().ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"{Name}: {string.Join(" and ", missing.Select(name => $"'{name}'"))} {(missing.Length == 1 ? "is" : "are")} not observed; "
                + $"call Observe({string.Join(", ", missing.Select(name => $"{name}: …"))}) first, or PriorPredictive to simulate");
        }
    }
}
