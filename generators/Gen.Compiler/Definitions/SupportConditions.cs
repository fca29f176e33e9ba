using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Definitions;

/// <summary>
/// The conditions under which a density is one: its variate and its parameters lie in their sets. A definition's formula means nothing outside, and may be
/// any number there; a density that is guarded is 0 there, its logarithm −∞.
/// </summary>
internal static class SupportConditions
{
    /// <summary>The largest difference of a sum of probabilities from one.</summary>
    /// <remarks>What rounding in a softmax of many elements, or probabilities written with some digits, come to; that of the runtime's checks.</remarks>
    public const double SumTolerance = 1e-8;

    /// <summary>A log-density where the conditions hold, −∞ elsewhere.</summary>
    public static Expr Guard(Graph graph, Expr logDensity, IEnumerable<Expr> conditions) => Guard(graph, logDensity, conditions, double.NegativeInfinity);

    /// <summary>A probability where the conditions hold, NaN elsewhere: from any number there something finite could be computed.</summary>
    public static Expr GuardProbability(Graph graph, Expr probability, IEnumerable<Expr> conditions) => Guard(graph, probability, conditions, double.NaN);

    /// <summary>A value where the conditions hold, another elsewhere.</summary>
    public static Expr Guard(Graph graph, Expr value, IEnumerable<Expr> conditions, double outside) =>
        conditions.Aggregate((Expr?)null, (all, condition) => all is { } others ? And(others, condition) : condition) is { } inside && !Is(inside, 1)
            ? graph.Apply(Operation.Where, inside, value, outside)
            : value;

    /// <summary>That the parameters of a density, and of what it is made of, lie in their sets, but for those of which that is known.</summary>
    public static IEnumerable<Expr> OfParameters(Graph graph, Density density, System.Func<RequiredParameter, bool> isKnown) =>
        Parameters(graph, density).Where(parameter => !isKnown(parameter)).Select(parameter => parameter.Condition(graph)).Concat(Relations(graph, density))
            .Concat(density.Components.SelectMany(component => OfParameters(graph, component, isKnown)).Select(condition => Everywhere(graph, density, condition)))
            .Where(condition => !Is(condition, 1));

    /// <summary>What the constructor could not check of observed values: ends that latents decide, and anything of values that the body computes.</summary>
    public static IEnumerable<Expr> OfObserved(Program program, ObserveStep step)
    {
        var graph = program.Graph;
        if (step.Density.Axes.Count > 0 && Modifier.Of(graph, step.Density) is null)
        {
            return [];
        }

        var (isChecked, isInteger) = (program.Arrays[step.Array].Role == ArrayRole.Data, program.Arrays[step.Array].IsInteger);
        return VariateRange.Of(graph, step.Density).Conditions(
            graph.Read(step.Array, step.Indices.Select(graph.Wrap)), isChecked || isInteger, end => isChecked && PlainData.Is(program, graph.Id(end)));
    }

    /// <summary>What a latent's transform cannot see to: ends that latents decide may be infinite, and then there is nothing that it could be.</summary>
    public static IEnumerable<Expr> OfSampled(Program program, SampleStep step)
    {
        var range = VariateRange.Of(program.Graph, step.Density);
        return new[] { range.Lower, range.Upper }.OfType<Expr>().Where(end => !end.IsConstant(out _) && !PlainData.Is(program, program.Graph.Id(end)))
            .Select(end => Less(Abs(end), double.PositiveInfinity));
    }

