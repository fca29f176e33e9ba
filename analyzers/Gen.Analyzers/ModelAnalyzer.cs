using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Gen.Compiler.Judgement;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Analyzers;

/// <summary>Reads each method marked <c>[Model]</c> as the generator does, and reports what the compiler finds, where it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.OfFamilies(typeof(Rules), typeof(PriorRules));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationBlockAction(Analyze);
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !IsModel(method) || context.OperationBlocks[0].SemanticModel is not { } semantics)
        {
            return;
        }

        var result = ModelReader.Read(method, semantics, context.CancellationToken);
        IEnumerable<ReadDiagnostic> found =
            [.. result.Diagnostics, .. PriorJudgement.Of(result, method.Locations[0]), .. DimsJudgement.Of(result, method), .. UnusedData(method, result, context.OperationBlocks)];
        foreach (var diagnostic in found.Where(diagnostic => diagnostic.Rule.ExplainsError || !IsErroneous(diagnostic.Location, semantics, context.CancellationToken)))
        {
            context.ReportDiagnostic(Diagnostics.Create(diagnostic, context.Options));
        }
    }

    private static bool IsModel(IMethodSymbol method) => method.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "ModelAttribute", ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether C# itself has an error there, which is to be mended first: the compiler could not have read what does not bind.</summary>
    private static bool IsErroneous(Location location, SemanticModel semantics, CancellationToken cancellation)
    {
        if (location.SourceTree != semantics.SyntaxTree)
        {
            return false;
        }

        var syntax = semantics.SyntaxTree.GetRoot(cancellation).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return semantics.GetOperation(syntax, cancellation) is IInvalidOperation
            || semantics.GetDiagnostics(location.SourceSpan, cancellation).Any(other =>
                other.Severity == DiagnosticSeverity.Error && other.Location.SourceSpan.IntersectsWith(location.SourceSpan));
    }

    /// <summary>Data that neither the body nor an objective mentions; a Dim may be there for its labels, which its name ties to other data.</summary>
    private static IEnumerable<ReadDiagnostic> UnusedData(IMethodSymbol method, ReadResult result, ImmutableArray<IOperation> blocks)
    {
        if (result.Model is not { } model)
        {
            yield break;
        }

        HashSet<string> used =
        [
            .. blocks.SelectMany(block => block.Descendants()).OfType<IParameterReferenceOperation>().Select(reference => reference.Parameter.Name),
            .. model.Objectives.SelectMany(objective => objective.Parameters).Select(parameter => parameter.Name),
            .. model.Parameters.SelectMany(parameter => parameter.Dims),
        ];
        foreach (var parameter in (method.PartialImplementationPart ?? method).Parameters.Where(parameter => !used.Contains(parameter.Name)))
        {
            yield return new(PriorRules.UnusedData, parameter.Locations[0], [parameter.Name]);
        }
    }
}
