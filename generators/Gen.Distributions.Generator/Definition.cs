using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gen.Distributions.Generator;

/// <summary>A univariate distribution, as its definition declares it.</summary>
internal sealed class Definition
{
    private const string Density = "LogDensity";

    private Definition(INamedTypeSymbol type, Support support, IMethodSymbol density)
    {
        Name = type.Name;
        Documentation = type.GetDocumentationCommentXml() ?? "";
        IsDiscrete = support is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer;
        var methods = type.GetMembers().OfType<IMethodSymbol>().ToList();
        Sets =
        [
            new("", density.Parameters.Skip(1), hasDensity: false),
            .. methods.Where(method => Has(method, nameof(ParameterizationAttribute))).Select(
                method => new ParameterSet(method.Name, method.Parameters, methods.Any(own => own.Name == Density + method.Name))),
        ];
        var order = type.GetAttributes().Where(own => own.AttributeClass!.Name == nameof(ArgumentsAttribute))
            .SelectMany(own => own.ConstructorArguments).Where(names => names is { Kind: TypedConstantKind.Array, IsNull: false })
            .SelectMany(names => names.Values).Select(name => name.Value as string).ToList();
        Arguments =
        [
            .. Sets.SelectMany(set => set.Parameters).Select(parameter => parameter.Name).Distinct()
                .OrderBy(name => order.IndexOf(name) is >= 0 and var place ? place : order.Count),
        ];
    }

    public string Name { get; }

    /// <summary>The documentation of its class, as the compiler gives it.</summary>
    public string Documentation { get; }

    /// <summary>Whether its variates are whole numbers.</summary>
    public bool IsDiscrete { get; }

    /// <summary>The sets of parameters, the canonical one first, the others as they are declared.</summary>
    public IReadOnlyList<ParameterSet> Sets { get; }

    /// <summary>The parameters of all sets in the order of a call: that of <see cref="ArgumentsAttribute"/>, or else that in which the sets name them.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The definition in a class, or null where its variate or a parameter is no number, or it is not yet written.</summary>
    public static Definition? Of(INamedTypeSymbol type, AttributeData distribution) =>
        distribution.ConstructorArguments.FirstOrDefault().Value is int support
            && type.GetMembers(Density).OfType<IMethodSymbol>().FirstOrDefault() is { } density
            && density.Parameters.All(parameter => parameter.Type.SpecialType == SpecialType.System_Double)
            ? new(type, (Support)support, density)
            : null;

    /// <summary>The value of an argument that is left out, where every set takes it and agrees on that; otherwise null.</summary>
    public double? DefaultOf(string argument)
    {
        var defaults = Sets.Select(set => set.Parameters.FirstOrDefault(parameter => parameter.Name == argument)?.Default).Distinct().ToList();
        return defaults.Count == 1 ? defaults[0] : null;
    }

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(own => own.AttributeClass!.Name == attribute);
}
