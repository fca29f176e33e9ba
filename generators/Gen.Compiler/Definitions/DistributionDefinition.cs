using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>A distribution: its support, the sets of parameters that it may be given by, and its functions as expressions.</summary>
public abstract class DistributionDefinition
{
    /// <summary>The form of the parameters of <c>LogDensity</c> itself.</summary>
    protected const string Canonically = "";

    private static readonly Dictionary<string, DistributionDefinition> Definitions = typeof(DistributionDefinition).Assembly.GetTypes()
        .Where(type => type.Namespace == "Gen.Distributions" && type.GetCustomAttribute<DistributionAttribute>() is not null)
        .ToDictionary(type => type.Name, type => (DistributionDefinition)new BuiltInDefinition(type));

    /// <summary>The library's distributions by name.</summary>
    public static IReadOnlyDictionary<string, DistributionDefinition> All => Definitions;

    /// <summary>The distribution's name: <c>Normal</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The declared support.</summary>
    public abstract DistributionAttribute Attribute { get; }

    /// <summary>What was read of the user's source, for a distribution that is defined there.</summary>
    public virtual SourceDistribution? Source => null;

    /// <summary>The number of dimensions of its variate: 0 for a number, 1 for a vector, 2 for a matrix.</summary>
    public virtual int VariateRank => 0;

    /// <summary>How many axes its density binds: those of its variate first, then those of parameters that have a length of their own.</summary>
    public int AxisCount => Forms.SelectMany(form => form.Parameters).SelectMany(parameter => parameter.Along).Select(axis => axis + 1).Append(VariateRank).Max();

    /// <summary>Whether its variate is an integer.</summary>
    public bool IsDiscrete => Attribute.Support
        is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer or Support.Category or Support.OrderedCategory or Support.CountVector;

    /// <summary>The sets of parameters that it may be given by, the canonical one first.</summary>
    public abstract IReadOnlyList<DistributionForm> Forms { get; }

    /// <summary>The definition of a density, or null for a modifier.</summary>
    public static DistributionDefinition? Find(Density density) =>
        density.Source is { } source ? new SourceDefinition(source) : Definitions.TryGetValue(density.Distribution, out var definition) ? definition : null;

    /// <summary>The definition of a density that is no modifier.</summary>
    public static DistributionDefinition Of(Density density) => Find(density) ?? throw new InvalidOperationException($"{density.Distribution} is no distribution.");

    /// <summary>The names of the library's families that say where and how wide the unconstrained coordinates of their variates lie.</summary>
    public static IEnumerable<string> WithCenters => Definitions.Values.Where(definition => definition.HasCenters).Select(definition => definition.Name).OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The names of the library's distributions whose definitions have a function.</summary>
    public static IEnumerable<string> With(string function) =>
        Definitions.Values.Where(definition => definition.Has(function)).Select(definition => definition.Name).OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The parameters of <c>LogDensity</c> from those of a form.</summary>
    public abstract Expr[] Canonical(string form, IReadOnlyList<Expr> arguments);

    /// <summary>The log-density, by the stable formula of the form where there is one.</summary>
    public abstract Expr LogDensity(Expr variate, string form, IReadOnlyList<Expr> arguments);

    /// <summary>
    /// The log-density of a distribution that binds axes: its variate and arguments are numbers, vectors or matrices as the definition declares them.
    /// </summary>
    public abstract Expr LogDensity(Expr variate, Density density, StepBuilder builder);

    /// <summary>The parameters of <c>LogDensity</c>, as the definition declares them, of a distribution that binds axes.</summary>
    public abstract object[] Canonical(Density density, StepBuilder builder);

    /// <summary>
    /// About where and how wide the unconstrained coordinate of a variate lies, given canonical parameters: the location and the scale of a family that has both,
    /// otherwise what the definition says; null where it says nothing.
    /// </summary>
    public virtual (Expr Location, Expr Scale)? Center(IReadOnlyList<Expr> canonical) =>
        Attribute is { Location: { } location, Scale: { } scale, Support: Support.Real } ? (Parameter(location, canonical), Parameter(scale, canonical)) : null;

    /// <summary>Whether the definition has a <see cref="Center"/>, or <see cref="Centers"/>.</summary>
    public virtual bool HasCenters => Attribute is { Location: not null, Scale: not null, Support: Support.Real };

    /// <summary>Whether the definition says where each element of its vector lies, given those before it.</summary>
    public virtual bool HasElementCenters => false;

    /// <summary>The centers of the elements of a vector that are taken in order; <paramref name="locations"/> are those that they have had so far.</summary>
    public virtual ElementCenters Centers(Density density, VectorExpr x, VectorExpr locations, StepBuilder builder) => throw new InvalidOperationException($"{Name} has no centers.");

    /// <summary>How many elements a vector has at least that the definition is the distribution of: one, and those that come first in a series.</summary>
    public virtual Expr LeastLength(Density density, Graph graph) => 1;

    /// <summary>A function of the definition (LogDensity, Cdf, …) at a point, or null where the definition has no such function.</summary>
    public abstract Expr? Evaluate(string function, Expr variate, string form, IReadOnlyList<Expr> arguments);

    /// <summary>
    /// Where canonical arguments are what a numerically stable form would compute from its own (a Poisson's mean that is an exponential): that form
    /// and its arguments, each with the index of the canonical one that it was found in. Otherwise null.
    /// </summary>
    public virtual (DistributionForm Form, (int Source, Expr Value)[] Arguments)? Stable(IReadOnlyList<Expr> canonical) => null;

    /// <summary>Whether the definition has a function.</summary>
    protected abstract bool Has(string function);

    /// <summary>The parameters of a form, without the variate.</summary>
    public IReadOnlyList<DistributionParameter> ParametersOf(string form) => Forms.Single(own => own.Name == form).Parameters;

    /// <summary>The value that a parameter of <c>LogDensity</c> has when it is not given, or null where it must be.</summary>
    public double? DefaultOf(string parameter) => Forms[0].Parameters.FirstOrDefault(own => own.Name == parameter)?.Default;

    /// <summary>The value of the canonical parameter called <paramref name="name"/> among <paramref name="canonical"/> ones.</summary>
    public Expr Parameter(string name, IReadOnlyList<Expr> canonical)
    {
        for (var i = 0; i < Forms[0].Parameters.Count; i++)
        {
            if (Forms[0].Parameters[i].Name == name)
            {
                return canonical[i];
            }
        }

        throw new InvalidOperationException($"{Name} has no parameter '{name}'.");
    }

    /// <summary>
    /// The ends of a variate's support where they are parameters, among <paramref name="canonical"/> ones. An end that is written as infinite is
    /// none; <paramref name="support"/> is that of the variate then, the real line for an interval without ends.
    /// </summary>
    public (Expr? Lower, Expr? Upper) Ends(IReadOnlyList<Expr> canonical, out Support support)
    {
        Expr? End(string? parameter) => parameter is null || (Parameter(parameter, canonical) is var end && end.IsConstant(out var value) && double.IsInfinity(value)) ? null : end;
        var (lower, upper) = (End(Attribute.Lower), End(Attribute.Upper));
        support = Attribute.Support == Support.Interval && lower is null && upper is null ? Support.Real : Attribute.Support;
        return (lower, upper);
    }
}
