using System.Collections.Generic;
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

    private readonly Dictionary<int, Interval> bounds = [];

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
        if (value.Rank == 0 && IsInteger(type) && Bounds(value.Expr) is var bounds && !(bounds.Low >= range.Low && bounds.High <= range.High) && !IsPosition(at))
        {
            Check(at, value.Expr, range == Long ? Requirement.Long : Requirement.Int, text);
        }

        return value;
    }

    /// <summary>Checks that an integer is not divided by zero.</summary>
    public void RequireDivisor(IOperation at, Shaped divisor)
    {
        if (divisor.Rank == 0 && Bounds(divisor.Expr) is { Low: <= 0, High: >= 0 })
        {
            Check(at, divisor.Expr, Requirement.Divisor);
        }
    }

    /// <summary>Checks that a remainder is not that of the least int by −1: C# divides, and the quotient is out of range.</summary>
    public void RequireRemainder(IOperation at, ITypeSymbol? type, Shaped left, Shaped right)
    {
        if (left.Rank == 0 && right.Rank == 0 && Bounds(left.Expr).Low <= int.MinValue && Bounds(right.Expr) is { Low: <= -1, High: >= -1 })
        {
            InRange(at, type, Shaped.Scalar(Graph.Apply(Operation.IntegerDivide, left.Expr, right.Expr)));
        }
    }

    /// <summary>Checks that a switch has an arm for its value.</summary>
    public void RequireChosen(IOperation at, Expr chosen)
    {
        if (!chosen.IsNumber(1))
        {
            Check(at, chosen, Requirement.Arm);
        }
    }

    private void Check(IOperation at, Expr value, Requirement kind, string? text = null)
    {
        if (body.Draft.DependsOn(value) is null)
        {
            body.Requirements.Add(kind, text ?? SourceText.OneLine(at.Syntax), value);
        }
    }

    /// <summary>Whether an expression only says where to read, how far a loop goes or how long a vector is: that is checked against what is there, and what there can be.</summary>
    private static bool IsPosition(IOperation at)
    {
        var whole = at.Parent;
        while (whole is IConversionOperation or IArgumentOperation)
        {
            whole = whole.Parent;
        }

        if (whole is IObjectCreationOperation)
        {
            return true;
        }

        var operation = at;
        while (operation is IBinaryOperation { OperatorKind: not BinaryOperatorKind.Multiply } or IUnaryOperation or IConversionOperation or IRangeOperation or IArgumentOperation)
        {
            operation = operation.Parent;
        }

        return operation != at && operation is IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IForLoopOperation or IPropertyReferenceOperation { Property.IsIndexer: true };
    }

    private Interval Bounds(Expr value)
    {
        var id = Graph.Id(value);
        if (!bounds.TryGetValue(id, out var known))
        {
            bounds.Add(id, known = Bounds(Graph[id]));
        }

        return known;
    }

    private Interval Bounds(Node node)
    {
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
