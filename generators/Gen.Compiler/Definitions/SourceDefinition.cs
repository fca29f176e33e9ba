using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>A distribution that the user defines by static methods.</summary>
internal sealed class SourceDefinition(SourceDistribution source) : DistributionDefinition
{
    /// <inheritdoc/>
    public override string Name => source.Name;

    /// <inheritdoc/>
    public override SourceDistribution Source => source;

    /// <inheritdoc/>
    public override DistributionAttribute Attribute { get; } = new(source.Support) { Lower = source.Lower, Upper = source.Upper };

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionForm> Forms { get; } =
        [new(Canonically, [.. source.Parameters.Select(parameter => new DistributionParameter(parameter.Name, null, parameter.Requires))])];

    /// <inheritdoc/>
    public override Expr[] Canonical(string form, IReadOnlyList<Expr> arguments) => [.. arguments];

    /// <inheritdoc/>
    public override Expr LogDensity(Expr variate, string form, IReadOnlyList<Expr> arguments) => Call(source.LogDensity, variate, arguments);

    /// <inheritdoc/>
    public override Expr LogDensity(Expr variate, Density density, StepBuilder builder) => throw new NotSupportedException($"{Name} binds no axes.");

    /// <inheritdoc/>
    public override object[] Canonical(Density density, StepBuilder builder) => throw new NotSupportedException($"{Name} binds no axes.");

    /// <inheritdoc/>
    public override Expr? Evaluate(string function, Expr variate, string form, IReadOnlyList<Expr> arguments) => function switch
    {
        nameof(LogDensity) => LogDensity(variate, form, arguments),
        "LogCdf" when source.LogCdf is { } logCdf => Call(logCdf, variate, arguments),
        "Cdf" when source.LogCdf is { } logCdf => Numerics.Functions.Exp(Call(logCdf, variate, arguments)),
        _ => null,
    };

    /// <inheritdoc/>
    protected override bool Has(string function) => function == nameof(LogDensity) || (function is "Cdf" or "LogCdf" && source.LogCdf is not null);

    /// <summary>The function's nodes made again where the variate and the arguments are.</summary>
    private static Expr Call(SourceFunction function, Expr variate, IReadOnlyList<Expr> arguments)
    {
        Expr[] values = [variate, .. arguments];
        var graph = values.Select(value => value.Graph).FirstOrDefault(own => own is not null) ?? new();
        var made = new Expr[function.Nodes.Count];
        for (var i = 0; i < made.Length; i++)
        {
            var node = function.Nodes[i];
            Expr[] inner = [.. node.Arguments.Select(argument => made[argument])];
            int Axis() => graph.Axis(graph.Id(made[function.Axes[node.Symbol].Lower]), graph.Id(made[function.Axes[node.Symbol].Upper]), FirstCopy + function.Axes[node.Symbol].Copy);
            made[i] = node.Kind switch
            {
                NodeKind.Constant => graph.Constant(node.Value),
                NodeKind.Read => graph.Wrap(graph.Id(values[node.Symbol])),
                NodeKind.Index => graph.Index(Axis()),
                NodeKind.Apply => graph.Wrap(graph.Id(graph.Apply(node.Operation, inner))),
                _ => graph.Reduce(node.Kind, Axis(), inner[0]),
            };
        }

        return made[made.Length - 1];
    }

    // Copies that the axes of arguments do not have: a sum inside a density must not capture them.
    private const int FirstCopy = 1000;
}
