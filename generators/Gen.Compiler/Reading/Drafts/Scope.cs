using System;
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

    /// <summary>Integers that data alone decide, as arrays of their values before each pass and after the last.</summary>
    public Dictionary<ISymbol, CarriedVariable> Prepared { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>What passes add to <see cref="Totals"/>, each with the number of the loop's steps before it.</summary>
    public List<(int Place, Shaped Term, int Site)> Terms { get; } = [];

    /// <summary>Whether it counts down.</summary>
    public bool IsReverse { get; set; }

    /// <summary>Whether a guard says which passes it makes, since a loop around it decides how many.</summary>
    public bool IsRagged { get; set; }

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
    private int choosing;
    private int own = 1;

    /// <summary>What the variables mean now.</summary>
    public Dictionary<ISymbol, Value> Variables { get; private set; } = new(SymbolEqualityComparer.Default);

    public List<LoopFrame> Loops { get; } = [];

    /// <summary>The conditions under which the statement runs.</summary>
    public List<Expr> Guards { get; } = [];

    /// <summary>Those of them, and of loops that are over, by which a loop keeps to ends that vary with the loops around it.</summary>
    public HashSet<Expr> Ranges { get; } = [];

    /// <summary>The conditions under which the part of an expression is evaluated that is being read.</summary>
    public List<Expr> Choices { get; } = [];

    /// <summary>Whether what is read may not count at all: a condition stands around it, as a statement's branch, an expression's or an argument of Where.</summary>
    public bool IsConditional => choosing > 0 || Choices.Count > 0 || Guards.Count > 0;

    /// <summary>The steps of the innermost loop.</summary>
    public List<Step> Steps => blocks.Peek();

    /// <summary>Whether an array is still being filled by loops that are being read.</summary>
    public bool IsOpen(int array) => Loops.Any(loop => loop.Carried.Values.Any(carried => carried.Array == array)) || blocks.Take(blocks.Count - 1).Any(block => block.SelectMany(Dependence.Writes).Contains(array));

    /// <summary>The class whose method is read.</summary>
    public INamedTypeSymbol Model => methods.Last().ContainingType;

    /// <summary>The steps outside all loops.</summary>
    public IReadOnlyList<Step> OutermostSteps => blocks.Last();

    /// <summary>Whether the statement is of a method that the body calls.</summary>
    public bool IsInMethod => methods.Count > 1;

    /// <summary>Whether the statement is the model's own, or the objective's that is read, and not one of a method that either calls.</summary>
    public bool IsOwn => methods.Count == own;

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

    public void Enter(IMethodSymbol method, bool isOwn = false)
    {
        methods.Push(method);
        own = isOwn ? methods.Count : own;
    }

    public void Leave() => methods.Pop();

    public bool Calls(IMethodSymbol method) => methods.Contains(method, SymbolEqualityComparer.Default);

    /// <summary>Reads what is evaluated in any case, and then taken or not.</summary>
    public T Choosing<T>(Func<T> read)
    {
        choosing++;
        try
        {
            return read();
        }
        finally
        {
            choosing--;
        }
    }

    /// <summary>The steps that have been read, each with those of the loops around both it and the statement that is being read.</summary>
    public IEnumerable<(Step Step, IReadOnlyList<LoopFrame> Loops)> EarlierSteps() =>
        blocks.Reverse().SelectMany((block, depth) => block.SelectMany(step => Inside(step, [.. Loops.Take(depth)])));

    // A loop that is over may have the axis of one that is not.
    private static IEnumerable<(Step Step, IReadOnlyList<LoopFrame> Loops)> Inside(Step step, IReadOnlyList<LoopFrame> common) => step is LoopStep loop
        ? loop.Body.SelectMany(inner => Inside(inner, [.. common.Where(frame => frame.Axis != loop.Axis)]))
        : [(step, common)];

    public void BeginBlock() => blocks.Push([]);

    public List<Step> EndBlock() => blocks.Pop();

    /// <summary>The variables as they are, to come back to.</summary>
    public Dictionary<ISymbol, Value> Snapshot() => new(Variables, SymbolEqualityComparer.Default);

    public void Restore(Dictionary<ISymbol, Value> variables) => Variables = variables;

    /// <summary>The conjunction of the guards from a position on, or null.</summary>
    public Expr? Guard(int from = 0) =>
        Guards.Count <= from ? null : Guards.Skip(from).Aggregate((a, b) => Expr.Apply(Operation.And, a, b));

    /// <summary>The conjunction of all conditions under which what is being read is evaluated, or null.</summary>
    public Expr? Condition() => Guards.Concat(Choices).Cast<Expr?>().Aggregate((Expr?)null, (a, b) => a is null ? b : Expr.Apply(Operation.And, a.Value, b!.Value));

    /// <summary>The same as a step has it that computes part of an expression.</summary>
    public int Evaluated() => Condition() is { Graph: { } graph } condition ? graph.Id(condition) : -1;

    /// <summary>Reads what is evaluated only under a condition.</summary>
    public T Under<T>(Expr condition, System.Func<T> read)
    {
        if (condition.IsNumber(1))
        {
            return read();
        }

        Choices.Add(condition);
        var result = read();
        Choices.RemoveAt(Choices.Count - 1);
        return result;
    }

    /// <summary>The same variable however a partial method's halves name it.</summary>
    public static ISymbol Key(ISymbol symbol) =>
        symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { PartialImplementationPart: { } implementation } } parameter
            ? implementation.Parameters[parameter.Ordinal]
            : symbol;
}
