using System.Collections.Immutable;
using System.Globalization;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>What reading a model's method gives. Only <see cref="Model"/> and <see cref="Sources"/> may be kept by a pipeline.</summary>
/// <param name="Model">The model, or null where diagnostics say why there is none. With a model, they are about objectives that it goes without.</param>
/// <param name="Name">What the class and the method are called: known even where there is no model.</param>
/// <param name="Sources">Where the model's sites stand.</param>
/// <param name="Diagnostics">What is wrong, in the order of the source.</param>
/// <param name="Arguments">What the distributions' parameters are given: for analyses of supports. Empty where there is no model.</param>
public sealed record ReadResult(
    Model? Model, ModelName Name, SourceMap Sources, ImmutableArray<ReadDiagnostic> Diagnostics, ImmutableArray<DensityArgument> Arguments)
{
    /// <summary>Where there is no model, what can be declared all the same; null where the class itself is wrong.</summary>
    public Model? Outline { get; init; }
}

/// <summary>A breach of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Location">Where.</param>
/// <param name="Arguments">What stands for {0}, {1}, … in the rule's message.</param>
/// <param name="Suggestion">Source that may stand in place of the location's, or null.</param>
/// <param name="Replaces">Where the suggestion may stand, when it is not for the location itself.</param>
public sealed record ReadDiagnostic(
    Rule Rule, Location Location, ImmutableArray<string> Arguments, string? Suggestion = null, Location? Replaces = null)
{
    /// <summary>Whether C# has an error of its own there that ends a build before any analyzer runs.</summary>
    public bool EndsBuild { get; init; }

    /// <summary>The rule's id.</summary>
    public string Id => Rule.Id;

    /// <summary>The message with its arguments.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);
}

/// <summary>What a parameter of a distribution is given in a model's body.</summary>
/// <param name="Distribution">The distribution's name.</param>
/// <param name="Parameter">The parameter's name, of the parameterization that the call chose.</param>
/// <param name="Requires">The set in which it must lie.</param>
/// <param name="Node">Its value, a node of the model.</param>
/// <param name="Text">The argument as written.</param>
/// <param name="Argument">Where the argument stands.</param>
/// <param name="Call">Where the distribution's call stands.</param>
/// <param name="Site">The statement that the distribution stands in: an index into <see cref="Model.Sites"/>.</param>
public sealed record DensityArgument(
    string Distribution, string Parameter, Support Requires, int Node, string Text, Location Argument, Location Call, int Site);
