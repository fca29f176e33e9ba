using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>The axes and nodes of steps other than loops, whatever kind they are of.</summary>
internal static class StepParts
{
    public static EquatableArray<int> Axes(Step step) => step switch
    {
        SampleStep sample => sample.Axes,
        ObserveStep observe => observe.Axes,
        AssignStep assign => assign.Axes,
        PotentialStep potential => potential.Axes,
        _ => [],
    };

    /// <summary>The axes that the step's density binds.</summary>
    public static IEnumerable<int> BoundAxes(Step step) => step switch
    {
        SampleStep sample => sample.Density.BoundAxes,
        ObserveStep observe => observe.Density.BoundAxes,
        _ => [],
    };

    /// <summary>The nodes; −1 stands for a guard that is not there.</summary>
    public static IEnumerable<int> Nodes(Step step) => step switch
    {
        SampleStep sample => [.. sample.Indices, .. sample.Density.Nodes],
        ObserveStep observe => [.. observe.Indices, .. observe.Density.Nodes, observe.Guard],
        AssignStep assign => [.. assign.Indices, assign.Value, assign.Guard],
        PotentialStep potential => [potential.Value, potential.Guard],
        CallStep call => call.Operands.SelectMany(operand => operand.Indices).Concat(call.Arguments),
        RequireStep require => [.. require.Values, require.Guard],
        _ => Enumerable.Empty<int>(),
    };

    /// <summary>The step with other axes, which are asked for first, and other nodes.</summary>
    public static Step With(Step step, Func<int, int> axis, Func<int, int> node)
    {
        var axes = Axes(step).Select(axis).ToEquatableArray();
        EquatableArray<int> All(EquatableArray<int> nodes) => nodes.Select(node).ToEquatableArray();
        return step switch
        {
            SampleStep s => s with { Axes = axes, Density = s.Density.With(axis, node), Indices = All(s.Indices) },
            ObserveStep s => s with { Axes = axes, Density = s.Density.With(axis, node), Indices = All(s.Indices), Guard = node(s.Guard) },
            AssignStep s => s with { Axes = axes, Indices = All(s.Indices), Value = node(s.Value), Guard = node(s.Guard) },
            PotentialStep s => s with { Axes = axes, Value = node(s.Value), Guard = node(s.Guard) },
            CallStep s => s.With(node),
            RequireStep s => s with { Values = All(s.Values), Guard = node(s.Guard) },
            _ => step,
        };
    }
}
