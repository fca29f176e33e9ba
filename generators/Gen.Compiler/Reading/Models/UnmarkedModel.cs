using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gen.Compiler.Reading;

/// <summary>Finds a method that is written like a model and lacks the mark of one: half of a partial method, whose body samples or observes.</summary>
public static class UnmarkedModel
{
    /// <summary>Whether a node may be such a method, by its text alone.</summary>
    public static bool MayBe(SyntaxNode node) =>
        node is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.PartialKeyword) && ((SyntaxNode?)method.Body ?? method.ExpressionBody) is { } body
        && body.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => BindingCheck.NameOf(call) is "Sample" or "Observe");

    /// <summary>What is wrong with a method, or null where it is marked or is no model.</summary>
    public static ReadDiagnostic? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        var isDeclared = method.PartialDefinitionPart is { } other && ClassShape.IsWritten(other);
        return !isDeclared && !ModelReader.IsModel(method) && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax && MayBe(syntax)
            && IsLanguage(syntax, compilation.GetSemanticModel(syntax.SyntaxTree), cancellation)
            ? new(Rules.MissingAttribute, method.Locations[0], [method.Name], "[Model]") : null;
    }

    private static bool IsLanguage(SyntaxNode method, SemanticModel semantics, CancellationToken cancellation) =>
        method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => BindingCheck.NameOf(call) is "Sample" or "Observe").Any(call =>
            semantics.GetSymbolInfo(call, cancellation) is var info && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol called && CallReader.IsModeling(called));
}
