using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads expressions: an allow-list over the kinds of operations.</summary>
internal sealed class ExpressionReader(BodyReader body)
{
    /// <summary>What code is called that C# has an error in, and what says more.</summary>
    public const string Rejected = "Code that C# rejects", SaidByCSharp = "Its own error says why.";

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
        var value = Construct(operation);
        if (value is Shaped shaped && operation is not (ILocalReferenceOperation or IParameterReferenceOperation))
        {
            body.Draft.NoteWritten(shaped.Expr, operation);
        }

        return value;
    }

    private Value Construct(IOperation operation)
    {
        switch (operation)
        {
            case ILiteralOperation or IFieldReferenceOperation or ISizeOfOperation or IDefaultValueOperation or IConversionOperation or IUnaryOperation or IBinaryOperation
                when Constant(operation) is { } constant && !operation.DescendantsAndSelf().Any(IsLiteralQuotient):
                // Expressions do not tell −0.0 from 0.0.
                return Shaped.Scalar(Graph.Constant(constant == 0 ? 0 : constant));
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
            case IIsPatternOperation pattern:
                return Shaped.Scalar(body.Branches.Pattern(Shaped.Scalar(ReadScalar(pattern.Value)), pattern.Pattern));
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
        var result = Graph.Apply(operation, values);
        if (!axes.Any() && !IsMadeOf(result, operation, values))
        {
            var reached = new HashSet<int>(Dependence.Reachable(Graph, [Graph.Id(result)]));
            bool IsDropped(int part) => Graph[part].Kind == NodeKind.Read && !reached.Contains(part);
            foreach (var value in values.Where(value => Dependence.Reachable(Graph, [Graph.Id(value)]).Any(IsDropped)))
            {
                body.Requirements.Evaluated(at, value, body.Draft.Site);
            }
        }

        return new(axes, result);
    }

    /// <summary>Whether an expression is of all its arguments as they stand, as most are.</summary>
    private bool IsMadeOf(Expr result, Operation operation, Expr[] arguments) =>
        result.Is(operation) && result.Node.Arguments.Count == arguments.Length && arguments.All(argument => result.Node.Arguments.Contains(Graph.Id(argument)));

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
        { HasValue: true, Value: uint integer } => integer,
        { HasValue: true, Value: ulong integer } => integer,
        { HasValue: true, Value: short integer } => integer,
        { HasValue: true, Value: ushort integer } => integer,
        { HasValue: true, Value: byte integer } => integer,
        { HasValue: true, Value: sbyte integer } => integer,
        { HasValue: true, Value: char character } => character,
        { HasValue: true, Value: bool truth } => truth ? 1 : 0,
        _ => null,
    };

    private Value Conversion(IConversionOperation conversion)
    {
        if (!conversion.GetConversion().Exists)
        {
            throw Unsupported(conversion);
        }

        var operand = ReadValue(conversion.Operand);
        if (conversion.OperatorMethod is not null)
        {
            return operand;
        }

        IntegerArithmetic.RequireType(conversion, conversion.Type);
        var from = conversion.Operand.Type?.SpecialType;
        return IntegerArithmetic.IsInteger(conversion.Type) && from == SpecialType.System_Double
                ? body.Integers.InRange(conversion, conversion.Type, Apply(conversion, Operation.IntegerDivide, Numbers(conversion, operand), Shaped.Scalar(1)))
            : conversion.Type?.SpecialType == SpecialType.System_Int32 && from == SpecialType.System_Int64 ? body.Integers.InRange(conversion, conversion.Type, Numbers(conversion, operand))
            : operand;
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
            UnaryOperatorKind.Minus => body.Integers.InRange(unary, unary.Type, Apply(unary, Operation.Negate, operand)),
            UnaryOperatorKind.Not => Apply(unary, Operation.Not, operand),
            _ => throw Unsupported(unary),
        };
    }

    private Shaped Binary(IBinaryOperation binary)
    {
        IntegerArithmetic.RequireType(binary, binary.Type);
        if (IsLiteralQuotient(binary))
        {
            var (left, right) = (SourceText.OneLine(binary.LeftOperand.Syntax), SourceText.OneLine(binary.RightOperand.Syntax));
            var real = $"{left}.0 / {right}";
            throw Refusal.WithSuggestion(Rules.IntegerDivision, binary, real, $"{left} / {right}", $"{binary.ConstantValue.Value}", real);
        }

        var first = Read(binary.LeftOperand);
        Shaped Second() => Read(binary.RightOperand);
        var second = first.Rank > 0 ? Second() : binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd => body.Scope.Under(first.Expr, Second),
            BinaryOperatorKind.ConditionalOr => body.Scope.Under(Graph.Apply(Operation.Not, first.Expr), Second),
            _ => Second(),
        };
        return Operator(binary, binary.OperatorKind, first, second, binary.OperatorMethod is null ? binary.Type : null);
    }

    /// <summary>An operator on every element.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="kind">Which.</param>
    /// <param name="left">The operand before it.</param>
    /// <param name="right">The operand behind it.</param>
    /// <param name="type">The type of the result, where it is C#'s own operator.</param>
    public Shaped Operator(IOperation at, BinaryOperatorKind kind, Shaped left, Shaped right, ITypeSymbol? type)
    {
        var integers = IntegerArithmetic.IsInteger(type);
        switch (kind)
        {
            case BinaryOperatorKind.Add:
                return body.Integers.InRange(at, type, Apply(at, Operation.Add, left, right));
            case BinaryOperatorKind.Subtract:
                return body.Integers.InRange(at, type, Apply(at, Operation.Subtract, left, right));
            case BinaryOperatorKind.Multiply:
                return body.Integers.InRange(at, type, Apply(at, Operation.Multiply, left, right));
            case BinaryOperatorKind.Divide when integers:
                body.Integers.RequireDivisor(at, right);
                return body.Integers.InRange(at, type, Apply(at, Operation.IntegerDivide, left, right));
            case BinaryOperatorKind.Divide:
                return Apply(at, Operation.Divide, left, right);
            case BinaryOperatorKind.Remainder when integers:
                body.Integers.RequireDivisor(at, right);
                body.Integers.RequireRemainder(at, type, left, right);
                return Apply(at, Operation.Remainder, left, right);
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
            case BinaryOperatorKind.ExclusiveOr when type?.SpecialType == SpecialType.System_Boolean:
                return Map(at, v => Graph.Apply(Operation.Not, Graph.Apply(Operation.Equal, v)), left, right);
            case BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd when !integers:
                return Apply(at, Operation.And, left, right);
            case BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr when !integers:
                return Apply(at, Operation.Or, left, right);
            default:
                throw Unsupported(at);
        }
    }

    private static bool IsLiteralQuotient(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, OperatorMethod: null } binary && IntegerArithmetic.IsInteger(binary.Type)
        && Literal(binary.LeftOperand) && Literal(binary.RightOperand);

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
            IInvalidOperation or IConversionOperation => (Rejected, SaidByCSharp),
            IAnonymousFunctionOperation or IDelegateCreationOperation => ("A lambda", "Write a static method and call it."),
            IInterpolatedStringOperation or ILiteralOperation { Type.SpecialType: SpecialType.System_String } => ("Text", "A model computes numbers."),
            IAwaitOperation => ("await", "A model computes numbers from its data; await before it is constructed."),
            ITupleOperation => ("A tuple", "Use a variable for each value."),
            IWhileLoopOperation => ("A while loop", "Write a for loop whose bounds are known when the model is constructed."),
            IForEachLoopOperation => ("A foreach loop", "Write a for loop over the indices, or an expression of whole vectors."),
            IBranchOperation => ("break, continue or goto", "Write the condition as an if around the statements."),
            ITryOperation or IThrowOperation => ("An exception", "Data are checked when the model is constructed."),
            IIsTypeOperation => ("A type test", "Compare with ==, < or >."),
            IInstanceReferenceOperation => ("'this'", "A model's method is static: what it uses comes through its parameters."),
            IFieldReferenceOperation => ($"The field '{SourceText.OneLine(operation.Syntax)}'", "Pass data through a parameter, or make it a const."),
            IPropertyReferenceOperation property => ($"The property '{property.Property.Name}'", "Pass data through a parameter."),
            IObjectCreationOperation { Type.Name: "Vector" or "Matrix" } creation => ($"new {creation.Type!.Name}", "Use new Vector(length), new Matrix(rows, columns), Zeros or Ones."),
            IObjectCreationOperation creation => ($"new {creation.Type?.Name}", "A model computes numbers from its data; what is random it draws by Sample or Generate."),
            IArrayCreationOperation => ("new of an array", "Use new Vector(length) or Zeros(length)."),
            IUsingOperation or IUsingDeclarationOperation or ILockOperation => ("A resource", "Read files before the model is constructed."),
            ILocalFunctionOperation => ("A local function that is not static", "Make it static."),
            ISwitchOperation => ("A switch statement", "Use a switch expression: value = x switch { 0 => a, _ => b }."),
            IBinaryOperation binary => ($"The operator of '{SourceText.OneLine(binary.Syntax)}'", "Use + - * / %, comparisons, && || or !."),
            IDeconstructionAssignmentOperation => ("An assignment to several variables at once", "Assign to each on a line of its own."),
            IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation => ("dynamic", "Declare the variable double, int or Vector."),
            ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation => ("A value that may be null", "Numbers and vectors are there; leave out the ?."),
            IIsPatternOperation => ("A pattern", "Compare with ==, < or >."),
            INameOfOperation or ITypeOfOperation or ISizeOfOperation => ($"'{SourceText.OneLine(operation.Syntax)}'", "A model computes numbers."),
            _ => ($"'{Shortened(SourceText.OneLine(operation.Syntax))}'", "Use arithmetic, functions of Gen.Modeling, for loops, or static methods of them."),
        };

        return Refusal.Unsupported(operation, construct, instead);
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
