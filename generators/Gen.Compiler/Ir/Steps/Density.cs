using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>A distribution with arguments, which are nodes over the axes of the step that holds it and those of its own.</summary>
/// <param name="Distribution">The name of a class in <c>Gen.Distributions</c>.</param>
/// <param name="Parameterization">The name of its method <c>FromX</c> that the arguments belong to, or empty for those of <c>LogDensity</c>.</param>
/// <param name="Arguments">Nodes, in the order of that method's parameters (without the variate).</param>
public sealed record Density(string Distribution, string Parameterization, EquatableArray<int> Arguments)
{
    /// <summary>The axes that the density binds: those of a variate that is a vector or a matrix, and others along which its arguments vary.</summary>
    public EquatableArray<int> Axes { get; init; } = [];

    /// <summary>To draw from it: for each argument that is a vector or a matrix the array that holds it, otherwise <see cref="Operand.None"/>.</summary>
    public EquatableArray<Operand> Operands { get; init; } = [];

    /// <summary>The distributions that a modifier is made of: what is truncated, the components of a mixture.</summary>
    public EquatableArray<Density> Components { get; init; } = [];

    /// <summary>The definition, for a distribution of the user's own.</summary>
    public SourceDistribution? Source { get; init; }

    /// <summary>All its nodes, those of its components included.</summary>
    public IEnumerable<int> Nodes => Arguments.Concat(Operands.SelectMany(operand => operand.Indices)).Concat(Components.SelectMany(component => component.Nodes));

    /// <summary>All axes that it and its components bind.</summary>
    public IEnumerable<int> BoundAxes => Axes.Concat(Components.SelectMany(component => component.BoundAxes));

    /// <summary>The density with other nodes.</summary>
    public Density With(Func<int, int> node) => With(axis => axis, node);

    /// <summary>The density with other axes, which are asked for first, and other nodes.</summary>
    public Density With(Func<int, int> axis, Func<int, int> node)
    {
        var axes = Axes.Select(axis).ToEquatableArray();
        return this with
        {
            Axes = axes,
            Arguments = Arguments.Select(node).ToEquatableArray(),
            Operands = Operands.Select(operand => operand.With(node)).ToEquatableArray(),
            Components = Components.Select(component => component.With(axis, node)).ToEquatableArray(),
        };
    }
}
