using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gen.Distributions.Generator;

/// <summary>A parameter of a set, as its attributes declare it.</summary>
internal sealed class Parameter
{
    public Parameter(IParameterSymbol symbol)
    {
        Name = symbol.Name;
        Default = (double?)Of(symbol, nameof(DefaultAttribute));
        Requires = (Support)(Of(symbol, nameof(RequiresAttribute)) ?? Support.Real);
    }

    public string Name { get; }

    /// <summary>Its value where it is left out, or null where it must be given.</summary>
    public double? Default { get; }

    /// <summary>Where its values must lie.</summary>
    public Support Requires { get; }

    /// <summary>A number as it stands in code.</summary>
    public static string Literal(double value) =>
        double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : value.ToString("R", CultureInfo.InvariantCulture);

    // One that is being written may have no argument yet.
    private static object? Of(IParameterSymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(own => own.AttributeClass!.Name == attribute)?.ConstructorArguments.FirstOrDefault().Value;
}
