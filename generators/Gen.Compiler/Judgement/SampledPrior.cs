using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Judgement;

/// <summary>What a latent is sampled from, as messages speak of it.</summary>
internal sealed class SampledPrior
{
    private readonly Model model;
    private readonly Density density;
    private readonly IReadOnlyList<DensityArgument> arguments;
    private readonly DistributionDefinition definition;
    private readonly Graph unknowns = new();

    private SampledPrior(Model model, string latent, SampleStep step, IReadOnlyList<DensityArgument> arguments, DistributionDefinition definition)
    {
        this.model = model;
        this.arguments = arguments;
        this.definition = definition;
        density = step.Density;
        Latent = latent;
        var site = model.Sites[step.Site].Text;
        Text = site.Substring(site.IndexOf('~') + 1).TrimStart();
    }

    /// <summary>The latent's name.</summary>
    public string Latent { get; }

    /// <summary>The distribution as written.</summary>
    public string Text { get; }

    /// <summary>Whether the latent may be any number.</summary>
    public bool IsReal => definition.Attribute.Support == Support.Real;

    /// <summary>The prior of a latent, or null where its elements have several or the compiler does not know it.</summary>
    public static SampledPrior? Of(Model model, IReadOnlyList<DensityArgument> arguments, int array)
    {
        var samples = Program.Flatten(model.Steps).OfType<SampleStep>().Where(sample => sample.Array == array).ToList();
        return samples.Count == 1 && samples[0] is var sample && DistributionDefinition.Find(sample.Density) is { } definition
            ? new(model, model.Arrays[array].Name, sample, [.. arguments.Where(argument => argument.Site == sample.Site)], definition)
            : null;
    }

    /// <summary>How often a variate is negative, in words, or null where that takes more than arithmetic to say.</summary>
    public string? HowOftenNegative()
    {
        if (definition.Name is not ("Normal" or "Cauchy" or "Laplace" or "Logistic"))
        {
            return null;
        }

        var canonical = definition.Canonical(density.Parameterization, [.. density.Arguments.Select(Value)]);
        if (canonical[0].IsNumber(0))
        {
            return "half of the time";
        }

        if (definition.Name != "Normal" || !canonical[0].IsConstant(out var mean) || !canonical[1].IsConstant(out var scale))
        {
            return null;
        }

        var percent = Math.Round(100 * OperationTable.Evaluate(Operation.NormalCdf, -mean / scale));
        return percent is >= 1 and <= 99 ? percent.ToString("0", CultureInfo.InvariantCulture) + " % of the time" : null;
    }

    /// <summary>The same distribution of the absolute value, where the location is 0 and the language has it, and which call it may replace.</summary>
    public (string Text, Location Call)? Half()
    {
        if (arguments.Count == 0 || !DistributionDefinition.All.TryGetValue("Half" + definition.Name, out var half))
        {
            return null;
        }

        // The location is the parameter that the half distribution lacks.
        var known = half.Forms.SelectMany(form => form.Parameters).Select(parameter => parameter.Name).ToList();
        var location = definition.ParametersOf(string.Empty).First(parameter => !known.Contains(parameter.Name)).Name;
        var own = definition.ParametersOf(density.Parameterization);
        for (var i = 0; i < own.Count; i++)
        {
            if (own[i].Name == location && !Value(density.Arguments[i]).IsNumber(0))
            {
                return null;
            }
        }

        var first = half.ParametersOf(string.Empty).FirstOrDefault()?.Name;
        var rest = arguments.Where(argument => argument.Parameter != location).ToList();
        return rest.All(argument => known.Contains(argument.Parameter))
            ? ($"{half.Name}({string.Join(", ", rest.Select(argument => argument.Parameter == first ? argument.Text : $"{argument.Parameter}: {argument.Text}"))})",
                arguments[0].Call)
            : null;
    }

    // Constants stand for themselves, anything else for something that is no constant.
    private Expr Value(int node) => model.Nodes[node] is { Kind: NodeKind.Constant } constant ? constant.Value : unknowns.Read(node);
}
