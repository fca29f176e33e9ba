using System;

namespace Gen;

/// <summary>
/// On a <c>static partial void</c> method of a partial class: its body is a model. Its parameters are the data; its statements are those of
/// <see cref="Modeling"/>.
/// </summary>
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
