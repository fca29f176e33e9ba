using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads the user's own static methods in place of their calls.</summary>
internal sealed class MethodReader(BodyReader body)
{
    /// <summary>What a method returns: read in place of its call, or, where it cannot be read and is given data alone, called when the model is constructed.</summary>
    public Value Call(IInvocationOperation call)
    {
        var isWithin = body.Scope.Calls(call.TargetMethod.OriginalDefinition);
        var before = (Draft: body.Draft.Mark(), Steps: body.Scope.Steps.Count, body.Scope.Nesting);
        try
        {
            return Inline(call);
        }
        catch (Refusal refusal) when (refusal.Diagnostic is not null && !isWithin)
        {
            body.Scope.Nesting = before.Nesting;
            body.Scope.Steps.RemoveRange(before.Steps, body.Scope.Steps.Count - before.Steps);
            body.Draft.Return(before.Draft);
            body.Preparations.Return(before.Draft.Arrays);
            if (body.Aliases.Changed(call.TargetMethod) is { } parameter)
            {
                throw Refusal.Unsupported(
                    call, $"'{call.TargetMethod.Name}', which changes its parameter '{parameter.Name}' and with it what the caller has,", "Let it fill a vector or an array of its own.");
            }

            return body.Preparations.Call(call, refusal);
        }
    }

    private Value Inline(IInvocationOperation call)
    {
        var method = call.TargetMethod.PartialImplementationPart ?? call.TargetMethod;
        if (body.Scope.Calls(method.OriginalDefinition))
        {
            throw Refusal.Of(Rules.Recursion, call, method.Name);
        }

        if (method.IsGenericMethod)
        {
            throw Refusal.Unsupported(call, $"The generic method '{method.Name}'", "Write it for double, int or Vector.");
        }

        if (!method.IsStatic || method.Parameters.Any(p => p.RefKind is not (RefKind.None or RefKind.In)) || Body(method) is not { } statements)
        {
            throw Refusal.Of(Rules.UnreadableMethod, call, method.Name, "");
        }

        List<(ISymbol Parameter, Value Value)> values = [];
        foreach (var argument in call.Arguments)
        {
            var parameter = method.Parameters[argument.Parameter!.Ordinal];
            values.Add((parameter, body.Expressions.ReadValue(argument.Value)));
        }

        var variables = body.Scope.Snapshot();
        body.Scope.Enter(method.OriginalDefinition);
        try
        {
            foreach (var (parameter, value) in values)
            {
                body.Scope.Variables[parameter] = value;
            }

            return ReadReturned(call, statements)
                ?? throw Refusal.Unsupported(call, $"'{method.Name}', which returns nothing,", "Methods that a model calls compute values.");
        }
        catch (Refusal refusal) when (refusal.Diagnostic is { } diagnostic && diagnostic.Location.SourceTree != call.Syntax.SyntaxTree)
        {
            // Analyzers may only report in the tree they analyse: the call stands for what is wrong in another file.
            throw new Refusal(diagnostic with { Location = call.Syntax.GetLocation() });
        }
        finally
        {
            body.Scope.Leave();
            foreach (var stale in body.Scope.Variables.Where(entry => entry.Value is StaleVariable && variables.ContainsKey(entry.Key)))
            {
                variables[stale.Key] = stale.Value;
            }

            body.Scope.Restore(variables);
        }
    }

    /// <summary>The statements of a method whose source is in the compilation, or null.</summary>
    public IReadOnlyList<IOperation>? Body(IMethodSymbol method)
    {
        foreach (var found in Source(method))
        {
            body.Assignments.Scan(found);
            body.DerivedData.Scan(found);
            return found.Operations;
        }

        return null;
    }

    /// <summary>The blocks of a method whose source is in the compilation.</summary>
    public IEnumerable<IBlockOperation> Source(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var syntax = reference.GetSyntax(body.Cancellation);
            if (!body.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            {
                continue;
            }

            var found = body.Compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, body.Cancellation) switch
            {
                IMethodBodyBaseOperation declared => declared.BlockBody ?? declared.ExpressionBody,
                ILocalFunctionOperation local => local.Body,
                _ => null,
            };
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    /// <summary>What statements return; branches that return are chosen between by their conditions.</summary>
    public Value? ReadReturned(IOperation at, IReadOnlyList<IOperation> statements)
    {
        for (var i = 0; i < statements.Count; i++)
        {
            body.Statements.Site(statements[i]);
            switch (statements[i])
            {
                case IReturnOperation { ReturnedValue: { } value }:
                    return body.Expressions.ReadValue(value);
                case IBlockOperation block when Returns(block):
                    return ReadReturned(at, block.Operations);
                case IConditionalOperation conditional when Returns(conditional):
                    var rest = statements.Skip(i + 1).ToList();
                    var condition = body.Branches.Condition(conditional.Condition);
                    IReadOnlyList<IOperation> then = [conditional.WhenTrue, .. rest];
                    IReadOnlyList<IOperation> otherwise = conditional.WhenFalse is null ? rest : [conditional.WhenFalse, .. rest];
                    if (condition.IsConstant(out var known))
                    {
                        return ReadReturned(at, known != 0 ? then : otherwise);
                    }

                    var before = body.Scope.Snapshot();
                    var whenTrue = body.Scope.Under(condition, () => ReadReturned(at, then));
                    body.Scope.Restore(before);
                    var whenFalse = body.Scope.Under(Expr.Apply(Operation.Not, condition), () => ReadReturned(at, otherwise));
                    return whenTrue is null || whenFalse is null
                        ? throw ExpressionReader.Unsupported(conditional)
                        : body.Branches.Choose(conditional, condition, body.Expressions.Numbers(conditional, whenTrue), body.Expressions.Numbers(conditional, whenFalse));
                case IBlockOperation block:
                    body.Statements.ReadAll(block.Operations);
                    break;
                default:
                    body.Statements.Read(statements[i]);
                    break;
            }
        }

        return null;
    }

    private static bool Returns(IOperation operation) => operation.DescendantsAndSelf().Any(o => o is IReturnOperation);
}
