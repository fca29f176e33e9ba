using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads assignments to variables; those to elements are left to <see cref="ElementReader"/>.</summary>
internal sealed class AssignmentReader(BodyReader body)
{
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
            if (target is not null && ElementReader.Instance(target) is ILocalReferenceOperation local)
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
            body.Elements.Add(array, prefix, shaped);
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
                body.Elements.Assign(source, target, null, () => body.Expressions.Read(source), source);
                break;
        }
    }

    public void Increment(IIncrementOrDecrementOperation step)
    {
        var one = Shaped.Scalar(Graph.Constant(1));
        var kind = step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract;
        if (ElementReader.Instance(step.Target) is not null)
        {
            body.Elements.Assign(step, step.Target, kind, () => one, step);
            return;
        }

        Update(step, kind, step.Target, one);
    }

    public void Compound(IOperation at, BinaryOperatorKind kind, IOperation target, IOperation source)
    {
        if (ElementReader.Instance(target) is not null)
        {
            body.Elements.Assign(at, target, kind, () => body.Expressions.Read(source), source);
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

    /// <summary>The refusal of a second name of what changes.</summary>
    public static Refusal Changed(IOperation at, string name, string other) => Refusal.Unsupported(
        at, $"'{name}' as a second name of '{other}' while its elements are assigned", "C# would change both. Assign them before, or declare the vector inside the loop.");

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
                term = body.Branches.Choose(at, guard, term, Shaped.Scalar(Graph.Constant(0)));
            }

            loop.Terms.Add((body.Scope.Steps.Count, term, body.Draft.Site));
            loop.Totals[symbol] = body.Expressions.Apply(at, Operation.Add, total, term);
            return;
        }

        SetVariable(symbol, at, body.Expressions.Operator(at, kind, body.Expressions.Read(target), operand, target.Type));
    }
}
