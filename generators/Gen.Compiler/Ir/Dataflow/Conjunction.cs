using System.Collections.Generic;

namespace Gen.Compiler.Ir;

/// <summary>What holds where conditions do: conjunctions, denied disjunctions and denied comparisons say more than one thing, or say it otherwise.</summary>
public static class Conjunction
{
    /// <summary>What holds where conditions do, each once: conjunctions share what they consist of, and the paths through them may be more than can be counted.</summary>
    /// <param name="conditions">The conditions, each of which comes before its own parts.</param>
    public static IReadOnlyList<Expr> Holding(IEnumerable<Expr> conditions)
    {
        var (found, seen) = (new List<Expr>(), new HashSet<Expr>());
        foreach (var condition in conditions)
        {
            Add(condition);
        }

        return found;

        void Add(Expr condition)
        {
            if (!seen.Add(condition))
            {
                return;
            }

            found.Add(condition);
            if (Both(condition) is var (first, second))
            {
                Add(first);
                Add(second);
            }
            else if (Otherwise(condition) is { } same)
            {
                Add(same);
            }
        }
    }

    /// <summary>The two conditions that one is the conjunction of, or null.</summary>
    public static (Expr First, Expr Second)? Both(Expr condition) =>
        condition.Is(Operation.And) ? (condition.Argument(0), condition.Argument(1))
        : condition.Is(Operation.Not) && condition.Argument(0) is var denied && denied.Is(Operation.Or) ? (Opposite(denied.Argument(0)), Opposite(denied.Argument(1)))
        : null;

    /// <summary>The opposite of a condition.</summary>
    public static Expr Opposite(Expr condition) => condition.Is(Operation.Not) ? condition.Argument(0) : condition.Graph!.Apply(Operation.Not, condition);

    /// <summary>A denied comparison or denial in other words, or null.</summary>
    private static Expr? Otherwise(Expr condition) =>
        !condition.Is(Operation.Not) ? null
        : condition.Argument(0) is var denied && denied.Is(Operation.Not) ? denied.Argument(0)
        : denied.Is(Operation.Less) ? denied.Graph!.Apply(Operation.LessOrEqual, denied.Argument(1), denied.Argument(0))
        : denied.Is(Operation.LessOrEqual) ? denied.Graph!.Apply(Operation.Less, denied.Argument(1), denied.Argument(0))
        : null;
}
