using System;
using Gen.Compiler.Ir;

namespace Gen.Numerics;

// The functions over vectors that definitions use, on expressions; the runtime's halves have the same signatures over doubles.
internal static partial class Functions
{
    /// <summary>Σ term(i) for lower ≤ i &lt; upper.</summary>
    public static Expr Sum(Expr lower, Expr upper, Func<Expr, Expr> term) => Reduced(NodeKind.Sum, lower, upper, term);

    /// <summary>log Σ exp term(i) for lower ≤ i &lt; upper, without overflow.</summary>
    public static Expr LogSumExp(Expr lower, Expr upper, Func<Expr, Expr> term)
    {
        // The shift's derivatives cancel, so that it may be taken for a constant.
        var shift = Expr.Apply(Operation.Detach, Reduced(NodeKind.Maximum, lower, upper, term));
        return shift + Log(Sum(lower, upper, i => Exp(term(i) - shift)));
    }

    /// <summary>The vector of element(i) for 0 ≤ i &lt; length.</summary>
    public static VectorExpr Map(Expr length, Func<Expr, Expr> element)
    {
        var builder = StepBuilder.Current;
        return builder.Along(0, length, axis => new VectorExpr(builder.Graph, axis, element(builder.Graph.Index(axis))));
    }

    /// <summary>The vector whose element at lower is first and each later one next(t, the element before).</summary>
    public static VectorExpr Scan(Expr lower, Expr upper, Expr first, Func<Expr, Expr, Expr> next) => StepBuilder.Current.Scan(lower, upper, first, next);

    /// <summary>x with factor · x = right, where factor is lower triangular.</summary>
    public static VectorExpr SolveLower(MatrixExpr factor, VectorExpr right)
    {
        var builder = StepBuilder.Current;
        return builder.Vector(
            builder.Call(Routine.SolveLower, [builder.Operand(factor, "factor"), builder.Operand(right, "right")], "solution", right.Length), right.Length);
    }

    /// <summary>The lower triangular factor of a symmetric positive definite matrix.</summary>
    public static MatrixExpr Cholesky(MatrixExpr matrix)
    {
        var builder = StepBuilder.Current;
        return builder.Matrix(builder.Call(Routine.Cholesky, [builder.Operand(matrix, "matrix")], "factor", matrix.Rows, matrix.Rows), matrix.Rows, matrix.Rows);
    }

    private static Expr Reduced(NodeKind kind, Expr lower, Expr upper, Func<Expr, Expr> term)
    {
        var builder = StepBuilder.Current;
        var graph = builder.Graph;
        if (graph.FreeAxes(graph.Id(lower)) == 0)
        {
            return builder.Along(lower, upper, axis => graph.Reduce(kind, axis, term(graph.Index(axis))));
        }

        // Axes begin at the same position everywhere: what comes before the beginning counts for nothing.
        var nothing = kind == NodeKind.Sum ? 0 : double.NegativeInfinity;
        return builder.Along(0, upper, axis => graph.Reduce(kind, axis, Where(LessOrEqual(lower, graph.Index(axis)), term(graph.Index(axis)), nothing)));
    }
}
