using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>The positions of an axis at which conditions hold, as far as what they compare tells.</summary>
internal static class ConditionedRange
{
    /// <summary>The first and the last position of an axis.</summary>
    public static (Expr First, Expr Last) Whole(Graph graph, int axis) => (graph.Wrap(graph.Axes[axis].Lower), graph.Wrap(graph.Axes[axis].Upper) - 1);

    /// <summary>Those of the range that conditions leave of it.</summary>
    public static (Expr First, Expr Last) Of(Graph graph, int axis, IEnumerable<int> conditions)
    {
        var (first, last) = Whole(graph, axis);
        foreach (var condition in Conjunction.Holding(conditions.Select(graph.Wrap)))
        {
            var isLess = condition.Is(Operation.Less);
            if ((isLess || condition.Is(Operation.LessOrEqual)) && IsPosition(condition.Argument(1)) && IsFixed(condition.Argument(0)))
            {
                var least = condition.Argument(0) + (isLess ? 1 : 0);
                first = LinearForm.IsAtMost(graph, first, least) ? least : first;
            }
            else if ((isLess || condition.Is(Operation.LessOrEqual)) && IsPosition(condition.Argument(0)) && IsFixed(condition.Argument(1)))
            {
                var greatest = condition.Argument(1) - (isLess ? 1 : 0);
                last = LinearForm.IsAtMost(graph, greatest, last) ? greatest : last;
            }
            else if (condition.Is(Operation.Not) && condition.Argument(0).Is(Operation.Equal) && IsPosition(condition.Argument(0).Argument(0)) && condition.Argument(0).Argument(1).Equals(first))
            {
                first += 1;
            }
        }

        return (first, last);

        bool IsPosition(Expr expression) => expression.Node.Kind == NodeKind.Index && expression.Node.Symbol == axis;
        bool IsFixed(Expr expression) => graph.FreeAxes(graph.Id(expression)) == 0;
    }
}
