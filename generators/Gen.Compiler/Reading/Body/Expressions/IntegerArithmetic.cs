using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>
/// The arithmetic of int and long means what it means in C# as far as it stays in range. Where it would wrap around or divide by zero, the model refuses its
/// data when it is constructed; what no data can lead out of range is not checked.
/// </summary>
/// <remarks>An int holds ±2³¹; of a long, what the doubles that models compute with tell apart: ±2⁵³.</remarks>
internal sealed class IntegerArithmetic(BodyReader body)
{
    // No vector has as many elements.
    private const double MostElements = 1 << 30;

    private static readonly Interval Int = new(int.MinValue, int.MaxValue);
    private static readonly Interval Long = new(-9007199254740992, 9007199254740992);

    private Graph Graph => body.Draft.Graph;

    public static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    /// <summary>Refuses arithmetic in types whose numbers are rounded or wrap around otherwise.</summary>
    public static void RequireType(IOperation at, ITypeSymbol? type)
    {
        if (type?.SpecialType is SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32
            or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Char)
        {
            throw Refusal.Unsupported(at, $"The integer type {type.ToDisplayString()}", "Compute with int, or with double.");
        }

        if (type?.SpecialType is SpecialType.System_Single or SpecialType.System_Decimal)
        {
            throw Refusal.Unsupported(at, $"The type {type.ToDisplayString()}", "A model computes with double.");
        }
    }

    /// <summary>A value of an integer type, which is checked to be in its range.</summary>
    public Shaped InRange(IOperation at, ITypeSymbol? type, Shaped value, string? text = null)
    {
        var range = type?.SpecialType == SpecialType.System_Int64 ? Long : Int;
        var bounds = Bounds(value.Expr);
        if (value.Rank == 0 && IsInteger(type) && !(bounds.Low >= range.Low && bounds.High <= range.High) && !IsPosition(at))
        {
            Check(at, value.Expr, range == Long ? IntegerCheckKind.Long : IntegerCheckKind.Int, text);
        }

        return value;
    }

    /// <summary>Checks that an integer is not divided by zero.</summary>
    public void RequireDivisor(IOperation at, Shaped divisor)
    {
        if (divisor.Rank == 0 && Bounds(divisor.Expr) is { Low: <= 0, High: >= 0 })
        {
            Check(at, divisor.Expr, IntegerCheckKind.Divisor);
        }
    }

    /// <summary>Checks that a switch has an arm for its value.</summary>
    public void RequireChosen(IOperation at, Expr chosen)
    {
        if (!chosen.IsNumber(1))
        {
            Check(at, chosen, IntegerCheckKind.Arm);
        }
    }

    private void Check(IOperation at, Expr value, IntegerCheckKind kind, string? text = null)
    {
        var condition = body.Scope.Condition();
        value = Graph.Wrap(Graph.Id(value));
        if (body.Draft.DependsOn(value) is null && (condition is null || body.Draft.DependsOn(condition.Value) is null) && Plain(value) is { } plain)
        {
            body.Draft.IntegerChecks.Add(new(kind, Graph.Id(plain), condition is { } guard ? Graph.Id(guard) : -1, text ?? SourceText.OneLine(at.Syntax), body.Draft.Site));
        }
    }

    /// <summary>The value as the model's constructor can compute it on the spot, or null: a product or a total of data is prepared for it.</summary>
    private Expr? Plain(Expr value)
    {
        var reads = Dependence.Reachable(Graph, [value.Id]).Select(id => Graph[id]).ToList();
        return reads.All(node => !node.IsReduction && (node.Kind != NodeKind.Read || body.Draft.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared)) ? value
            : Graph.FreeAxes(value.Id) == 0 && reads.Any(node => node.Kind == NodeKind.Sum || node is { Kind: NodeKind.Apply, Operation: Operation.Multiply }) ? body.Preparations.Real(value)
            : null;
    }

    /// <summary>Whether an expression only says where to read, or how far a loop goes: that is checked against what is there.</summary>
    private static bool IsPosition(IOperation at)
    {
        var operation = at;
        while (operation is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Multiply } or IUnaryOperation or IConversionOperation or IRangeOperation or IArgumentOperation)
        {
            operation = operation.Parent;
        }

        return operation != at && operation is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IForLoopOperation or IPropertyReferenceOperation { Property.IsIndexer: true };
    }

    private Interval Bounds(Expr value)
    {
        var node = Graph.Wrap(Graph.Id(value)).Node;
        Interval Argument(int i) => Bounds(Graph.Wrap(node.Arguments[i]));
        return node.Kind switch
        {
            NodeKind.Constant => Interval.Point(node.Value),
            NodeKind.Size => new(0, MostElements),
            NodeKind.Index => new(Bounds(Graph.Wrap(Graph.Axes[node.Symbol].Lower)).Low, Bounds(Graph.Wrap(Graph.Axes[node.Symbol].Upper)).High - 1),
            NodeKind.Read => body.Draft.Arrays[node.Symbol].IsInteger ? Int : Interval.All,
            NodeKind.Maximum or NodeKind.Minimum => Argument(0),
            NodeKind.Apply when node.Operation == Operation.Remainder => Argument(0).Union(Interval.Point(0)),
            NodeKind.Apply when node.Operation == Operation.IntegerDivide && Argument(1) is { Low: >= 1 } or { High: < -1 } => Argument(0).Union(Interval.Point(0)),
            NodeKind.Apply => IntervalOperations.Apply(node.Operation, [.. Enumerable.Range(0, node.Arguments.Count).Select(Argument)]),
            _ => Interval.All,
        };
    }
}
