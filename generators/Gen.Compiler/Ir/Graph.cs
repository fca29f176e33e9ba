using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// A growing, hash-consed list of <see cref="Node"/>s: equal expressions have equal ids, and an expression that is cheap to simplify is
/// simplified when it is made (<see cref="Canonical"/>). Passes append and never change what is there.
/// </summary>
public sealed class Graph
{
    private readonly List<Node> nodes = [];
    private readonly List<ulong> freeAxes = [];
    private readonly Dictionary<Node, int> ids = [];
    private readonly List<Axis> axes = [];
    private readonly Dictionary<Axis, int> axisIds = [];
    private readonly Dictionary<int, string> hints = [];

    /// <summary>The nodes made so far.</summary>
    public IReadOnlyList<Node> Nodes => nodes;

    /// <summary>The axes made so far.</summary>
    public IReadOnlyList<Axis> Axes => axes;

    /// <summary>The node with an id.</summary>
    public Node this[int id] => nodes[id];

    /// <summary>A graph with the nodes and axes of a snapshot, under the same ids.</summary>
    public static Graph From(IEnumerable<Node> nodes, IEnumerable<Axis> axes)
    {
        var graph = new Graph();
        foreach (var axis in axes)
        {
            graph.Axis(axis.Lower, axis.Upper, axis.Copy);
        }

        foreach (var node in nodes)
        {
            graph.Intern(node);
        }

        return graph;
    }

    /// <summary>The axes that a node varies along, one bit each.</summary>
    public ulong FreeAxes(int id) => freeAxes[id];

    /// <summary>Whether a node varies along an axis.</summary>
    public bool Varies(int id, int axis) => (freeAxes[id] >> axis & 1) != 0;

    /// <summary>The id of an axis, made when it is new.</summary>
    public int Axis(int lower, int upper, int copy = 0)
    {
        var axis = new Axis(lower, upper, copy);
        if (!axisIds.TryGetValue(axis, out var id))
        {
            id = axes.Count;
            if (id == 64)
            {
                throw new NotSupportedException("a model with more than 64 distinct axes");
            }

            axes.Add(axis);
            axisIds.Add(axis, id);
        }

        return id;
    }

    /// <summary>The number of positions along an axis.</summary>
    public Expr Length(int axis) => Wrap(axes[axis].Upper) - Wrap(axes[axis].Lower);

    /// <summary>A number.</summary>
    public Expr Constant(double value) => Wrap(Intern(new(NodeKind.Constant, 0, value, [])));

    /// <summary>A length.</summary>
    public Expr Size(int size) => Wrap(Intern(new(NodeKind.Size, size, 0, [])));

    /// <summary>The position along an axis.</summary>
    public Expr Index(int axis) => Wrap(Intern(new(NodeKind.Index, axis, 0, [])));

    /// <summary>An element of an array.</summary>
    public Expr Read(int array, params IEnumerable<Expr> indices) =>
        Wrap(Intern(new(NodeKind.Read, array, 0, indices.Select(Id).ToEquatableArray())));

    /// <summary>A scalar operation in canonical form.</summary>
    public Expr Apply(Operation operation, params Expr[] arguments) => Canonical.Apply(this, operation, arguments);

    /// <summary>The sum of <paramref name="body"/> over an axis, in canonical form.</summary>
    public Expr Sum(int axis, Expr body) => Canonical.Sum(this, axis, body);

    /// <summary>A reduction of <paramref name="body"/> over an axis.</summary>
    public Expr Reduce(NodeKind kind, int axis, Expr body) =>
        kind == NodeKind.Sum ? Sum(axis, body)
        : Varies(Id(body), axis) ? InternReduction(kind, axis, Id(body)) : body;

    /// <summary>The user's name for a value, or null. Names make emitted code readable and mean nothing else.</summary>
    public string? Hint(int id) => hints.TryGetValue(id, out var name) ? name : null;

    /// <summary>Whether some value has a name.</summary>
    public bool IsHint(string name) => hints.ContainsValue(name);

    /// <summary>Gives a value the user's name unless it has one.</summary>
    public void Name(int id, string name)
    {
        if (!hints.ContainsKey(id) && nodes[id].Kind is NodeKind.Apply or NodeKind.Sum)
        {
            hints.Add(id, name);
        }
    }

    /// <summary>The expression with an id.</summary>
    public Expr Wrap(int id) => new(this, id);

    /// <summary>The id of an expression; a bare number is made a node.</summary>
    public int Id(Expr expression) => expression.IdIn(this);

    internal Expr InternApply(Operation operation, params Expr[] arguments) =>
        Wrap(Intern(new(NodeKind.Apply, (int)operation, 0, arguments.Select(Id).ToEquatableArray())));

    /// <summary>Interns a reduction under the smallest copy of its axis that its body leaves free, so that equal sums are the same node.</summary>
    internal Expr InternReduction(NodeKind kind, int axis, int body)
    {
        var range = axes[axis];
        var others = freeAxes[body] & ~(1UL << axis);
        var copy = 0;
        while (axisIds.TryGetValue(range with { Copy = copy }, out var taken) && (others >> taken & 1) != 0)
        {
            copy++;
        }

        if (copy != range.Copy)
        {
            var renamed = Axis(range.Lower, range.Upper, copy);
            body = Id(new Substitution(this, new() { [axis] = Index(renamed) }).Apply(Wrap(body)));
            axis = renamed;
        }

        return Wrap(Intern(new(kind, axis, 0, [body])));
    }

    /// <summary>A reduction under this very axis: for when loops are about to be made, and equal sums under different copies must differ.</summary>
    internal Expr ReduceAs(NodeKind kind, int axis, int body) => Wrap(Intern(new(kind, axis, 0, [body])));

    private int Intern(Node node)
    {
        if (ids.TryGetValue(node, out var id))
        {
            return id;
        }

        id = nodes.Count;
        var free = 0UL;
        foreach (var argument in node.Arguments)
        {
            free |= freeAxes[argument];
        }

        free = node.Kind == NodeKind.Index ? 1UL << node.Symbol : node.IsReduction ? free & ~(1UL << node.Symbol) : free;
        nodes.Add(node);
        freeAxes.Add(free);
        ids.Add(node, id);
        return id;
    }
}
