using System;

namespace Gen.Compiler.Ir;

/// <summary>What a <see cref="Node"/> is.</summary>
public enum NodeKind
{
    /// <summary>A number: <see cref="Node.Value"/>.</summary>
    Constant,

    /// <summary>A length that is known when the model is constructed: <see cref="Node.Symbol"/> is the size.</summary>
    Size,

    /// <summary>The position along an axis: <see cref="Node.Symbol"/> is the axis.</summary>
    Index,

    /// <summary>An element of an array: <see cref="Node.Symbol"/> is the array, the arguments are its 0-based indices.</summary>
    Read,

    /// <summary>A scalar operation on the arguments: <see cref="Node.Symbol"/> is the <see cref="Ir.Operation"/>.</summary>
    Apply,

    /// <summary>The sum of the argument over an axis: <see cref="Node.Symbol"/> is the axis, which the sum binds.</summary>
    Sum,

    /// <summary>The largest value of the argument over an axis; minus infinity where the axis is empty.</summary>
    Maximum,

    /// <summary>The smallest value of the argument over an axis; infinity where the axis is empty.</summary>
    Minimum,
}

/// <summary>One scalar value of a program, as a function of its free axes. Arguments are ids of earlier nodes of the same graph.</summary>
public readonly record struct Node(NodeKind Kind, int Symbol, double Value, EquatableArray<int> Arguments)
{
    /// <summary>The operation of an <see cref="NodeKind.Apply"/>.</summary>
    public Operation Operation => (Operation)Symbol;

    /// <summary>Whether this is a reduction, which binds the axis <see cref="Symbol"/>.</summary>
    public bool IsReduction => Kind is NodeKind.Sum or NodeKind.Maximum or NodeKind.Minimum;

    /// <inheritdoc/>
    public bool Equals(Node other) =>
        Kind == other.Kind && Symbol == other.Symbol && Arguments.Equals(other.Arguments)
        && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((((int)Kind * 397 + Symbol) * 397 + BitConverter.DoubleToInt64Bits(Value).GetHashCode()) * 397 + Arguments.GetHashCode());
}

/// <summary>
/// An axis: positions <c>Lower</c> to <c>Upper − 1</c>, both nodes that are known when the model is constructed and have no axes.
/// Two axes of the same range are the same axis unless they are used at once (a square matrix), which <c>Copy</c> tells apart; so a loop and
/// a vector expression over the same range meet without further ado.
/// </summary>
public readonly record struct Axis(int Lower, int Upper, int Copy);

/// <summary>A length that data or a dimension decide.</summary>
/// <param name="Name">As a reader would write it: <c>price.Length</c>, <c>x.Columns</c>, <c>feature</c>.</param>
public readonly record struct Size(string Name);
