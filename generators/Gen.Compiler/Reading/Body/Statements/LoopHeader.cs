using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>The head of a for loop: its variable runs through Lower … Upper − 1, one by one, upwards or downwards.</summary>
internal sealed record LoopHeader(ILocalSymbol Variable, Expr Lower, Expr Upper, bool IsReverse)
{
    private const string Instead = "Write for (var i = first; i < end; i++), or for (var i = last; i >= first; i--).";

    public static LoopHeader Read(BodyReader body, IForLoopOperation loop)
    {
        var declarators = loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(g => g.Declarations).SelectMany(d => d.Declarators).ToList();
        if (loop.Before.Length != 1 || declarators.Count != 1 || declarators[0].GetVariableInitializer() is not { } initializer
            || declarators[0].Symbol.Type.SpecialType != SpecialType.System_Int32)
        {
            throw Refusal.Unsupported(loop, "A loop that does not declare one int", Instead);
        }

        var variable = declarators[0].Symbol;
        var start = body.Expressions.ReadScalar(initializer.Value);
        var isReverse = Step(loop, variable);
        if (loop.Condition is not IBinaryOperation condition || Sides(condition, variable) is not var (comparison, shift, bound) || bound.DescendantsAndSelf().Any(part => Is(part, variable)))
        {
            throw EndOf(body, loop.Condition, variable) ?? Refusal.Unsupported(loop.Condition ?? loop, "This loop's condition", Instead);
        }

        if (LoopVariables.ChangedOf(bound, loop.Body) is { } changed)
        {
            throw Refusal.Unsupported(
                condition, $"'{SourceText.OneLine(condition.Syntax)}', whose '{changed.Name}' the loop's own body changes,",
                $"C# asks again before every pass: loop to what '{changed.Name}' is at most, with an if around the body, or keep what it is before the loop in a variable of its own.");
        }

        var end = body.Expressions.ReadScalar(bound) - shift;
        if ((comparison == BinaryOperatorKind.LessThanOrEqual ? end + 1 : end).IsConstant(out var last) && last > int.MaxValue)
        {
            throw Refusal.Unsupported(condition, $"'{SourceText.OneLine(condition.Syntax)}', which is always true,", "An int is no greater than 2147483647, so that the loop would never end.");
        }

        return (isReverse, comparison) switch
        {
            (false, BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals) => new(variable, start, end, false),
            (false, BinaryOperatorKind.LessThanOrEqual) => new(variable, start, end + 1, false),
            (true, BinaryOperatorKind.GreaterThanOrEqual) => new(variable, end, start + 1, true),
            (true, BinaryOperatorKind.GreaterThan) => new(variable, end + 1, start + 1, true),
            _ => throw Refusal.Unsupported(condition, "This loop's condition", Instead),
        };
    }

    /// <summary>
    /// Whether the body asks if this is the first pass, and there is one for sure: the loop goes from 0 through all of a size, and no size is 0.
    /// </summary>
    public bool BeginsApart(IForLoopOperation loop) =>
        !IsReverse && Lower.IsNumber(0) && Upper.Node.Kind == NodeKind.Size
        && loop.Body.DescendantsAndSelf().Any(operation => operation is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan,
                RightOperand.ConstantValue: { HasValue: true, Value: 0 },
            } comparison && Is(comparison.LeftOperand, Variable))
        && !loop.Body.Descendants().OfType<IVariableInitializerOperation>().Any(
            initializer => CallReader.CallOf("Sample", initializer.Value) is not null || CallReader.CallOf("Generate", initializer.Value) is not null
                || CallReader.CallOf("Deterministic", initializer.Value) is not null);

    /// <summary>What a condition compares the variable with, and what is added to the variable there: <c>i + 1 &lt; n</c>, or <c>n &gt; i</c>.</summary>
    private static (BinaryOperatorKind Comparison, int Shift, IOperation Bound)? Sides(IBinaryOperation condition, ILocalSymbol variable)
    {
        if (Shift(condition.LeftOperand, variable) is { } shift)
        {
            return (condition.OperatorKind, shift, condition.RightOperand);
        }

        BinaryOperatorKind? mirrored = condition.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
            BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
            BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
            BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
            BinaryOperatorKind.NotEquals => BinaryOperatorKind.NotEquals,
            _ => null,
        };
        return mirrored is { } kind && Shift(condition.RightOperand, variable) is { } other ? (kind, other, condition.LeftOperand) : null;
    }

    /// <summary>What is added to the variable in <c>i</c>, <c>i + 1</c> and <c>i - 1</c>; null where something else stands.</summary>
    private static int? Shift(IOperation side, ILocalSymbol variable) => side switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue: { HasValue: true, Value: int number } } sum
            when Is(sum.LeftOperand, variable) => sum.OperatorKind == BinaryOperatorKind.Add ? number : -number,
        _ => Is(side, variable) ? 0 : null,
    };

    /// <summary>The variable that a loop's head declares, whatever else it says.</summary>
    public static ILocalSymbol? VariableOf(IForLoopOperation loop) =>
        loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(group => group.Declarations).SelectMany(declaration => declaration.Declarators).FirstOrDefault()?.Symbol;

    /// <summary>Whether a loop counts down.</summary>
    public static bool IsDownward(IForLoopOperation loop) => VariableOf(loop) is { } variable && Step(loop, variable);

    private static bool Step(IForLoopOperation loop, ILocalSymbol variable)
    {
        var step = loop.AtLoopBottom.Length == 1 ? (loop.AtLoopBottom[0] as IExpressionStatementOperation)?.Operation : null;
        return step switch
        {
            IIncrementOrDecrementOperation increment when Is(increment.Target, variable) => increment.Kind == OperationKind.Decrement,
            ICompoundAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: 1 }, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } compound
                when Is(compound.Target, variable) => compound.OperatorKind == BinaryOperatorKind.Subtract,
            _ => throw Refusal.Unsupported(loop.AtLoopBottom.FirstOrDefault() ?? loop, "A loop that does not go one by one", Instead),
        };
    }

    /// <summary>What is wrong with an end that is no int, where it stands: C# compares the variable with it as a double.</summary>
    private static Refusal? EndOf(BodyReader body, IOperation? condition, ILocalSymbol variable)
    {
        if (condition is not IBinaryOperation { LeftOperand: IConversionOperation { IsImplicit: true, Operand: var left }, RightOperand: var end } || !Is(left, variable))
        {
            return null;
        }

        return body.Draft.DependsOn(body.Expressions.ReadScalar(end)) is { } latent
            ? Refusal.Of(Rules.BoundsOnLatents, condition, $"'{latent}'")
            : Refusal.Unsupported(condition, $"A loop to '{SourceText.OneLine(end.Syntax)}', which is a {end.Type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)},", "Its end is an int or a length.");
    }

    private static bool Is(IOperation operation, ILocalSymbol variable) =>
        operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable);
}
