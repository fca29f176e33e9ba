using System;

namespace Gen.Compiler.Ir;

/// <summary>
/// A node of a graph with C#'s operators, or a bare number that is in no graph yet. Distributions are written in it: it is what
/// <c>Real</c> means when <c>Gen.Definitions</c> is compiled into the compiler.
/// </summary>
public readonly struct Expr : IEquatable<Expr>
{
    private readonly int id;
    private readonly double number;

    internal Expr(Graph graph, int id)
    {
        Graph = graph;
        this.id = id;
    }

    private Expr(double number) => this.number = number;

    /// <summary>The graph, or null for a bare number.</summary>
    public Graph? Graph { get; }

    /// <summary>The node; a bare number is shown as a constant.</summary>
    public Node Node => Graph is null ? new(NodeKind.Constant, 0, number, []) : Graph[id];

    /// <summary>The node's id in its graph.</summary>
    public int Id => Graph is null ? throw new InvalidOperationException("A bare number is in no graph.") : id;

    public static implicit operator Expr(double number) => new(number);

    public static Expr operator +(Expr a, Expr b) => Apply(Operation.Add, a, b);

    public static Expr operator -(Expr a, Expr b) => Apply(Operation.Subtract, a, b);

    public static Expr operator *(Expr a, Expr b) => Apply(Operation.Multiply, a, b);

    public static Expr operator /(Expr a, Expr b) => Apply(Operation.Divide, a, b);

    public static Expr operator -(Expr a) => Apply(Operation.Negate, a);

    /// <summary>An operation in the graph of whichever argument is in one; bare numbers alone are evaluated.</summary>
    public static Expr Apply(Operation operation, params Expr[] arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Graph is { } graph)
            {
                return graph.Apply(operation, arguments);
            }
        }

        return OperationTable.Evaluate(operation, Array.ConvertAll(arguments, a => a.number));
    }

    /// <summary>Whether this is the constant <paramref name="value"/>.</summary>
    public bool IsNumber(double value) => IsConstant(out var constant) && constant == value;

    /// <summary>Whether this is a constant.</summary>
    public bool IsConstant(out double value)
    {
        var node = Node;
        value = node.Value;
        return node.Kind == NodeKind.Constant;
    }

    /// <summary>Whether this is <paramref name="operation"/> applied to arguments.</summary>
    public bool Is(Operation operation) => Node is { Kind: NodeKind.Apply } node && node.Operation == operation;

    /// <summary>An argument of the node.</summary>
    public Expr Argument(int index) => Graph!.Wrap(Node.Arguments[index]);

    /// <inheritdoc/>
    public bool Equals(Expr other) => Graph is null ? other.Graph is null && number.Equals(other.number) : Graph == other.Graph && id == other.id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Expr other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Graph is null ? number.GetHashCode() : id;

    internal int IdIn(Graph graph) => Graph == graph ? id : Graph is null ? graph.Constant(number).Id : throw new InvalidOperationException("The expression is of another graph.");
}
