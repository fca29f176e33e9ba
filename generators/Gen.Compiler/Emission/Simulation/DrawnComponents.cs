using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Mixtures along an axis, as they are drawn from: what their components are given stands in arrays that are filled beforehand, a row for each
/// element, so that a component is drawn from them at run time.
/// </summary>
internal sealed class DrawnComponents(Program program)
{
    private readonly HashSet<int> rows = [];

    /// <summary>The program with the arrays.</summary>
    public Program Program { get; private set; } = program;

    /// <summary>Whether an array holds rows of values along the components of a mixture; a read of its first column stands for a row.</summary>
    public bool IsRows(int array) => rows.Contains(array);

    /// <summary>A density that binds no axes any more, with the steps that fill its arrays.</summary>
    public Density Filled(Density density, IReadOnlyList<int> loops, List<Step> before, int axis = -1)
    {
        // The weights of listed components are those of every element.
        var isListed = density.Distribution == nameof(Gen.Distributions.Mixture) && density.Axes.Count == 0;
        axis = density.Axes.Count > 0 ? density.Axes[0] : axis;
        return density with
        {
            Axes = [],
            Arguments = axis < 0 || isListed ? density.Arguments : density.Arguments.Select(argument => Row(argument, axis, loops, before)).ToEquatableArray(),
            Components = density.Components.Select(component => Filled(component, loops, before, axis)).ToEquatableArray(),
        };
    }

    /// <summary>Declares an array of a name and extents.</summary>
    public int Declare(string name, IReadOnlyList<Expr> extents)
    {
        Program = Program.WithLocal(name, extents, out var array);
        return array;
    }

    private int Row(int value, int axis, IReadOnlyList<int> loops, List<Step> before)
    {
        var graph = Program.Graph;
        int[] axes = [.. Program.Order.Sort(graph.FreeAxes(value) & ~(1UL << axis)), axis];
        Program = Program.WithLocal("components", axes.Select(own => graph.Wrap(graph.Axes[own].Upper)), out var array);
        rows.Add(array);
        var indices = axes.Select(own => graph.Id(graph.Index(own))).ToEquatableArray();
        before.Add(new AssignStep(array, axes.Where(own => !loops.Contains(own)).ToEquatableArray(), indices, value, false, -1, -1));
        return graph.Id(graph.Read(array, [.. axes.Take(axes.Length - 1).Select(graph.Index), graph.Constant(0)]));
    }
}
