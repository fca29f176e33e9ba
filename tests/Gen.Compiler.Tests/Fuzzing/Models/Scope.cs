using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// What a statement may mention. Axes are letters: n rows of data, m columns, g groups, h hidden units; a shape is the letters of its axes.
/// </summary>
internal sealed class Scope(Random random, IReadOnlyDictionary<char, int> sizes, bool isWide, bool isStructured)
{
    private readonly List<Variable> variables = [];
    private int counter;

    public Random Random { get; } = random;

    /// <summary>The length of each axis.</summary>
    public IReadOnlyDictionary<char, int> Sizes { get; } = sizes;

    /// <summary>Whether what the grammar gained later is written too: seeds that once failed keep the models that they had.</summary>
    public bool IsWide { get; } = isWide;

    /// <summary>Whether matrices, latents of sets of vectors and distributions over vectors are written too.</summary>
    public bool IsStructured { get; } = isStructured;

    /// <summary>The variables of a loop's body: its number (named by the writer of the loop) runs along axis n.</summary>
    public string? Loop { get; set; }

    public IReadOnlyList<Variable> Variables => variables;

    public string Fresh(string prefix) => $"{prefix}{counter++}";

    public void Add(Variable variable) => variables.Add(variable);

    public Variable? Pick(string shape, bool onlyData = false)
    {
        var fitting = variables.Where(v => v.Shape == shape && (v.IsData || !onlyData)).ToArray();

        // Latents and what is made of them stand at the end: they are wanted more often.
        return fitting.Length == 0 ? null : fitting[Math.Max(Random.Next(fitting.Length), Random.Next(fitting.Length))];
    }

    public int Count(string shape) => shape.Aggregate(1, (product, axis) => product * Sizes[axis]);

    public bool Chance(double probability) => Random.NextDouble() < probability;

    public T Choose<T>(params T[] choices) => choices[Random.Next(choices.Length)];

    /// <summary>A number of few digits.</summary>
    public double Number(double low, double high) => Math.Round(low + (high - low) * Random.NextDouble(), 2);
}
