using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Judgement;

/// <summary>
/// Judges variables that change once they hold a quantity: the body goes on with the changed value, as C# does, while posteriors, predictions and objectives have the
/// quantity as it was recorded.
/// </summary>
public static class ChangedQuantityJudgement
{
    /// <summary>The judgements about a model's body, each at the first change of a variable.</summary>
    public static IEnumerable<ReadDiagnostic> Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var operations = method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation))
            .SelectMany(syntax => compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation)?.Descendants() ?? []).ToArray();
        var recorded = operations.Select(Recorded).OfType<(ILocalSymbol Variable, IInvocationOperation Statement)>().GroupBy(entry => entry.Variable, SymbolEqualityComparer.Default)
            .ToDictionary(quantity => quantity.Key!, quantity => quantity.Last().Statement, SymbolEqualityComparer.Default);
        return operations.Where(operation => Recorded(operation) is null)
            .Select(operation => (Operation: operation, Variable: Changed(operation)))
            .Where(change => change.Variable is not null && recorded.TryGetValue(change.Variable, out var statement) && statement.Syntax.SpanStart < change.Operation.Syntax.SpanStart)
            .GroupBy(change => change.Variable, SymbolEqualityComparer.Default)
            .Select(changes => Judge(changes.First().Operation, changes.Key!.Name, recorded[changes.Key!].TargetMethod.Name));
    }

    private static ReadDiagnostic Judge(IOperation change, string variable, string statement) =>
        new(PriorRules.ChangedQuantity, change.Syntax.GetLocation(), [variable, statement == "Deterministic" ? "computed" : statement == "Generate" ? "generated" : "sampled"]);

    /// <summary>The variable that a statement makes a quantity: <c>var z = Sample(…)</c>, <c>z = Sample(…)</c>.</summary>
    private static (ILocalSymbol Variable, IInvocationOperation Statement)? Recorded(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: var value } declarator when Statement(value) is { } statement => (declarator.Symbol, statement),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation variable } assignment when Statement(assignment.Value) is { } statement => (variable.Local, statement),
        _ => null,
    };

    private static IInvocationOperation? Statement(IOperation? value) => value switch
    {
        IConversionOperation { IsImplicit: true } conversion => Statement(conversion.Operand),
        IInvocationOperation { TargetMethod: { Name: "Sample" or "Deterministic" or "Generate", ContainingType: { Name: "Modeling", ContainingNamespace.Name: "Gen" } } } statement => statement,
        _ => null,
    };

    /// <summary>The variable that an operation changes, whole or in an element.</summary>
    private static ILocalSymbol? Changed(IOperation operation)
    {
        var target = operation switch
        {
            IAssignmentOperation assignment => assignment.Target,
            IIncrementOrDecrementOperation step => step.Target,
            _ => null,
        };
        while (target is IPropertyReferenceOperation { Instance: { } vector })
        {
            target = vector;
        }

        return (target as ILocalReferenceOperation)?.Local;
    }
}
