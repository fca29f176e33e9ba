using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>A way in which evaluation comes to a node: inside loops and sums over axes, where conditions hold, outer ones first.</summary>
/// <param name="Axes">The axes.</param>
/// <param name="Conditions">The conditions, as nodes.</param>
public sealed record EvaluationPath(EquatableArray<int> Axes, EquatableArray<int> Conditions)
{
    /// <summary>The way to whatever is evaluated always.</summary>
    public static EvaluationPath Always { get; } = new([], []);

    /// <summary>The same inside further axes.</summary>
    public EvaluationPath Along(IEnumerable<int> axes) => this with { Axes = [.. Axes, .. axes] };

    /// <summary>The same where a condition (a node, or −1 for none) holds as well.</summary>
    public EvaluationPath If(int condition) => condition < 0 || Conditions.Contains(condition) ? this : this with { Conditions = [.. Conditions, condition] };
}

/// <summary>
/// How evaluation comes to the nodes of expressions: to the values of a Where, and to what stands behind an And or an Or, only where their conditions say so.
/// </summary>
/// <remarks>
/// Each node has few ways, though the paths to it through an expression may be more than can be counted: a way under more conditions than another is dropped,
/// two that differ in a condition and its opposite are one without it, and more than <see cref="MostPaths"/> become one under their disjunction.
/// </remarks>
public sealed class EvaluationPaths
{
    private const int MostPaths = 8;

    private readonly Graph graph;
    private readonly Func<int, bool> counts;
    private readonly Dictionary<int, List<EvaluationPath>> paths = [];

    /// <summary>The paths from roots, each of which is come to in some way.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="roots">The roots; those below 0 are none.</param>
    /// <param name="counts">Whether a condition is one: both values of a Where on others are evaluated.</param>
    public EvaluationPaths(Graph graph, IEnumerable<(int Root, EvaluationPath Path)> roots, Func<int, bool>? counts = null)
    {
        (this.graph, this.counts) = (graph, counts ?? (_ => true));
        foreach (var (root, path) in roots.Where(entry => entry.Root >= 0))
        {
            Add(root, path);
        }

        // What a node consists of has smaller numbers: all ways to it are known when its turn comes.
        var waiting = new SortedSet<int>(paths.Keys);
        while (waiting.Count > 0)
        {
            var id = waiting.Max;
            waiting.Remove(id);
            foreach (var path in paths[id].ToArray())
            {
                foreach (var (part, way) in Parts(id, path))
                {
                    Add(part, way);
                    waiting.Add(part);
                }
            }
        }
    }

    /// <summary>The ways to a node, none where evaluation never comes to it.</summary>
    public IReadOnlyList<EvaluationPath> Of(int id) => paths.TryGetValue(id, out var found) ? found : [];

    /// <summary>The condition under which evaluation comes to a node at all, 0 for never, or null for always.</summary>
    public Expr? Condition(int id)
    {
        var ways = new List<EvaluationPath>();
        foreach (var path in Of(id))
        {
            Insert(ways, path with { Axes = [] });
        }

        return ways.Count == 0 ? graph.Constant(0) : ways.Any(way => way.Conditions.Count == 0) ? null : Any(ways);
    }

    private int Opposite(int condition) => graph.Id(Conjunction.Opposite(graph.Wrap(condition)));

    private IEnumerable<(int Part, EvaluationPath Path)> Parts(int id, EvaluationPath path)
    {
        var node = graph[id];
        if (node is not { Kind: NodeKind.Apply, Operation: Operation.Where or Operation.And or Operation.Or })
        {
            return node.Arguments.Select(argument => (argument, node.IsReduction ? path.Along([node.Symbol]) : path));
        }

        var (condition, opposite) = (node.Arguments[0], Opposite(node.Arguments[0]));
        var isCounted = counts(condition);
        var parts = new List<(int, EvaluationPath)> { (condition, path) };
        void Under(int part, int holds, int opposed)
        {
            if (!isCounted || !path.Conditions.Contains(opposed))
            {
                parts.Add((part, isCounted ? path.If(holds) : path));
            }
        }

        Under(node.Arguments[1], node.Operation == Operation.Or ? opposite : condition, node.Operation == Operation.Or ? condition : opposite);
        if (node.Operation == Operation.Where)
        {
            Under(node.Arguments[2], opposite, condition);
        }

        return parts;
    }

    private void Add(int id, EvaluationPath path)
    {
        if (!paths.TryGetValue(id, out var known))
        {
            paths.Add(id, known = []);
        }

        Insert(known, path);
        foreach (var alike in known.GroupBy(way => way.Axes).Where(alike => alike.Count() > MostPaths).ToArray())
        {
            known.RemoveAll(way => way.Axes.Equals(alike.Key));
            known.Add(new(alike.Key, [graph.Id(Any(alike))]));
        }
    }

    /// <summary>Adds a way to others, of which none is needless then.</summary>
    private void Insert(List<EvaluationPath> ways, EvaluationPath added)
    {
        var alike = ways.Where(way => way.Axes.Equals(added.Axes)).ToList();
        if (alike.Exists(way => Implies(added, way)))
        {
            return;
        }

        ways.RemoveAll(way => way.Axes.Equals(added.Axes) && Implies(way, added));
        foreach (var way in alike.Where(way => way.Conditions.Count == added.Conditions.Count))
        {
            if (added.Conditions.Where(condition => !way.Conditions.Contains(condition)).ToArray() is { Length: 1 } differing && way.Conditions.Contains(Opposite(differing[0])))
            {
                ways.Remove(way);
                Insert(ways, added with { Conditions = [.. added.Conditions.Where(condition => condition != differing[0])] });
                return;
            }
        }

        ways.Add(added);
    }

    /// <summary>Whether one way is only come along where the other's conditions hold too.</summary>
    private bool Implies(EvaluationPath way, EvaluationPath other)
    {
        var (holding, known) = (new HashSet<Expr>(Conjunction.Holding(way.Conditions.Select(graph.Wrap))), new Dictionary<Expr, bool>());
        return other.Conditions.All(condition => Holds(graph.Wrap(condition)));

        bool Holds(Expr condition)
        {
            if (!known.TryGetValue(condition, out var holds))
            {
                known.Add(condition, holds = holding.Contains(condition) || Conjunction.Both(condition) is var (first, second) && Holds(first) && Holds(second));
            }

            return holds;
        }
    }

    private Expr Any(IEnumerable<EvaluationPath> ways) => ways
        .Select(way => way.Conditions.Select(graph.Wrap).Aggregate((a, b) => graph.Apply(Operation.And, a, b))).Aggregate((a, b) => graph.Apply(Operation.Or, a, b));
}
