using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads modifiers: distributions that are made of others.</summary>
internal sealed class ModifierReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    private Alignment Alignment => body.Alignment;

    public ModifiedValue Read(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var arguments = CallReader.Arguments(call);
        switch (name)
        {
            case nameof(Truncated) or nameof(Censored):
                List<GivenArgument> ends = [.. new[] { End("lower", arguments[1]), End("upper", arguments[2]) }.OfType<GivenArgument>()];
                if (ends.Count == 0)
                {
                    throw Refusal.Of(Rules.DistributionParameters, call, name, "(distribution, lower), (distribution, upper) or (distribution, lower, upper)", "neither lower nor upper");
                }

                var bounded = Without(name, arguments[0]!);
                foreach (var end in ends.Where(_ => IsCounted(bounded)))
                {
                    body.RequireKnown(end.Source, end.Value.Expr);
                    if (Graph.FreeAxes(Graph.Id(end.Value.Expr)) != 0)
                    {
                        throw Refusal.Unsupported(
                            end.Source, $"{name} of {bounded.Name} with an end for each element",
                            $"Its probabilities are sums over counts, of which all elements have the same: write a number, or the density in a Potential with {bounded.Name}(…).LogDensity(x).");
                    }
                }

                var requires = Modifier.Bounded.Requires(name, bounded.IsDiscrete);
                return new(name, [.. ends.Select(end => end with { Requires = requires })], [bounded], false, call);
            case nameof(Mixture):
                var w = Given("w", Support.Unit, arguments[0]!);
                return call.TargetMethod.Parameters[1].IsParams
                    ? new(name, [w], [.. Listed(arguments[1]!).Select(Component)], false, call)
                    : new(name, [w], [Component(arguments[1]!)], true, call);
            default:
                var psi = Given("psi", Support.Unit, arguments[0]!);
                var inner = Without(name, arguments[1]!);
                return name == nameof(ZeroInflated) && !inner.IsDiscrete
                    ? throw Refusal.Unsupported(arguments[1]!, $"{name} of {inner.Name}", "It takes a distribution of counts.")
                    : new(name, [psi], [inner], false, call);
        }
    }

    /// <summary>The axes along which a modifier is repeated by its arguments and by what it is made of.</summary>
    public ImmutableArray<int> Repeated(IOperation at, ModifiedValue modified)
    {
        var shapes = modified.Given.Select(argument => modified.Modifier == nameof(Mixture) && !modified.IsAlong ? Element(argument.Value, 0) : argument.Value)
            .Concat(modified.Components.Select(component => new Shaped(Axes(at, component), 0)));
        var axes = Alignment.Align(at, [.. shapes]).Axes;
        return modified.IsAlong ? axes.RemoveAt(axes.Length - 1) : axes;
    }

    private ImmutableArray<int> Axes(IOperation at, DistributedValue value) => body.Distributions.Axes(at, value).Batch;

    /// <summary>The density over axes that its arguments have or are repeated along.</summary>
    public Density Density(IOperation at, ModifiedValue value, ImmutableArray<int> axes)
    {
        var density = Build(at, value, axes, [.. axes]);
        Evaluate(value, density, "LogDensity", Graph.Constant(0.5));
        return density;
    }

    /// <summary>A function of it at a point.</summary>
    public Shaped Function(IInvocationOperation call, ModifiedValue value, Shaped point)
    {
        var (axes, values) = Alignment.Align(call, [point, new(Axes(call, value), 0)]);
        var function = call.TargetMethod.Name;
        var density = Build(call, value, axes, [.. axes]);
        var result = Evaluate(value, density, function, values[0]);
        body.Distributions.AddCall(density);
        return new(axes, function == "LogDensity"
            ? body.Distributions.Supported(density, Graph.Wrap(Graph.Id(values[0])), result)
            : body.Distributions.Defined(density, function, result));
    }

    /// <summary>Requires that a distribution can be a latent's: it has a density, and one support.</summary>
    public void RequireLatent(IOperation at, DistributedValue value)
    {
        if (value is ModifiedValue { HasAtoms: true })
        {
            throw Refusal.Unsupported(at, $"A latent from {value.Name}", "Single points have probability there, so that it has no density. Sample the distribution inside, or observe data with this one.");
        }

        if (value is ModifiedValue modified && !HasOneSupport(Build(at, modified)))
        {
            throw Refusal.Unsupported(at, "A latent from a mixture whose components have different supports", "Truncate the components to the support that they share.");
        }
    }

    /// <summary>Where its variates lie, and the elements of one that is restricted.</summary>
    public VariateRange Range(IOperation at, DistributedValue value) => VariateRange.Of(Graph, Build(at, value));

    private Density Build(IOperation at, DistributedValue value)
    {
        var elements = value with { Restriction = null, Elements = null };
        var axes = Axes(at, elements);
        return Build(at, elements, axes, [.. axes]);
    }

    private bool HasOneSupport(Density density)
    {
        var ranges = density.Components.Select(component => VariateRange.Of(Graph, component)).ToArray();
        return density.Components.All(HasOneSupport) && (density.Distribution != nameof(Mixture) || ranges.All(range => range.IsSame(ranges[0])));
    }

    /// <param name="at">Where messages point.</param>
    /// <param name="value">The distribution.</param>
    /// <param name="axes">Axes of the statement and of modifiers around it.</param>
    /// <param name="used">All axes so far, from which an axis of components stays apart.</param>
    private Density Build(IOperation at, DistributedValue value, ImmutableArray<int> axes, List<int> used)
    {
        if (value is not ModifiedValue modified)
        {
            return body.Distributions.Density(at, value, axes);
        }

        foreach (var given in modified.Given)
        {
            body.Draft.Arguments.Add(new(
                modified.Name, given.Parameter, given.Requires, Graph.Id(given.Value.Expr), SourceText.OneLine(given.Source.Syntax),
                given.Source.Syntax.GetLocation(), modified.Call.Syntax.GetLocation(), body.Draft.Site));
        }

        return modified.IsAlong ? Along(at, modified, axes, used) : new(
            modified.Modifier,
            modified.Modifier is nameof(Truncated) or nameof(Censored) && modified.Given.Length == 1
                ? modified.Given[0].Parameter == "lower" ? Modifier.Bounded.OnlyLower : Modifier.Bounded.OnlyUpper : "",
            Arguments(at, modified).Select(argument => Graph.Id(Alignment.Onto(at, axes, argument))).ToEquatableArray())
        {
            Components = modified.Components.Select(component => Build(at, component, axes, used)).ToEquatableArray(),
        };
    }

    private Density Along(IOperation at, ModifiedValue mixture, ImmutableArray<int> axes, List<int> used)
    {
        var (w, component) = (mixture.Given[0].Value, mixture.Components[0]);
        var own = Alignment.Align(at, [w, new(Axes(at, component), 0)]).Axes;
        var axis = Alignment.Axis(Graph.Length(own[own.Length - 1]), used);
        used.Add(axis);
        ImmutableArray<int> inner = [.. axes, axis];
        var built = Build(at, component, inner, used);
        if (Mixtures(built).Any(own => own.Axes.Count > 0 || own.Arguments.Any(weight => Graph.Varies(weight, axis))))
        {
            throw Refusal.Unsupported(
                component.Call, "A mixture inside another, with components or weights of its own for each of the outer ones,", "List the components of one of them.");
        }

        return new(mixture.Modifier, "", [Graph.Id(Alignment.Onto(at, inner, w))])
        {
            Axes = [axis],
            Components = [built],
        };
    }

    private static IEnumerable<Density> Mixtures(Density density) =>
        density.Components.SelectMany(Mixtures).Concat(density.Distribution == nameof(Mixture) ? [density] : Enumerable.Empty<Density>());

    private IEnumerable<Shaped> Arguments(IOperation at, ModifiedValue value)
    {
        if (value.Modifier != nameof(Mixture))
        {
            return value.Given.Select(argument => argument.Value);
        }

        var w = value.Given[0].Value;
        Alignment.RequireEqual(at, Graph.Length(w.Axes[w.Rank - 1]), Graph.Constant(value.Components.Length));
        return value.Components.Select((_, k) => Element(w, k));
    }

    private Expr Evaluate(ModifiedValue value, Density density, string function, Expr x)
    {
        try
        {
            var component = DensityComponent.Of(Graph, density);
            return function switch
            {
                "LogDensity" => component.LogDensity(x),
                "Cdf" => component.Cdf(x),
                "LogCdf" => component.LogCdf(x),
                "LogSurvival" => component.LogSurvival(x),
                _ => throw Refusal.Unsupported(value.Call, $"{function} of {value.Name}", "LogDensity(x), Cdf(x), LogCdf(x) and LogSurvival(x) are there."),
            };
        }
        catch (MissingFunctionException missing)
        {
            throw DistributionReader.Missing(value.Call, $"{value.Name} of {missing.Distribution}", missing.Function);
        }
    }

    /// <summary>The weight of a listed component, along the axes that the weights have beside that of the components.</summary>
    private Shaped Element(Shaped w, int k)
    {
        var last = w.Axes[w.Rank - 1];
        return new(w.Axes.RemoveAt(w.Rank - 1), Alignment.Replace(w.Expr, new() { [last] = Graph.Constant(k) }));
    }

    /// <summary>An end, or null where it is left out or written as infinite.</summary>
    private GivenArgument? End(string parameter, IOperation? source)
    {
        var given = source is null ? null : Given(parameter, Support.Real, source);
        return given is null || (given.Value.Expr.IsConstant(out var value) && double.IsInfinity(value)) ? null : given;
    }

    private GivenArgument Given(string parameter, Support requires, IOperation source) => new(parameter, requires, body.Expressions.Read(source), source);

    private DistributedValue Component(IOperation operation) =>
        body.Expressions.ReadValue(operation) is DistributedValue { VariateRank: 0, Restriction: null } component and not DistributionValue { Definition.AxisCount: > 0 }
            ? component
            : throw Refusal.Unsupported(operation, "This as part of a modifier", "Modifiers take distributions of one number, or vectors of such.");

    private DistributedValue Without(string modifier, IOperation operation) => Component(operation) is var component && component is ModifiedValue { HasAtoms: true }
        ? throw Refusal.Unsupported(operation, $"{modifier} of {component.Name}", "That has probability at single points as well as between them.")
        : component;

    /// <summary>Whether probabilities of it are sums over counts.</summary>
    private static bool IsCounted(DistributedValue value) => value is ModifiedValue modified
        ? modified.Components.Any(IsCounted)
        : value is DistributionValue { IsDiscrete: true } plain && !DensityComponent.HasTails(plain.Definition);

    private static IEnumerable<IOperation> Listed(IOperation components) => components switch
    {
        ICollectionExpressionOperation collection => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => throw Refusal.Unsupported(components, "A list of components", "Write the components one after another: Mixture(w, Normal(0, 1), Normal(5, 1))."),
    };
}
