using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Differentiation;

/// <summary>What an expression adds to the adjoint of one array element, for every position along some axes.</summary>
/// <param name="Array">The array that the expression reads.</param>
/// <param name="Indices">The indices that it reads it at.</param>
/// <param name="Axes">The axes that the contribution varies along or repeats over.</param>
/// <param name="Value">The contribution.</param>
/// <param name="Guard">The condition under which the element is read at all, or −1: elsewhere it need not exist.</param>
internal sealed record Contribution(int Array, EquatableArray<int> Indices, ulong Axes, Expr Value, int Guard);

/// <summary>
/// Reverse mode inside one expression: from the adjoint of its value to the contributions to all that it reads. An adjoint lives on the
/// free axes of its node; going from a node to an argument that varies along fewer axes sums over the others, but for those of the loops
/// around the statement, whose positions are taken one at a time.
/// </summary>
/// <remarks>
/// Limits. Derivatives that are infinite where the value is finite count as 0 (<see cref="OperationRow.Singular"/>). Where the value is infinite itself, the
/// log-density is finite only if something masks it (<see cref="Mask"/>): a term of probability 0 in a mixture, a branch that is not taken. Its adjoint is
/// then exactly 0, and adds nothing: 0 · ∞ is 0. Neither is asked of what cannot be 0 or infinite (<see cref="KindAnalysis"/>).
/// Exponentials underflow and overflow, too. What reaches the target through one only, as the components of a mixture do, may be so far out that its weight is
/// 0, and derivatives anything: one condition, that the weight is 0, then stays outside of all that follows.
/// </remarks>
internal sealed class Adjoint(Graph graph, Activity activity, Limits limits, Existence existence, ulong loops)
{
    private readonly KindAnalysis kinds = limits.Kinds;
    private readonly Dictionary<int, Expr> adjoints = [];
    private readonly Dictionary<int, Mask> masks = [];
    private readonly HashSet<int> weightless = [];
    private readonly Dictionary<(int Node, ulong Axes, int Guard), Expr> contributions = [];
    private HashSet<int> unconditional = [];

    /// <summary>The contributions of an expression over <paramref name="domain"/> whose adjoint is <paramref name="seed"/>.</summary>
    public IEnumerable<Contribution> Pull(int root, Expr seed, ulong domain, Mask mask)
    {
        if (!activity.IsActive(root))
        {
            return [];
        }

        unconditional = IsConditional(seed) ? [] : IndexRange.Unconditional(graph, [root]);
        Contribute(root, seed, domain, mask);
        foreach (var id in Dependence.Reachable(graph, [root]).Reverse())
        {
            if (adjoints.TryGetValue(id, out var adjoint))
            {
                Distribute(id, adjoint);
            }
        }

        return contributions.Select(entry =>
            new Contribution(graph[entry.Key.Node].Symbol, graph[entry.Key.Node].Arguments, entry.Key.Axes, entry.Value, entry.Key.Guard));
    }

