using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>A parameter of a distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The value that it has when it is not given, or null where it must be.</param>
/// <param name="Requires">Where its values must lie.</param>
public sealed record DistributionParameter(string Name, double? Default, Support Requires)
{
    /// <summary>The axes of the density that it varies along, in its own order: none for a number, one for a vector, two for a matrix.</summary>
    public EquatableArray<int> Along { get; init; } = [];
}

/// <summary>A set of parameters that a distribution may be given by.</summary>
/// <param name="Name">That of the definition's method <c>FromX</c>, or empty for the parameters of <c>LogDensity</c>.</param>
/// <param name="Parameters">In the order of that method, without the variate.</param>
public sealed record DistributionForm(string Name, IReadOnlyList<DistributionParameter> Parameters)
{
    /// <summary>Whether these arguments are enough for it, and none is too many.</summary>
    public bool Fits(IReadOnlyCollection<string> given) =>
        given.All(name => Parameters.Any(p => p.Name == name)) && Parameters.All(p => p.Default is not null || given.Contains(p.Name));

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(", ", Parameters.Select(p => p.Name))})";
}
