using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// Reads integers that a loop's passes hand on and that say what is read, or how often: the place in data where a group begins, the last day of rain, a count that
/// is a length. Where data alone decide them they are prepared, an element for each pass, before anything else is computed: the statements that make them are read
/// apart beforehand.
/// </summary>
internal sealed class CursorReader(BodyReader body)
{
    private readonly Dictionary<(SyntaxNode Loop, ISymbol Symbol), int> prepared = new(new Comparer());
    private readonly List<(SyntaxNode Loop, ISymbol Symbol, int Array)> carried = [];
    private HashSet<ISymbol>? needed;
    private HashSet<SyntaxNode> kept = [];

    private Graph Graph => body.Draft.Graph;

    /// <summary>Whether the statements that make a cursor are being read, and no others.</summary>
    private bool IsApart => needed is not null;

    /// <summary>Whether a statement is none of those that are being read.</summary>
    public bool Skips(IOperation statement) => IsApart && !kept.Contains(statement.Syntax);

    /// <summary>Whether a variable means nothing to the statements that are being read.</summary>
    public bool Skips(ISymbol symbol) => IsApart && !needed!.Contains(symbol);

    /// <summary>The values of a variable before each pass of a loop and after the last, where they have been prepared.</summary>
    public int? Of(IForLoopOperation loop, ISymbol symbol) => prepared.TryGetValue((loop.Syntax, symbol), out var array) ? array : null;

    /// <summary>Notes a variable that a loop hands on.</summary>
    public void Carry(IForLoopOperation loop, ISymbol symbol, int array)
    {
        if (IsApart)
        {
            carried.Add((loop.Syntax, symbol, array));
        }
    }

    /// <summary>Prepares the cursors of a loop that stands in no other.</summary>
    public void Prepare(IForLoopOperation loop)
    {
        if (IsApart || body.Scope.Loops.Count > 0 || body.Scope.Guards.Count > 0 || body.Scope.Choices.Count > 0)
        {
            return;
        }

        var open = Cursors(loop);
        for (var before = int.MaxValue; open.Count > 0 && open.Count < before;)
        {
            before = open.Count;
            open.RemoveAll(symbol => TryPrepare(loop, symbol));
        }
    }

