using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>A distribution of the library as its definition says: the compiler's own compilation of <c>Gen.Definitions</c>, read by reflection here and nowhere else.</summary>
internal sealed class BuiltInDefinition : DistributionDefinition
{
    private readonly Type type;
    private readonly Dictionary<string, MethodInfo> parameterizations;
    private readonly List<StableForm> stableForms;

    public BuiltInDefinition(Type type)
    {
        this.type = type;
        Attribute = type.GetCustomAttribute<DistributionAttribute>()!;
        parameterizations = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.GetCustomAttribute<ParameterizationAttribute>() is not null && (method.ReturnType == typeof(Expr[]) || method.ReturnType == typeof(object[])))
            .ToDictionary(method => method.Name);
        Forms =
        [
            new(Canonically, [.. Density(Canonically)!.GetParameters().Skip(1).Select(Parameter)]),
            .. parameterizations.Values.OrderBy(method => method.Name, StringComparer.Ordinal)
                .Select(method => new DistributionForm(method.Name, [.. method.GetParameters().Select(Parameter)])),
        ];
        stableForms = [.. Forms.Skip(1).Where(form => AxisCount == 0 && Density(form.Name) is not null).Select(form => new StableForm(form, own => Canonical(form.Name, own)))];
    }

    /// <inheritdoc/>
    public override string Name => type.Name;

    /// <inheritdoc/>
    public override DistributionAttribute Attribute { get; }

    /// <inheritdoc/>
    public override int VariateRank => RankOf(Density(Canonically)!.GetParameters()[0].ParameterType);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionForm> Forms { get; }

    /// <inheritdoc/>
    public override Expr[] Canonical(string form, IReadOnlyList<Expr> arguments) =>
        form == Canonically ? [.. arguments] : (Expr[])parameterizations[form].Invoke(null, [.. arguments.Cast<object>()])!;

    /// <inheritdoc/>
    public override Expr LogDensity(Expr variate, string form, IReadOnlyList<Expr> arguments) =>
        form != Canonically && Density(form) is { } direct ? Call(direct, variate, arguments) : Call(Density(Canonically)!, variate, Canonical(form, arguments));

    /// <inheritdoc/>
    public override Expr LogDensity(Expr variate, Density density, StepBuilder builder) => builder.Expand(() =>
    {
        var x = Shaped(variate, Enumerable.Range(0, VariateRank), density, builder.Graph);
        var arguments = Arguments(density, builder.Graph);
        return density.Parameterization != Canonically && Density(density.Parameterization) is { } direct
            ? (Expr)direct.Invoke(null, [x, .. arguments])!
            : (Expr)Density(Canonically)!.Invoke(null, [x, .. Canonical(density.Parameterization, arguments)])!;
    });

    /// <inheritdoc/>
    public override object[] Canonical(Density density, StepBuilder builder) => builder.Expand(() => Canonical(density.Parameterization, Arguments(density, builder.Graph)));

    /// <inheritdoc/>
    public override (Expr Location, Expr Scale)? Center(IReadOnlyList<Expr> canonical) =>
        Own(nameof(Center)) is { } method ? Pair(method.Invoke(null, [.. canonical.Cast<object>()])) : base.Center(canonical);

    /// <inheritdoc/>
    public override bool HasCenters => HasElementCenters || Own(nameof(Center)) is not null || base.HasCenters;

    /// <inheritdoc/>
    public override bool HasElementCenters => Own(nameof(Centers)) is not null;

    /// <inheritdoc/>
    public override ElementCenters Centers(Density density, VectorExpr x, VectorExpr locations, StepBuilder builder) => builder.Expand(() =>
    {
        var canonical = Canonical(density.Parameterization, Arguments(density, builder.Graph));
        var centers = (VectorExpr[])Own(nameof(Centers))!.Invoke(null, [x, locations, .. canonical])!;
        return new ElementCenters(
            Order(canonical) ?? 0, Own("FirstCenter") is { } first ? Pair(first.Invoke(null, canonical)) : (0, 1), centers[0], centers[1]);
    });

    /// <inheritdoc/>
    public override Expr LeastLength(Density density, Graph graph) => Own("Order") is null || Order(Canonical(density.Parameterization, Arguments(density, graph))) is not { } order ? 1
        : order.IsConstant(out var number) ? Math.Max(number, 1) : order;

    /// <inheritdoc/>
    public override Expr? Evaluate(string function, Expr variate, string form, IReadOnlyList<Expr> arguments) =>
        function == nameof(LogDensity) ? LogDensity(variate, form, arguments)
        : Function(function) is { } method ? Call(method, variate, Canonical(form, arguments))
        : null;

    /// <inheritdoc/>
    public override (DistributionForm Form, (int Source, Expr Value)[] Arguments)? Stable(IReadOnlyList<Expr> canonical)
    {
        foreach (var stable in stableForms)
        {
            if (stable.Match(canonical) is { } arguments)
            {
                return (stable.Form, arguments);
            }
        }

        return null;
    }

    private Expr? Order(object[] canonical) => Own("Order")?.Invoke(null, canonical) as Expr?;

    private static Expr Call(MethodInfo method, Expr variate, IReadOnlyList<Expr> arguments) =>
        (Expr)method.Invoke(null, [variate, .. arguments.Cast<object>()])!;

    private object[] Canonical(string form, object[] arguments) =>
        form == Canonically ? arguments : [.. ((System.Collections.IEnumerable)parameterizations[form].Invoke(null, arguments)!).Cast<object>()];

    private object[] Arguments(Density density, Graph graph) =>
        [.. ParametersOf(density.Parameterization).Zip(density.Arguments, (parameter, argument) => Shaped(graph.Wrap(argument), parameter.Along, density, graph))];

    private static object Shaped(Expr value, IEnumerable<int> along, Density density, Graph graph)
    {
        var axes = along.Select(axis => density.Axes[axis]).ToArray();
        return axes.Length switch
        {
            0 => value,
            1 => new VectorExpr(graph, axes[0], value),
            _ => new MatrixExpr(graph, axes[0], axes[1], value),
        };
    }

    private static int RankOf(Type type) => type == typeof(VectorExpr) ? 1 : type == typeof(MatrixExpr) ? 2 : 0;

    private static DistributionParameter Parameter(ParameterInfo parameter) => new(
        parameter.Name, parameter.GetCustomAttribute<DefaultAttribute>()?.Value, parameter.GetCustomAttribute<RequiresAttribute>()?.Support ?? Support.Real)
    {
        Along = parameter.GetCustomAttribute<AlongAttribute>() is { } along ? [along.Axis] : [.. Enumerable.Range(0, RankOf(parameter.ParameterType))],
    };

    /// <inheritdoc/>
    protected override bool Has(string function) => Function(function) is not null;

    private MethodInfo? Function(string name) => type.GetMethod(name) is { } method && method.ReturnType == typeof(Expr) ? method : null;

    /// <summary>A function that is the compiler's alone.</summary>
    private MethodInfo? Own(string name) => type.GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);

    private static (Expr, Expr) Pair(object? values) => values is Expr[] { Length: 2 } pair ? (pair[0], pair[1]) : throw new InvalidOperationException("A center is a location and a scale.");

    private MethodInfo? Density(string form) => type.GetMethod("LogDensity" + form);
}
