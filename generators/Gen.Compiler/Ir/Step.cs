using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// One statement of a program, carried out for every combination of positions along its axes. Steps run in order; the combinations of one
/// step are independent of each other. A recurrence is a <see cref="LoopStep"/>.
/// </summary>
/// <param name="Site">The statement of the body that it came from: an index into <see cref="Model.Sites"/>, or −1.</param>
public abstract record Step(int Site);

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

/// <summary>A latent, or by its array's role a quantity that is generated: <c>array[indices] ~ density</c> for every position along the axes.</summary>
public sealed record SampleStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, Density Density, int Site) : Step(Site)
{
    /// <summary>The set that the latent lies in where it is another than its distribution's: the density is then restricted to it, not renormalised.</summary>
    public Support? Restriction { get; init; }

    /// <summary>Whether a latent with a location and a scale is computed from a standard one, which is then what is sampled.</summary>
    public bool IsNonCentered { get; init; }
}

/// <summary>A likelihood: <c>array[indices] ~ density</c>, where the array is data; only where the guard (a node, or −1) is not 0.</summary>
public sealed record ObserveStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, Density Density, int Guard, int Site) : Step(Site);

/// <summary>
/// <c>array[indices] = value</c>, or <c>+=</c>; only where the guard (a node, or −1) is not 0. The value is a node over the axes and may
/// hold reductions over further ones. Every axis of an assignment with = is an index of its own, shifted by a constant at most.
/// </summary>
public sealed record AssignStep(int Array, EquatableArray<int> Axes, EquatableArray<int> Indices, int Value, bool Accumulate, int Guard, int Site) : Step(Site);

/// <summary>A term of the log-density for every position along the axes; only where the guard (a node, or −1) is not 0.</summary>
public sealed record PotentialStep(EquatableArray<int> Axes, int Value, int Guard, int Site) : Step(Site);

/// <summary>
/// An array, or the part of one at fixed leading indices, as a routine takes it: all remaining dimensions, row by row.
/// </summary>
/// <param name="Array">The array; −1 where a routine is not given this operand or not asked for it.</param>
/// <param name="Indices">Nodes without axes of their own: the leading indices.</param>
public sealed record Operand(int Array, EquatableArray<int> Indices)
{
    /// <summary>An operand that is not there.</summary>
    public static Operand None { get; } = new(-1, []);

    /// <summary>The operand at other indices.</summary>
    public Operand With(Func<int, int> node) => this with { Indices = Indices.Select(node).ToEquatableArray() };
}

/// <summary>A routine over whole arrays, such as a Cholesky factorisation.</summary>
public sealed record CallStep(Routine Routine, EquatableArray<Operand> Inputs, EquatableArray<Operand> Outputs, int Site) : Step(Site)
{
    /// <summary>Nodes of numbers that it takes, known when the model is constructed: for a differential equation the initial time, the tolerances and the limit of steps.</summary>
    public EquatableArray<int> Arguments { get; init; } = [];

    /// <summary>The differential equation that it solves, or null.</summary>
    public DifferentialEquation? Equation { get; init; }

    /// <summary>Inputs and outputs that are there.</summary>
    public IEnumerable<Operand> Operands => Inputs.Concat(Outputs).Where(operand => operand.Array >= 0);

    /// <summary>The call with other nodes.</summary>
    public CallStep With(Func<int, int> node) => this with
    {
        Inputs = Inputs.Select(operand => operand.With(node)).ToEquatableArray(),
        Outputs = Outputs.Select(operand => operand.With(node)).ToEquatableArray(),
        Arguments = Arguments.Select(node).ToEquatableArray(),
    };
}

/// <summary>
/// The right-hand side of y′ = f(t, y; θ, constants). What it reads are arrays of its own, which no step writes: a call hands them over. Passes
/// leave it as it is.
/// </summary>
/// <param name="Time">The array, a scalar, that is t.</param>
/// <param name="State">The array that is y.</param>
/// <param name="Parameters">The array that is θ: what latents decide.</param>
/// <param name="Constants">The array of what data decide.</param>
/// <param name="Derivatives">Nodes: y′, element by element.</param>
public sealed record DifferentialEquation(int Time, int State, int Parameters, int Constants, EquatableArray<int> Derivatives)
{
    /// <summary>Whether derivatives by the initial state are wanted with the solution; they come before those by the parameters.</summary>
    public bool VariesInitialState { get; init; }
}

/// <summary>Steps carried out in order for each position along an axis in turn, so that a position may read what earlier ones wrote.</summary>
public sealed record LoopStep(int Axis, bool Reverse, EquatableArray<Step> Body, int Site) : Step(Site);
