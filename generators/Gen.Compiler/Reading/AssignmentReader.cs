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
    private Graph Graph => body.Draft.Graph;

    /// <summary>The variables of the model's body whose elements are assigned: they are arrays, others are plain values.</summary>
    public HashSet<ISymbol> AssignedByElement { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Finds the variables whose elements are assigned anywhere below an operation.</summary>
    public void Scan(IOperation operation)
    {
        foreach (var target in operation.Descendants().OfType<IAssignmentOperation>().Select(assignment => assignment.Target))
        {
            if (Instance(target) is ILocalReferenceOperation local)
            {
                AssignedByElement.Add(local.Local);
            }
        }
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
            return body.Quantities.Deterministic(symbol.Name, deterministic);
        }

        var value = body.Expressions.ReadValue(source);
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
            default:
                AssignElement(target, source, accumulate: false, negate: false);
                break;
        }
    }

    public void Increment(IIncrementOrDecrementOperation step)
    {
        var one = Shaped.Scalar(Graph.Constant(1));
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        Update(step, kind, step.Target, one, step.Target.Type?.SpecialType == SpecialType.System_Int32);
    }

    public void Compound(IOperation at, BinaryOperatorKind kind, IOperation target, IOperation source)
    {
        if (Instance(target) is not null)
        {
            AssignElement(target, source, kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract ? true
                : throw Refusal.Unsupported(at, "This assignment", "Elements are assigned with =, += or -=."), negate: kind == BinaryOperatorKind.Subtract);
            return;
        }

        Update(at, kind, target, body.Expressions.Read(source), target.Type?.SpecialType == SpecialType.System_Int32);
    }

    /// <summary>Gives a variable a value, which a loop's next pass may take over.</summary>
    public void SetVariable(ISymbol symbol, IOperation at, Value value)
    {
        var key = Scope.Key(symbol);
        var loop = body.Scope.Loops.LastOrDefault();
        if (loop is not null && loop.Carried.TryGetValue(key, out var carried))
        {
            value = body.Expressions.Numbers(at, value);
            value = carried.WritesAtOnce ? body.Loops.Write(at, loop, carried, (Shaped)value) : value;
        }

        body.Scope.Variables[key] = value;
    }

    /// <summary>The step <c>array[prefix, axes] = value</c>.</summary>
    public void AddAssignment(int array, ImmutableArray<Expr> prefix, Shaped value, bool accumulate, bool guarded)
    {
        body.Draft.Arrays[array].DependsOn ??= body.Draft.DependsOn(value.Expr);
        body.Draft.Arrays[array].Assignments++;
        body.Draft.Arrays[array].Assigned.Add(([.. prefix, .. value.Axes.Select(Graph.Index)], guarded));
        body.Scope.Steps.Add(new AssignStep(
            array, value.Axes.ToEquatableArray(), prefix.Concat(value.Axes.Select(Graph.Index)).Select(Graph.Id).ToEquatableArray(),
            Graph.Id(value.Expr), accumulate, guarded ? body.Quantities.Guard() : -1, body.Draft.Site));
    }

    /// <summary>The vector or matrix whose element an assignment's target is, or null.</summary>
    private static IOperation? Instance(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true } property => property.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation indexer => indexer.Instance,
        _ => null,
    };

    private static IReadOnlyList<IOperation> Indices(IOperation target) => target switch
    {
        IPropertyReferenceOperation property => [.. property.Arguments.Select(argument => argument.Value)],
        IArrayElementReferenceOperation element => element.Indices,
        IImplicitIndexerReferenceOperation indexer => [indexer.Argument],
        _ => [],
    };

    private void Update(IOperation at, BinaryOperatorKind kind, IOperation target, Shaped operand, bool integers)
    {
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

            loop.Totals[symbol] = body.Expressions.Apply(at, Operation.Add, total, term);
            return;
        }

        SetVariable(symbol, at, body.Expressions.Operator(at, kind, body.Expressions.Read(target), operand, integers));
    }

    private void AssignElement(IOperation target, IOperation source, bool accumulate, bool negate)
    {
        var name = Instance(target) is { } instance ? SourceText.OneLine(instance.Syntax) : SourceText.OneLine(target.Syntax);
        if (Instance(target) is not ILocalReferenceOperation { Local: var local })
        {
            throw Refusal.Of(Rules.AssignedData, target, name);
        }

        var value = body.Scope.Variables.TryGetValue(local, out var known) ? known : Unreadable.Instance;
        var variable = value as ArrayVariable ?? throw (value is Unreadable ? new Refusal(null) : Refusal.Of(Rules.AssignedData, target, name));
        var place = body.Indexing.At(target, body.Alignment.Whole(variable.Array, variable.Prefix), Indices(target), isTarget: true);
        ImmutableArray<Expr> indices = [.. place.Expr.Node.Arguments.Select(Graph.Wrap)];
        var text = SourceText.OneLine(target.Syntax);
        if ((CallReader.CallOf("Sample", source) ?? CallReader.CallOf("Generate", source)) is { } sample)
        {
            RequireOwnElement(target, variable, indices, text);
            body.Quantities.SampleElement(variable, indices, place.Axes, text, sample);
            return;
        }

        if (CallReader.CallOf("Deterministic", source) is { } deterministic)
        {
            (body.Draft.Arrays[variable.Array].Role, source) = (ArrayRole.Deterministic, CallReader.Arguments(deterministic)[0]!);
            body.Draft.Arrays[variable.Array].Location ??= deterministic.Syntax.GetLocation();
        }

        if (body.Draft.Arrays[variable.Array].Role is ArrayRole.Latent or ArrayRole.Generated)
        {
            throw Refusal.Of(Rules.MixedLatent, target, name);
        }

        var assigned = body.Expressions.Read(source);
        assigned = negate ? body.Expressions.Apply(source, Operation.Negate, assigned) : assigned;
        if (!accumulate)
        {
            RequireOwnElement(target, variable, indices, text);
            RequireUnassigned(target, variable, indices, text);
        }

        var aligned = body.Alignment.Onto(source, place.Axes, assigned);
        var array = body.Draft.Arrays[variable.Array];
        array.DependsOn ??= body.Draft.DependsOn(aligned);
        array.Assignments++;
        body.Scope.Steps.Add(new AssignStep(
            variable.Array, place.Axes.ToEquatableArray(), indices.Select(Graph.Id).ToEquatableArray(), Graph.Id(aligned), accumulate,
            body.Quantities.Guard(), body.Draft.Site));
        ForgetReads(variable.Array, indices);
    }

    /// <summary>An element that every pass of a loop assigns would be overwritten; each pass must have one of its own.</summary>
    private void RequireOwnElement(IOperation target, ArrayVariable variable, ImmutableArray<Expr> indices, string text)
    {
        foreach (var loop in body.Scope.Loops.Skip(variable.LoopDepth))
        {
            var varies = indices.Any(index => Graph.Varies(index.Id, loop.Axis)) || body.Scope.Guards.Any(guard => Graph.Varies(Graph.Id(guard), loop.Axis));
            if (!varies)
            {
                throw Refusal.Of(Rules.ElementAssignedAgain, target, text, loop.Variable.Name, body.Draft.Arrays[variable.Array].Name);
            }
        }
    }

    /// <summary>An element has one value: what a second assignment would put in its place would still count for the derivatives.</summary>
    private void RequireUnassigned(IOperation target, ArrayVariable variable, ImmutableArray<Expr> indices, string text)
    {
        var array = body.Draft.Arrays[variable.Array];
        var isConditional = body.Scope.Guards.Count > 0;
        if (array.Assigned.Any(other => !(isConditional && other.IsConditional) && ElementRange.MayMeet(Graph, other.Indices, indices)))
        {
            throw Refusal.Unsupported(
                target, $"A second value for '{text}'", "Assign each element once; where a value depends on a condition, choose it with ?: or Where.");
        }

        array.Assigned.Add((indices, isConditional));
    }

    /// <summary>Variables are expressions; one that read the element just assigned no longer means what it meant.</summary>
    private void ForgetReads(int array, ImmutableArray<Expr> indices)
    {
        foreach (var entry in body.Scope.Variables.ToList())
        {
            if (entry.Value is Shaped shaped && body.Draft.ReadsOf(shaped.Expr, array).Any(read => !IsElsewhere(read)))
            {
                body.Scope.Variables[entry.Key] = new StaleVariable(body.Draft.Arrays[array].Name);
            }
        }

        bool IsElsewhere(Node read) =>
            indices.Where((index, i) => Place(Graph.Wrap(read.Arguments[i])) is var (start, shift) && Place(index) is var (other, otherShift)
                && start.Equals(other) && shift != otherShift).Any();

        // A position and how far an index is from it: t and −1 for t − 1, 0 and 3 for 3.
        (Expr Start, double Shift) Place(Expr index) =>
            index.IsConstant(out var constant) ? (Graph.Constant(0), constant)
            : index.Is(Operation.Add) && index.Argument(1).IsConstant(out var shift) ? (index.Argument(0), shift)
            : (index, 0);
    }
}
