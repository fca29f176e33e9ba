using System;

namespace Gen;

/// <summary>
/// On a <c>static partial void</c> method of a partial class: its body is a model. Its parameters are the data; its statements are those of
/// <see cref="Modeling"/>.
/// </summary>
/// <remarks>
/// <para>What the body says means what it means in C#, or is refused where it stands.</para>
/// <para>
/// Arithmetic of <c>int</c> and <c>long</c> is C#'s, division included, as far as it stays in range. Where data would make it wrap around, divide by zero, or
/// miss every arm of a switch, they are refused when the model is constructed: a model holds an <c>int</c> to ±2³¹ and a <c>long</c> to ±2⁵³.
/// </para>
/// <para>
/// Vectors, matrices and arrays are objects, as in C#: a second name of one sees what is assigned through the first. An element is assigned before it is read.
/// </para>
/// <para>
/// Derivatives are limits. Where a root, or a power below 1, of 0 has an infinite one it counts as 0, which is the derivative along whatever keeps a product at
/// 0 (data that are exactly 0: no spend, no dose). A value that is infinite where the log-density is not, such as the logarithm of a weight of 0 in a mixture,
/// adds nothing: 0 · ∞ is 0.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ModelAttribute : Attribute;

/// <summary>
/// On a static method beside a model: a utility, to be maximised in expectation over the posterior. Its parameters are matched by name with
/// the model's quantities and data; what matches neither is an argument that the caller gives.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ObjectiveAttribute : Attribute;

/// <summary>
/// On a parameter of an objective: it is to be chosen. Where it bears the name of the model's data it replaces them, and may have another length.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DecisionAttribute : Attribute;

/// <summary>On a data parameter of a model: the names of its axes, in order. Axes of one name have one length, and share labels.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class DimsAttribute(params string[] names) : Attribute
{
    /// <summary>The axes' names: one for a vector, rows then columns for a matrix.</summary>
    public string[] Names { get; } = names;
}
