using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>A C# loop that is being read.</summary>
internal sealed class LoopFrame(int axis, Expr index, Expr ordinal, ILocalSymbol variable)
{
    public int Axis { get; } = axis;

    /// <summary>The loop's variable.</summary>
    public Expr Index { get; } = index;

    /// <summary>How many passes there were before.</summary>
    public Expr Ordinal { get; } = ordinal;

    public ILocalSymbol Variable { get; } = variable;

    /// <summary>What is added in every pass to variables that the loop does nothing else with.</summary>
    public Dictionary<ISymbol, Shaped> Totals { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Variables that a pass takes over from the one before.</summary>
    public Dictionary<ISymbol, CarriedVariable> Carried { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The number of guards around the loop itself.</summary>
    public int Guards { get; set; }
}

/// <summary>A variable that a loop's passes hand on, as the array of its values before the first pass and after each.</summary>
internal sealed record CarriedVariable(int Array, System.Collections.Immutable.ImmutableArray<Expr> Prefix, bool WritesAtOnce);

/// <summary>Where a statement stands: its variables, the loops and branches around it, and the methods that led to it.</summary>
internal sealed class Scope
{
    private readonly Stack<IMethodSymbol> methods = [];
    private readonly Stack<List<Step>> blocks = new([[]]);

    /// <summary>What the variables mean now.</summary>
    public Dictionary<ISymbol, Value> Variables { get; private set; } = new(SymbolEqualityComparer.Default);

    public List<LoopFrame> Loops { get; } = [];

    /// <summary>The conditions under which the statement runs.</summary>
    public List<Expr> Guards { get; } = [];

    /// <summary>The conditions under which the expression is evaluated inside its statement.</summary>
    public List<Expr> Choices { get; } = [];

    /// <summary>The steps of the innermost loop.</summary>
    public List<Step> Steps => blocks.Peek();

    /// <summary>The class whose method is read.</summary>
    public INamedTypeSymbol Model => methods.Last().ContainingType;

    /// <summary>The steps outside all loops.</summary>
    public IReadOnlyList<Step> OutermostSteps => blocks.Last();

    /// <summary>Whether the statement is of a method that the body calls.</summary>
    public bool IsInMethod => methods.Count > 1;

    /// <summary>How deep in loops and branches reading is; to be set back where it was given up.</summary>
    public (int Loops, int Guards, int Choices, int Blocks) Nesting
    {
        get => (Loops.Count, Guards.Count, Choices.Count, blocks.Count);
        set
        {
            Loops.RemoveRange(value.Loops, Loops.Count - value.Loops);
            Guards.RemoveRange(value.Guards, Guards.Count - value.Guards);
            Choices.RemoveRange(value.Choices, Choices.Count - value.Choices);
            while (blocks.Count > value.Blocks)
            {
                blocks.Pop();
            }
        }
    }

    public void Enter(IMethodSymbol method) => methods.Push(method);

    public void Leave() => methods.Pop();

    public bool Calls(IMethodSymbol method) => methods.Contains(method, SymbolEqualityComparer.Default);

    public void BeginBlock() => blocks.Push([]);

    public List<Step> EndBlock() => blocks.Pop();

    /// <summary>The variables as they are, to come back to.</summary>
    public Dictionary<ISymbol, Value> Snapshot() => new(Variables, SymbolEqualityComparer.Default);

    public void Restore(Dictionary<ISymbol, Value> variables) => Variables = variables;

    /// <summary>The conjunction of the guards from a position on, or null.</summary>
    public Expr? Guard(int from = 0) =>
        Guards.Count <= from ? null : Guards.Skip(from).Aggregate((a, b) => Expr.Apply(Operation.And, a, b));

    /// <summary>The same variable however a partial method's halves name it.</summary>
    public static ISymbol Key(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } implementation } } parameter
            ? implementation.Parameters[parameter.Ordinal]
            : symbol;
}
