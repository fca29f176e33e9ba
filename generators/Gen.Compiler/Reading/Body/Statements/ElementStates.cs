using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// Reads vectors and matrices whose elements a loop both changes and reads as they are so far: ratings, stocks, weights that learn. An element of an array has one
/// value, so that such a variable is handed on whole from pass to pass, and an assignment makes a new one that differs in an element.
/// </summary>
internal sealed class ElementStates(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>The variables whose elements a loop's passes hand on.</summary>
    public IEnumerable<ISymbol> Of(IForLoopOperation loop, LoopHeader header)
    {
        var operations = loop.Body.DescendantsAndSelf().ToList();
        HashSet<ISymbol> declared = new(operations.OfType<IVariableDeclaratorOperation>().Select(declarator => declarator.Symbol), SymbolEqualityComparer.Default);
        var changes = operations.Where(operation => operation is IAssignmentOperation or IIncrementOrDecrementOperation)
            .Select(operation => (Operation: operation, Target: operation is IAssignmentOperation assignment ? assignment.Target : ((IIncrementOrDecrementOperation)operation).Target))
            .Where(change => ElementReader.Instance(change.Target) is ILocalReferenceOperation local && !declared.Contains(local.Local))
            .ToLookup(change => (ISymbol)((ILocalReferenceOperation)ElementReader.Instance(change.Target)!).Local, SymbolEqualityComparer.Default);
        foreach (var group in changes)
        {
            var symbol = group.Key!;
            if (!body.Scope.Variables.TryGetValue(symbol, out var value))
            {
                continue;
            }

            if (value is Shaped { Rank: > 0 } || value is ArrayVariable && IsState(loop, header, symbol, [.. group]))
            {
                yield return symbol;
            }
        }
    }

    /// <summary>Gives an element, a row or a block of whole rows of a variable that is handed on another value.</summary>
    /// <param name="at">The assignment.</param>
    /// <param name="target">Its target.</param>
    /// <param name="symbol">The variable.</param>
    /// <param name="value">What the variable is before.</param>
    /// <param name="kind">The operator of a compound assignment, or null.</param>
    /// <param name="source">What is assigned or operated with, read when it is asked for.</param>
    public void Assign(IOperation at, IOperation target, ISymbol symbol, Shaped value, BinaryOperatorKind? kind, System.Func<Shaped> source)
    {
        var indices = ElementReader.Indices(target);
        var condition = Graph.Constant(1);
        Dictionary<int, Expr> element = [];
        for (var d = 0; d < indices.Count; d++)
        {
            var index = IndexReader.Bare(indices[d]);
            if (index is IRangeOperation || index.Type is IArrayTypeSymbol || index.Type?.Name == "Vector")
            {
                throw Refusal.Unsupported(
                    at, $"'{SourceText.OneLine(target.Syntax)}', elements at once of what a loop changes and reads,", "Assign them one by one in a loop.");
            }

            var (axis, length) = (value.Axes[d], Graph.Length(value.Axes[d]));
            var position = body.Indexing.Position(index, length);
            body.Requirements.Position(index, position, length);
            element.Add(axis, position);
            var here = Graph.Apply(Operation.Equal, Graph.Index(axis), position);
            condition = condition.IsNumber(1) ? here : Graph.Apply(Operation.And, condition, here);
        }

        var own = new Shaped([.. value.Axes.Skip(indices.Count)], body.Alignment.Replace(value.Expr, element));
        var assigned = source();
        assigned = kind is { } operation ? body.Expressions.Operator(at, operation, own, assigned, target.Type) : assigned;
        var changed = Graph.Apply(Operation.Where, condition, body.Alignment.Onto(at, own.Axes, assigned), value.Expr);
        body.Assignments.SetVariable(symbol, at, new Shaped(value.Axes, Graph.Wrap(Graph.Id(changed))));
    }

    /// <summary>
    /// Whether passes may read elements before all is added to them. Sampled elements never are handed on, nor is what has two names, of which C# would change both:
    /// what they read too early is refused.
    /// </summary>
    private bool IsState(IForLoopOperation loop, LoopHeader header, ISymbol symbol, IReadOnlyList<(IOperation Operation, IOperation Target)> changes)
    {
        HashSet<IOperation> pure = [.. changes.Select(change => ElementReader.Instance(change.Target)!)];
        IOperation[] reads = [.. loop.Body.DescendantsAndSelf().Where(operation =>
            operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, symbol) && !pure.Contains(operation))];
        bool IsQuantity(IOperation operation) => operation is ISimpleAssignmentOperation { Value: var value }
            && (CallReader.CallOf("Sample", value) ?? CallReader.CallOf("Generate", value) ?? CallReader.CallOf("Deterministic", value)) is not null;
        if (reads.Length == 0 || !changes.Any(change => IsUpdate(loop, header, change.Operation, change.Target)) || changes.Any(change => IsQuantity(change.Operation)))
        {
            return false;
        }

        IOperation root = loop;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return body.Aliases.Closure(root, [symbol]).Count == 1 && !IsComplete(header, changes, reads);
    }

    /// <summary>Whether a statement puts a value in the place of one that the pass has read: where each pass has an element of its own, it has none before.</summary>
    private static bool IsUpdate(IForLoopOperation loop, LoopHeader header, IOperation operation, IOperation target) => operation is not ISimpleAssignmentOperation
        || ElementReader.Indices(target).All(index => Shift(header, index) is null)
        && loop.Body.DescendantsAndSelf().Any(part => part.Syntax.SpanStart < operation.Syntax.Span.End && part != target
            && ElementReader.Instance(part) is not null && SyntaxFactory.AreEquivalent(part.Syntax, target.Syntax));

    /// <summary>Whether an element is read only after all that is ever added to it: each pass has one of its own, or those before it have.</summary>
    private static bool IsComplete(LoopHeader header, IReadOnlyList<(IOperation Operation, IOperation Target)> changes, IOperation[] reads)
    {
        var last = changes.Max(change => change.Operation.Syntax.Span.End);
        var places = changes.Select(change => ElementReader.Indices(change.Target)).ToList();
        for (var d = 0; d < places.Min(place => place.Count); d++)
        {
            int?[] written = [.. places.Select(place => Shift(header, place[d]))];
            if (written.All(shift => shift is not null) && reads.All(read => read.Parent is { } element && ElementReader.Instance(element) == read
                && ElementReader.Indices(element) is var indices && d < indices.Count && Shift(header, indices[d]) is { } shift
                && written.All(other => shift == other ? read.Syntax.SpanStart > last : header.IsReverse ? shift > other : shift < other)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How far an index is from the loop's variable, or null.</summary>
    private static int? Shift(LoopHeader header, IOperation index) => IndexReader.Bare(index) switch
    {
        ILocalReferenceOperation { Local: var local } when SymbolEqualityComparer.Default.Equals(local, header.Variable) => 0,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue: { HasValue: true, Value: int shift } } sum
            when Shift(header, sum.LeftOperand) is { } other => sum.OperatorKind == BinaryOperatorKind.Add ? other + shift : other - shift,
        _ => null,
    };
}
