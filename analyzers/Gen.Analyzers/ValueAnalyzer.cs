using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Analyzers;

/// <summary>Finds what vectors and matrices do otherwise than it looks: rows that are copies, and == between two of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.OfFamilies(typeof(ValueRules));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Assignment, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement);
        context.RegisterOperationAction(Comparison, OperationKind.Binary);
    }

    /// <summary><c>m[i][j] = x</c>, where <c>m[i]</c> is a copy.</summary>
    private static void Assignment(OperationAnalysisContext context)
    {
        var target = context.Operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        };
        if (target is IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } row } element && IsOf("Vector", element.Property.ContainingType)
            && row is IPropertyReferenceOperation { Arguments.Length: 1, Instance: { } matrix } indexer && IsOf("Matrix", indexer.Property.ContainingType))
        {
            var suggestion = $"{matrix.Syntax}[{indexer.Arguments[0].Syntax}, {element.Arguments[0].Syntax}]";
            context.ReportDiagnostic(Diagnostics.Create(new(
                ValueRules.RowCopyAssigned, target.Syntax.GetLocation(), [row.Syntax.ToString(), suggestion], suggestion), context.Options));
        }
    }

    /// <summary><c>==</c> and <c>!=</c> between two vectors or two matrices, for which there is no operator but C#'s own on references.</summary>
    private static void Comparison(OperationAnalysisContext context)
    {
        var comparison = (IBinaryOperation)context.Operation;
        if (comparison is not { OperatorMethod: null, OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals })
        {
            return;
        }

        var (left, right) = (Bare(comparison.LeftOperand), Bare(comparison.RightOperand));
        var type = new[] { "Vector", "Matrix" }.FirstOrDefault(name => IsOf(name, left.Type) && IsOf(name, right.Type));
        if (type is null)
        {
            return;
        }

        var isEqual = comparison.OperatorKind == BinaryOperatorKind.Equals;
        var suggestion = $"{(isEqual ? "" : "!")}{Operand(left)}.AsSpan().SequenceEqual({Operand(right)}.AsSpan())";
        context.ReportDiagnostic(Diagnostics.Create(new(
            ValueRules.ReferencesCompared, comparison.Syntax.GetLocation(), [isEqual ? "==" : "!=", type, suggestion], suggestion), context.Options));
    }

    private static string Operand(IOperation operation) => operation is IBinaryOperation ? $"({operation.Syntax})" : operation.Syntax.ToString();

    private static IOperation Bare(IOperation operation) => operation is IConversionOperation { IsImplicit: true } conversion ? Bare(conversion.Operand) : operation;

    private static bool IsOf(string name, ITypeSymbol? type) =>
        type is { ContainingNamespace: { Name: "Gen", ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;
}
