using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Definitions;

/// <summary>A distribution as its definition says: the compiler's own compilation of <c>Gen.Definitions</c>, read by reflection here and nowhere else.</summary>
public sealed class DistributionDefinition
{
    private const string Canonically = "";
    private static readonly Dictionary<string, DistributionDefinition> Definitions = typeof(DistributionDefinition).Assembly.GetTypes()
        .Where(type => type.Namespace == "Gen.Distributions" && type.GetCustomAttribute<DistributionAttribute>() is not null)
        .ToDictionary(type => type.Name, type => new DistributionDefinition(type));

    private readonly Type type;
    private readonly Dictionary<string, MethodInfo> parameterizations;
    private readonly List<StableForm> stableForms;

    private DistributionDefinition(Type type)
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

    /// <summary>All distributions by name.</summary>
    public static IReadOnlyDictionary<string, DistributionDefinition> All => Definitions;

    /// <summary>The distribution's name: <c>Normal</c>.</summary>
    public string Name => type.Name;

    /// <summary>The declared support.</summary>
    public DistributionAttribute Attribute { get; }

    /// <summary>The number of dimensions of its variate: 0 for a number, 1 for a vector, 2 for a matrix.</summary>
    public int VariateRank => RankOf(Density(Canonically)!.GetParameters()[0].ParameterType);

    /// <summary>How many axes its density binds: those of its variate first, then those of parameters that have a length of their own.</summary>
    public int AxisCount => Forms.SelectMany(form => form.Parameters).SelectMany(parameter => parameter.Along).Select(axis => axis + 1).Append(VariateRank).Max();

    /// <summary>Whether its variate is an integer.</summary>
    public bool IsDiscrete => Attribute.Support
        is Support.Boolean or Support.Count or Support.PositiveCount or Support.Integer or Support.Category or Support.OrderedCategory or Support.CountVector;

    /// <summary>The sets of parameters that it may be given by, the canonical one first.</summary>
    public IReadOnlyList<DistributionForm> Forms { get; }

    /// <summary>The parameters of a form, without the variate.</summary>
    public IReadOnlyList<DistributionParameter> ParametersOf(string form) => Forms.Single(own => own.Name == form).Parameters;

    /// <summary>The value that a parameter of <c>LogDensity</c> has when it is not given, or null where it must be.</summary>
    public double? DefaultOf(string parameter) => Forms[0].Parameters.FirstOrDefault(own => own.Name == parameter)?.Default;

    /// <summary>The parameters of <c>LogDensity</c> from those of a form.</summary>
    public Expr[] Canonical(string form, IReadOnlyList<Expr> arguments) =>
        form == Canonically ? [.. arguments] : (Expr[])parameterizations[form].Invoke(null, [.. arguments.Cast<object>()])!;

    /// <summary>The log-density, by the stable formula of the form where there is one.</summary>
    public Expr LogDensity(Expr variate, string form, IReadOnlyList<Expr> arguments) =>
        form != Canonically && Density(form) is { } direct ? Call(direct, variate, arguments) : Call(Density(Canonically)!, variate, Canonical(form, arguments));

    /// <summary>
    /// The log-density of a distribution that binds axes: its variate and arguments are numbers, vectors or matrices as the definition declares them.
    /// </summary>
    public Expr LogDensity(Expr variate, Density density, StepBuilder builder) => builder.Expand(() =>
    {
        var x = Shaped(variate, Enumerable.Range(0, VariateRank), density, builder.Graph);
        var arguments = Arguments(density, builder.Graph);
        return density.Parameterization != Canonically && Density(density.Parameterization) is { } direct
            ? (Expr)direct.Invoke(null, [x, .. arguments])!
            : (Expr)Density(Canonically)!.Invoke(null, [x, .. Canonical(density.Parameterization, arguments)])!;
    });

    /// <summary>The parameters of <c>LogDensity</c>, as the definition declares them, of a distribution that binds axes.</summary>
    public object[] Canonical(Density density, StepBuilder builder) => builder.Expand(() => Canonical(density.Parameterization, Arguments(density, builder.Graph)));

    /// <summary>A function of the definition (LogDensity, Cdf, …) at a point, or null where the definition has no such function.</summary>
    public Expr? Evaluate(string function, Expr variate, string form, IReadOnlyList<Expr> arguments) =>
        function == nameof(LogDensity) ? LogDensity(variate, form, arguments)
        : Function(function) is { } method ? Call(method, variate, Canonical(form, arguments))
        : null;

    /// <summary>The names of the distributions whose definitions have a function.</summary>
    public static IEnumerable<string> With(string function) =>
        Definitions.Values.Where(definition => definition.Function(function) is not null).Select(definition => definition.Name).OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>
    /// Where canonical arguments are what a numerically stable form would compute from its own (a Poisson's mean that is an exponential): that form
    /// and its arguments, each with the index of the canonical one that it was found in. Otherwise null.
    /// </summary>
    public (DistributionForm Form, (int Source, Expr Value)[] Arguments)? Stable(IReadOnlyList<Expr> canonical)
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

    /// <summary>The value of the canonical parameter called <paramref name="name"/> among <paramref name="canonical"/> ones.</summary>
    public Expr Parameter(string name, IReadOnlyList<Expr> canonical)
    {
        for (var i = 0; i < Forms[0].Parameters.Count; i++)
        {
            if (Forms[0].Parameters[i].Name == name)
            {
                return canonical[i];
            }
        }

        throw new InvalidOperationException($"{Name} has no parameter '{name}'.");
    }

    /// <summary>
    /// The ends of a variate's support where they are parameters, among <paramref name="canonical"/> ones. An end that is written as infinite is
    /// none; <paramref name="support"/> is that of the variate then, the real line for an interval without ends.
    /// </summary>
    public (Expr? Lower, Expr? Upper) Ends(IReadOnlyList<Expr> canonical, out Support support)
    {
        Expr? End(string? parameter) => parameter is null || (Parameter(parameter, canonical) is var end && end.IsConstant(out var value) && double.IsInfinity(value)) ? null : end;
        var (lower, upper) = (End(Attribute.Lower), End(Attribute.Upper));
        support = Attribute.Support == Support.Interval && lower is null && upper is null ? Support.Real : Attribute.Support;
        return (lower, upper);
    }

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

    private MethodInfo? Function(string name) => type.GetMethod(name) is { } method && method.ReturnType == typeof(Expr) ? method : null;

    private MethodInfo? Density(string form) => type.GetMethod("LogDensity" + form);
}
