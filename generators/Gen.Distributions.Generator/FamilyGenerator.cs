using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Distributions.Generator;

/// <summary>
/// Writes what follows from the definition of a univariate distribution: the methods of <c>Modeling</c> that models call, with their documentation, and
/// the entry of <c>Families</c> that leads from their arguments to the distribution's functions. Definitions over vectors and matrices are left alone.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FamilyGenerator : IIncrementalGenerator
{
    /// <summary>The name under which the reading of definitions is tracked. Its values are names and texts of files: equal ones are not added again.</summary>
    public const string Written = "Written";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                typeof(DistributionAttribute).FullName!, static (node, _) => node is ClassDeclarationSyntax, static (definition, _) => Write(definition))
            .Where(static file => file.Text.Length > 0)
            .WithTrackingName(Written);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.Name, file.Text));
    }

    private static (string Name, string Text) Write(GeneratorAttributeSyntaxContext context)
    {
        var definition = Definition.Of((INamedTypeSymbol)context.TargetSymbol, context.Attributes[0]);
        return ($"{context.TargetSymbol.Name}.g.cs", definition is null ? "" : FamilyFile.Write(definition));
    }
}
