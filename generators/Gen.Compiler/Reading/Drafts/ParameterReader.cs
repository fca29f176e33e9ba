using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Reads parameters: of the model, which are its data, and of objectives.</summary>
internal sealed class ParameterReader(Draft draft)
{
    private readonly Dictionary<string, int> dims = [];

    /// <summary>The language's name for a parameter's type, or null where data have no such type.</summary>
    public static ParameterType? TypeOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Double } => ParameterType.Real,
        { SpecialType: SpecialType.System_Int32 } => ParameterType.Integer,
        { SpecialType: SpecialType.System_Boolean } => ParameterType.Boolean,
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Int32 } => ParameterType.IntegerVector,
        IArrayTypeSymbol { Rank: 2, ElementType.SpecialType: SpecialType.System_Int32 } => ParameterType.IntegerMatrix,
        { ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true }, Name: "Vector" } => ParameterType.Vector,
        { ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true }, Name: "Matrix" } => ParameterType.Matrix,
        { ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true }, Name: "Dim" } => ParameterType.Dim,
        _ => null,
    };

    /// <summary>The names of the dimensions of a parameter of a type.</summary>
    public static ImmutableArray<string> SizeNames(string name, ParameterType type) => type switch
    {
        ParameterType.Vector or ParameterType.IntegerVector => [name + ".Length"],
        ParameterType.Matrix or ParameterType.IntegerMatrix => [name + ".Rows", name + ".Columns"],
        ParameterType.Dim => [name],
        _ => [],
    };

    /// <summary>The modifier of a parameter that its method's other half must repeat.</summary>
    public static string ModifierOf(IParameterSymbol parameter) => (parameter.IsParams, parameter.RefKind) switch
    {
        (true, _) => "params",
        (_, RefKind.In) => "in",
        (_, RefKind.Ref) => "ref",
        (_, RefKind.Out) => "out",
        (_, RefKind.RefReadOnlyParameter) => "ref readonly",
        _ => string.Empty,
    };

    /// <summary>The type of a parameter as its method's other half must repeat it; empty where that is a type of data that is never null.</summary>
    public static string DeclaredOf(IParameterSymbol parameter) => TypeOf(parameter.Type) is null || parameter.NullableAnnotation == NullableAnnotation.Annotated
        ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)) : string.Empty;

    /// <summary>The number that a parameter is where none is given, of a condition 1 or 0; null where one must be given, or that is no number.</summary>
    public static double? DefaultOf(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue ? null : parameter.ExplicitDefaultValue switch
    {
        double value => value,
        int value => value,
        bool value => value ? 1 : 0,
        _ => null,
    };

    /// <summary>Declares a parameter of the model, and says what it means in the body.</summary>
    public Value Declare(IParameterSymbol parameter, Alignment alignment)
    {
        if (TypeOf(parameter.Type) is not { } type || parameter.RefKind is not (RefKind.None or RefKind.In))
        {
            draft.Diagnostics.Add(NoData(parameter));
            return Unreadable.Instance;
        }

        var sizes = SizeNames(parameter.Name, type).Select(draft.Sizes.Add).ToImmutableArray();
        var names = Dims(parameter);
        if (type != ParameterType.Dim && names.Length > sizes.Length)
        {
            string[] dimensions = ["no dimension", "one dimension", "two dimensions"];
            var written = parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            draft.Diagnostics.Add(new(Rules.TooManyDims, parameter.Locations[0], [parameter.Name, written, dimensions[sizes.Length], string.Join(" and ", names.Select(name => $"'{name}'"))]));
        }

        for (var d = 0; d < sizes.Length; d++)
        {
            if (type == ParameterType.Dim)
            {
                Unite(parameter.Name, sizes[d]);
            }
            else if (d < names.Length)
            {
                Unite(names[d], sizes[d]);
            }
        }

        if (type == ParameterType.Dim)
        {
            draft.Parameters.Add(new(parameter.Name, type, -1, sizes.ToEquatableArray(), [], false) { Modifier = ModifierOf(parameter), Declared = DeclaredOf(parameter) });
            return Shaped.Scalar(draft.Size(sizes[0]));
        }

        var array = draft.AddArray(parameter.Name, ArrayRole.Data, [.. sizes.Select(draft.Size)], IsInteger(type));
        draft.Parameters.Add(new(parameter.Name, type, array, sizes.ToEquatableArray(), names.ToEquatableArray(), false) { Modifier = ModifierOf(parameter), Declared = DeclaredOf(parameter) });
        return alignment.Whole(array, []);
    }

    /// <summary>That a parameter has no type of data, with the type that takes the same values where there is one.</summary>
    public static ReadDiagnostic NoData(IParameterSymbol parameter)
    {
        var instead = parameter.RefKind is RefKind.None or RefKind.In ? InPlaceOf(parameter.Type) : null;
        var advice = instead is null ? ""
            : HasGaps(parameter.Type) ? $" Write {instead}, and give {(instead is "double" or "int" ? "whether it is there as data of its own, such as bool" : "which of them are there as data of their own, such as int[]")}."
            : parameter.Type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Double, Rank: <= 2 } ? $" Write {instead}; arrays convert."
            : $" Write {instead}.";
        var written = parameter.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<ParameterSyntax>().FirstOrDefault()?.Type;
        return new(Rules.DataType, parameter.Locations[0], [parameter.Name, Described(parameter), advice], written is null ? null : instead, written?.GetLocation());
    }

    /// <summary>A parameter's type as written, with the modifier that data have none of.</summary>
    public static string Described(IParameterSymbol parameter) =>
        $"{(parameter.RefKind == RefKind.In ? "" : ModifierOf(parameter))} {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}".TrimStart();

    /// <summary>The type of data that holds what another does, or null.</summary>
    private static string? InPlaceOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional => OfElements(optional.TypeArguments[0], "double", "int"),
        { SpecialType: SpecialType.System_Single or SpecialType.System_Decimal } => "double",
        { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 and not SpecialType.System_Int32 } => "int",
        IArrayTypeSymbol { ElementType: IArrayTypeSymbol { Rank: 1 } rows, Rank: 1 } => OfElements(rows.ElementType, "Matrix", "int[,]"),
        IArrayTypeSymbol { Rank: 1 } array => OfElements(array.ElementType, "Vector", "int[]"),
        IArrayTypeSymbol { Rank: 2 } array => OfElements(array.ElementType, "Matrix", "int[,]"),
        INamedTypeSymbol { TypeArguments.Length: 1 } sequence when
            sequence.AllInterfaces.Prepend(sequence).Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) => OfElements(sequence.TypeArguments[0], "Vector", "int[]"),
        INamedTypeSymbol { Name: "Memory" or "ReadOnlyMemory" or "Span" or "ReadOnlySpan", TypeArguments.Length: 1 } block => OfElements(block.TypeArguments[0], "Vector", "int[]"),
        _ => null,
    };

    /// <summary>Whether elements of a type may be missing.</summary>
    private static bool HasGaps(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasGaps(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => true,
        INamedTypeSymbol { TypeArguments.Length: 1 } sequence => HasGaps(sequence.TypeArguments[0]),
        _ => false,
    };

    private static string? OfElements(ITypeSymbol element, string real, string integer) => (element is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } optional ? optional.TypeArguments[0] : element).SpecialType switch
    {
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => real,
        SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64) => integer,
        _ => null,
    };

    public static bool IsInteger(ParameterType type) => type is ParameterType.Integer or ParameterType.IntegerVector or ParameterType.IntegerMatrix or ParameterType.Boolean;

    private static ImmutableArray<string> Dims(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "DimsAttribute") is { ConstructorArguments.Length: 1 } dims
            && dims.ConstructorArguments[0] is { Kind: TypedConstantKind.Array } names
            ? [.. names.Values.Select(name => name.Value as string ?? string.Empty)]
            : [];

    private void Unite(string dim, int size)
    {
        if (dims.TryGetValue(dim, out var first))
        {
            draft.Sizes.Unite(first, size, -1, $"both lie along '{dim}'");
        }
        else
        {
            dims.Add(dim, size);
        }
    }
}
