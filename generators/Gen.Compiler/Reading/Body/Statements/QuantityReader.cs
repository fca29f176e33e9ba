using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads the statements that make a model: Sample, Observe, Deterministic and Potential.</summary>
internal sealed class QuantityReader(BodyReader body)
{
    private Draft Draft => body.Draft;

    private Graph Graph => body.Draft.Graph;

    /// <summary><c>var name = Sample(d, …)</c>.</summary>
    public Value Sample(string name, IInvocationOperation call) => Sample(name, call, ArrayRole.Latent);

    /// <summary><c>var name = Generate(d, …)</c>.</summary>
    public Value Generate(string name, IInvocationOperation call) => Sample(name, call, ArrayRole.Generated);

    private Value Sample(string name, IInvocationOperation call, ArrayRole role)
    {
        var (distribution, axes) = Sampled(name, call);
        var prefix = body.Loops.Ordinals();
        var array = Draft.AddArray(name, role, [.. body.Loops.Lengths(), .. axes.Select(Graph.Length)]);
        (Draft.Arrays[array].Location, Draft.Arrays[array].Support) = (call.Syntax.GetLocation(), distribution.Support);
        AddSample(name, call, array, [.. prefix, .. axes.Select(Graph.Index)], axes, distribution);
        return body.Alignment.Whole(array, prefix);
    }

    /// <summary><c>theta[t] = Sample(d)</c> or <c>Generate(d)</c>: the array becomes a latent, or one that is generated.</summary>
    public void SampleElement(ArrayVariable variable, ImmutableArray<Expr> indices, ImmutableArray<int> rest, string text, IInvocationOperation call)
    {
        var array = Draft.Arrays[variable.Array];
        var (distribution, axes) = Sampled(array.Name, call);
        var role = IsGenerated(call) ? ArrayRole.Generated : ArrayRole.Latent;
        if (array.Role != role && array.Assignments > 0)
        {
            throw Refusal.Of(Rules.MixedLatent, call, array.Name);
        }

        (array.Role, array.DependsOn) = (role, array.Name);
        array.Location ??= call.Syntax.GetLocation();
        array.Assignments++;
        for (var i = 0; i < axes.Length; i++)
        {
            body.Alignment.RequireEqual(call, Graph.Length(rest[i]), Graph.Length(axes[i]));
        }

        AddSample(text, call, variable.Array, indices, rest, distribution);
    }

    /// <summary><c>Observe(data, d)</c>.</summary>
    public void Observe(IInvocationOperation call)
    {
        RequireModelBody(call);
        var arguments = CallReader.Arguments(call);
        var (source, data) = (arguments[0]!, body.Expressions.Read(arguments[0]!));
        var distribution = Distribution(arguments[1]!);
        var text = $"{SourceText.OneLine(source.Syntax)} ~ {SourceText.OneLine(arguments[1]!.Syntax)}";
        var node = data.Expr.Node;
        var isParameter = node.Kind == NodeKind.Read && Draft.Arrays[node.Symbol].Role == ArrayRole.Data;
        if (!isParameter)
        {
            node = body.DerivedData.Of(source, data).Node;
        }

        foreach (var index in node.Arguments)
        {
            body.RequireKnown(source, Graph.Wrap(index));
        }

        var array = Draft.Arrays[node.Symbol];
        Draft.DescribeSite(SiteKind.Observe, array.Name, text, call.Syntax);
        Draft.ObservedArrays.Add(node.Symbol);
        var density = body.Distributions.Density(call, distribution, data.Axes);
        RequireElements(call, distribution, data.Axes, density);
        body.Scope.Steps.Add(new ObserveStep(node.Symbol, Batch(distribution, data.Axes), node.Arguments, density, Guard(), Draft.Site));
    }

    /// <summary><c>Potential(expression)</c>.</summary>
    public void Potential(IInvocationOperation call)
    {
        RequireModelBody(call);
        var argument = CallReader.Arguments(call)[0]!;
        Draft.DescribeSite(SiteKind.Potential, string.Empty, $"Potential({SourceText.OneLine(argument.Syntax)})", call.Syntax);
        var term = body.Expressions.Read(argument);
        body.Scope.Steps.Add(new PotentialStep(term.Axes.ToEquatableArray(), Graph.Id(term.Expr), Guard(), Draft.Site));
    }

