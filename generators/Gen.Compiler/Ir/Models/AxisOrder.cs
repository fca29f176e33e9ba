using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// Which axis is the outer one when two are looped over: data before groups and features, decisions before draws. A value that depends on an
/// inner axis alone gets an array of its own rather than being computed again for each position of the outer one.
/// </summary>
public sealed class AxisOrder(Graph graph, IEnumerable<int> outerFirst)
{
    private readonly List<(int Lower, int Upper)> ranges = [.. outerFirst.Select(axis => (graph.Axes[axis].Lower, graph.Axes[axis].Upper)).Distinct()];

    /// <summary>The order for a log-density: axes of likelihoods first, in the order in which the model observes.</summary>
    public static AxisOrder OfModel(Program program)
    {
        var observed = Axes(program.Model.Steps, []).Where(entry => entry.Step is ObserveStep);
        return new(program.Graph, observed.SelectMany(entry => entry.Axes));
    }

    /// <summary>The axes of a set, outer first.</summary>
    public int[] Sort(ulong axes)
    {
        var result = new List<int>();
        for (var axis = 0; axis < graph.Axes.Count; axis++)
        {
            if ((axes >> axis & 1) != 0)
            {
                result.Add(axis);
            }
        }

        return Sort(result);
    }

    /// <summary>The axes, outer first.</summary>
    public int[] Sort(IEnumerable<int> axes) => [.. axes.OrderBy(Rank).ThenBy(axis => graph.Axes[axis].Copy).ThenBy(axis => axis)];

    private int Rank(int axis)
    {
        var rank = ranges.IndexOf((graph.Axes[axis].Lower, graph.Axes[axis].Upper));
        return rank < 0 ? int.MaxValue : rank;
    }

    private static IEnumerable<(Step Step, IEnumerable<int> Axes)> Axes(IEnumerable<Step> steps, IEnumerable<int> outer) => steps.SelectMany(step => step switch
    {
        LoopStep loop => Axes(loop.Body, outer.Append(loop.Axis)),
        ObserveStep observe => [(step, outer.Concat(observe.Axes))],
        _ => Enumerable.Empty<(Step, IEnumerable<int>)>(),
    });
}