    private void Distribute(int id, Expr adjoint)
    {
        var node = graph[id];
        var axes = graph.FreeAxes(id);
        switch (node.Kind)
        {
            case NodeKind.Apply:
                var arguments = node.Arguments.Select(graph.Wrap).ToArray();
                var row = OperationTable.Row(node.Operation);
                for (var i = 0; i < arguments.Length; i++)
                {
                    if (node.Operation == Operation.Divide && i == 1 && activity.IsActive(arguments[1].Id) && Exponents(arguments[1]) is { } exponents)
                    {
                        // By the divisor itself the derivative is as much greater as the divisor is small, and may overflow where this one does not.
                        foreach (var (exponent, power) in exponents)
                        {
                            Contribute(exponent.Id, Times(node.Operation, i, adjoint, arguments, -power * graph.Wrap(id), masks[id], Beyond(masks[id])), axes, masks[id] | Mask.Saturated);
                        }
                    }
                    else if (node.Operation == Operation.Divide && i == 1 && activity.IsActive(arguments[1].Id))
                    {
                        // One factor after another: where the divisor is large, their product may be 0 though what is multiplied by it is as large.
                        var byQuotient = Times(node.Operation, i, adjoint, arguments, -graph.Wrap(id), masks[id], Beyond(masks[id]));
                        Contribute(arguments[1].Id, Times(node.Operation, i, byQuotient, arguments, 1 / arguments[1], masks[id], Beyond(masks[id])), axes, masks[id] | Mask.Saturated);
                    }
                    else if (row.Partials[i] is { } partial && activity.IsActive(arguments[i].Id))
                    {
                        var slope = partial(arguments, graph.Wrap(id));
                        var singular = row.Singular?[i]?.Invoke(arguments, graph.Wrap(id)) is { } condition && kinds.MayBe(condition, ~NumberKinds.Zero) ? condition : (Expr?)null;
                        slope = singular is { } place ? graph.Apply(Operation.Where, place, 0, slope) : slope;
                        var contribution = Times(node.Operation, i, adjoint, arguments, slope, masks[id], Beyond(masks[id]) & (singular is null ? NumberKinds.Anything : NumberKinds.Undefined));

                        // A choice stays outermost in the adjoint of its branches, so that it masks nothing that follows.
                        Contribute(arguments[i].Id, contribution, axes, node.Operation == Operation.Where ? masks[id] : Masks.Through(node.Operation, i, masks[id]));
                    }
                }

                break;
            case NodeKind.Sum:
                Contribute(node.Arguments[0], adjoint, axes | 1UL << node.Symbol, masks[id]);
                break;
            case NodeKind.Maximum or NodeKind.Minimum:
                // Elements that tie for it share the adjoint: where they tie because they are the same expression, the derivative is then exact.
                var body = graph.Wrap(node.Arguments[0]);
                var attains = graph.Apply(Operation.Equal, body, graph.Wrap(id));
                var shared = Beneath(adjoint, share => graph.Apply(Operation.Where, attains, share / graph.Sum(node.Symbol, attains), 0));
                Contribute(body.Id, shared, axes | 1UL << node.Symbol, masks[id] | Mask.Saturated);
                break;
        }
    }

    /// <summary>What a divisor, but for factors that do not move, is the product of the exponentials of, each with its power, or null.</summary>
    private IEnumerable<(Expr Exponent, double Power)>? Exponents(Expr divisor)
    {
        IEnumerable<(Expr, double)>? Product(double power) =>
            Exponents(divisor.Argument(0)) is { } first && Exponents(divisor.Argument(1)) is { } second ? [.. first, .. second.Select(factor => (factor.Exponent, power * factor.Power))] : null;
        return !activity.IsActive(divisor.Id) ? []
            : divisor.Is(Operation.Exp) ? [(divisor.Argument(0), 1)]
            : divisor.Is(Operation.Multiply) ? Product(1)
            : divisor.Is(Operation.Divide) ? Product(-1)
            : divisor.Is(Operation.Square) ? Exponents(divisor.Argument(0))?.Select(factor => (factor.Exponent, 2 * factor.Power))
            : null;
    }

    /// <summary>
    /// adjoint · partial; a choice stays outermost, so that the branch that was not taken contributes 0 even where its derivative is not finite.
    /// </summary>
    private Expr Times(Operation operation, int argument, Expr adjoint, Expr[] arguments, Expr partial, Mask mask, NumberKinds beyond)
    {
        // Conditions that were met before stay outside: what this one reads may exist only where they hold.
        if (adjoint.Is(Operation.Where) && adjoint.Argument(2).IsNumber(0))
        {
            return graph.Apply(Operation.Where, adjoint.Argument(0), Times(operation, argument, adjoint.Argument(1), arguments, partial, mask, beyond), 0);
        }

        if (adjoint.Is(Operation.Where) && adjoint.Argument(1).IsNumber(0))
        {
            // Where it is known not to be 0, its reciprocal is finite.
            var condition = adjoint.Argument(0);
            var isFinite = condition.Is(Operation.Equal) && condition.Argument(1).IsNumber(0) && partial.Is(Operation.Divide) && partial.Argument(1).Equals(condition.Argument(0));
            var rest = weightless.Contains(condition.Id) ? mask | Mask.Direct : mask;
            return graph.Apply(Operation.Where, condition, 0, Times(operation, argument, adjoint.Argument(2), arguments, partial, rest, isFinite ? NumberKinds.None : beyond));
        }

        return operation != Operation.Where ? Weighed(adjoint, Masked(adjoint, Defined(partial), beyond), mask)
            : argument == 1 ? graph.Apply(Operation.Where, arguments[0], adjoint, 0)
            : graph.Apply(Operation.Where, arguments[0], 0, adjoint);
    }

