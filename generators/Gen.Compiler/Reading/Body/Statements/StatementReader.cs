using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads statements: an allow-list over the kinds of operations.</summary>
internal sealed class StatementReader(BodyReader body)
{
    /// <summary>Statements in order; what is wrong with one is reported and does not keep the next from being read.</summary>
    public void ReadAll(IEnumerable<IOperation> statements)
    {
        foreach (var statement in statements)
        {
            Read(statement);
        }
    }

    public void Read(IOperation statement)
    {
        body.Cancellation.ThrowIfCancellationRequested();
        if (statement is IBlockOperation block)
        {
            ReadAll(block.Operations);
            return;
        }

        if (body.Cursors.Skips(statement))
        {
            return;
        }

        Site(statement);

        // Not asked in the filter: that runs before the methods in between are left.
        var isOwn = !body.Scope.IsInMethod;
        var nesting = body.Scope.Nesting;
        try
        {
            ReadOne(statement);
        }
        catch (Refusal refusal) when (isOwn)
        {
            body.Scope.Nesting = nesting;
            body.Draft.Report(refusal, statement.Syntax.GetLocation());
            Forget(statement);
        }
    }

    /// <summary>What a statement that could not be read gives values to has none that is known; that is no second mistake.</summary>
    private void Forget(IOperation statement)
    {
        foreach (var operation in statement.DescendantsAndSelf())
        {
            ISymbol? symbol = operation switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                ILocalReferenceOperation { IsDeclaration: true } declared => declared.Local,
                IAssignmentOperation { Target: ILocalReferenceOperation assigned } => assigned.Local,
                IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Value: ILocalReferenceOperation given } => given.Local,
                _ => null,
            };
            if (symbol is not null)
            {
                body.Scope.Variables[symbol] = Unreadable.Instance;
            }
        }
    }

    /// <summary>Notes which statement is being read; those of a method that is called are part of the call's.</summary>
    public void Site(IOperation statement)
    {
        if (body.Scope.IsOwn)
        {
            body.Draft.AddSite(SiteKind.Other, string.Empty, SiteText(statement), statement.Syntax);
        }
    }

    private static string SiteText(IOperation statement) => statement switch
    {
        ILoopOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.ForStatementSyntax loop } =>
            $"for ({(loop.Declaration is null ? "" : SourceText.OneLine(loop.Declaration))}; {(loop.Condition is null ? "" : SourceText.OneLine(loop.Condition))})",
        IConditionalOperation conditional => $"if ({SourceText.OneLine(conditional.Condition.Syntax)})",
        _ => SourceText.OneLine(statement.Syntax).TrimEnd(';'),
    };

    private void ReadOne(IOperation statement)
    {
        switch (statement)
        {
            case IVariableDeclarationGroupOperation group:
                IVariableDeclaratorOperation[] declarators = [.. group.Declarations.SelectMany(declaration => declaration.Declarators)];
                foreach (var declarator in declarators)
                {
                    if (declarators.Length > 1)
                    {
                        Site(declarator);
                    }

                    Declare(declarator);
                }

                break;
            case IExpressionStatementOperation expression:
                Expression(expression.Operation);
                break;
            case IForLoopOperation loop:
                body.Loops.Read(loop);
                break;
            case IConditionalOperation conditional:
                body.Branches.If(conditional);
                break;
            case IEmptyOperation or ILocalFunctionOperation { Symbol.IsStatic: true }:
                break;
            case IReturnOperation { ReturnedValue: null } or IReturnOperation when !body.Scope.IsInMethod:
                throw Refusal.Unsupported(statement, "return", "A model's body runs to its end; put an if around the statements.");
            default:
                throw ExpressionReader.Unsupported(statement);
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        var symbol = declarator.Symbol;
        var initializer = declarator.GetVariableInitializer();
        if (symbol.RefKind != RefKind.None)
        {
            throw Refusal.Unsupported(declarator, "A ref variable", "Assign to the variable itself.");
        }

        if (!symbol.IsConst)
        {
            IntegerArithmetic.RequireType(declarator, symbol.Type);
        }

        if (initializer is null)
        {
            return;
        }

        body.Scope.Variables[symbol] = Unreadable.Instance;

        // First the value: reading a method's call puts other variables in the place of these.
        var value = body.Assignments.Named(symbol, initializer.Value);
        body.Scope.Variables[symbol] = value;
    }

    private void Expression(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation assignment:
                body.Assignments.Assign(assignment.Target, assignment.Value);
                break;
            case ICompoundAssignmentOperation compound:
                body.Assignments.Compound(compound, compound.OperatorKind, compound.Target, compound.Value);
                break;
            case IIncrementOrDecrementOperation step:
                body.Assignments.Increment(step);
                break;
            case IInvocationOperation call when CallReader.IsModeling(call.TargetMethod):
                Statement(call);
                break;
            case IInvocationOperation call:
                throw Refusal.Unsupported(
                    call, $"{call.TargetMethod.Name}, which returns nothing that is used,", "Methods compute values; assign the value to a variable.");
            default:
                throw ExpressionReader.Unsupported(operation);
        }
    }

    private void Statement(IInvocationOperation call)
    {
        switch (call.TargetMethod.Name)
        {
            case "Observe":
                body.Quantities.Observe(call);
                break;
            case "Potential":
                body.Quantities.Potential(call);
                break;
            case "Deterministic" when IndexReader.Bare(call.Arguments[0].Value) is ILocalReferenceOperation { Local: var local }:
                var recorded = body.Quantities.Deterministic(local.Name, call);
                body.Scope.Variables[local] = recorded;
                break;
            default:
                body.Expressions.ReadValue(call);
                throw Refusal.Unsupported(call, $"{call.TargetMethod.Name} as a statement", "Its value is not used: assign it to a variable.");
        }
    }
}
