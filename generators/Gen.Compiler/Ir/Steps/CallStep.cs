using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

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
    /// <summary>Nodes of numbers that it takes, known when the model is constructed: for a differential equation the initial time, the tolerances, the limit of steps and, where it is solved under one, the condition.</summary>
    public EquatableArray<int> Arguments { get; init; } = [];

    /// <summary>The condition on data under which a differential equation is solved, a node, or −1 for always: otherwise its outputs are zero.</summary>
    public int Condition => Equation is not null && Arguments.Count > 4 ? Arguments[4] : -1;

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