    /// <summary>
    /// A number of data by which a derivative is multiplied, or 0 where it is none, as a mean of nothing is: what has it in its value is no number either, and is
    /// used nowhere.
    /// </summary>
    private Expr Defined(Expr partial) => activity.IsActive(graph.Id(partial)) || graph.FreeAxes(graph.Id(partial)) != 0 || kinds.IsDividedFinitely(graph.Id(partial)) ? partial
        : graph.Apply(Operation.Where, graph.Apply(Operation.Less, graph.Apply(Operation.Abs, partial), double.PositiveInfinity), partial, 0);

    /// <summary>A derivative that is 0 where the adjoint is, if it may be infinite there.</summary>
    private Expr Masked(Expr adjoint, Expr partial, NumberKinds beyond) =>
        kinds.MayBe(partial, beyond) && kinds.MayBe(adjoint, NumberKinds.Zero)
            ? graph.Apply(Operation.Where, graph.Apply(Operation.Equal, adjoint, 0), 0, partial)
            : partial;

    /// <summary>adjoint · partial, which is 0 where the adjoint is because the value has no weight, if the derivative may be out of range there.</summary>
    private Expr Weighed(Expr adjoint, Expr partial, Mask mask)
    {
        var product = adjoint * partial;
        var byRounding = limits.Rounded.Of(partial) & ~kinds.Of(partial) & (NumberKinds.Infinite | NumberKinds.Undefined);
        if ((mask & Mask.Direct) != 0 || byRounding == NumberKinds.None || !limits.Rounded.MayBe(adjoint, NumberKinds.Zero))
        {
            return product;
        }

        var condition = graph.Apply(Operation.Equal, adjoint, 0);
        weightless.Add(graph.Id(condition));
        return graph.Apply(Operation.Where, condition, 0, product);
    }

    /// <summary>What a derivative may be where its adjoint is 0 because of what masks the value.</summary>
    private static NumberKinds Beyond(Mask mask) => ((mask & Mask.Saturated) != 0 ? NumberKinds.Infinite : NumberKinds.None)
        | ((mask & Mask.Chosen) != 0 ? NumberKinds.Infinite | NumberKinds.Undefined : NumberKinds.None);

    private void Contribute(int id, Expr value, ulong axes, Mask mask)
    {
        var node = graph[id];
        if (!activity.IsActive(id) || value.IsNumber(0))
        {
            return;
        }

        if (node.Kind == NodeKind.Read)
        {
            // An element's adjoint is summed where it is stored; a scalar's at once, so that its sum is shared and simplified.
            var kept = node.Arguments.Count == 0 ? 0 : axes | graph.FreeAxes(id);
            value = Summed(value, axes & ~kept & ~loops);
            var guard = node.Arguments.Count == 0 ? -1 : Guard(ref value);
            contributions[(id, kept, guard)] = contributions.TryGetValue((id, kept, guard), out var sum) ? sum + value : value;
            return;
        }

        // A sum in which conditions were, or in which only some terms have any, may be 0 because none of them holds; any sum, because it has no terms.
        var over = axes & ~graph.FreeAxes(id) & ~loops;
        mask |= over != 0 && (IsConditional(value) || MayBeEmpty(over)) ? Mask.Chosen : Mask.None;
        value = IsConditional(value, over) ? Existing(id, Summed(value, over)) : Summed(value, over);
        var isKnown = adjoints.TryGetValue(id, out var others);
        mask |= isKnown && IsConditional(value) != IsConditional(others) ? Mask.Chosen : Mask.None;
        masks[id] = mask | (isKnown ? masks[id] : Mask.None);
        adjoints[id] = isKnown ? Plus(others, value) : value;
    }

