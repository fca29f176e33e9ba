using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>A distribution as its definition says: the compiler's own compilation of <c>Gen.Definitions</c>, read by reflection.</summary>
public sealed class DistributionDefinition
{
    private static readonly Dictionary<string, DistributionDefinition> Definitions = typeof(DistributionDefinition).Assembly.GetTypes()
        .Where(type => type.Namespace == "Gen.Distributions" && type.GetCustomAttribute<DistributionAttribute>() is not null)
        .ToDictionary(type => type.Name, type => new DistributionDefinition(type));

    private readonly MethodInfo logDensity;
    private readonly Dictionary<string, MethodInfo> parameterizations;
    private readonly Dictionary<string, MethodInfo> stable;

    private DistributionDefinition(Type type)
    {
        Name = type.Name;
        Attribute = type.GetCustomAttribute<DistributionAttribute>()!;
        var methods = type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly);
        logDensity = methods.Single(method => method.Name == "LogDensity");
        parameterizations = methods.Where(method => method.GetCustomAttribute<ParameterizationAttribute>() is not null && method.ReturnType == typeof(Expr[]))
            .ToDictionary(method => method.Name);
        stable = methods.Where(method => method.Name.StartsWith("LogDensityFrom", StringComparison.Ordinal)).ToDictionary(method => method.Name.Substring("LogDensity".Length));
    }

    /// <summary>All distributions by name.</summary>
    public static IReadOnlyDictionary<string, DistributionDefinition> All => Definitions;

    /// <summary>The distribution's name: <c>Normal</c>.</summary>
    public string Name { get; }

    /// <summary>The declared support.</summary>
    public DistributionAttribute Attribute { get; }

    /// <summary>Whether its variate is an integer.</summary>
    public bool IsDiscrete => Attribute.Support is Support.Boolean or Support.Count;

    /// <summary>The names of the alternative parameterisations, the canonical one (empty) first.</summary>
    public IEnumerable<string> Parameterizations => parameterizations.Keys.Prepend("");

    /// <summary>The parameters of a parameterisation, without the variate.</summary>
    public IReadOnlyList<ParameterInfo> ParametersOf(string parameterization) =>
        parameterization.Length == 0 ? [.. logDensity.GetParameters().Skip(1)] : parameterizations[parameterization].GetParameters();

    /// <summary>The value that a parameter of <c>LogDensity</c> has when it is not given, or null where it must be.</summary>
    public double? DefaultOf(string parameter) =>
        ParametersOf("").FirstOrDefault(own => own.Name == parameter)?.GetCustomAttribute<DefaultAttribute>()?.Value;

    /// <summary>The parameters of <c>LogDensity</c> from those of a parameterisation.</summary>
    public Expr[] Canonical(string parameterization, IReadOnlyList<Expr> arguments) =>
        parameterization.Length == 0 ? [.. arguments] : (Expr[])parameterizations[parameterization].Invoke(null, [.. arguments.Cast<object>()])!;

    /// <summary>The log-density, by the stable form for the parameterisation where there is one.</summary>
    public Expr LogDensity(Expr variate, string parameterization, IReadOnlyList<Expr> arguments) =>
        stable.TryGetValue(parameterization, out var direct)
            ? (Expr)direct.Invoke(null, [variate, .. arguments.Cast<object>()])!
            : (Expr)logDensity.Invoke(null, [variate, .. Canonical(parameterization, arguments).Cast<object>()])!;

    /// <summary>The value of the canonical parameter called <paramref name="name"/> among <paramref name="canonical"/> ones.</summary>
    public Expr Parameter(string name, IReadOnlyList<Expr> canonical)
    {
        var parameters = ParametersOf("");
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Name == name)
            {
                return canonical[i];
            }
        }

        throw new InvalidOperationException($"{Name} has no parameter '{name}'.");
    }
}
