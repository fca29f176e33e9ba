using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads distributions: which set of parameters a call gives, and what they are.</summary>
internal sealed class DistributionReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public DistributionValue Read(IInvocationOperation call, DistributionSignature definition)
    {
        var arguments = CallReader.Arguments(call);
        Dictionary<string, IOperation> given = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is { } argument)
            {
                given.Add(call.TargetMethod.Parameters[i].Name, argument);
            }
        }

        var form = definition.Forms.FirstOrDefault(form => form.Fits(given.Keys)) ?? throw Unfit(call, definition, given.Keys);
        List<GivenArgument> written = [];
        List<Shaped> values = [];
        foreach (var parameter in form.Parameters)
        {
            if (given.TryGetValue(parameter.Name, out var source))
            {
                values.Add(body.Expressions.Read(source));
                written.Add(new(parameter.Name, parameter.Requires, values[values.Count - 1], source));
            }
            else
            {
                values.Add(Shaped.Scalar(Graph.Constant(parameter.Default!.Value)));
            }
        }

        return new(definition, form, [.. values], [.. written], call);
    }

    /// <summary>The distribution over axes that its arguments have or are repeated along.</summary>
    public Density Density(IOperation at, DistributionValue distribution, ImmutableArray<int> axes)
    {
        foreach (var argument in distribution.Given)
        {
            body.Draft.Arguments.Add(new(
                distribution.Name, argument.Parameter, argument.Requires, Graph.Id(argument.Value.Expr), SourceText.OneLine(argument.Source.Syntax),
                argument.Source.Syntax.GetLocation(), distribution.Call.Syntax.GetLocation()));
        }

        var (form, arguments) = distribution.Definition.Stable(distribution.Form, distribution.Arguments);
        return new(distribution.Name, form.Name, arguments.Select(argument => Graph.Id(body.Alignment.Onto(at, axes, argument))).ToEquatableArray());
    }

    /// <summary>A function of a distribution at a point, such as <c>Normal(mu, s).LogDensity(x)</c>.</summary>
    public Shaped Function(IInvocationOperation call, DistributionValue distribution)
    {
        var (form, own) = distribution.Definition.Stable(distribution.Form, distribution.Arguments);
        if (call.Arguments.Length != 1)
        {
            throw Refusal.Unsupported(call, $"{call.TargetMethod.Name} of {distribution.Name}", "Only its functions of one point, such as LogDensity(x), can stand in a model.");
        }

        var point = body.Expressions.Read(call.Arguments[0].Value);
        var (axes, values) = body.Alignment.Align(call, [point, .. own]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Graph.Wrap(Graph.Id(values[i]));
        }

        var result = distribution.Definition.Evaluate(call.TargetMethod.Name, form, values[0], [.. values.Skip(1)])
            ?? throw Refusal.Unsupported(
                call, $"{call.TargetMethod.Name} of {distribution.Name}", "Its definition has no such function; LogDensity(x) is there for every distribution.");
        return new(axes, result);
    }

    private static Refusal Unfit(IInvocationOperation call, DistributionSignature definition, ICollection<string> given)
    {
        var forms = definition.Forms.Select(form => form.ToString()).ToList();
        var takes = forms.Count == 1 ? forms[0] : string.Join(", ", forms.Take(forms.Count - 1)) + " or " + forms[forms.Count - 1];
        var has = given.Count == 0 ? "none of them" : string.Join(" and ", given);
        return Refusal.Of(Rules.DistributionParameters, call, definition.Name, takes, has);
    }
}