    /// <summary>The adjoint of a value where what it is made of exists: conditions that it exists under were summed over, and may hold nowhere.</summary>
    private Expr Existing(int id, Expr adjoint) => unconditional.Contains(id) || existence.Of(id).IsNumber(1) ? adjoint : graph.Apply(Operation.Where, existence.Of(id), adjoint, 0);

    private bool MayBeEmpty(ulong over) =>
        Enumerable.Range(0, graph.Axes.Count).Any(axis => (over >> axis & 1) != 0 && !LinearForm.IsAtMost(graph, 1, graph.Length(axis)));

    /// <summary>Whether a value has conditions that vary along axes.</summary>
    private bool IsConditional(Expr value, ulong axes) => IsConditional(value)
        && ((graph.FreeAxes(value.Argument(0).Id) & axes) != 0 || IsConditional(value.Argument(value.Argument(2).IsNumber(0) ? 1 : 2), axes));

    private static bool IsConditional(Expr value) => value.Is(Operation.Where) && (value.Argument(1).IsNumber(0) || value.Argument(2).IsNumber(0));

    /// <summary>The sum of two adjoints; where both are conditional it stays so, and what they are conditional on stays outermost.</summary>
    private Expr Plus(Expr a, Expr b)
    {
        if (!IsConditional(a) || !IsConditional(b))
        {
            return a + b;
        }

        if (a.Argument(2).IsNumber(0) && b.Argument(2).IsNumber(0) && a.Argument(0).Equals(b.Argument(0)))
        {
            return graph.Apply(Operation.Where, a.Argument(0), Plus(a.Argument(1), b.Argument(1)), 0);
        }

        if (a.Argument(1).IsNumber(0) && b.Argument(1).IsNumber(0) && a.Argument(0).Equals(b.Argument(0)))
        {
            return graph.Apply(Operation.Where, a.Argument(0), 0, Plus(a.Argument(2), b.Argument(2)));
        }

        var (first, second) = (a, b);
        return graph.Apply(Operation.Where, graph.Apply(Operation.Or, graph.Wrap(Guard(ref first)), graph.Wrap(Guard(ref second))), a + b, 0);
    }

    /// <summary>Takes the conditions off a value that is 0 where one of them does not hold; each is only looked at where those before it hold.</summary>
    private int Guard(ref Expr value)
    {
        Expr? guard = null;
        while (value.Is(Operation.Where) && (value.Argument(1).IsNumber(0) || value.Argument(2).IsNumber(0)))
        {
            var isChosen = value.Argument(2).IsNumber(0);
            var condition = isChosen ? value.Argument(0) : graph.Apply(Operation.Not, value.Argument(0));
            guard = guard is null ? condition : graph.Apply(Operation.And, guard.Value, condition);
            value = value.Argument(isChosen ? 1 : 2);
        }

        return guard is null ? -1 : graph.Id(guard.Value);
    }

    /// <summary>A function of an adjoint, which is 0 where that is. Conditions stay outermost.</summary>
    private Expr Beneath(Expr adjoint, Func<Expr, Expr> function) =>
        adjoint.IsNumber(0) ? adjoint
        : IsConditional(adjoint) ? graph.Apply(Operation.Where, adjoint.Argument(0), Beneath(adjoint.Argument(1), function), Beneath(adjoint.Argument(2), function))
        : function(adjoint);

    /// <summary>A sum over axes. Conditions that do not vary along them stay outermost.</summary>
    private Expr Summed(Expr value, ulong axes)
    {
        if (IsConditional(value) && (graph.FreeAxes(value.Argument(0).Id) & axes) == 0)
        {
            return graph.Apply(Operation.Where, value.Argument(0), Summed(value.Argument(1), axes), Summed(value.Argument(2), axes));
        }

        for (var axis = graph.Axes.Count - 1; axis >= 0; axis--)
        {
            value = (axes >> axis & 1) != 0 ? graph.Sum(axis, value) : value;
        }

        return value;
    }
}
