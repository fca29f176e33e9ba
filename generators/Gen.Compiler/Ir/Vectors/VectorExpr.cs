namespace Gen.Compiler.Ir;

/// <summary>A vector as a function of its position: an expression and the axis that it varies along. It is what <c>RealVector</c> means when <c>Gen.Definitions</c> is compiled into the compiler.</summary>
public sealed class VectorExpr(Graph graph, int axis, Expr element)
{
    /// <summary>The number of elements.</summary>
    public Expr Length => graph.Length(axis);

    /// <summary>The axis; it begins at 0.</summary>
    public int Axis => axis;

    /// <summary>The element at a position along <see cref="Axis"/>.</summary>
    public Expr Element => element;

    /// <summary>The element at a position.</summary>
    public Expr this[Expr position] => new Substitution(graph, new() { [axis] = graph.Wrap(graph.Id(position)) }).Apply(element);
}

/// <summary>A matrix as a function of its positions: what <c>RealMatrix</c> means when <c>Gen.Definitions</c> is compiled into the compiler.</summary>
public sealed class MatrixExpr(Graph graph, int rowAxis, int columnAxis, Expr element)
{
    /// <summary>The number of rows.</summary>
    public Expr Rows => graph.Length(rowAxis);

    /// <summary>The number of columns.</summary>
    public Expr Columns => graph.Length(columnAxis);

    /// <summary>The axes, which begin at 0.</summary>
    public (int Row, int Column) Axes => (rowAxis, columnAxis);

    /// <summary>The element at positions along <see cref="Axes"/>.</summary>
    public Expr Element => element;

    /// <summary>The element at a position.</summary>
    public Expr this[Expr row, Expr column] =>
        new Substitution(graph, new() { [rowAxis] = graph.Wrap(graph.Id(row)), [columnAxis] = graph.Wrap(graph.Id(column)) }).Apply(element);
}
