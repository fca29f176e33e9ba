using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>A parameter of a distribution.</summary>
internal sealed record DistributionParameter(string Name, double? Default, Support Requires);

/// <summary>A set of parameters that a distribution may be given by; its name is that of the method <c>FromX</c>, or empty for those of <c>LogDensity</c>.</summary>
internal sealed record DistributionForm(string Name, ImmutableArray<DistributionParameter> Parameters)
{
    /// <summary>Whether these arguments are enough for it, and none is too many.</summary>
    public bool Fits(IReadOnlyCollection<string> given) =>
        given.All(name => Parameters.Any(p => p.Name == name)) && Parameters.All(p => p.Default is not null || given.Contains(p.Name));

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(", ", Parameters.Select(p => p.Name))})";
}

/// <summary>A distribution as <c>Gen.Definitions</c> defines it, by reflection over the compiler's own copy.</summary>
internal sealed class DistributionDefinition
{
    private static readonly Dictionary<string, DistributionDefinition> Definitions = typeof(DistributionDefinition).Assembly.GetTypes()
        .Where(type => type.Namespace == "Gen.Distributions" && type.GetCustomAttribute<DistributionAttribute>() is not null)
        .ToDictionary(type => type.Name, type => new DistributionDefinition(type));

    private readonly Type type;
    private readonly List<StableForm> stableForms = [];

    private DistributionDefinition(Type type)
    {
        this.type = type;
        Support = type.GetCustomAttribute<DistributionAttribute>()!.Support;
        var canonical = Form(string.Empty, type.GetMethod("LogDensity"), variates: 1);
        var others = type.GetMethods().Where(m => m.GetCustomAttribute<ParameterizationAttribute>() is not null).OrderBy(m => m.Name, StringComparer.Ordinal);
        Forms = [canonical, .. others.Select(m => Form(m.Name, m, variates: 0))];
        foreach (var form in Forms.Skip(1).Where(form => type.GetMethod("LogDensity" + form.Name) is not null))
        {
            stableForms.Add(new(form, Links(type.GetMethod(form.Name), form)));
        }
    }

    public string Name => type.Name;

    public Support Support { get; }

    public bool IsDiscrete => Support is Support.Boolean or Support.Count;

    /// <summary>The sets of parameters, the canonical one first.</summary>
    public ImmutableArray<DistributionForm> Forms { get; }

    public DistributionForm Canonical => Forms[0];

    public static bool TryFind(string name, out DistributionDefinition definition) => Definitions.TryGetValue(name, out definition);

    /// <summary>
    /// Where the canonical arguments are what a numerically stable form would compute from its own (a Poisson's mean that is an exponential),
    /// the form and its arguments.
    /// </summary>
    public (DistributionForm Form, ImmutableArray<Shaped> Arguments) Stable(DistributionForm form, ImmutableArray<Shaped> arguments)
    {
        if (form != Canonical)
        {
            return (form, arguments);
        }

        foreach (var stable in stableForms)
        {
            if (stable.Match(arguments) is { } own)
            {
                return (stable.Form, own);
            }
        }

        return (form, arguments);
    }

    /// <summary>A function of the definition (LogDensity, Cdf, …) at a point, or null where the definition has no such function.</summary>
    public Expr? Evaluate(string function, DistributionForm form, Expr x, Expr[] arguments)
    {
        var own = type.GetMethod(function + form.Name);
        if (own is null || form == Canonical)
        {
            own = type.GetMethod(function);
            arguments = form == Canonical ? arguments : (Expr[])type.GetMethod(form.Name).Invoke(null, Boxed(arguments));
        }

        return own is null ? null : (Expr)own.Invoke(null, Boxed([x, .. arguments]));
    }

    private static object[] Boxed(Expr[] arguments) => [.. arguments.Select(argument => (object)argument)];

    private static DistributionForm Form(string name, MethodInfo method, int variates) => new(
        name,
        [.. method.GetParameters().Skip(variates).Select(p => new DistributionParameter(
            p.Name, p.GetCustomAttribute<DefaultAttribute>()?.Value, p.GetCustomAttribute<RequiresAttribute>()?.Support ?? Support.Real))]);

    /// <summary>What each canonical parameter is of the form's: one of them, or a function of one of them; found by asking the definition.</summary>
    private static ImmutableArray<(Operation? Function, int Parameter)> Links(MethodInfo from, DistributionForm form)
    {
        var graph = new Graph();
        var own = form.Parameters.Select((_, i) => graph.Read(i)).ToArray();
        List<(Operation?, int)> links = [];
        foreach (var canonical in (Expr[])from.Invoke(null, Boxed(own)))
        {
            var inner = canonical.Node is { Kind: NodeKind.Apply, Arguments.Count: 1 } ? canonical.Argument(0) : canonical;
            links.Add(inner.Equals(canonical) ? (null, Array.IndexOf(own, inner)) : (canonical.Node.Operation, Array.IndexOf(own, inner)));
        }

        return [.. links];
    }

    private sealed record StableForm(DistributionForm Form, ImmutableArray<(Operation? Function, int Parameter)> Links)
    {
        public ImmutableArray<Shaped>? Match(ImmutableArray<Shaped> canonical)
        {
            var own = new Shaped[Form.Parameters.Length];
            for (var i = 0; i < Links.Length; i++)
            {
                var (function, parameter) = Links[i];
                if (parameter < 0 || (function is { } operation && !canonical[i].Expr.Is(operation)))
                {
                    return null;
                }

                own[parameter] = function is null ? canonical[i] : canonical[i] with { Expr = canonical[i].Expr.Argument(0) };
            }

            return [.. own];
        }
    }
}