    /// <summary><c>var name = Deterministic(expression)</c>.</summary>
    public Value Deterministic(string name, IInvocationOperation call)
    {
        RequireModelBody(call);
        var argument = CallReader.Arguments(call)[0]!;
        Draft.DescribeSite(SiteKind.Deterministic, name, $"{name} = {SourceText.OneLine(argument.Syntax)}", call.Syntax);
        var read = body.Expressions.ReadValue(argument);
        if (read is ArrayVariable { LoopDepth: 0 } variable && Draft.Arrays[variable.Array] is { Role: ArrayRole.Local } local && local.Name == name)
        {
            (local.Role, local.Location) = (ArrayRole.Deterministic, call.Syntax.GetLocation());
            return variable;
        }

        var value = body.Expressions.Numbers(argument, read);
        var prefix = body.Loops.Ordinals();
        var array = Draft.AddArray(name, ArrayRole.Deterministic, [.. body.Loops.Lengths(), .. value.Axes.Select(Graph.Length)]);
        (Draft.Arrays[array].Location, Draft.Arrays[array].DependsOn) = (call.Syntax.GetLocation(), Draft.DependsOn(value.Expr));
        body.Elements.Add(array, prefix, value);
        return body.Alignment.Whole(array, prefix);
    }

    /// <summary>The conjunction of the conditions around a statement as a step has it.</summary>
    public int Guard() => body.Scope.Guard() is { } guard ? Graph.Id(guard) : -1;

    /// <summary>Requires that a statement of the model stands in its own body.</summary>
    public void RequireModelBody(IInvocationOperation call)
    {
        if (body.Scope.IsInMethod)
        {
            throw Refusal.Of(Rules.StatementInMethod, call, call.TargetMethod.Name);
        }
    }

    private const string InBranch = "inside a branch. A model has the same latents whatever its data are: sample before the branch, and choose parameters of the prior by ?: where they differ.";

    private const string InRaggedLoop = "in a loop whose passes are more or fewer for each pass of the loop around it. A latent is a vector or a matrix, all of which is sampled: "
        + "sample it before the loops, as one vector with a place for each pass or a matrix that is wide enough, and read its elements in them.";

    private (DistributedValue Distribution, ImmutableArray<int> Axes) Sampled(string name, IInvocationOperation call)
    {
        RequireModelBody(call);
        if (body.Scope.Guards.Count > 0)
        {
            // Both branches may sample it, which is one mistake.
            throw IsGenerated(call)
                ? Refusal.Unsupported(call, "A generated quantity inside a branch", "A model has the same quantities whatever its data are: generate it before the branch.")
                : Draft.Diagnostics.Any(reported => reported.Rule == Rules.ConditionalLatent && reported.Arguments[0] == name) ? new Refusal(null)
                : Refusal.Of(Rules.ConditionalLatent, call, name, body.Scope.Guards.Count > body.Scope.Loops.Count(loop => loop.IsRagged) ? InBranch : InRaggedLoop);
        }

        var arguments = CallReader.Arguments(call);
        Draft.DescribeSite(Kind(call), name, $"{name} ~ {SourceText.OneLine(arguments[0]!.Syntax)}", call.Syntax);
        var distribution = Distribution(arguments[0]!);
        if (!IsGenerated(call))
        {
            if (distribution.IsDiscrete)
            {
                throw Refusal.Of(
                    Rules.DiscreteLatent, call, name, distribution.Name,
                    name.EndsWith("]") ? " Along a chain: forward[t, k] = LogSumExp(forward[t - 1] + Log(p[.., k])) + …, and Potential(LogSumExp(forward[^1])) at its end." : "");
            }

            body.Modifiers.RequireLatent(call, distribution);
        }

        var (batch, variate) = body.Distributions.Axes(call, distribution);
        List<Expr> lengths = [];
        foreach (var argument in arguments.Skip(1).Where(argument => argument is { Type.TypeKind: not TypeKind.Enum }))
        {
            lengths.Add(body.Expressions.ReadScalar(argument!));
            body.RequireKnown(argument!, lengths[lengths.Count - 1]);
            body.Requirements.Length(argument!, lengths[lengths.Count - 1]);
        }

        // What the arguments do not tell, the last lengths do; further ones repeat the distribution.
        var rank = distribution.VariateRank;
        if (variate is null && lengths.Count < rank)
        {
            throw Refusal.Unsupported(call, $"{distribution.Name} without a length", $"Write how long it is: {call.TargetMethod.Name}({distribution.Name}(…), length).");
        }

        List<int> own = variate is null ? [] : [.. variate];
        for (var d = variate is null ? lengths.Count - rank : lengths.Count; d < lengths.Count; d++)
        {
            own.Add(body.Alignment.Axis(lengths[d], own.Concat(batch)));
        }

        var outer = lengths.Take(lengths.Count - (variate is null ? rank : 0)).ToList();
        if (batch.Length == 0 && (own.Count == 0 || variate is null || outer.Count != own.Count || !distribution.IsElementwise))
        {
            List<int> repeated = [];
            foreach (var length in outer)
            {
                repeated.Add(body.Alignment.Axis(length, repeated.Concat(own)));
            }

            return (distribution, [.. repeated, .. own]);
        }

        ImmutableArray<int> axes = [.. batch, .. own];
        if (outer.Count != 0 && outer.Count != axes.Length)
        {
            throw Refusal.Unsupported(call, "A dimension more than the distribution has", "A vector of distributions is sampled with one Dim or none.");
        }

        for (var i = 0; i < outer.Count; i++)
        {
            body.Alignment.RequireEqual(call, Graph.Length(axes[i]), outer[i]);
        }

        return (distribution, axes);
    }

