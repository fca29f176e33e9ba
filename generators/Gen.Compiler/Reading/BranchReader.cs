using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads branches on data: what they assign is chosen by their condition, and their statements are guarded by it.</summary>
internal sealed class BranchReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>A condition of data.</summary>
    public Expr Condition(IOperation operation)
    {
        var condition = Decided(body.Expressions.ReadScalar(operation));
        return body.Draft.DependsOn(condition) is { } latent
            ? throw Refusal.Of(Rules.ConditionOnLatents, operation, $"'{latent}'")
            : condition;
    }

    public Shaped Conditional(IConditionalOperation conditional)
    {
        var condition = Condition(conditional.Condition);
        return condition.IsConstant(out var known)
            ? body.Expressions.Read(known != 0 ? conditional.WhenTrue : conditional.WhenFalse!)
            : Choose(conditional, condition, Under(condition, conditional.WhenTrue), Under(Graph.Apply(Operation.Not, condition), conditional.WhenFalse!));
    }

    public Shaped Switch(ISwitchExpressionOperation choice)
    {
        var value = Shaped.Scalar(Condition(choice.Value));
        Expr before = 0;
        List<(ISwitchExpressionArmOperation Arm, Expr Condition, Shaped Value)> arms = [];
        foreach (var arm in choice.Arms)
        {
            var condition = Pattern(value, arm.Pattern);
            if (arm.Guard is not null)
            {
                condition = Graph.Apply(Operation.And, condition, Condition(arm.Guard));
            }

            if (IndexReader.Bare(arm.Value) is not IThrowOperation)
            {
                arms.Add((arm, condition, Under(before.IsNumber(0) ? condition : Graph.Apply(Operation.And, Graph.Apply(Operation.Not, before), condition), arm.Value)));
            }

            before = before.IsNumber(0) ? condition : Graph.Apply(Operation.Or, before, condition);
        }

        Shaped? result = null;
        foreach (var (arm, condition, chosen) in Enumerable.Reverse(arms))
        {
            result = result is null ? chosen : Choose(arm, condition, chosen, result);
        }

        return result ?? throw ExpressionReader.Unsupported(choice);
    }

    public void If(IConditionalOperation conditional)
    {
        var condition = Condition(conditional.Condition);
        if (condition.IsConstant(out var known))
        {
            if ((known != 0 ? conditional.WhenTrue : conditional.WhenFalse) is { } taken)
            {
                body.Statements.Read(taken);
            }

            return;
        }

        var before = body.Scope.Snapshot();
        var whenTrue = Branch(conditional.WhenTrue, condition);
        body.Scope.Restore(before);
        var whenFalse = Branch(conditional.WhenFalse, Graph.Apply(Operation.Not, condition));
        body.Scope.Restore(whenFalse);
        foreach (var entry in whenTrue)
        {
            if (!whenFalse.TryGetValue(entry.Key, out var other) || entry.Value.Equals(other))
            {
                continue;
            }

            body.Scope.Variables[entry.Key] = entry.Value is Shaped or ArrayVariable && other is Shaped or ArrayVariable
                ? Choose(conditional, condition, body.Expressions.Numbers(conditional, entry.Value), body.Expressions.Numbers(conditional, other))
                : entry.Value is StaleVariable ? entry.Value : other is StaleVariable ? other
                : Unreadable.Instance;
        }
    }

    /// <summary>One of two values, element by element.</summary>
    public Shaped Choose(IOperation at, Expr condition, Shaped whenTrue, Shaped whenFalse) =>
        body.Expressions.Apply(at, Operation.Where, Shaped.Scalar(condition), whenTrue, whenFalse);

    /// <summary>What is evaluated only under a condition.</summary>
    private Shaped Under(Expr condition, IOperation value)
    {
        body.Scope.Choices.Add(condition);
        var read = body.Expressions.Read(value);
        body.Scope.Choices.RemoveAt(body.Scope.Choices.Count - 1);
        return read;
    }

    /// <summary>A comparison of a loop's variable with a number below the loop's first is decided.</summary>
    private Expr Decided(Expr condition)
    {
        if (condition.Is(Operation.Not))
        {
            return Graph.Wrap(Graph.Id(Graph.Apply(Operation.Not, Decided(condition.Argument(0)))));
        }

        return condition.Is(Operation.Equal) && IsBelow(condition.Argument(1), condition.Argument(0)) ? Graph.Constant(0)
            : condition.Is(Operation.Less) && IsBelow(condition.Argument(0), condition.Argument(1)) ? Graph.Constant(1)
            : condition;

        bool IsBelow(Expr number, Expr index) =>
            number.IsConstant(out var value) && index.Node.Kind == NodeKind.Index
            && Graph.Wrap(Graph.Axes[index.Node.Symbol].Lower).IsConstant(out var lower) && value < lower;
    }

    private Dictionary<ISymbol, Value> Branch(IOperation? branch, Expr guard)
    {
        if (branch is null)
        {
            return body.Scope.Snapshot();
        }

        body.Scope.Guards.Add(guard);
        try
        {
            body.Statements.Read(branch);
        }
        finally
        {
            body.Scope.Guards.RemoveAt(body.Scope.Guards.Count - 1);
        }

        return body.Scope.Snapshot();
    }

    private Expr Pattern(Shaped value, IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => Graph.Constant(1),
        IConstantPatternOperation constant => body.Expressions.Apply(pattern, Operation.Equal, value, body.Expressions.Read(constant.Value)).Expr,
        IRelationalPatternOperation relational =>
            body.Expressions.Operator(pattern, relational.OperatorKind, value, body.Expressions.Read(relational.Value), integers: false).Expr,
        INegatedPatternOperation negated => Graph.Apply(Operation.Not, Pattern(value, negated.Pattern)),
        IBinaryPatternOperation binary => Graph.Apply(
            binary.OperatorKind == BinaryOperatorKind.And ? Operation.And : Operation.Or, Pattern(value, binary.LeftPattern), Pattern(value, binary.RightPattern)),
        _ => throw Refusal.Unsupported(pattern, "This pattern", "Use constants, <, >, and, or, not and _."),
    };
}
