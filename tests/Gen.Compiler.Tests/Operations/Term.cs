using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;

namespace Gen.Compiler.Tests.Operations;

/// <summary>
/// A tree of the expressions that <see cref="Graph"/> holds, which evaluates itself as it is written, without canonical form, sharing or substitution:
/// what the graph's simplifications are tested against.
/// </summary>
internal abstract record Term
{
    /// <summary>The value at positions of the axes, and how much rounding it may carry.</summary>
    public abstract Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions);

    /// <summary>The same expression in a graph, through its canonical constructors.</summary>
    public abstract Expr In(Graph graph);
}

/// <summary>
/// A value with its condition: the first-order change of the result, in units of the relative change, when every number and every intermediate
/// result is changed relatively by one unit. Two evaluations of one expression agree to some ulps of the condition, not of the value.
/// </summary>
internal readonly record struct Measured(double Value, double Condition);

internal sealed record NumberTerm(double Value) : Term
{
    public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions) => new(Value, Math.Abs(Value));

    public override Expr In(Graph graph) => Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed record PositionTerm(int Axis) : Term
{
    public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions) => new(positions[Axis], positions[Axis]);

    public override Expr In(Graph graph) => graph.Index(Axis);

    public override string ToString() => $"i{Axis}";
}

internal sealed record ElementTerm(int Array, params Term[] Indices) : Term
{
    public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions)
    {
        var offset = 0;
        for (var k = 0; k < Indices.Length; k++)
        {
            offset = offset * arrays.Extents[Array][k] + (int)Indices[k].Evaluate(arrays, positions).Value;
        }

        var value = arrays.Elements[Array][offset];
        return new(value, Math.Abs(value));
    }

    public override Expr In(Graph graph) => graph.Read(Array, Indices.Select(i => i.In(graph)));

    public override string ToString() => $"a{Array}[{string.Join<Term>(", ", Indices)}]";
}

internal sealed record FunctionTerm(Operation Operation, params Term[] Arguments) : Term
{
    public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions)
    {
        var arguments = Array.ConvertAll(Arguments, a => a.Evaluate(arrays, positions));
        var values = Array.ConvertAll(arguments, a => a.Value);
        var value = OperationTable.Evaluate(Operation, values);
        if (Operation == Operation.Where)
        {
            return arguments[values[0] != 0 ? 1 : 2];
        }

        if (!double.IsFinite(value))
        {
            // Outside a function's domain: the sign of a zero would decide on which side of a pole it is.
            return new(double.NaN, double.NaN);
        }

        var slopes = Slopes.At(Operation, values);
        return new(value, Math.Abs(value) + arguments.Select((a, k) => slopes[k] == 0 ? 0 : Math.Abs(slopes[k]) * a.Condition).Sum());
    }

    public override Expr In(Graph graph) => Expr.Apply(Operation, Array.ConvertAll(Arguments, a => a.In(graph)));

    public override string ToString() => $"{Operation}({string.Join<Term>(", ", Arguments)})";
}

internal sealed record ReductionTerm(NodeKind Kind, int Axis, Term Body) : Term
{
    public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions)
    {
        var terms = new List<Measured>();
        for (var i = 0; i < arrays.Lengths[Axis]; i++)
        {
            terms.Add(Body.Evaluate(arrays, new Dictionary<int, int>(positions) { [Axis] = i }));
        }

        return Kind switch
        {
            NodeKind.Sum => new(terms.Sum(t => t.Value), terms.Sum(t => t.Condition)),
            _ when terms.Exists(t => double.IsNaN(t.Value)) => new(double.NaN, double.NaN),
            NodeKind.Maximum => terms.MaxBy(t => t.Value),
            _ => terms.MinBy(t => t.Value),
        };
    }

    public override string ToString() => $"{Kind}_{Axis}[{Body}]";

    public override Expr In(Graph graph) => graph.Reduce(Kind, Axis, Body.In(graph));
}

/// <summary>What terms read: arrays with their extents, and axes (all from 0) with their lengths.</summary>
internal sealed record TermArrays(double[][] Elements, int[][] Extents, int[] Lengths)
{
    /// <summary>The arrays and axes of a scratch program that has these and no others yet, so that the numbers agree.</summary>
    public Scratch Declare()
    {
        var scratch = new Scratch();
        for (var a = 0; a < Elements.Length; a++)
        {
            scratch.Array($"a{a}", Elements[a], extents: Extents[a]);
        }

        var copies = new Dictionary<int, int>();
        foreach (var length in Lengths)
        {
            copies.TryGetValue(length, out var copy);
            scratch.Axis(0, length, copy);
            copies[length] = copy + 1;
        }

        return scratch;
    }
}
