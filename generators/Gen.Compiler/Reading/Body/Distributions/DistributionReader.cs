using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads distributions: which set of parameters a call gives, and what they are.</summary>
internal sealed class DistributionReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    public DistributionValue Read(IInvocationOperation call, DistributionDefinition definition)
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

    /// <summary><c>Ordered(d, n)</c> and <c>ZeroSum(d, n)</c>: the density of independent elements, restricted to a set.</summary>
    public DistributedValue Restricted(IInvocationOperation call)
    {
        var arguments = CallReader.Arguments(call);
        var function = call.TargetMethod.Name;
        if (body.Expressions.ReadValue(arguments[0]!) is not DistributedValue { VariateRank: 0, Restriction: null } elements || elements is DistributionValue { Definition.AxisCount: > 0 })
        {
            throw Refusal.Unsupported(call, $"{function} of this", "It takes a distribution of one number, or a vector of such.");
        }

        var range = elements is ModifiedValue || elements.Support == Support.Interval ? body.Modifiers.Range(call, elements) : new(elements.Support);
        Support? restriction = (function, range.Support) switch
        {
            ("Ordered", Support.Real or Support.Unit) => Support.Ordered,
            ("Ordered", Support.Positive or Support.NonNegative) => Support.PositiveOrdered,
            ("Ordered", Support.Interval) when new[] { range.Lower, range.Upper }.All(end => end is not { } known || Graph.FreeAxes(Graph.Id(known)) == 0) => Support.Ordered,
            ("Ordered", Support.Interval) => throw Refusal.Unsupported(call, $"Ordered of {elements.Name} whose ends differ between elements, or passes of a loop,", "Give all elements the same ends, known before the loop."),
            ("ZeroSum", Support.Real) => Support.ZeroSum,
            _ => throw Refusal.Unsupported(call, $"{function} of {elements.Name}", function == "Ordered" ? "Its elements must range over an interval." : "Its elements must range over all numbers."),
        };
        Expr? length = arguments.Count > 1 && arguments[1] is { } argument ? body.Expressions.ReadScalar(argument) : null;
        if (length is { } known)
        {
            body.RequireKnown(arguments[1]!, known);
        }

        return elements with { Restriction = restriction, Elements = length };
    }

    /// <summary>The distribution over axes that its arguments have or are repeated along.</summary>
    public Density Density(IOperation at, DistributedValue value, ImmutableArray<int> axes)
    {
        if (value is not DistributionValue distribution)
        {
            return body.Modifiers.Density(at, (ModifiedValue)value, axes);
        }

        foreach (var argument in distribution.Given)
        {
            body.Draft.Arguments.Add(new(
                distribution.Name, argument.Parameter, argument.Requires, Graph.Id(argument.Value.Expr), SourceText.OneLine(argument.Source.Syntax),
                argument.Source.Syntax.GetLocation(), distribution.Call.Syntax.GetLocation(), body.Draft.Site));
        }

        var (form, arguments) = Stable(distribution);
        var variate = axes.Length - distribution.Definition.VariateRank;
        return distribution.Definition.AxisCount > 0
            ? Bound(at, distribution, [.. axes.Take(variate)], [.. axes.Skip(variate)])
            : new(distribution.Name, form.Name, arguments.Select(argument => Graph.Id(body.Alignment.Onto(at, axes, argument))).ToEquatableArray())
            {
                Source = distribution.Definition.Source,
            };
    }

    /// <summary>The axes of the variates that a distribution's arguments tell of.</summary>
    public VariateAxes Axes(IOperation at, DistributedValue value)
    {
        if (value.Elements is { } elements)
        {
            return new([], [body.Alignment.Axis(elements)]);
        }

        if (value is not DistributionValue { Definition.AxisCount: > 0 } distribution)
        {
            var axes = value is DistributionValue plain ? body.Alignment.Align(at, plain.Arguments).Axes : body.Modifiers.Repeated(at, (ModifiedValue)value);
            return value.Restriction is null ? new(axes, []) : new([.. axes.Take(axes.Length - 1)], [axes[axes.Length - 1]]);
        }

        var definition = distribution.Definition;

        ImmutableArray<int> batch = [];
        List<int> variate = [];
        foreach (var (parameter, argument) in distribution.Form.Parameters.Zip(distribution.Arguments, (parameter, argument) => (parameter, argument)))
        {
            var leading = argument.Rank - parameter.Along.Count;
            batch = leading > batch.Length ? [.. argument.Axes.Take(leading)] : batch;
            for (var d = 0; leading >= 0 && d < parameter.Along.Count && variate.Count < definition.VariateRank; d++)
            {
                if (parameter.Along[d] == variate.Count)
                {
                    variate.Add(argument.Axes[leading + d]);
                }
            }

            if (parameter.Name == definition.Attribute.Order)
            {
                body.RequireKnown(at, argument.Expr);
                for (var d = 0; d < definition.VariateRank; d++)
                {
                    variate.Add(body.Alignment.Axis(argument.Expr, variate));
                }
            }
        }

        return new(batch, variate.Count == definition.VariateRank ? [.. variate] : null);
    }

    /// <summary>A distribution that binds axes: vectors and matrices among its arguments are brought onto them, what is left onto the statement's.</summary>
    private Density Bound(IOperation at, DistributionValue distribution, ImmutableArray<int> batch, ImmutableArray<int> variate)
    {
        var used = distribution.Arguments.SelectMany(argument => argument.Axes).Concat(batch).Concat(variate).ToList();
        var bound = new List<int>(variate);
        List<int> arguments = [];
        foreach (var (parameter, argument) in distribution.Form.Parameters.Zip(distribution.Arguments, (parameter, argument) => (parameter, argument)))
        {
            // A number where a vector belongs is that at every position.
            if (argument.Rank > 0 && argument.Rank < parameter.Along.Count)
            {
                // A vector where a matrix belongs is C#'s error.
                throw new Refusal(null);
            }

            var leading = System.Math.Max(argument.Rank - parameter.Along.Count, 0);
            if (parameter.Along.Count == 2 && argument.Rank > 1)
            {
                // Every matrix among the parameters is square.
                body.Alignment.RequireEqual(at, Graph.Length(argument.Axes[leading]), Graph.Length(argument.Axes[leading + 1]));
            }

            List<int> target = [.. batch.Skip(batch.Length - leading)];
            for (var d = 0; d < parameter.Along.Count && argument.Rank > 0; d++)
            {
                while (bound.Count <= parameter.Along[d])
                {
                    bound.Add(body.Alignment.Axis(Graph.Length(argument.Axes[leading + d]), used));
                    used.Add(bound[bound.Count - 1]);
                }

                target.Add(bound[parameter.Along[d]]);
            }

            arguments.Add(Graph.Id(body.Alignment.Onto(at, [.. target], argument)));
        }

        return new(distribution.Name, distribution.Form.Name, arguments.ToEquatableArray()) { Axes = bound.ToEquatableArray() };
    }

    /// <summary>A function of a distribution at a point, such as <c>Normal(mu, s).LogDensity(x)</c>.</summary>
    public Shaped Function(IInvocationOperation call, DistributedValue value)
    {
        if (call.Arguments.Length != 1)
        {
            throw Refusal.Unsupported(
                call, $"{call.TargetMethod.Name} of {value.Name}", "Only its functions of one point, such as LogDensity(x), can stand in a model.");
        }

        var point = body.Expressions.Read(call.Arguments[0].Value);
        if (value is not DistributionValue distribution)
        {
            return body.Modifiers.Function(call, (ModifiedValue)value, point);
        }

        if (distribution.Definition.AxisCount > 0)
        {
            return call.TargetMethod.Name == "LogDensity" ? LogDensity(call, distribution, point)
                : throw Missing(call, $"{call.TargetMethod.Name} of {distribution.Name}", call.TargetMethod.Name);
        }

        var (form, own) = Stable(distribution);
        var (axes, values) = body.Alignment.Align(call, [point, .. own]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Graph.Wrap(Graph.Id(values[i]));
        }

        var density = new Density(distribution.Name, form.Name, values.Skip(1).Select(Graph.Id).ToEquatableArray()) { Source = distribution.Definition.Source };
        AddCall(density);
        if (call.TargetMethod.Name == "LogDensity")
        {
            return new(axes, Supported(density, values[0], distribution.Definition.LogDensity(values[0], form.Name, [.. values.Skip(1)])));
        }

        var result = distribution.Definition.Evaluate(call.TargetMethod.Name, values[0], form.Name, [.. values.Skip(1)]) ?? throw Missing(call, $"{call.TargetMethod.Name} of {distribution.Name}", call.TargetMethod.Name);
        return new(axes, Defined(density, call.TargetMethod.Name, result));
    }

    /// <summary>Remembers a density of which a function is taken, unless a condition decides whether it is.</summary>
    public void AddCall(Density density)
    {
        if (!body.Scope.IsConditional)
        {
            body.Draft.Calls.Add(new(density, body.Draft.Site));
        }
    }

    /// <summary>A log-density at a point, which is −∞ where the point or a parameter is outside its set; what passes can prove they take away.</summary>
    public Expr Supported(Density density, Expr point, Expr logDensity) => SupportConditions.Guard(
        Graph, logDensity,
        OfParameters(density).Concat(VariateRange.Of(Graph, density).Conditions(point, body.Draft.IsWhole(point), _ => false)));

    /// <summary>
    /// A probability, or its logarithm, where the parameters lie in their sets. Outside there is none, and the formula may be any number: its logarithm is −∞ as the
    /// log-density is, and itself it is NaN.
    /// </summary>
    public Expr Defined(Density density, string function, Expr value) =>
        function == "Cdf" ? SupportConditions.GuardProbability(Graph, value, OfParameters(density)) : SupportConditions.Guard(Graph, value, OfParameters(density));

    private IEnumerable<Expr> OfParameters(Density density) =>
        SupportConditions.OfParameters(Graph, density, parameter => body.Draft.IsIn(parameter.Requires, Graph.Wrap(parameter.Node)));

    /// <summary>The log-density of a distribution that binds axes, for every variate along the outer axes of the point or of the arguments.</summary>
    private Shaped LogDensity(IOperation at, DistributionValue distribution, Shaped point)
    {
        var rank = distribution.Definition.VariateRank;
        var (batch, _) = Axes(at, distribution);
        ImmutableArray<int> own = [.. point.Axes.Take(point.Rank - rank)];
        var outer = own.Length >= batch.Length ? own : batch;
        ImmutableArray<int> variate = [.. point.Axes.Skip(own.Length)];
        var density = Bound(at, distribution, outer, variate);
        var x = body.Alignment.Onto(at, [.. outer.Skip(outer.Length - own.Length), .. variate], point);
        var builder = body.LinearAlgebra.Builder([point, .. distribution.Arguments], outer);
        AddCall(density);
        var logDensity = distribution.Definition.LogDensity(x, density, builder);
        return new(outer, SupportConditions.Guard(Graph, logDensity, SupportConditions.OfParameters(Graph, density, _ => false)));
    }

    /// <summary>That a definition lacks a function, with those that have it.</summary>
    public static Refusal Missing(IOperation call, string construct, string function)
    {
        var others = DistributionDefinition.With(function).ToList();
        var where = others.Count == 0
            ? "LogDensity(x) is there for every distribution."
            : $"{function}(x) is there for {string.Join(", ", others.Take(others.Count - 1))} and {others[others.Count - 1]}; LogDensity(x) for every distribution.";
        return Refusal.Unsupported(call, construct, where);
    }

    /// <summary>The numerically stable form that the arguments allow, or the one that was written, with the arguments for it.</summary>
    public static (DistributionForm Form, ImmutableArray<Shaped> Arguments) Stable(DistributionValue distribution)
    {
        var given = distribution.Arguments;
        return distribution.Form.Name.Length == 0 && distribution.Definition.Stable([.. given.Select(argument => argument.Expr)]) is { } stable
            ? (stable.Form, [.. stable.Arguments.Select(own => given[own.Source] with { Expr = own.Value })])
            : (distribution.Form, given);
    }

    private static Refusal Unfit(IInvocationOperation call, DistributionDefinition definition, ICollection<string> given)
    {
        var forms = definition.Forms.Select(form => form.ToString()).ToList();
        var takes = forms.Count == 1 ? forms[0] : string.Join(", ", forms.Take(forms.Count - 1)) + " or " + forms[forms.Count - 1];
        var has = given.Count == 0 ? "none of them" : string.Join(" and ", given);
        return Refusal.Of(Rules.DistributionParameters, call, definition.Name, takes, has);
    }
}
