using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Tests.Rooms;

/// <summary>A use of a symbol that another file declares.</summary>
/// <param name="From">The file that uses it.</param>
/// <param name="Line">Its line.</param>
/// <param name="To">The files that declare it: more than one for a type in parts.</param>
/// <param name="Symbol">What is used.</param>
internal sealed record Arrow(string From, int Line, IReadOnlyList<string> To, string Symbol)
{
    /// <summary>The arrows between sources, given by path, as the C# compiler binds them: names, operators, indexers, constructors and conversions alike.</summary>
    /// <exception cref="InvalidOperationException">The sources do not compile, so that some of their arrows cannot be told.</exception>
    public static IReadOnlyList<Arrow> Between(IEnumerable<(string Path, string Text)> sources)
    {
        var language = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, language, source.Path)).ToArray();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create("Rooms", trees, References(), options);
        return compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error
            ? throw new InvalidOperationException(error.ToString())
            : [.. trees.AsParallel().AsOrdered().SelectMany(tree => Of(tree, compilation.GetSemanticModel(tree)))];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{From}:{Line} uses {Symbol} of {string.Join(", ", To)}";

    private static IEnumerable<Arrow> Of(SyntaxTree tree, SemanticModel semantics) =>
        from node in tree.GetRoot().DescendantNodes(inner => inner is not UsingDirectiveSyntax)
        where node is ExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax
        from symbol in Used(node, semantics)
        let declared = Declarations(symbol)
        where declared.Length > 0 && !declared.Contains(tree.FilePath)
        select new Arrow(tree.FilePath, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, declared, symbol.ToDisplayString());

    private static IEnumerable<ISymbol> Used(SyntaxNode node, SemanticModel semantics)
    {
        ISymbol?[] symbols = [semantics.GetSymbolInfo(node).Symbol, node is ExpressionSyntax ? semantics.GetConversion(node).MethodSymbol : null];
        return symbols.OfType<ISymbol>()
            .Where(symbol => symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: not MethodKind.LocalFunction } or IPropertySymbol or IFieldSymbol or IEventSymbol)
            .Select(symbol => (symbol as IMethodSymbol)?.ReducedFrom ?? symbol)
            .Select(symbol => symbol.OriginalDefinition);
    }

    // What the compiler makes by itself, such as a default constructor, is declared where its type is.
    private static string[] Declarations(ISymbol symbol)
    {
        var parts = symbol.DeclaringSyntaxReferences is { IsEmpty: false } own ? own : symbol.ContainingType?.OriginalDefinition.DeclaringSyntaxReferences ?? [];
        return [.. parts.Select(part => part.SyntaxTree.FilePath).Distinct()];
    }

    private static IEnumerable<MetadataReference> References()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework || Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
