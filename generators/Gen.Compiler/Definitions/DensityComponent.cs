using System.Linq;
using Gen.Compiler.Ir;
using Gen.Distributions;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Definitions;

/// <summary>A density of one number as what modifiers are made of: a distribution's functions at given arguments.</summary>
/// <param name="graph">The graph of its nodes.</param>
/// <param name="density">The density, no modifier.</param>
/// <param name="isGuarded">Whether its density is taken at points outside its support too, where the definition's formula means nothing.</param>
internal sealed class DensityComponent(Graph graph, Density density, bool isGuarded) : IComponent
{
    private readonly DistributionDefinition definition = DistributionDefinition.Of(density);
    private readonly Expr[] arguments = [.. density.Arguments.Select(graph.Wrap)];

    public bool IsDiscrete => definition.IsDiscrete;

    /// <summary>A density of one number, a modifier or not.</summary>
    public static IComponent Of(Graph graph, Density density, bool isGuarded = false) =>
        Modifier.Of(graph, density) is { } modifier ? modifier.Component(isGuarded) : new DensityComponent(graph, density, isGuarded);

    public Expr LogDensity(Expr x)
    {
        x = Known(x);
        var value = definition.LogDensity(x, density.Parameterization, arguments);
        return isGuarded ? Where(VariateRange.Of(graph, density).Contains(x), value, double.NegativeInfinity) : value;
    }

    public Expr Cdf(Expr x) => Function(nameof(Cdf), x) ?? Exp(LogCounted(null, x));

    public Expr LogCdf(Expr x) => Function(nameof(LogCdf), x) ?? (Function(nameof(Cdf), x) is { } cdf ? Log(cdf) : LogCounted(null, x));

    public Expr LogSurvival(Expr x) =>
        Function(nameof(LogSurvival), x) ?? (Function(nameof(Cdf), x) is { } cdf ? Log1p(-cdf)
        : VariateRange.Of(graph, density).Upper is { } last ? LogCounted(x, last)
        : LogSpace.Complement(LogCounted(null, x)));

    public Expr? LogBetween(Expr start, Expr end) => definition.IsDiscrete && !HasTails(definition) ? LogCounted(start, end) : null;

    /// <summary>Whether a definition has its cumulative probabilities; those of counts without them are sums.</summary>
    public static bool HasTails(DistributionDefinition definition) => DistributionDefinition.With(nameof(Cdf)).Contains(definition.Name);

    // In the graph, so that no function of a constant is evaluated before the model runs.
    private Expr Known(Expr x) => graph.Wrap(graph.Id(x));

    private Expr? Function(string name, Expr x) => definition.Evaluate(name, Known(x), density.Parameterization, arguments);

    /// <summary>The logarithm of the sum of the probabilities of counts above one number, or of all, and at or below another. Both are known when the model is constructed.</summary>
    private Expr LogCounted(Expr? start, Expr end)
    {
        var range = VariateRange.Of(graph, density);
        var from = start is { } above ? Max(Floor(above) + 1, range.Ends.Lower ?? double.NegativeInfinity) : range.Ends.Lower ?? double.NegativeInfinity;
        var (lower, upper) = (graph.Id(from), graph.Id(Floor(Known(end)) + 1));
        if (!definition.IsDiscrete || range.Ends.Lower is null || graph.FreeAxes(lower) != 0 || graph.FreeAxes(upper) != 0)
        {
            throw new MissingFunctionException(nameof(Cdf), definition.Name);
        }

        var copy = 0;
        while (arguments.Any(argument => graph.Varies(argument.Id, graph.Axis(lower, upper, copy))))
        {
            copy++;
        }

        var axis = graph.Axis(lower, upper, copy);
        var count = graph.Index(axis);
        var value = definition.LogDensity(count, density.Parameterization, arguments);
        value = range.Upper is null ? value : Where(range.Contains(count), value, double.NegativeInfinity);
        var largest = Detach(graph.Reduce(NodeKind.Maximum, axis, value));
        var shift = Where(Less(double.NegativeInfinity, largest), largest, 0);
        return shift + Log(graph.Sum(axis, Exp(value - shift)));
    }
}
