using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

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

/// <summary>The sets of parameters that a distribution may be given by, and the forms in which its density is stable.</summary>
internal sealed class DistributionSignature
{
    private static readonly Dictionary<string, DistributionSignature> Signatures =
        DistributionDefinition.All.Values.ToDictionary(definition => definition.Name, definition => new DistributionSignature(definition));

    private readonly DistributionDefinition definition;
    private readonly Type type;
    private readonly List<StableForm> stableForms = [];

    private DistributionSignature(DistributionDefinition definition)
    {
        this.definition = definition;
        type = typeof(DistributionDefinition).Assembly.GetType("Gen.Distributions." + definition.Name);
        Forms = [.. definition.Parameterizations.OrderBy(name => name, StringComparer.Ordinal).Select(Form)];
        foreach (var form in Forms.Skip(1).Where(form => type.GetMethod("LogDensity" + form.Name) is not null))
        {
            stableForms.Add(new(form, Links(form)));
        }
    }

    public string Name => definition.Name;

    public bool IsDiscrete => definition.IsDiscrete;

    /// <summary>The sets of parameters, the canonical one first.</summary>
    public ImmutableArray<DistributionForm> Forms { get; }

    public static bool TryFind(string name, out DistributionSignature signature) => Signatures.TryGetValue(name, out signature);

    /// <summary>
    /// Where the canonical arguments are what a numerically stable form would compute from its own (a Poisson's mean that is an exponential),
    /// the form and its arguments.
    /// </summary>
    public (DistributionForm Form, ImmutableArray<Shaped> Arguments) Stable(DistributionForm form, ImmutableArray<Shaped> arguments)
    {
        foreach (var stable in form == Forms[0] ? stableForms : [])
        {
            if (stable.Match(arguments) is { } own)
            {
                return (stable.Form, own);
            }
        }

        return (form, arguments);
    }

    /// <summary>A function of the definition (LogDensity, Cdf, …) at a point, or null where the definition has no such function.</summary>
    public Expr? Evaluate(string function, DistributionForm form, Expr x, Expr[] arguments) =>
        function == "LogDensity" ? definition.LogDensity(x, form.Name, arguments)
        : type.GetMethod(function) is not { } method || method.ReturnType != typeof(Expr) ? null
        : (Expr)method.Invoke(null, [x, .. definition.Canonical(form.Name, arguments).Cast<object>()]);

    private DistributionForm Form(string name) => new(
        name,
        [.. definition.ParametersOf(name).Select(p => new DistributionParameter(
            p.Name, p.GetCustomAttribute<DefaultAttribute>()?.Value, p.GetCustomAttribute<RequiresAttribute>()?.Support ?? Support.Real))]);

    /// <summary>What each canonical parameter is of the form's: one of them, or a function of one of them; found by asking the definition.</summary>
    private ImmutableArray<(Operation? Function, int Parameter)> Links(DistributionForm form)
    {
        var graph = new Graph();
        var own = form.Parameters.Select((_, i) => graph.Read(i)).ToArray();
        List<(Operation?, int)> links = [];
        foreach (var canonical in definition.Canonical(form.Name, own))
        {
            var inner = canonical.Node is { Kind: NodeKind.Apply, Arguments.Count: 1 } ? canonical.Argument(0) : canonical;
            links.Add((inner.Equals(canonical) ? null : canonical.Node.Operation, Array.IndexOf(own, inner)));
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
