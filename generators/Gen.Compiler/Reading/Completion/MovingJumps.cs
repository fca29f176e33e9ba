using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>
/// Jumps of right-hand sides at moments that a latent or a decision moves. Sensitivities are integrated as the solution is, and the slope of a jump is 0 on both
/// sides of it: they leave out how its moment moves. Where the values on both sides meet there is no jump, and one at a time that data give does not move.
/// </summary>
internal sealed class MovingJumps
{
    private readonly Draft draft;
    private readonly RightHandSide side;
    private readonly IReadOnlyDictionary<int, string> movers;
    private readonly Seam seam;
    private readonly HashSet<int> seen = [];
    private (SyntaxNode Written, string Mover)? found;

    private MovingJumps(Draft draft, RightHandSide side, IReadOnlyDictionary<int, string> movers, Seam seam)
    {
        (this.draft, this.side, this.movers, this.seam) = (draft, side, movers, seam);
        foreach (var value in side.Values)
        {
            Visit(value, side.Syntax);
        }
    }

    private Graph Graph => draft.Graph;

    /// <summary>Reports them where the log-density needs the solution.</summary>
    public static void Check(Draft draft, IReadOnlyList<Step> steps, Location otherwise)
    {
        var needed = Program.Flatten(steps).Where(step => GeneratedQuantities.IsOfLogDensity(draft, step)).SelectMany(step => Dependence.Reads(draft.Graph, step));
        foreach (var (written, mover) in Of(draft, steps, Enumerable.Range(0, draft.Arrays.Count).Where(array => draft.Arrays[array].Role == ArrayRole.Latent), needed))
        {
            // Analyzers may only report in the tree they analyse.
            draft.Report(Refusal.Of(Rules.MovingJump, written.SyntaxTree == otherwise.SourceTree ? written.GetLocation() : otherwise, SourceText.OneLine(written), mover), otherwise);
        }
    }

    /// <summary>The first one of each right-hand side.</summary>
    /// <param name="draft">What is being read.</param>
    /// <param name="steps">The statements.</param>
    /// <param name="sources">The arrays by which slopes are wanted.</param>
    /// <param name="wanted">The arrays whose slopes are.</param>
    /// <returns>What jumps, and the name of what decides when.</returns>
    public static IEnumerable<(SyntaxNode Written, string Mover)> Of(Draft draft, IReadOnlyList<Step> steps, IEnumerable<int> sources, IEnumerable<int> wanted)
    {
        if (draft.RightHandSides.Count == 0)
        {
            return [];
        }

        var (needed, names) = (Dependence.Needed(draft.Graph, steps, wanted), Followers(draft, steps, sources));
        var seam = new Seam(Graph.From(draft.Graph.Nodes, draft.Graph.Axes), draft.IsPositive);
        return [.. draft.RightHandSides.Where(side => needed.Contains(side.Solution) && names.ContainsKey(side.Solution))
            .Select(side => new MovingJumps(draft, side, names, seam).found).OfType<(SyntaxNode, string)>()];
    }

    /// <summary>The arrays that vary with some, each with the name of one of them.</summary>
    private static Dictionary<int, string> Followers(Draft draft, IReadOnlyList<Step> steps, IEnumerable<int> sources)
    {
        var names = sources.ToDictionary(array => array, array => draft.Arrays[array].Name);
        (int[] Reads, int[] Writes)[] parts =
        [
            .. draft.Prepared.Select(prepared => (
                prepared.Steps.SelectMany(step => Dependence.Reads(draft.Graph, step)).Concat(prepared.Call?.Arguments.Select(argument => argument.Array) ?? []).ToArray(), new[] { prepared.Array })),
            .. Program.Flatten(steps).Where(step => step is AssignStep or CallStep).Select(step => (Dependence.Reads(draft.Graph, step).ToArray(), Dependence.Writes(step).ToArray())),
        ];
        int before;
        do
        {
            before = names.Count;
            foreach (var (reads, writes) in parts)
            {
                foreach (var array in writes.Where(array => !names.ContainsKey(array)))
                {
                    if (reads.Where(names.ContainsKey).Select(read => names[read]).FirstOrDefault() is { } name)
                    {
                        names.Add(array, name);
                    }
                }
            }
        }
        while (names.Count > before);
        return names;
    }

    /// <summary>Looks for jumps in what a value consists of.</summary>
    private void Visit(int id, SyntaxNode around)
    {
        if (!seen.Add(id))
        {
            return;
        }

        var (node, at) = (Graph[id], Written(id, around));
        if (node is { Kind: NodeKind.Apply, Operation: Operation.Where })
        {
            Condition(node.Arguments[0], node, at);
            Visit(node.Arguments[1], at);
            Visit(node.Arguments[2], at);
            return;
        }

        if (node.Kind == NodeKind.Apply && IsStep(node.Operation))
        {
            Jump(id, at);
        }

        foreach (var argument in node.Arguments)
        {
            Visit(argument, at);
        }
    }

    /// <summary>Looks at what a choice is made by: each comparison may be where it changes sides.</summary>
    private void Condition(int id, Node choice, SyntaxNode around)
    {
        var (node, at) = (Graph[id], Written(id, around));
        if (node is { Kind: NodeKind.Apply, Operation: Operation.And or Operation.Or or Operation.Not })
        {
            foreach (var argument in node.Arguments)
            {
                Condition(argument, choice, at);
            }

            return;
        }

        var (first, second) = IsComparison(node) ? (node.Arguments[0], node.Arguments[1]) : (id, Graph.Id(0));
        if (Mover(id) is not null && !choice.Arguments.Skip(1).Any(value => Seam.IsUndefined(Graph.Wrap(value))) && !seam.Joins(choice.Arguments[1], choice.Arguments[2], first, second))
        {
            Jump(id, at);
        }

        Visit(first, at);
        Visit(second, at);
    }

    private void Jump(int id, SyntaxNode at)
    {
        if (Mover(id) is { } mover)
        {
            found ??= (at, mover);
        }
    }

    private static bool IsComparison(Node node) => node is { Kind: NodeKind.Apply, Operation: Operation.Less or Operation.LessOrEqual or Operation.Equal };

    /// <summary>Whether an operation's value jumps where that of its arguments does not.</summary>
    private static bool IsStep(Operation operation) => operation is Operation.Less or Operation.LessOrEqual or Operation.Equal or Operation.And or Operation.Or or Operation.Not
        or Operation.Sign or Operation.Floor or Operation.IntegerDivide or Operation.Remainder;

    /// <summary>
    /// What decides when a value changes: what the state follows, or what the time is compared with. Null where data do, or it is the same at all times, as what is
    /// compared with infinity is.
    /// </summary>
    private string? Mover(int id)
    {
        if (IsComparison(Graph[id]) && Graph[id].Arguments.Any(argument => Seam.IsInfinite(Graph.Wrap(argument))))
        {
            return null;
        }

        int[] reads = [.. Dependence.Reachable(Graph, [id]).Where(part => Graph[part].Kind == NodeKind.Read).Select(part => Graph[part].Symbol)];
        var name = reads.Where(movers.ContainsKey).Select(array => movers[array]).FirstOrDefault();
        return reads.Contains(side.State) ? name ?? draft.Arrays[side.State].DependsOn : reads.Contains(side.Time) ? name : null;
    }

    private SyntaxNode Written(int id, SyntaxNode around) => draft.Written.TryGetValue(id, out var written) && written.Syntax.SyntaxTree == around.SyntaxTree ? written.Syntax : around;
}
