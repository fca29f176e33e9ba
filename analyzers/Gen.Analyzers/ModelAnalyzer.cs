using System.Collections.Immutable;
using Gen.Compiler.Judgement;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

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

        // Of a type and not of its methods, because what is wrong with an objective or the class itself stands outside the model's method: code fixes are for what an
        // analysis finds inside what it was asked about.
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var found in ModelFindings.Of((INamedTypeSymbol)context.Symbol, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostics.Create(found, context.Options));
        }
    }
}
