using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// What the local rules of <see cref="Canonical"/> cannot see: all terms of the log-density become one sum, in which whatever data alone
/// decide stands together, and which counts where the supports of all terms hold; a quotient by something that varies less becomes a product with its
/// reciprocal; a power becomes exp(b · log a) where the logarithm need not be taken as often as the power; what holds a value within the finite numbers goes
/// where it is within them anyway.
/// </summary>
public static class Simplify
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var kinds = new KindAnalysis(program);
        return program.Graph.Knowing(kinds.IsFinite, () => Run(program, kinds));
    }

    private static Program Run(Program program, KindAnalysis kinds)
    {
        var graph = program.Graph;
        var activity = new Activity(program);
        var rewrite = Rewrite.BottomUp(graph, node => Rule(program, activity, kinds, node));
        var steps = program.Steps.Select(step => Rewrite.Nodes(step, rewrite)).ToArray();
        var isTerm = steps.ToLookup(step => step is AssignStep { Accumulate: true } assign && program.Arrays[assign.Array].Role == ArrayRole.Target);
        if (!isTerm[true].Any())
        {
            return program with { Steps = steps };
        }

        var terms = isTerm[true].Cast<AssignStep>().Select(term => Summed(program, term)).ToArray();
        var total = Gather(graph, activity, terms);
        var target = ((AssignStep)isTerm[true].First()).Array;
        return program with { Steps = [.. isTerm[false], new AssignStep(target, [], [], graph.Id(total), false, -1, -1)] };
    }

    private static Expr? Rule(Program program, Activity activity, KindAnalysis kinds, Expr node)
    {
        var graph = program.Graph;
        if (node.Is(Operation.Divide))
        {
            var (a, b) = (node.Argument(0), node.Argument(1));
            var fewer = graph.FreeAxes(b.Id) != graph.FreeAxes(a.Id) && (graph.FreeAxes(b.Id) & ~graph.FreeAxes(a.Id)) == 0;
            return fewer && !a.IsNumber(1) ? a * (1 / b) : null;
        }

        if (node.Is(Operation.Max) && node.Argument(1).IsNumber(double.MinValue) || node.Is(Operation.Min) && node.Argument(1).IsNumber(double.MaxValue))
        {
            return kinds.MayBe(node.Argument(0), NumberKinds.Infinite) ? null : node.Argument(0);
        }

        return node.Is(Operation.Pow) ? Power(program, activity, kinds, node) : null;
    }

    /// <summary>
    /// One logarithm serves many powers of it, where the base varies along fewer axes than the power or is data. It is taken of what is not negative: a
    /// base that may be has whole powers, which data may ask for and which a logarithm does not give, and no others. A base of 0 has a finite one, since
    /// 0 · −∞ would be what the power 0 comes to.
    /// </summary>
    private static Expr? Power(Program program, Activity activity, KindAnalysis kinds, Expr node)
    {
        var graph = program.Graph;
        var (a, b) = (node.Argument(0), node.Argument(1));
        var serves = !activity.IsActive(a.Id) || graph.FreeAxes(a.Id) != graph.FreeAxes(node.Id);
        var isOfLatents = Dependence.Reachable(graph, [b.Id]).Any(id => activity.IsActive(id) || (graph[id].Kind == NodeKind.Read && program.Arrays[graph[id].Symbol].Role == ArrayRole.Draws));
        if (!serves || b.IsConstant(out _) || (!isOfLatents && kinds.MayBe(a, ~NumberKinds.AnyPositive)))
        {
            return null;
        }

        var logarithm = graph.Apply(Operation.Log, a);
        var held = !kinds.MayBe(a, NumberKinds.Zero) ? logarithm
            : activity.IsActive(a.Id) ? graph.Apply(Operation.Where, graph.Apply(Operation.Equal, a, 0), double.MinValue, logarithm)
            : graph.Apply(Operation.Max, logarithm, double.MinValue);
        return graph.Apply(Operation.Exp, b * held);
    }

    private static Expr Summed(Program program, AssignStep term)
    {
        var graph = program.Graph;
        var value = graph.Wrap(term.Value);
        value = term.Guard < 0 ? value : graph.Apply(Operation.Where, graph.Wrap(term.Guard), value, 0);
        foreach (var axis in program.Order.Sort(term.Axes).Reverse())
        {
            value = Split(graph, axis, value);
        }

        return value;
    }

    /// <summary>
    /// The sum of a term over an axis, its parts each for itself: what does not vary is then counted instead of added up. Only terms of the target
    /// are split; inside them sums stay whole (<see cref="Canonical.Sum"/>).
    /// </summary>
    private static Expr Split(Graph graph, int axis, Expr term)
    {
        term = graph.Wrap(graph.Id(term));
        return term.Is(Operation.Add) ? Split(graph, axis, term.Argument(0)) + Split(graph, axis, term.Argument(1))
            : term.Is(Operation.Subtract) ? Split(graph, axis, term.Argument(0)) - Split(graph, axis, term.Argument(1))
            : term.Is(Operation.Negate) ? -Split(graph, axis, term.Argument(0))
            : graph.Sum(axis, term);
    }

    private static Expr Gather(Graph graph, Activity activity, IEnumerable<Expr> terms)
    {
        Expr data = 0, active = 0;
        var supports = new SupportGathering(graph);
        void Add(Expr term, bool negative)
        {
            term = supports.Without(graph.Wrap(graph.Id(term)), negative);
            if (term.Is(Operation.Add) || term.Is(Operation.Subtract))
            {
                Add(term.Argument(0), negative);
                Add(term.Argument(1), negative ^ term.Is(Operation.Subtract));
            }
            else if (term.Is(Operation.Negate))
            {
                Add(term.Argument(0), !negative);
            }
            else if (term.Node.Kind == NodeKind.Sum && Split(graph, term.Node.Symbol, term.Argument(0)) is var parts && !parts.Equals(term))
            {
                Add(parts, negative);
            }
            else if (activity.IsActive(term.Id))
            {
                active = negative ? active - term : active + term;
            }
            else
            {
                data = negative ? data - term : data + term;
            }
        }

        foreach (var term in terms)
        {
            Add(term, negative: false);
        }

        return supports.Restrict(active + data);
    }
}
