using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Under which condition the elements exist that a value reads: what is computed ahead of the conditions around it asks for that instead.</summary>
/// <param name="program">The program.</param>
/// <param name="isInside">Whether an index (the first node) is inside an extent (the second) whatever conditions hold.</param>
/// <param name="ofTerms">Whether a sum is asked for all of its terms. Otherwise they ask for themselves (<see cref="Safe(int)"/>).</param>
public sealed class Existence(Program program, System.Func<int, int, bool> isInside, bool ofTerms = false)
{
    private readonly Graph graph = program.Graph;
    private readonly Dictionary<int, Expr> known = [];
    private readonly Dictionary<int, Expr> safe = [];

    /// <summary>The condition under which a value can be computed: 1 where nothing that it reads may be missing.</summary>
    public Expr Of(int id)
    {
        if (!known.TryGetValue(id, out var result))
        {
            var node = graph[id];
            var parts = node.IsReduction ? [] : node.Arguments.Select(Of).ToArray();
            result = node switch
            {
                { IsReduction: true } when ofTerms && Of(node.Arguments[0]) is var term && !term.IsNumber(1) => graph.Reduce(NodeKind.Minimum, node.Symbol, term),
                { Kind: NodeKind.Read } => node.Arguments.Select((index, d) => Inside(index, program.Arrays[node.Symbol].Extents[d])).Aggregate(All(parts), And),
                { Kind: NodeKind.Apply, Operation: Operation.Where } => And(parts[0], graph.Apply(Operation.Where, graph.Wrap(node.Arguments[0]), parts[1], parts[2])),
                { Kind: NodeKind.Apply, Operation: Operation.And } when !parts[1].IsNumber(1) => And(parts[0], graph.Apply(Operation.Or, graph.Apply(Operation.Not, graph.Wrap(node.Arguments[0])), parts[1])),
                { Kind: NodeKind.Apply, Operation: Operation.Or } when !parts[1].IsNumber(1) => And(parts[0], graph.Apply(Operation.Or, graph.Wrap(node.Arguments[0]), parts[1])),
                _ => All(parts),
            };
            known.Add(id, result);
        }

        return result;
    }

    /// <summary>
    /// A value that can be computed whether what it reads exists or not. For what does not exist stands a number at which logarithms and quotients are finite: what
    /// 0 multiplies has to be 0.
    /// </summary>
    public Expr Safe(int id)
    {
        if (!safe.TryGetValue(id, out var result))
        {
            var node = graph[id];
            result = node.Kind == NodeKind.Read ? Chosen(id, program.Arrays[node.Symbol].IsInteger ? 1 : 0.5)
                : node.IsReduction ? graph.InternReduction(node.Kind, node.Symbol, graph.Id(Safe(node.Arguments[0])))
                : node.Kind == NodeKind.Apply ? graph.InternApply(node.Operation, [.. node.Arguments.Select(Safe)])
                : graph.Wrap(id);
            safe.Add(id, result);
        }

        return result;
    }

    /// <summary>A value in which some parts, and what they are made of, can be computed so.</summary>
    public int Safe(int id, HashSet<int> parts)
    {
        var done = new Dictionary<int, int>();
        int Visit(int part)
        {
            if (!done.TryGetValue(part, out var result))
            {
                result = graph.Id(parts.Contains(part) ? Safe(part) : Rewrite.AsItStands(graph, part, [.. graph[part].Arguments.Select(argument => graph.Wrap(Visit(argument)))]));
                done.Add(part, result);
            }

            return result;
        }

        return Visit(id);
    }

    /// <summary>A value where what it reads exists, another elsewhere.</summary>
    public Expr Chosen(int id, double otherwise) => Of(id).IsNumber(1) ? graph.Wrap(id) : graph.Apply(Operation.Where, Of(id), graph.Wrap(id), otherwise);

    private Expr Inside(int index, int extent) => isInside(index, extent)
        ? graph.Constant(1)
        : And(graph.Apply(Operation.LessOrEqual, 0, graph.Wrap(index)), graph.Apply(Operation.Less, graph.Wrap(index), graph.Wrap(extent)));

    private Expr All(IEnumerable<Expr> parts) => parts.Aggregate(graph.Constant(1), And);

    private Expr And(Expr a, Expr b) => a.IsNumber(1) ? b : b.IsNumber(1) || a.IsNumber(0) ? a : graph.Apply(Operation.And, a, b);
}
