using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>The variables from outside a loop that its body assigns: those it only adds to, and those that its passes hand on.</summary>
internal sealed class LoopVariables
{
    private readonly Dictionary<ISymbol, List<IOperation>> assignments = new(SymbolEqualityComparer.Default);
    private readonly IOperation loopBody;

    public LoopVariables(IOperation loopBody, ILocalSymbol loopVariable)
    {
        this.loopBody = loopBody;
        HashSet<ISymbol> declared = new(SymbolEqualityComparer.Default);
        foreach (var operation in loopBody.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator)
            {
                declared.Add(declarator.Symbol);
            }

            if (Target(operation) is { } symbol)
            {
                if (SymbolEqualityComparer.Default.Equals(symbol, loopVariable))
                {
                    throw Refusal.Unsupported(operation, "An assignment to the loop's own variable", "The loop alone counts it; use another variable.");
                }

                if (!assignments.TryGetValue(symbol, out var list))
                {
                    assignments.Add(symbol, list = []);
                }

                list.Add(operation);
            }
        }

        foreach (var symbol in declared)
        {
            assignments.Remove(symbol);
        }

        var reads = loopBody.DescendantsAndSelf().Select(Reference).Where(symbol => symbol is not null).ToLookup(symbol => symbol!, SymbolEqualityComparer.Default);
        foreach (var entry in assignments)
        {
            var onlyAdds = entry.Value.All(operation => operation is ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } or IIncrementOrDecrementOperation)
                && reads[entry.Key].Count() == entry.Value.Count;
            (onlyAdds ? Totals : Carried).Add(entry.Key);
        }
    }

    /// <summary>Variables that the body adds to or subtracts from, and does not read.</summary>
    public List<ISymbol> Totals { get; } = [];

    /// <summary>Variables that the body assigns otherwise.</summary>
    public List<ISymbol> Carried { get; } = [];

    /// <summary>Whether one statement of the body itself, under no condition, assigns the variable.</summary>
    public bool WritesAtOnce(ISymbol symbol) =>
        assignments.TryGetValue(symbol, out var own) && own.Count == 1 && own[0].Parent is IExpressionStatementOperation statement
        && (statement == loopBody || loopBody is IBlockOperation && statement.Parent == loopBody);

    /// <summary>The variable that an operation below the body changes, among those that another operation reads; null where there is none. Elements that change leave lengths as they are.</summary>
    public static ISymbol? ChangedOf(IOperation read, IOperation loopBody)
    {
        IOperation[] targets = [.. loopBody.DescendantsAndSelf().Select(Assigned).OfType<IOperation>()];
        HashSet<ISymbol> variables = new(targets.Select(Reference).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        HashSet<ISymbol> arrays = new(targets.Select(ElementReader.Instance).OfType<IOperation>().Select(Reference).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        bool IsLength(IOperation part) => part.Parent is IPropertyReferenceOperation { Property.IsIndexer: false } or IInvocationOperation { TargetMethod.Name: "GetLength" };
        return read.DescendantsAndSelf().Where(part => Reference(part) is { } symbol && (variables.Contains(symbol) || arrays.Contains(symbol) && !IsLength(part)))
            .Select(Reference).FirstOrDefault();
    }

    /// <summary>What an operation assigns, or null.</summary>
    private static IOperation? Assigned(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IIncrementOrDecrementOperation step => step.Target,
        _ => null,
    };

    private static ISymbol? Target(IOperation operation) => Assigned(operation) is { } target ? Reference(target) : null;

    /// <summary>The variables that an operation reads or assigns.</summary>
    public static IEnumerable<ISymbol> References(IOperation operation) => operation.DescendantsAndSelf().Select(Reference).OfType<ISymbol>();

    /// <summary>The variable that an operation is, or null.</summary>
    public static ISymbol? Reference(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
