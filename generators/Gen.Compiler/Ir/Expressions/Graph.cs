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
    // Axes of varying lengths are apart from those of vectors (from 0), of definitions (from 60) and of loops (from 100).
    private const int FirstVaryingCopy = 200;

    private readonly List<Node> nodes = [];
    private readonly List<ulong> freeAxes = [];
    private readonly Dictionary<Node, int> ids = [];
    private readonly List<Axis> axes = [];
    private readonly Dictionary<Axis, int> axisIds = [];
    private readonly Dictionary<int, string> hints = [];
    private readonly Dictionary<int, Expr> lengths = [];
    private readonly Dictionary<int, double> least = [];

    /// <summary>
    /// Whether what undoes itself is no number where a part of it is not, as a body says it: <c>Exp(Log(a))</c> for a below 0, <c>0 * Log(a)</c>, <c>a / a</c> for 0.
    /// Densities, which are written out later, ask for the range of their parameters themselves.
    /// </summary>
    public bool KeepsDomains { get; init; }

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

    /// <summary>The least that a size or an integer can be, or null; by what it is, or also by what the constructor checks (<see cref="Assure"/>).</summary>
    public double? Least(int id, bool isAssured) => isAssured && least.TryGetValue(id, out var value) ? value : nodes[id].Kind == NodeKind.Size ? 0 : null;

    /// <summary>Makes it known that a size or an integer is no less than a number.</summary>
    public void Assure(int id, double value) => least[id] = Math.Max(value, least.TryGetValue(id, out var known) ? known : nodes[id].Kind == NodeKind.Size ? 0 : value);

    /// <summary>Room for all positions along an axis from 0 on, wherever it begins.</summary>
    public Expr Room(int axis) => Wrap(axes[axis].Upper) is var upper && LinearForm.IsAtMost(this, 0, upper) ? upper : Apply(Operation.Max, upper, 0);

    /// <summary>
    /// An axis of a vector whose length varies along axes around it: it runs to the greatest length there is, and only positions below the own one count
    /// (<see cref="Inside"/>).
    /// </summary>
    public int VaryingAxis(Expr greatest, Expr length, IEnumerable<int> apartFrom)
    {
        var (lower, upper) = (Id(0), Id(greatest));
        for (var copy = FirstVaryingCopy; ; copy++)
        {
            var isKnown = axisIds.TryGetValue(new(lower, upper, copy), out var axis);
            if (!isKnown || (lengths[axis].Equals(length) && !apartFrom.Contains(axis)))
            {
                axis = Axis(lower, upper, copy);
                lengths[axis] = length;
                return axis;
            }
        }
    }

    /// <summary>The condition under which a position along an axis of varying length is one of its vector, or null for other axes.</summary>
    public Expr? Inside(int axis) => lengths.TryGetValue(axis, out var length) ? Wrap(Id(Expr.Apply(Operation.Less, Index(axis), length))) : null;

    /// <summary>The number of positions along an axis: none where it ends before it begins.</summary>
    public Expr Length(int axis)
    {
        if (lengths.TryGetValue(axis, out var own))
        {
            return own;
        }

        var (lower, upper) = (Wrap(axes[axis].Lower), Wrap(axes[axis].Upper));
        var length = LinearForm.Difference(this, upper, lower);
        return lower.IsNumber(0) || LinearForm.IsAtMost(this, lower, upper) ? length
            : length.IsConstant(out _) ? Wrap(Id(0))
            : Apply(Operation.Max, length, 0);
    }

    /// <summary>
    /// Whether a value is finite for certain, where a pass has found that out (<see cref="Knowing"/>). Elsewhere factors of which that is not plain stay inside
    /// their sums: of a sum without terms, which is 0, they would make no number.
    /// </summary>
    public Func<int, bool>? IsFinite { get; private set; }

    /// <summary>Does something while it is known which values are finite.</summary>
    public T Knowing<T>(Func<int, bool> isFinite, Func<T> work)
    {
        var before = IsFinite;
        IsFinite = isFinite;
        try
        {
            return work();
        }
        finally
        {
            IsFinite = before;
        }
    }

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
        : !Varies(Id(body), axis) ? body
        : InternReduction(kind, axis, Id(Inside(axis) is { } inside ? Apply(Operation.Where, inside, body, kind == NodeKind.Maximum ? double.NegativeInfinity : double.PositiveInfinity) : body));

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
