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

    public Expr Cdf(Expr x) => Function(nameof(Cdf), x) ?? Missing();

    public Expr LogCdf(Expr x) => Function(nameof(LogCdf), x) ?? (Function(nameof(Cdf), x) is { } cdf ? Log(cdf) : Missing());

    public Expr LogSurvival(Expr x) => Function(nameof(LogSurvival), x) ?? (Function(nameof(Cdf), x) is { } cdf ? Log1p(-cdf) : Missing());

    // In the graph, so that no function of a constant is evaluated before the model runs.
    private Expr Known(Expr x) => graph.Wrap(graph.Id(x));

    private Expr? Function(string name, Expr x) => definition.Evaluate(name, Known(x), density.Parameterization, arguments);

    private Expr Missing() => throw new MissingFunctionException(nameof(Cdf), definition.Name);
}
