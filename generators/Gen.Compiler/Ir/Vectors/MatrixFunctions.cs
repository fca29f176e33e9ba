using System;
using Gen.Compiler.Ir;

namespace Gen.Numerics;

// The functions over matrices and data positions that definitions use, on expressions.
internal static partial class Functions
{
    /// <summary>The matrix of element(i, j) for 0 ≤ i &lt; rows and 0 ≤ j &lt; columns.</summary>
    public static MatrixExpr Map(Expr rows, Expr columns, Func<Expr, Expr, Expr> element)
    {
        var builder = StepBuilder.Current;
        return builder.Along(0, rows, row => builder.Along(0, columns, column =>
            new MatrixExpr(builder.Graph, row, column, element(builder.Graph.Index(row), builder.Graph.Index(column)))));
    }

    /// <summary>The element of a vector at a position that is a number of a model.</summary>
    public static Expr At(VectorExpr vector, Expr position) => vector[position];

    /// <summary>X with factor · X = right, where factor is lower triangular.</summary>
    public static MatrixExpr SolveLower(MatrixExpr factor, MatrixExpr right)
    {
        var builder = StepBuilder.Current;
        return builder.Matrix(
            builder.Call(Routine.SolveLower, [builder.Operand(factor, "factor"), builder.Operand(right, "right")], "solution", right.Rows, right.Columns),
            right.Rows, right.Columns);
    }
}
