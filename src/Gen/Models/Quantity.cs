using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace Gen.Models;

/// <summary>What a quantity is to its model.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum QuantityKind
{
    /// <summary>Unobserved, with a prior.</summary>
    Latent,

    /// <summary>Computed from others and recorded by name.</summary>
    Deterministic,

    /// <summary>Drawn once the latents are known, and recorded by name; no part of the log-density.</summary>
    Generated,

    /// <summary>Data with a likelihood.</summary>
    Observed,
}

/// <summary>A named quantity of a model over given data: what it is, its shape and where it stands among the model's values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Quantity
{
    private readonly int? coordinates;
    private readonly IReadOnlyList<string>? data;

    /// <summary>A quantity of a shape.</summary>
    /// <param name="name">Its name in the model.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="shape">Its extents: none for a scalar, a length, or rows and columns.</param>
    /// <param name="labels">The dimension that labels each extent, or null where there is none.</param>
    public Quantity(string name, QuantityKind kind, int[] shape, params Dim?[] labels)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(labels);
        Name = name;
        Kind = kind;
        Dims = [.. shape.Select((extent, i) => i < labels.Length && labels[i] is { } labelled ? labelled : new Dim(extent))];
        Size = DataCheck.Room("", name, [.. Dims.Select(dim => (double)dim.Length)]);
    }

    /// <summary>Its name in the model.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public QuantityKind Kind { get; }

    /// <summary>Its axes: none for a scalar, one for a vector, rows and columns for a matrix.</summary>
    public IReadOnlyList<Dim> Dims { get; }

    /// <summary>The number of its elements.</summary>
    public int Size { get; }

    /// <summary>For a latent: whether its prior mentions no other latent and no deterministic, so that fixing it cuts no edge of the model.</summary>
    public bool IsRoot { get; init; }

    /// <summary>For a latent: whether other quantities decide where it ends, so that fixing it leaves it no end.</summary>
    public bool EndsWithOthers { get; init; }

    /// <summary>For data with a likelihood: whether they were given.</summary>
    public bool IsGiven { get; init; }

    /// <summary>For data with a likelihood: the parameters that give them, of which the model's body may derive them.</summary>
    public IReadOnlyList<string> Data
    {
        get => data ?? [Name];
        init => data = value;
    }

    /// <summary>For a latent: the data on whose values its prior depends; for what is <see cref="ReadBy"/> others: those on which its likelihood does.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>For data with a likelihood: what else has one that reads these as they were given.</summary>
    public IReadOnlyList<string> ReadBy { get; init; } = [];

    /// <summary>For a latent: the number of its unconstrained coordinates, fewer than its elements where those are bound to each other (a simplex, say).</summary>
    public int Coordinates
    {
        get => coordinates ?? (Kind == QuantityKind.Latent ? Size : 0);
        init => coordinates = value;
    }

    /// <summary>Whether its elements are bound to each other, so that they are mapped together.</summary>
    internal bool IsBound => coordinates is not null;

    /// <summary>For a latent: where its first coordinate stands in a position.</summary>
    public int FirstCoordinate { get; internal set; }

    /// <summary>Where its first element stands among the model's values.</summary>
    public int Offset { get; internal set; }

    /// <summary>Its part of the model's values.</summary>
    internal Range Elements => Offset..(Offset + Size);

    /// <summary>Draws of it, over values by element, then chain, then draw.</summary>
    internal Draws CreateDraws(double[] values, int chains) => Dims.Count switch
    {
        0 => new ScalarDraws(Name, values, chains),
        1 => new VectorDraws(Name, values, chains, Dims[0]),
        _ => new MatrixDraws(Name, values, chains, Dims[0], Dims[1]),
    };

    /// <summary>An element's name, as its draws have it.</summary>
    internal string Label(int element) => Dims switch
    {
        [] => Name,
        [var dim] => $"{Name}[{dim.Label(element)}]",
        [var rows, var columns] => $"{Name}[{rows.Label(element / columns.Length)},{columns.Label(element % columns.Length)}]",
        _ => $"{Name}[{element}]",
    };

    /// <summary>Its shape in words: <c>a scalar</c>, <c>12 elements</c>, <c>3 × 4</c>.</summary>
    internal static string Describe(IEnumerable<int> extents) => extents.ToArray() switch
    {
        [] => "a scalar",
        [1] => "1 element",
        [var length] => $"{length} elements",
        var matrix => string.Join(" × ", matrix),
    };
}
