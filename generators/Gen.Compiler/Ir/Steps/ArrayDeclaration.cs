namespace Gen.Compiler.Ir;

/// <summary>What an array is to a program.</summary>
public enum ArrayRole
{
    /// <summary>Given when the model is constructed.</summary>
    Data,

    /// <summary>Computed from what is given when the model is constructed, before anything else (<see cref="PreparedData"/>).</summary>
    Prepared,

    /// <summary>An unobserved quantity on its own, constrained scale.</summary>
    Latent,

    /// <summary>A quantity that the model names and records.</summary>
    Deterministic,

    /// <summary>A quantity that the model draws once its latents are known; no part of the log-density.</summary>
    Generated,

    /// <summary>A value of the body that is assigned element by element, or that a pass gave an array of its own.</summary>
    Local,

    /// <summary>Chosen anew for each evaluation: a decision of an objective, which it is differentiated by, or what a change of coordinates is given (<see cref="Passes.Recentering"/>).</summary>
    Decision,

    /// <summary>An argument of an objective that its caller gives.</summary>
    Argument,

    /// <summary>Data that are computed from data once, when the model is constructed.</summary>
    Hoisted,

    /// <summary>The position of a sampler: all latents on the unconstrained scale.</summary>
    Position,

    /// <summary>A latent's values over the draws of a posterior, the draw as its last index.</summary>
    Draws,

    /// <summary>The number that is differentiated, as it accumulates.</summary>
    Target,

    /// <summary>The derivative of the target by the elements of another array.</summary>
    Adjoint,
}

/// <summary>An array of a program: a scalar has no extents, a vector one, a matrix two.</summary>
/// <param name="Name">The user's name where there is one.</param>
/// <param name="Role">What it is.</param>
/// <param name="IsInteger">Whether its elements are integers, fit to index with.</param>
/// <param name="Extents">The length of each dimension: nodes without axes that are known when the model is constructed.</param>
/// <param name="Dims">The dimension that labels each extent: the index of a parameter of type <c>Dim</c>, or −1.</param>
public sealed record ArrayDeclaration(string Name, ArrayRole Role, bool IsInteger, EquatableArray<int> Extents, EquatableArray<int> Dims)
{
    /// <summary>For an adjoint or a position: the array that it belongs to; otherwise −1.</summary>
    public int Source { get; init; } = -1;

    /// <summary>Whether data decide in which order its elements are given values and read: the constructor goes through the statements and requires that it is C#'s.</summary>
    public bool IsOrderedByData { get; init; }

    /// <summary>Whether its elements are drawn while others are read: to read one that is yet to be drawn is refused, whether it is used or not.</summary>
    public bool IsDrawnInSequence { get; init; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Extents.Count;

    /// <summary>Whether its elements are known when the model is constructed.</summary>
    public bool IsData => Role is ArrayRole.Data or ArrayRole.Prepared or ArrayRole.Hoisted or ArrayRole.Argument or ArrayRole.Draws;
}
