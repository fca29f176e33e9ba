using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>An index or a length as multiples of other expressions and a constant: what tells whether one is never greater than another.</summary>
public sealed class LinearForm
{
    private readonly Graph graph;
    private readonly SortedDictionary<int, double> terms = [];

    private LinearForm(Graph graph) => this.graph = graph;

    /// <summary>The expressions that are not sums themselves, with their factors.</summary>
    public IReadOnlyDictionary<int, double> Terms => terms;

    /// <summary>The constant.</summary>
    public double Constant { get; private set; }

    /// <summary>The form of an expression.</summary>
    public static LinearForm Of(Expr expression)
    {
        var form = new LinearForm(expression.Graph!);
        form.Add(expression, 1);
        return form;
    }

    /// <summary>The difference of two expressions, with what stands in both taken away.</summary>
    public static Expr Difference(Graph graph, Expr first, Expr second)
    {
        var form = new LinearForm(graph);
        form.Add(first, 1);
        form.Add(second, -1);
        return form.Expression();
    }

    /// <summary>What a difference is of, each without what is taken away from it: i − n + 1 of i + 1 and n.</summary>
    public static (Expr First, Expr Second) Sides(Graph graph, Expr difference)
    {
        var (form, first, second) = (Of(difference), new LinearForm(graph), new LinearForm(graph));
        foreach (var term in form.terms)
        {
            (term.Value > 0 ? first : second).Add(graph.Wrap(term.Key), System.Math.Abs(term.Value));
        }

        (form.Constant > 0 ? first : second).Constant = System.Math.Abs(form.Constant);
        return (first.Expression(), second.Expression());
    }

    /// <summary>Whether an expression is never greater than another, whatever sizes and data are.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="isAssured">Whether what the constructor checks may be used.</param>
    public static bool IsAtMost(Graph graph, Expr first, Expr second, bool isAssured = true)
    {
        var form = new LinearForm(graph);
        form.Add(second, 1);
        form.Add(first, -1);
        return form.IsNonNegative(isAssured);
    }

    /// <summary>The greatest or least value along axes whose positions enter as multiples, or null where one enters otherwise.</summary>
    public Expr? Extreme(bool greatest, System.Func<int, (Expr First, Expr Last)?> range)
    {
        Expr result = Constant;
        foreach (var (id, factor) in terms.Select(term => (term.Key, term.Value)))
        {
            var term = graph.Wrap(id);
            if (term.Node.Kind == NodeKind.Index && range(term.Node.Symbol) is var (first, last))
            {
                term = factor > 0 == greatest ? last : first;
            }
            else if (graph.FreeAxes(id) != 0 && Axes(graph.FreeAxes(id)).Any(axis => range(axis) is not null))
            {
                return null;
            }

            result += factor * term;
        }

        return result;
    }

    private static IEnumerable<int> Axes(ulong mask) => Enumerable.Range(0, 64).Where(axis => (mask >> axis & 1) != 0);

    private void Add(Expr expression, double factor)
    {
        if (expression.IsConstant(out var value))
        {
            Constant += factor * value;
        }
        else if (expression.Is(Operation.Add) || expression.Is(Operation.Subtract))
        {
            Add(expression.Argument(0), factor);
            Add(expression.Argument(1), expression.Is(Operation.Add) ? factor : -factor);
        }
        else if (expression.Is(Operation.Negate))
        {
            Add(expression.Argument(0), -factor);
        }
        else if (expression.Is(Operation.Multiply) && expression.Argument(0).IsConstant(out value))
        {
            Add(expression.Argument(1), factor * value);
        }
        else
        {
            var id = expression.Id;
            factor += terms.TryGetValue(id, out var known) ? known : 0;
            terms.Remove(id);
            if (factor != 0)
            {
                terms.Add(id, factor);
            }
        }
    }

    private Expr Expression()
    {
        Expr sum = 0;
        foreach (var (id, factor) in terms.Select(term => (term.Key, term.Value)).OrderBy(term => term.Value < 0))
        {
            var term = graph.Wrap(id);
            sum = factor == -1 ? sum - term : sum + factor * term;
        }

        return graph.Wrap(graph.Id(sum + Constant));
    }

    /// <summary>The greater of two is as great as either, and no smaller than 0 where one of them is not.</summary>
    private bool IsNonNegative(bool isAssured)
    {
        foreach (var (id, factor) in terms.Select(term => (term.Key, term.Value)))
        {
            var term = graph.Wrap(id);
            if (term.Is(Operation.Max) || term.Is(Operation.Min))
            {
                var without = new[] { term.Argument(0), term.Argument(1) }.Select(argument =>
                {
                    var form = new LinearForm(graph) { Constant = Constant };
                    foreach (var other in terms.Where(other => other.Key != id))
                    {
                        form.Add(graph.Wrap(other.Key), other.Value);
                    }

                    form.Add(argument, factor);
                    return form;
                });
                return term.Is(Operation.Max) == factor > 0 ? without.Any(form => form.IsNonNegative(isAssured)) : without.All(form => form.IsNonNegative(isAssured));
            }
        }

        return Constant + terms.Sum(term => term.Value > 0 && graph.Least(term.Key, isAssured) is { } least ? term.Value * least : double.NegativeInfinity) >= 0;
    }
}