    private static bool IsGenerated(IInvocationOperation call) => call.TargetMethod.Name == "Generate";

    private static SiteKind Kind(IInvocationOperation call) => IsGenerated(call) ? SiteKind.Generate : SiteKind.Sample;

    private void AddSample(string target, IInvocationOperation call, int array, ImmutableArray<Expr> indices, ImmutableArray<int> axes, DistributedValue distribution)
    {
        var name = Draft.Arrays[array].Name;
        Draft.DescribeSite(Kind(call), name, $"{target} ~ {SourceText.OneLine(CallReader.Arguments(call)[0]!.Syntax)}", call.Syntax);
        var density = body.Distributions.Density(call, distribution, axes);
        RequireElements(call, distribution, axes, density);
        body.Scope.Steps.Add(new SampleStep(
            array, Batch(distribution, axes), indices.Select(Graph.Id).ToEquatableArray(), density, Draft.Site)
        {
            Restriction = distribution.Restriction, IsNonCentered = IsNonCentered(call, distribution), IsCenteredByTuning = Centering(call) is null or { ConstantValue: { HasValue: true, Value: 0 } },
        });
    }

    /// <summary>Vectors that are one variate have an element at least, and series as many as their order.</summary>
    private void RequireElements(IInvocationOperation call, DistributedValue distribution, ImmutableArray<int> axes, Density density)
    {
        if (distribution.Restriction is not null || distribution is DistributionValue { Definition.VariateRank: > 0 })
        {
            var length = Graph.Length(axes[axes.Length - 1]);
            var least = DistributionDefinition.Find(density)?.LeastLength(density, Graph) ?? 1;
            if (!least.IsConstant(out _))
            {
                body.Requirements.Least(call, length, 1, Named(distribution));
            }

            body.Requirements.Least(call, length, least, Named(distribution));
        }
    }

    /// <summary>Whether a call asks for a latent that is computed from a standard one.</summary>
    private static bool IsNonCentered(IInvocationOperation call, DistributedValue distribution)
    {
        if (Centering(call) is not { } centering || centering.ConstantValue is { HasValue: true, Value: 0 or 1 })
        {
            return false;
        }

        return centering.ConstantValue.HasValue
            ? distribution is DistributionValue { Definition.HasCenters: true, Restriction: null } ? true
                : throw Refusal.Unsupported(
                    centering, $"{Named(distribution)} that is not centred", $"Families with a location and a scale, or whose logarithm or logit has them, are sampled so: {string.Join(", ", DistributionDefinition.WithCenters)}.")
            : throw Refusal.Unsupported(centering, "A centring that is decided later", "Write Centering.Auto, Centering.Centered or Centering.NonCentered.");
    }

    private static string Named(DistributedValue distribution) => distribution.Restriction switch
    {
        null => distribution.Name,
        Support.ZeroSum => $"ZeroSum of {distribution.Name}",
        _ => $"Ordered of {distribution.Name}",
    };

    private static IOperation? Centering(IInvocationOperation call) => CallReader.Arguments(call).FirstOrDefault(argument => argument?.Type?.Name == "Centering");

    /// <summary>The axes along which a distribution is repeated; the others its density binds.</summary>
    private static EquatableArray<int> Batch(DistributedValue distribution, ImmutableArray<int> axes) =>
        axes.Take(axes.Length - distribution.VariateRank).ToEquatableArray();

    private DistributedValue Distribution(IOperation operation) =>
        body.Expressions.ReadValue(operation) as DistributedValue
        ?? throw Refusal.Unsupported(operation, "A value where a distribution belongs", "Write a distribution, such as Normal(mu, sigma).");
}
