using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Compiler.Judgement;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Analyzers;

/// <summary>All that is to be said about a type: about its methods, as models or as what was meant to be one, and about it as the type around a model.</summary>
internal static class ModelFindings
{
    /// <summary>What the compiler finds inside a type's own declarations.</summary>
    public static IEnumerable<ReadDiagnostic> Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var around = type.GetTypeMembers().Any(IsAroundModel) && ClassShape.NotPartial(type) is { } notPartial ? [notPartial] : Enumerable.Empty<ReadDiagnostic>();
        return type.GetMembers().OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Ordinary)
            .SelectMany(method => Of(method, compilation, cancellation)).Where(found => IsInside(found.Location, type)).Concat(around);
    }

    private static bool IsAroundModel(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(ModelReader.IsModel) || type.GetTypeMembers().Any(IsAroundModel);

    private static bool IsInside(Location location, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == location.SourceTree && reference.Span.Contains(location.SourceSpan));

    /// <summary>What the compiler finds, but for what it could not have read because C# itself has an error there.</summary>
    private static IEnumerable<ReadDiagnostic> Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        method = method.PartialImplementationPart ?? method;
        if (!ModelReader.IsModel(method))
        {
            return UnmarkedModel.Of(method, compilation, cancellation) is { } unmarked ? [unmarked] : [];
        }

        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax || ((SyntaxNode?)syntax.Body ?? syntax.ExpressionBody) is null)
        {
            return [];
        }

        var result = ModelReader.Read(method, compilation, cancellation);
        IEnumerable<ReadDiagnostic> found =
        [
            .. result.Diagnostics, .. PriorJudgement.Of(result, method.Locations[0]), .. DimsJudgement.Of(result, method), .. DecisionJudgement.Of(result, method),
            .. QuotientJudgement.Of(method, compilation, cancellation), .. ChangedQuantityJudgement.Of(method, compilation, cancellation),
            .. UnusedData(method, result, compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation)),
        ];
        return found.Where(diagnostic => diagnostic.Rule.ExplainsError || !IsErroneous(diagnostic.Location, compilation, cancellation));
    }

    /// <summary>Whether C# itself has an error there, which is to be mended first: the compiler could not have read what does not bind.</summary>
    private static bool IsErroneous(Location location, Compilation compilation, CancellationToken cancellation)
    {
        var semantics = compilation.GetSemanticModel(location.SourceTree!);
        var syntax = location.SourceTree!.GetRoot(cancellation).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return semantics.GetOperation(syntax, cancellation) is IInvalidOperation
            || semantics.GetDiagnostics(location.SourceSpan, cancellation).Any(other =>
                other.Severity == DiagnosticSeverity.Error && other.Location.SourceSpan.IntersectsWith(location.SourceSpan));
    }

    /// <summary>Data that neither the body nor an objective mentions; a Dim may be there for its labels, which its name ties to other data.</summary>
    private static IEnumerable<ReadDiagnostic> UnusedData(IMethodSymbol method, ReadResult result, IOperation? body)
    {
        if (result.Model is not { } model || body is null)
        {
            yield break;
        }

        HashSet<string> used =
        [
            .. body.Descendants().OfType<IParameterReferenceOperation>().Select(reference => reference.Parameter.Name),
            .. model.Objectives.SelectMany(objective => objective.Parameters).Select(parameter => parameter.Name),
            .. model.Parameters.SelectMany(parameter => parameter.Dims),
        ];
        foreach (var parameter in method.Parameters.Where(parameter => !used.Contains(parameter.Name)))
        {
            yield return new(PriorRules.UnusedData, parameter.Locations[0], [parameter.Name]);
        }
    }
}
