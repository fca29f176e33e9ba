using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Scheduling;

/// <summary>Something that a block has to do: a reduction, or a step of which some axes are still to be looped over.</summary>
/// <param name="Node">The reduction, or −1.</param>
/// <param name="Step">The step, or null.</param>
/// <param name="Axes">The step's remaining axes, outer first.</param>
/// <param name="Order">Its place among the steps of the program.</param>
internal sealed record Entity(int Node, Step? Step, IReadOnlyList<int> Axes, int Order)
{
    public static Entity Of(Step step, IReadOnlyList<int> axes, int order) => new(-1, step, axes, order);

    public static Entity Of(int reduction, int order) => new(reduction, null, [], order);

    /// <summary>The axis of the loop that it needs here, or −1 when it needs none.</summary>
    public int Axis(Graph graph) => Step is null ? graph[Node].Symbol : Step is LoopStep loop ? loop.Axis : Axes.Count > 0 ? Axes[0] : -1;

    /// <summary>Whether its positions must be taken in turn.</summary>
    public bool IsSequential => Step is LoopStep;

    /// <summary>The nodes that it evaluates.</summary>
    public IEnumerable<int> Roots(Graph graph) => Step is null ? graph[Node].Arguments : Dependence.Roots(Step).Where(root => root >= 0);
}
