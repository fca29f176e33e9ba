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
        return body.Draft.DependsOn(condition, isTimeKnown: true) is { } latent
            ? throw Refusal.Of(Rules.ConditionOnLatents, operation, $"'{latent}'", body.Draft.KindOf(latent))
            : condition;
    }

    public Shaped Conditional(IConditionalOperation conditional)
    {
        var condition = Condition(conditional.Condition);
        return condition.IsConstant(out var known)
            ? body.Expressions.Read(known != 0 ? conditional.WhenTrue : conditional.WhenFalse!)
            : Choose(
                conditional, condition, body.Scope.Under(condition, () => body.Expressions.Read(conditional.WhenTrue)),
                body.Scope.Under(Graph.Apply(Operation.Not, condition), () => body.Expressions.Read(conditional.WhenFalse!)));
    }

    public Shaped Switch(ISwitchExpressionOperation choice)
    {
        var value = Shaped.Scalar(Condition(choice.Value));
        var (before, missed) = (Graph.Constant(1), Graph.Constant(0));
        List<(IOperation Arm, Expr Condition, Shaped Value)> arms = [];
        foreach (var arm in choice.Arms)
        {
            var condition = Pattern(value, arm.Pattern);
            condition = arm.Guard is { } guard ? And(condition, body.Scope.Under(And(before, condition), () => Condition(guard))) : condition;
            if (IndexReader.Bare(arm.Value) is not IThrowOperation)
            {
                arms.Add((arm, condition, body.Scope.Under(And(before, condition), () => body.Expressions.Read(arm.Value))));
            }
            else
            {
                missed = Graph.Apply(Operation.Or, missed, And(before, condition));
            }

            before = And(before, Graph.Apply(Operation.Not, condition));
        }

        body.Integers.RequireChosen(choice, Graph.Apply(Operation.Not, missed.IsNumber(0) ? before : Graph.Apply(Operation.Or, missed, before)));
        var result = arms.Count == 0 ? null : arms[arms.Count - 1].Value;
        foreach (var (arm, condition, chosen) in Enumerable.Reverse(arms).Skip(1))
        {
            result = Choose(arm, condition, chosen, result!);
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

        var (before, steps, site) = (body.Scope.Snapshot(), body.Scope.Steps.Count, body.Draft.Site);
        var whenTrue = Branch(conditional.WhenTrue, condition);
        body.Scope.Restore(before);
        var whenFalse = Branch(conditional.WhenFalse, Graph.Apply(Operation.Not, condition));
        body.Scope.Restore(whenFalse);
        var isChosen = body.Scope.Steps.Count != steps;
        foreach (var entry in whenTrue)
        {
            if (!whenFalse.TryGetValue(entry.Key, out var other) || entry.Value.Equals(other))
            {
                continue;
            }

            isChosen = true;
            body.Scope.Variables[entry.Key] = entry.Value is Shaped or ArrayVariable && other is Shaped or ArrayVariable
                ? Choose(conditional, condition, body.Expressions.Numbers(conditional, entry.Value), body.Expressions.Numbers(conditional, other))
                : entry.Value is StaleVariable ? entry.Value : other is StaleVariable ? other
                : Unreadable.Instance;
        }

        if (!isChosen)
        {
            body.Requirements.Evaluated(conditional.Condition, condition, site);
        }
    }

    /// <summary>
    /// One of two values, element by element. A condition that the time of an equation has a part in is taken apart: data alone may keep an element from being read that is not there.
    /// </summary>
    public Shaped Choose(IOperation at, Expr condition, Shaped whenTrue, Shaped whenFalse)
    {
        if (body.Draft.Time < 0 || body.Draft.DependsOn(condition) is null || !(condition.Is(Operation.And) || condition.Is(Operation.Or) || condition.Is(Operation.Not)))
        {
            return body.Expressions.Apply(at, Operation.Where, Shaped.Scalar(condition), whenTrue, whenFalse);
        }

        Shaped Second() => Choose(at, condition.Argument(1), whenTrue, whenFalse);
        var first = condition.Argument(0);
        return condition.Is(Operation.Not) ? Choose(at, first, whenFalse, whenTrue) : condition.Is(Operation.And) ? Choose(at, first, Second(), whenFalse) : Choose(at, first, whenTrue, Second());
    }

    private Expr And(Expr a, Expr b) => a.IsNumber(1) || b.IsNumber(0) ? b : b.IsNumber(1) || a.IsNumber(0) ? a : Graph.Apply(Operation.And, a, b);

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

    /// <summary>Whether a number fits a pattern.</summary>
    public Expr Pattern(Shaped value, IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => Graph.Constant(1),
        IConstantPatternOperation constant => body.Expressions.Apply(pattern, Operation.Equal, value, body.Expressions.Read(constant.Value)).Expr,
        IRelationalPatternOperation relational =>
            body.Expressions.Operator(pattern, relational.OperatorKind, value, body.Expressions.Read(relational.Value), type: null).Expr,
        INegatedPatternOperation negated => Graph.Apply(Operation.Not, Pattern(value, negated.Pattern)),
        IBinaryPatternOperation binary => Graph.Apply(
            binary.OperatorKind == BinaryOperatorKind.And ? Operation.And : Operation.Or, Pattern(value, binary.LeftPattern), Pattern(value, binary.RightPattern)),
        _ => throw Refusal.Unsupported(pattern, "This pattern", "Use constants, <, >, and, or, not and _."),
    };
}
