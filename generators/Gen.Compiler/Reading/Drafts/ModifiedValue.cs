using System.Collections.Immutable;
using System.Linq;
using Gen.Distributions;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>A distribution made of others.</summary>
/// <param name="Modifier">The modifier's name.</param>
/// <param name="Given">Its own arguments.</param>
/// <param name="Components">What it is made of.</param>
/// <param name="IsAlong">Whether its components are the elements along the last axis of the only one that is listed.</param>
/// <param name="Call">The call.</param>
internal sealed record ModifiedValue(
    string Modifier, ImmutableArray<GivenArgument> Given, ImmutableArray<DistributedValue> Components, bool IsAlong, IOperation Call) : DistributedValue(Call)
{
    public override string Name => Modifier;

    public override bool IsDiscrete => Components.All(component => component.IsDiscrete);

    /// <summary>Whether single points have probability beside others that have not.</summary>
    public bool HasAtoms =>
        !IsDiscrete && (Modifier is nameof(Censored) or nameof(Hurdle) || Components.Any(component => component.IsDiscrete || component is ModifiedValue { HasAtoms: true }));

    public override bool IsElementwise => Elements is null;

    public override Support Support =>
        Restriction is { } restriction ? restriction
        : IsDiscrete ? Support.Integer
        : IsNonNegative ? Support.NonNegative
        : Modifier is nameof(Mixture) && Components.All(component => component.Support == Components[0].Support) ? Components[0].Support
        : Support.Real;

    private bool IsNonNegative =>
        Components.All(component => component.Support is Support.Positive or Support.NonNegative or Support.Unit)
        || (Modifier is nameof(Truncated) && Given.Any(argument => argument.Parameter == "lower" && argument.Value.Expr.IsConstant(out var lower) && lower >= 0));
}
