using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads assignments to elements of vectors and matrices, and to rows and ranges of them.</summary>
internal sealed class ElementReader(BodyReader body)
{
    private readonly ElementRules rules = new(body);

    private Graph Graph => body.Draft.Graph;

    /// <summary>Gives an element a value, or with an operator another one.</summary>
    public void Assign(IOperation at, IOperation target, BinaryOperatorKind? kind, System.Func<Shaped> value, IOperation source)
    {
        if (Instance(target) is ILocalReferenceOperation { Local: var local } && body.Assignments.AssignedByElement.Contains(local) && body.Scope.Variables.TryGetValue(local, out var known) && known is Shaped { Rank: > 0 } state)
        {
            if ((CallReader.CallOf("Sample", source) ?? CallReader.CallOf("Generate", source) ?? CallReader.CallOf("Deterministic", source)) is not null)
            {
                throw Refusal.Of(Rules.MixedLatent, target, local.Name);
            }

            body.States.Assign(at, target, local, state, kind, value);
            return;
        }

        Assign(target, source, value, kind is null ? false : kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract ? true
            : throw Refusal.Unsupported(at, "This assignment", "Elements are assigned with =, += or -=."), negate: kind == BinaryOperatorKind.Subtract);
    }

    /// <summary>Arrays that are read, by statements or by what is returned, but never assigned, under any name, are zeros.</summary>
    public void FillUnassigned(params Expr[] returned)
    {
        var steps = body.Scope.Steps;
        HashSet<int> read = [.. steps.SelectMany(step => Dependence.Reads(Graph, step)), .. Dependence.Places(Graph, returned.Select(Graph.Id)).Select(place => place.Array)];
        steps.InsertRange(0, Zeros(read, steps));
    }

    /// <summary>The steps that fill with zeros what is read of arrays, and written by no step.</summary>
    public IEnumerable<Step> Zeros(IEnumerable<int> read, IEnumerable<Step> steps)
    {
        HashSet<int> written = [.. steps.SelectMany(Dependence.Writes)];
        foreach (var array in read.Where(array => !written.Contains(array) && body.Draft.Arrays[array].Role == ArrayRole.Local).OrderByDescending(array => array))
        {
            List<int> axes = [];
            foreach (var extent in body.Draft.Arrays[array].Extents)
            {
                axes.Add(body.Alignment.Axis(extent, axes));
            }

            yield return new AssignStep(array, axes.ToEquatableArray(), axes.Select(axis => Graph.Index(axis).Id).ToEquatableArray(), Graph.Constant(0).Id, false, -1, -1);
        }
    }

    /// <summary>The step <c>array[prefix, axes] = value</c>.</summary>
    public void Add(int array, ImmutableArray<Expr> prefix, Shaped value)
    {
        body.Draft.Arrays[array].DependsOn ??= body.Draft.DependsOn(value.Expr);
        body.Draft.Arrays[array].Assignments++;
        body.Draft.Arrays[array].Assigned.Add(new([.. prefix, .. value.Axes.Select(Graph.Index)], []));
        body.Scope.Steps.Add(new AssignStep(
            array, value.Axes.ToEquatableArray(), prefix.Concat(value.Axes.Select(Graph.Index)).Select(Graph.Id).ToEquatableArray(),
            Graph.Id(value.Expr), false, -1, body.Draft.Site));
    }

    /// <summary>The vector or matrix whose element an assignment's target is, or null.</summary>
    public static IOperation? Instance(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } property => property.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation indexer => indexer.Instance,
        _ => null,
    };

    /// <summary>The indices of an element.</summary>
    public static IReadOnlyList<IOperation> Indices(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => [.. property.Arguments.Select(argument => argument.Value)],
        IArrayElementReferenceOperation element => element.Indices,
        IImplicitIndexerReferenceOperation indexer => [indexer.Argument],
        _ => [],
    };

    private void Assign(IOperation target, IOperation source, System.Func<Shaped> read, bool accumulate, bool negate)
    {
        var name = Instance(target) is { } instance ? SourceText.OneLine(instance.Syntax) : SourceText.OneLine(target.Syntax);
        if (Instance(target) is not ILocalReferenceOperation { Local: var local })
        {
            throw Refusal.Of(Rules.AssignedData, target, name);
        }

        var value = body.Scope.Variables.TryGetValue(local, out var known) ? known : Unreadable.Instance;
        var variable = value as ArrayVariable ?? throw (value is Unreadable ? new Refusal(null) : Refusal.Of(Rules.AssignedData, target, name));
        if (body.Draft.Arrays[variable.Array].SharedAs is { } other)
        {
            throw AssignmentReader.Changed(target, name, other);
        }

        body.Draft.Arrays[variable.Array].AssignedWithin.UnionWith(body.Scope.Loops);
        var place = body.Indexing.At(target, body.Alignment.Whole(variable.Array, variable.Prefix), Indices(target), isTarget: true);
        ImmutableArray<Expr> indices = [.. place.Expr.Node.Arguments.Select(Graph.Wrap)];
        var text = SourceText.OneLine(target.Syntax);
        rules.RequireUnread(target, variable.Array, indices, text, accumulate);
        if ((CallReader.CallOf("Sample", source) ?? CallReader.CallOf("Generate", source)) is { } sample)
        {
            rules.RequireOwn(target, variable, indices, text);
            body.Quantities.SampleElement(variable, indices, place.Axes, text, sample);
            return;
        }

        if (CallReader.CallOf("Deterministic", source) is { } deterministic)
        {
            var recorded = CallReader.Arguments(deterministic)[0]!;
            body.Draft.DescribeSite(SiteKind.Deterministic, body.Draft.Arrays[variable.Array].Name, $"{text} = {SourceText.OneLine(recorded.Syntax)}", deterministic.Syntax);
            (body.Draft.Arrays[variable.Array].Role, source, read) = (ArrayRole.Deterministic, recorded, () => body.Expressions.Read(recorded));
            body.Draft.Arrays[variable.Array].Location ??= deterministic.Syntax.GetLocation();
        }

        if (body.Draft.Arrays[variable.Array].Role is ArrayRole.Latent or ArrayRole.Generated)
        {
            throw Refusal.Of(Rules.MixedLatent, target, name);
        }

        var assigned = read();
        assigned = negate ? body.Expressions.Apply(source, Operation.Negate, assigned) : assigned;
        var guards = body.Scope.Guards.Count;
        if (!accumulate)
        {
            body.Scope.Guards.AddRange(rules.Change(variable.Array, indices, assigned));
            rules.RequireOwn(target, variable, indices, text);
            rules.RequireUnassigned(target, variable, indices, text);
            if (body.Draft.ReadsOf(assigned.Expr, variable.Array).Any(read => read.Arguments.Zip(indices, (own, index) => Graph.Wrap(own).Equals(index)).All(same => same)))
            {
                throw ElementRules.IsRead(target, text);
            }
        }

        var aligned = body.Alignment.Onto(source, place.Axes, assigned);
        var array = body.Draft.Arrays[variable.Array];
        array.DependsOn ??= body.Draft.DependsOn(aligned);
        array.Assignments++;
        array.Assigned.Add(new(indices, [.. body.Scope.Guards]));
        body.Scope.Steps.Add(new AssignStep(
            variable.Array, place.Axes.ToEquatableArray(), indices.Select(Graph.Id).ToEquatableArray(), Graph.Id(aligned), accumulate,
            body.Quantities.Guard(), body.Draft.Site));
        body.Scope.Guards.RemoveRange(guards, body.Scope.Guards.Count - guards);
        rules.ForgetReads(variable.Array, indices);
    }
}
