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
    // What a loop does not hand on, those inside it do not either.
    private readonly Dictionary<ISymbol, IForLoopOperation> settled = new(SymbolEqualityComparer.Default);

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

            if (value is Shaped { Rank: > 0 })
            {
                yield return symbol;
            }
            else if (value is ArrayVariable && !(settled.TryGetValue(symbol, out var outer) && outer != loop && outer.Syntax.Span.Contains(loop.Syntax.Span)))
            {
                if (IsState(loop, header, symbol, ((ArrayVariable)value).Array, [.. group]))
                {
                    yield return symbol;
                }
                else
                {
                    settled[symbol] = loop;
                }
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

    /// <summary>Whether statements before have read elements of an array wherever they are; one that is named by its place is no matter.</summary>
    private bool IsRead(int array) => body.Scope.EarlierSteps().SelectMany(earlier => Dependence.Places(Graph, earlier.Step)).Any(place =>
        place.Array == array && place.Indices.Any(index => Graph.FreeAxes(index) != 0));

    /// <summary>
    /// Whether passes may read elements before all is added to them, or change what statements before have read or scaled. Sampled elements never are handed on, nor is what has two names, of which C# would change both:
    /// what they read too early is refused.
    /// </summary>
    private bool IsState(IForLoopOperation loop, LoopHeader header, ISymbol symbol, int array, IReadOnlyList<(IOperation Operation, IOperation Target)> changes)
    {
        HashSet<IOperation> pure = [.. changes.Select(change => ElementReader.Instance(change.Target)!)];
        IOperation[] reads = [.. loop.Body.DescendantsAndSelf().Where(operation =>
            operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, symbol) && !pure.Contains(operation))];
        bool IsQuantity(IOperation operation) => operation is ISimpleAssignmentOperation { Value: var value }
            && (CallReader.CallOf("Sample", value) ?? CallReader.CallOf("Generate", value) ?? CallReader.CallOf("Deterministic", value)) is not null;
        var (isRead, isAssigned) = (IsRead(array), body.Draft.Arrays[array].Assigned.Count > 0);
        var isAnew = changes.Any(change => change.Operation is ICompoundAssignmentOperation { OperatorKind: not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract) }
            || (isRead && change.Operation is not ISimpleAssignmentOperation));
        if (changes.Any(change => IsQuantity(change.Operation)) || !isAnew && (reads.Length == 0 || !changes.Any(change => IsUpdate(loop, header, change.Operation, change.Target, isAssigned))))
        {
            return false;
        }

        IOperation root = loop;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return body.Aliases.Closure(root, [symbol]).Count == 1
            && (isAnew || !reads.All(read => changes.All(change => IsComplete(loop, header.Variable, change.Operation, change.Target, read))));
    }

    /// <summary>
    /// Whether a statement puts a value in the place of one that it reads itself, once there may be one, or that the pass has read: where each pass has an element of its own, it has none
    /// before.
    /// </summary>
    private static bool IsUpdate(IForLoopOperation loop, LoopHeader header, IOperation operation, IOperation target, bool isAssigned)
    {
        bool IsRead(IOperation part) => part != target && ElementReader.Instance(part) is not null && SyntaxFactory.AreEquivalent(part.Syntax, target.Syntax);
        return operation is not ISimpleAssignmentOperation assignment || (isAssigned && assignment.Value.DescendantsAndSelf().Any(IsRead))
            || (ElementReader.Indices(target).All(index => Shift(header.Variable, index) is null)
                && loop.Body.DescendantsAndSelf().Any(part => part.Syntax.SpanStart < operation.Syntax.Span.End && IsRead(part)));
    }

    /// <summary>
    /// Whether a statement changes an element only before it is read: each pass has one of its own and changes it first, or the passes before do. An inner loop
    /// around both does so too.
    /// </summary>
    private static bool IsComplete(IForLoopOperation loop, ISymbol variable, IOperation change, IOperation target, IOperation read)
    {
        if (read.Parent is not { } element || ElementReader.Instance(element) != read)
        {
            return false;
        }

        foreach (var (written, index) in ElementReader.Indices(target).Zip(ElementReader.Indices(element), (written, index) => (written, index)))
        {
            if (Shift(variable, written) is { } own && Shift(variable, index) is { } other)
            {
                return own != other ? LoopHeader.IsDownward(loop) ? other > own : other < own
                    : Inner(loop, change, read) is { } inner ? LoopHeader.VariableOf(inner) is { } next && IsComplete(inner, next, change, target, read)
                    : read.Syntax.SpanStart > change.Syntax.Span.End;
            }
        }

        return false;
    }

    /// <summary>The outermost loop inside another that holds two operations.</summary>
    private static IForLoopOperation? Inner(IForLoopOperation loop, IOperation first, IOperation second)
    {
        IForLoopOperation? found = null;
        for (var around = first.Parent; around is not null && around != loop; around = around.Parent)
        {
            found = around is IForLoopOperation inner && inner.Syntax.Span.Contains(second.Syntax.Span) ? inner : found;
        }

        return found;
    }

    /// <summary>How far an index is from the loop's variable, or null.</summary>
    private static int? Shift(ISymbol variable, IOperation index) => IndexReader.Bare(index) switch
    {
        ILocalReferenceOperation { Local: var local } when SymbolEqualityComparer.Default.Equals(local, variable) => 0,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue: { HasValue: true, Value: int shift } } sum
            when Shift(variable, sum.LeftOperand) is { } other => sum.OperatorKind == BinaryOperatorKind.Add ? other + shift : other - shift,
        _ => null,
    };
}
