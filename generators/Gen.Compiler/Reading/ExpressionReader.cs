using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads expressions: an allow-list over the kinds of operations.</summary>
internal sealed class ExpressionReader(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>An expression that is numbers.</summary>
    public Shaped Read(IOperation operation) => Numbers(operation, ReadValue(operation));

    /// <summary>The numbers that a value is.</summary>
    public Shaped Numbers(IOperation operation, Value value) => value switch
    {
        Shaped shaped => shaped,
        ArrayVariable array => body.Alignment.Whole(array.Array, array.Prefix),
        DistributedValue distribution => throw Refusal.Unsupported(
            operation, $"The distribution {distribution.Name} as a number", "Sample from it into a variable, or call a function of it, such as LogDensity(x)."),
        _ => throw new Refusal(null),
    };

    /// <summary>An expression that is one number.</summary>
    public Expr ReadScalar(IOperation operation)
    {
        var value = Read(operation);
        return value.Rank == 0
            ? Graph.Wrap(Graph.Id(value.Expr))
            : throw Refusal.Unsupported(operation, "A vector where one number belongs", "Take an element or a sum of it.");
    }

    /// <summary>An expression, which may be a distribution.</summary>
    public Value ReadValue(IOperation operation)
    {
        body.Cancellation.ThrowIfCancellationRequested();
        switch (operation)
        {
            case ILiteralOperation or IFieldReferenceOperation or ISizeOfOperation or IDefaultValueOperation when Constant(operation) is { } constant:
                return Shaped.Scalar(Graph.Constant(constant));
            case IConversionOperation conversion:
                return Conversion(conversion);
            case ILocalReferenceOperation local:
                return Variable(local, local.Local);
            case IParameterReferenceOperation parameter:
                return Variable(parameter, parameter.Parameter);
            case IUnaryOperation unary:
                return Unary(unary);
            case IBinaryOperation binary:
                return Binary(binary);
            case IConditionalOperation { WhenFalse: not null } conditional:
                return body.Branches.Conditional(conditional);
            case ISwitchExpressionOperation choice:
                return body.Branches.Switch(choice);
            case IPropertyReferenceOperation property:
                return body.Indexing.Property(property);
            case IArrayElementReferenceOperation element:
                return body.Indexing.Element(element);
            case IImplicitIndexerReferenceOperation indexer:
                return body.Indexing.Implicit(indexer);
            case IInvocationOperation invocation:
                return body.Calls.Invocation(invocation);
            case IObjectCreationOperation creation:
                return body.Constructions.New(creation);
            case ICollectionExpressionOperation collection:
                return body.Constructions.Collection(collection);
            case IArrayCreationOperation { Initializer: null, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Int32 } } array:
                return body.Constructions.Filled(0, array.DimensionSizes);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return body.Constructions.Elements(operation, initializer.ElementValues);
            default:
                throw Unsupported(operation);
        }
    }

    /// <summary>A scalar operation on every element.</summary>
    public Shaped Apply(IOperation at, Operation operation, params Shaped[] arguments)
    {
        var (axes, values) = body.Alignment.Align(at, arguments);
        return new(axes, Graph.Apply(operation, values));
    }

    /// <summary>A scalar function of every element.</summary>
    public Shaped Map(IOperation at, Func<Expr[], Expr> function, params Shaped[] arguments)
    {
        var (axes, values) = body.Alignment.Align(at, arguments);
        return new(axes, function(values));
    }

    private static double? Constant(IOperation operation) => operation.ConstantValue switch
    {
        { HasValue: true, Value: double real } => real,
        { HasValue: true, Value: float real } => real,
        { HasValue: true, Value: int integer } => integer,
        { HasValue: true, Value: long integer } => integer,
        { HasValue: true, Value: bool truth } => truth ? 1 : 0,
        _ => null,
    };

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private Value Conversion(IConversionOperation conversion)
    {
        var operand = ReadValue(conversion.Operand);
        var truncates = conversion.OperatorMethod is null && IsInteger(conversion.Type) && conversion.Operand.Type?.SpecialType == SpecialType.System_Double;
        return truncates ? Apply(conversion, Operation.IntegerDivide, Numbers(conversion, operand), Shaped.Scalar(1)) : operand;
    }

    private Value Variable(IOperation at, ISymbol symbol)
    {
        if (body.Scope.Variables.TryGetValue(Scope.Key(symbol), out var value))
        {
            return value is Unreadable ? throw new Refusal(null)
                : value is StaleVariable stale ? throw Refusal.Of(Rules.StaleValue, at, symbol.Name, stale.Array)
                : value;
        }

        throw Refusal.Unsupported(at, $"'{symbol.Name}', which has no value here,", "Give it a value where it is declared.");
    }

    private Shaped Unary(IUnaryOperation unary)
    {
        var operand = Read(unary.Operand);
        return unary.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => Apply(unary, Operation.Negate, operand),
            UnaryOperatorKind.Not => Apply(unary, Operation.Not, operand),
            _ => throw Unsupported(unary),
        };
    }

    private Shaped Binary(IBinaryOperation binary)
    {
        var integers = binary.OperatorMethod is null && IsInteger(binary.Type);
        if (integers && binary.OperatorKind == BinaryOperatorKind.Divide && Literal(binary.LeftOperand) && Literal(binary.RightOperand))
        {
            var (left, right) = (SourceText.OneLine(binary.LeftOperand.Syntax), SourceText.OneLine(binary.RightOperand.Syntax));
            var real = $"{left}.0 / {right}";
            throw Refusal.WithSuggestion(Rules.IntegerDivision, binary, real, $"{left} / {right}", $"{binary.ConstantValue.Value}", real);
        }

        return Operator(binary, binary.OperatorKind, Read(binary.LeftOperand), Read(binary.RightOperand), integers);
    }

    /// <summary>An operator on every element.</summary>
    public Shaped Operator(IOperation at, BinaryOperatorKind kind, Shaped left, Shaped right, bool integers)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return Apply(at, Operation.Add, left, right);
            case BinaryOperatorKind.Subtract:
                return Apply(at, Operation.Subtract, left, right);
            case BinaryOperatorKind.Multiply:
                return Apply(at, Operation.Multiply, left, right);
            case BinaryOperatorKind.Divide:
                return Apply(at, integers ? Operation.IntegerDivide : Operation.Divide, left, right);
            case BinaryOperatorKind.Remainder:
                return Apply(at, Operation.Remainder, left, right);
            case BinaryOperatorKind.LessThan:
                return Apply(at, Operation.Less, left, right);
            case BinaryOperatorKind.LessThanOrEqual:
                return Apply(at, Operation.LessOrEqual, left, right);
            case BinaryOperatorKind.GreaterThan:
                return Map(at, v => Graph.Apply(Operation.Less, v[1], v[0]), left, right);
            case BinaryOperatorKind.GreaterThanOrEqual:
                return Map(at, v => Graph.Apply(Operation.LessOrEqual, v[1], v[0]), left, right);
            case BinaryOperatorKind.Equals:
                return Apply(at, Operation.Equal, left, right);
            case BinaryOperatorKind.NotEquals:
                return Map(at, v => Graph.Apply(Operation.Not, Graph.Apply(Operation.Equal, v)), left, right);
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when !integers:
                return Apply(at, Operation.And, left, right);
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when !integers:
                return Apply(at, Operation.Or, left, right);
            default:
                throw Unsupported(at);
        }
    }

    private static bool Literal(IOperation operation) => operation switch
    {
        ILiteralOperation => true,
        IConversionOperation { OperatorMethod: null } conversion => Literal(conversion.Operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } unary => Literal(unary.Operand),
        _ => false,
    };

    /// <summary>What a construct is called, and what to write instead of it.</summary>
    public static Refusal Unsupported(IOperation operation)
    {
        var (construct, instead) = operation switch
        {
            IInvalidOperation => ("Code that C# rejects", "Its own error says why."),
            IAnonymousFunctionOperation or IDelegateCreationOperation => ("A lambda", "Write a static method and call it."),
            IInterpolatedStringOperation or ILiteralOperation { Type.SpecialType: SpecialType.System_String } => ("Text", "A model computes numbers."),
            IAwaitOperation => ("await", "A model computes numbers from its data; await before it is constructed."),
            ITupleOperation => ("A tuple", "Use a variable for each value."),
            IWhileLoopOperation => ("A while loop", "Write a for loop whose bounds are known when the model is constructed."),
            IForEachLoopOperation => ("A foreach loop", "Write a for loop over the indices, or an expression of whole vectors."),
            IBranchOperation => ("break, continue or goto", "Write the condition as an if around the statements."),
            ITryOperation or IThrowOperation => ("An exception", "Data are checked when the model is constructed."),
            IIsPatternOperation or IIsTypeOperation => ("A pattern", "Compare with ==, < or >."),
            IInstanceReferenceOperation => ("'this'", "A model's method is static: what it uses comes through its parameters."),
            IFieldReferenceOperation => ($"The field '{SourceText.OneLine(operation.Syntax)}'", "Pass data through a parameter, or make it a const."),
            IPropertyReferenceOperation property => ($"The property '{property.Property.Name}'", "Pass data through a parameter."),
            IObjectCreationOperation creation => ($"new {creation.Type?.Name}", "Use new Vector(length), new Matrix(rows, columns), Zeros or Ones."),
            IArrayCreationOperation => ("new of an array", "Use new Vector(length) or Zeros(length)."),
            IUsingOperation or IUsingDeclarationOperation or ILockOperation => ("A resource", "Read files before the model is constructed."),
            ILocalFunctionOperation => ("A local function that is not static", "Make it static."),
            ISwitchOperation => ("A switch statement", "Use a switch expression: value = x switch { 0 => a, _ => b }."),
            IBinaryOperation binary => ($"The operator of '{SourceText.OneLine(binary.Syntax)}'", "Use + - * / %, comparisons, && || or !."),
            _ => ($"'{Shortened(SourceText.OneLine(operation.Syntax))}' ({operation.Kind})", "Use arithmetic, functions of Gen.Modeling, for loops, or static methods of them."),
        };

        return Refusal.Unsupported(operation, construct, instead);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
