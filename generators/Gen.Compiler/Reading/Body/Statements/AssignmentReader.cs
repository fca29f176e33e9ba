using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads assignments to variables and to elements.</summary>
internal sealed class AssignmentReader(BodyReader body)
{
    private readonly ElementRules rules = new(body);

    private Graph Graph => body.Draft.Graph;

    /// <summary>The variables whose elements are assigned, under whatever name: they are arrays, others are plain values.</summary>
    public HashSet<ISymbol> AssignedByElement { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Those whose own names stand where elements are assigned.</summary>
    private HashSet<ISymbol> AssignedByName { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Finds the variables whose elements are assigned anywhere below an operation, under their own names or under others.</summary>
    public void Scan(IOperation operation)
    {
        foreach (var target in operation.Descendants().Select(part => part is IAssignmentOperation assignment ? assignment.Target : (part as IIncrementOrDecrementOperation)?.Target))
        {
            if (target is not null && Instance(target) is ILocalReferenceOperation local)
            {
                AssignedByName.Add(local.Local);
            }
        }

        AssignedByElement.UnionWith(body.Aliases.Closure(operation, AssignedByName));
    }

    /// <summary>What a variable means that is given a value: Sample and Deterministic take its name.</summary>
    public Value Named(ISymbol symbol, IOperation source)
    {
        if (CallReader.CallOf("Sample", source) is { } sample)
        {
            return body.Quantities.Sample(symbol.Name, sample);
        }

        if (CallReader.CallOf("Generate", source) is { } generate)
        {
            return body.Quantities.Generate(symbol.Name, generate);
        }

        if (CallReader.CallOf("Deterministic", source) is { } deterministic)
        {
            var recorded = body.Quantities.Deterministic(symbol.Name, deterministic);
            Share(deterministic, symbol, [.. body.Aliases.Of(deterministic.Arguments[0].Value)]);
            return recorded;
        }

        var value = body.Expressions.ReadValue(source);
        if (value is Shaped { Rank: > 0 } && AssignedByElement.Contains(symbol) && body.Aliases.Of(source).FirstOrDefault() is { } other)
        {
            // What is read only is as it is now. What is assigned would change the other too, which is no array of its own.
            return !AssignedByName.Contains(symbol) ? value : throw Refusal.Unsupported(
                source, $"'{symbol.Name}', whose elements are assigned, as a second name of '{other.Name}'", $"C# would change both. Fill a vector or matrix of its own: new Vector(length), new Matrix(rows, columns).");
        }

        if (value is Shaped computed && !AssignedByElement.Contains(symbol) && body.DerivedData.Array(symbol, computed) is { } derived)
        {
            return derived;
        }

        if (value is not Shaped { Rank: > 0 } shaped || !AssignedByElement.Contains(symbol) || body.Scope.Loops.Any(loop => loop.Carried.ContainsKey(symbol)))
        {
            return value;
        }

        var prefix = body.Loops.Ordinals();
        var array = body.Draft.AddArray(symbol.Name, ArrayRole.Local, [.. body.Loops.Lengths(), .. shaped.Axes.Select(Graph.Length)]);
        if (!shaped.Expr.IsNumber(0))
        {
            AddAssignment(array, prefix, shaped, accumulate: false, guarded: false);
        }

        return new ArrayVariable(array, prefix, body.Scope.Loops.Count);
    }

    public void Assign(IOperation target, IOperation source)
    {
        switch (target)
        {
            case ILocalReferenceOperation { Local: var local }:
                SetVariable(local, source, Named(local, source));
                break;
            case IParameterReferenceOperation { Parameter: var parameter } when body.Scope.IsInMethod:
                SetVariable(parameter, source, body.Expressions.ReadValue(source));
                break;
            case IParameterReferenceOperation parameter:
                throw Refusal.Of(Rules.AssignedData, target, parameter.Parameter.Name);
            case IDiscardOperation:
                body.Expressions.ReadValue(source);
                break;
            default:
                Element(source, target, null, () => body.Expressions.Read(source), source);
                break;
        }
    }

    /// <summary>Gives an element a value, or with an operator another one.</summary>
    private void Element(IOperation at, IOperation target, BinaryOperatorKind? kind, System.Func<Shaped> value, IOperation source)
    {
        if (Instance(target) is ILocalReferenceOperation { Local: var local } && AssignedByElement.Contains(local) && body.Scope.Variables.TryGetValue(local, out var known) && known is Shaped { Rank: > 0 } state)
        {
            if ((CallReader.CallOf("Sample", source) ?? CallReader.CallOf("Generate", source) ?? CallReader.CallOf("Deterministic", source)) is not null)
            {
                throw Refusal.Of(Rules.MixedLatent, target, local.Name);
            }

            body.States.Assign(at, target, local, state, kind, value);
            return;
        }

        AssignElement(target, source, value, kind is null ? false : kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract ? true
            : throw Refusal.Unsupported(at, "This assignment", "Elements are assigned with =, += or -=."), negate: kind == BinaryOperatorKind.Subtract);
    }

    public void Increment(IIncrementOrDecrementOperation step)
    {
        var one = Shaped.Scalar(Graph.Constant(1));
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        if (Instance(step.Target) is not null)
        {
            Element(step, step.Target, kind, () => one, step);
            return;
        }

        Update(step, kind, step.Target, one);
    }

    public void Compound(IOperation at, BinaryOperatorKind kind, IOperation target, IOperation source)
    {
        if (Instance(target) is not null)
        {
            Element(at, target, kind, () => body.Expressions.Read(source), source);
            return;
        }

        Update(at, kind, target, body.Expressions.Read(source));
    }

    /// <summary>Gives a variable a value, which a loop's next pass may take over.</summary>
    public void SetVariable(ISymbol symbol, IOperation at, Value value)
    {
        var key = Scope.Key(symbol);
        var loop = body.Scope.Loops.LastOrDefault();
        if (loop is not null && loop.Carried.TryGetValue(key, out var carried))
        {
            if (value is ArrayVariable shared)
            {
                Share(at, symbol, loop, shared);
            }

            value = body.Expressions.Numbers(at, value);
            value = carried.WritesAtOnce ? body.Loops.Write(at, loop, carried, (Shaped)value) : value;
        }

        body.Scope.Variables[key] = value;
    }

    /// <summary>Arrays that are read, by statements or by what is returned, but never assigned, under any name, are zeros.</summary>
    public void FillUnassigned(params Expr[] returned)
    {
        var steps = body.Scope.Steps;
        HashSet<int> written = [.. steps.SelectMany(Dependence.Writes)];
        HashSet<int> read = [.. steps.SelectMany(step => Dependence.Reads(Graph, step)), .. Dependence.Places(Graph, returned.Select(Graph.Id)).Select(place => place.Array)];
        for (var array = 0; array < body.Draft.Arrays.Count; array++)
        {
            if (body.Draft.Arrays[array] is { Role: ArrayRole.Local } draft && read.Contains(array) && !written.Contains(array))
            {
                List<int> axes = [];
                foreach (var extent in draft.Extents)
                {
                    axes.Add(body.Alignment.Axis(extent, axes));
                }

                steps.Insert(0, new AssignStep(array, axes.ToEquatableArray(), axes.Select(axis => Graph.Index(axis).Id).ToEquatableArray(), Graph.Constant(0).Id, false, -1, -1));
            }
        }
    }

    /// <summary>From here on the elements of what a variable takes over stay as they are: C# would change the variable with them.</summary>
    private void Share(IOperation at, ISymbol symbol, IReadOnlyList<ISymbol> names)
    {
        foreach (var name in names)
        {
            if (body.Scope.Variables.TryGetValue(Scope.Key(name), out var value) && value is ArrayVariable shared)
            {
                Share(at, symbol, body.Scope.Loops.LastOrDefault(), shared);
            }
        }
    }

    private void Share(IOperation at, ISymbol symbol, LoopFrame? loop, ArrayVariable shared)
    {
        var array = body.Draft.Arrays[shared.Array];
        array.SharedAs = symbol.Name;
        if (loop is not null && shared.LoopDepth < body.Scope.Loops.Count && array.AssignedWithin.Contains(loop))
        {
            throw Changed(at, array.Name, symbol.Name);
        }
    }

    private static Refusal Changed(IOperation at, string name, string other) => Refusal.Unsupported(
        at, $"'{name}' as a second name of '{other}' while its elements are assigned", "C# would change both. Assign them before, or declare the vector inside the loop.");

    /// <summary>The step <c>array[prefix, axes] = value</c>.</summary>
    public void AddAssignment(int array, ImmutableArray<Expr> prefix, Shaped value, bool accumulate, bool guarded)
    {
        body.Draft.Arrays[array].DependsOn ??= body.Draft.DependsOn(value.Expr);
        body.Draft.Arrays[array].Assignments++;
        body.Draft.Arrays[array].Assigned.Add(new([.. prefix, .. value.Axes.Select(Graph.Index)], guarded ? [.. body.Scope.Guards] : []));
        body.Scope.Steps.Add(new AssignStep(
            array, value.Axes.ToEquatableArray(), prefix.Concat(value.Axes.Select(Graph.Index)).Select(Graph.Id).ToEquatableArray(),
            Graph.Id(value.Expr), accumulate, guarded ? body.Quantities.Guard() : -1, body.Draft.Site));
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

    private void Update(IOperation at, BinaryOperatorKind kind, IOperation target, Shaped operand)
    {
        IntegerArithmetic.RequireType(at, target.Type);
        var symbol = target switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter when body.Scope.IsInMethod => parameter.Parameter,
            IParameterReferenceOperation parameter => throw Refusal.Of(Rules.AssignedData, target, parameter.Parameter.Name),
            _ => throw ExpressionReader.Unsupported(at),
        };
        if (kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract && body.Scope.Loops.LastOrDefault() is { } loop && loop.Totals.TryGetValue(symbol, out var total))
        {
            var term = kind == BinaryOperatorKind.Add ? operand : body.Expressions.Apply(at, Operation.Negate, operand);
            if (body.Scope.Guard(loop.Guards) is { } guard)
            {
                term = body.Expressions.Apply(at, Operation.Where, Shaped.Scalar(guard), term, Shaped.Scalar(Graph.Constant(0)));
            }

            loop.Terms.Add((body.Scope.Steps.Count, term, body.Draft.Site));
            loop.Totals[symbol] = body.Expressions.Apply(at, Operation.Add, total, term);
            return;
        }

        SetVariable(symbol, at, body.Expressions.Operator(at, kind, body.Expressions.Read(target), operand, target.Type));
    }

    private void AssignElement(IOperation target, IOperation source, System.Func<Shaped> read, bool accumulate, bool negate)
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
            throw Changed(target, name, other);
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
            (body.Draft.Arrays[variable.Array].Role, source, read) = (ArrayRole.Deterministic, recorded, () => body.Expressions.Read(recorded));
            body.Draft.Arrays[variable.Array].Location ??= deterministic.Syntax.GetLocation();
        }

        if (body.Draft.Arrays[variable.Array].Role is ArrayRole.Latent or ArrayRole.Generated)
        {
            throw Refusal.Of(Rules.MixedLatent, target, name);
        }

        var assigned = read();
        assigned = negate ? body.Expressions.Apply(source, Operation.Negate, assigned) : assigned;
        if (!accumulate)
        {
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
        rules.ForgetReads(variable.Array, indices);
    }
}