    /// <summary>The parameters of a density itself that must lie in a set, as they are given and as the definition computes with them.</summary>
    public static IEnumerable<RequiredParameter> Parameters(Graph graph, Density density)
    {
        if (Modifier.Of(graph, density) is { } modifier)
        {
            return modifier is Modifier.Bounded bounded ? bounded.Ends.Where(end => end.Requires != Support.Real) : Weights(graph, density);
        }

        var definition = DistributionDefinition.Of(density);
        var given = Required(graph, density, definition.ParametersOf(density.Parameterization), density.Arguments);
        return density.Parameterization.Length == 0 || density.Axes.Count > 0 ? given
            : [.. given, .. Required(graph, density, definition.ParametersOf(""), definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]).Select(graph.Id)).Select(computed => computed with { IsGiven = false })];
    }

    private static IEnumerable<RequiredParameter> Required(Graph graph, Density density, IEnumerable<DistributionParameter> parameters, IEnumerable<int> arguments) =>
        parameters.Zip(arguments, (parameter, argument) => (parameter, argument)).Where(entry => entry.parameter.Requires is not (Support.Real or Support.Interval or Support.CholeskyCovariance))
            .Select(entry => new RequiredParameter(
                density.Distribution, entry.parameter.Name, entry.parameter.Requires, entry.argument,
                entry.parameter.Along.Select(axis => density.Axes[axis]).Where(axis => graph.Varies(entry.argument, axis)).ToEquatableArray()));

    private static IEnumerable<RequiredParameter> Weights(Graph graph, Density density)
    {
        var isMixture = density.Distribution == nameof(Gen.Distributions.Mixture);
        return density.Arguments.Select(weight => new RequiredParameter(density.Distribution, isMixture ? "w" : "psi", Support.Unit, weight, density.Axes.Where(axis => graph.Varies(weight, axis)).ToEquatableArray()));
    }

    /// <summary>What binds parameters to each other: ends are in order, a mode lies between them, weights sum to one.</summary>
    private static IEnumerable<Expr> Relations(Graph graph, Density density)
    {
        if (density.Distribution == nameof(Gen.Distributions.Mixture))
        {
            var weights = density.Arguments.Select(graph.Wrap).ToArray();
            return [IsOne(graph, density.Axes.Aggregate(weights.Aggregate((sum, weight) => sum + weight), (sum, axis) => graph.Sum(axis, sum)))];
        }

        if (Modifier.Of(graph, density) is { } modifier)
        {
            return [.. Ordered(graph, density).Select(parameter => parameter.Condition), .. modifier.LogMass is { } logMass ? [Less(double.NegativeInfinity, logMass)] : System.Array.Empty<Expr>()];
        }

        return Ordered(graph, density).Select(parameter => parameter.Condition);
    }

    /// <summary>Parameters that others bind, with how: an upper end is above the lower one, between which a mode lies, and counts have a whole number between them.</summary>
    public static IEnumerable<(string Name, string Demand, int Node, Expr Condition)> Ordered(Graph graph, Density density)
    {
        if (Modifier.Of(graph, density) is { } modifier)
        {
            if (modifier is Modifier.Bounded { Order: { } order })
            {
                yield return ("upper", order.Demand, density.Arguments[1], order.Condition);
            }
        }
        else if (density.Axes.Count == 0 && DistributionDefinition.Find(density) is { Source: null } definition)
        {
            var canonical = definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
            var (lower, upper) = definition.Ends(canonical, out _);
            if (lower is { } start && upper is { } end)
            {
                var (first, last) = (definition.Attribute.Lower, definition.Attribute.Upper);
                yield return definition.IsDiscrete ? (last!, $"not be below {first}", graph.Id(end), LessOrEqual(start, end)) : (last!, $"be above {first}", graph.Id(end), Less(start, end));
                foreach (var (mode, value) in definition.ParametersOf("").Zip(canonical, (parameter, value) => (parameter, value)).Where(entry => entry.parameter.Requires == Support.Interval))
                {
                    yield return (mode.Name, $"lie between {first} and {last}", graph.Id(value), And(LessOrEqual(start, value), LessOrEqual(value, end)));
                }
            }
        }
    }

    /// <summary>That a condition on components holds for all of them, where they lie along an axis of the mixture.</summary>
    private static Expr Everywhere(Graph graph, Density density, Expr condition) =>
        density.Axes.Where(axis => graph.Varies(graph.Id(condition), axis)).Aggregate(condition, (each, axis) => Equal(graph.Sum(axis, Where(each, 0, 1)), 0));

    /// <summary>That a sum of probabilities is one, but for rounding.</summary>
    public static Expr IsOne(Graph graph, Expr sum) => LessOrEqual(Abs(graph.Wrap(graph.Id(sum)) - 1), SumTolerance);

    private static bool Is(Expr condition, double value) => condition.IsConstant(out var constant) && constant == value;
}