    /// <summary>The integers that a loop assigns and that indices or lengths are made of, in its body or, as lengths, behind it.</summary>
    private static List<ISymbol> Cursors(IForLoopOperation loop)
    {
        var operations = loop.Body.DescendantsAndSelf().ToList();
        var places = operations.SelectMany(operation => operation switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } property => property.Arguments,
            IArrayElementReferenceOperation element => element.Indices,
            IImplicitIndexerReferenceOperation indexer => [indexer.Argument],
            IForLoopOperation inner => inner.Before.Append(inner.Condition!),
            IObjectCreationOperation creation => creation.Arguments,
            IArrayCreationOperation array => array.DimensionSizes,
            _ => Enumerable.Empty<IOperation>(),
        });
        HashSet<ISymbol> used = new(places.Where(place => place is not null).SelectMany(LoopVariables.References), SymbolEqualityComparer.Default);
        var assignments = Assignments(operations).ToList();
        for (var before = -1; before < used.Count;)
        {
            before = used.Count;
            used.UnionWith(assignments.Where(assignment => used.Contains(assignment.Target)).SelectMany(assignment => LoopVariables.References(assignment.Operation)));
        }

        return [.. assignments.Where(assignment => assignment.Operation is not IVariableDeclaratorOperation && assignment.IsVariable).Select(assignment => assignment.Target)
            .Where(symbol => used.Contains(symbol) && (symbol as ILocalSymbol)?.Type.SpecialType == SpecialType.System_Int32)
            .Distinct<ISymbol>(SymbolEqualityComparer.Default)];
    }

    /// <summary>What gives variables values: declarations, assignments to them and to their elements.</summary>
    private static IEnumerable<(IOperation Operation, ISymbol Target, bool IsVariable)> Assignments(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            var target = operation is IAssignmentOperation assignment ? assignment.Target : (operation as IIncrementOrDecrementOperation)?.Target;
            if (operation is IVariableDeclaratorOperation declarator && declarator.GetVariableInitializer() is not null)
            {
                yield return (declarator, declarator.Symbol, true);
            }
            else if (target is not null && LoopVariables.Reference(target) is { } variable)
            {
                yield return (operation, variable, true);
            }
            else if (target is not null && ElementReader.Instance(target) is { } instance && LoopVariables.Reference(instance) is { } array)
            {
                yield return (operation, array, false);
            }
        }
    }

    private bool TryPrepare(IForLoopOperation loop, ISymbol cursor)
    {
        if (!Slice(loop, cursor))
        {
            return false;
        }

        var (mark, variables, nesting, reported, lookups) = (body.Draft.Mark(), body.Scope.Snapshot(), body.Scope.Nesting, body.Draft.Diagnostics.Count, body.Draft.Lookups.Count);
        var site = body.Draft.Site;
        body.Scope.BeginBlock();
        try
        {
            body.Loops.Read(loop);
            var steps = body.Scope.EndBlock();
            var made = carried.Where(entry => SymbolEqualityComparer.Default.Equals(entry.Symbol, cursor)).ToArray();
            if (body.Draft.Diagnostics.Count > reported || made.Length == 0 || made.Any(entry => body.Draft.Arrays[entry.Array] is not { DependsOn: null, Extents.Length: <= 2 })
                || steps.SelectMany(Dependence.Writes).Any(array => body.Draft.Arrays[array].DependsOn is not null))
            {
                throw new Refusal(null);
            }

            foreach (var entry in made)
            {
                prepared[(entry.Loop, entry.Symbol)] = body.Preparations.Integers(cursor.Name, entry.Array, steps);
            }

            return true;
        }
        catch (Refusal)
        {
            body.Draft.Return(mark);
            body.Preparations.Return(mark.Arrays);
            body.Draft.Diagnostics.RemoveRange(reported, body.Draft.Diagnostics.Count - reported);
            body.Draft.Lookups.RemoveRange(lookups, body.Draft.Lookups.Count - lookups);
            return false;
        }
        finally
        {
            body.Scope.Nesting = nesting;
            body.Scope.Restore(variables);
            body.Draft.ReturnTo(site);
            (needed, kept) = (null, []);
            carried.Clear();
        }
    }

    /// <summary>Finds the statements that make a cursor; they are read apart unless they change arrays, sample or read what is observed, and so may be drawn.</summary>
    private bool Slice(IForLoopOperation loop, ISymbol cursor)
    {
        var operations = loop.Body.DescendantsAndSelf().ToList();
        var assignments = Assignments(operations).ToList();
        HashSet<ISymbol> own = new(assignments.Select(assignment => assignment.Target), SymbolEqualityComparer.Default);
        HashSet<ISymbol> symbols = new([cursor], SymbolEqualityComparer.Default);
        HashSet<SyntaxNode> statements = [];
        HashSet<IOperation> parts = [];
        for (var before = -1; before < symbols.Count;)
        {
            before = symbols.Count;
            foreach (var (operation, _, _) in assignments.Where(assignment => symbols.Contains(assignment.Target)))
            {
                parts.Add(operation);
                for (var at = operation; at is not null && at != loop; at = at.Parent)
                {
                    statements.Add(at.Syntax);
                    parts.UnionWith(at switch
                    {
                        IConditionalOperation conditional => [conditional.Condition],
                        IForLoopOperation inner => inner.Before.Append(inner.Condition!),
                        _ => Enumerable.Empty<IOperation>(),
                    });
                }
            }

            symbols.UnionWith(parts.SelectMany(LoopVariables.References).Where(symbol => own.Contains(symbol) && !prepared.ContainsKey((loop.Syntax, symbol))));
        }

        HashSet<ISymbol> observed = new(Root(loop).DescendantsAndSelf().OfType<IInvocationOperation>().Where(call => CallReader.CallOf("Observe", call) is not null)
            .SelectMany(call => LoopVariables.References(call.Arguments[0]).Take(1)).OfType<IParameterSymbol>().Select(Scope.Key), SymbolEqualityComparer.Default);
        if (assignments.Any(assignment => symbols.Contains(assignment.Target) && !assignment.IsVariable)
            || parts.Any(part => part.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => CallReader.IsModeling(call.TargetMethod) && call.TargetMethod.Name is "Sample" or "Generate" or "Deterministic"))
            || parts.SelectMany(LoopVariables.References).Any(symbol => observed.Contains(Scope.Key(symbol))))
        {
            return false;
        }

        (needed, kept) = (symbols, statements);
        return true;
    }

    private static IOperation Root(IOperation operation) => operation.Parent is { } parent ? Root(parent) : operation;

    private sealed class Comparer : IEqualityComparer<(SyntaxNode Loop, ISymbol Symbol)>
    {
        public bool Equals((SyntaxNode Loop, ISymbol Symbol) x, (SyntaxNode Loop, ISymbol Symbol) y) => x.Loop == y.Loop && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

        public int GetHashCode((SyntaxNode Loop, ISymbol Symbol) entry) => entry.Loop.GetHashCode() ^ SymbolEqualityComparer.Default.GetHashCode(entry.Symbol);
    }
}
