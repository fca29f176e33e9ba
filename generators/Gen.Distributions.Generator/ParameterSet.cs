using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gen.Distributions.Generator;

/// <summary>A set of parameters that a distribution may be given by: those of <c>LogDensity</c>, or of a method <c>FromX</c>.</summary>
internal sealed class ParameterSet
{
    public ParameterSet(string name, IEnumerable<IParameterSymbol> parameters, bool hasDensity)
    {
        Name = name;
        Parameters = [.. parameters.Select(parameter => new Parameter(parameter))];
        HasDensity = hasDensity;
    }

    /// <summary>That of the method <c>FromX</c>, or empty for the canonical set.</summary>
    public string Name { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Whether the definition has a density in these parameters, beside that in the canonical ones.</summary>
    public bool HasDensity { get; }
}
