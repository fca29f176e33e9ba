using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>A piece of an emitted expression.</summary>
/// <param name="Text">The C#.</param>
/// <param name="Strength">How tightly it binds: 0 conditional, 1 additive, 2 multiplicative, 3 unary, 4 primary.</param>
/// <param name="Lanes">Whether it is a lane value rather than a double.</param>
internal readonly record struct Code(string Text, int Strength, bool Lanes)
{
    public string In(int strength) => Strength < strength ? $"({Text})" : Text;
}

/// <summary>Writes nodes as C# expressions: doubles, or lanes where a value varies along the lane axis.</summary>
/// <param name="program">The program.</param>
/// <param name="local">The name that a node has in scope, or null.</param>
/// <param name="arrays">How an array is reached.</param>
/// <param name="size">How a size is reached.</param>
/// <param name="axis">The loop variable of an axis.</param>
internal sealed class ExpressionWriter(
    Program program, Func<int, string?> local, Func<int, ArrayCode> arrays, Func<int, string> size, Func<int, string> axis)
{
    private readonly Graph graph = program.Graph;

    /// <summary>The axis whose positions are computed several at once, or −1.</summary>
    public int LaneAxis { get; set; } = -1;

    /// <summary>The indices that are checked as elements are read; null where all have been before.</summary>
    public ChosenElements? Chosen { get; set; }

    /// <summary>Whether a node's value differs between lanes.</summary>
    public bool IsLanes(int id) => LaneAxis >= 0 && graph.Varies(id, LaneAxis);

    /// <summary>The value of a node.</summary>
    public Code Value(int id)
    {
        if (local(id) is { } name)
        {
            return new(name, 4, IsLanes(id));
        }

        var node = graph[id];
        return node.Kind switch
        {
            NodeKind.Constant => new(CSharpWriter.Number(node.Value), node.Value < 0 ? 3 : 4, false),
            NodeKind.Size => new($"(double){size(node.Symbol)}", 3, false),
            NodeKind.Index => node.Symbol == LaneAxis ? new($"V.Iota({axis(node.Symbol)})", 4, true) : new($"(double){axis(node.Symbol)}", 3, false),
            NodeKind.Read => Read(node),
            NodeKind.Apply => Apply(node),
            _ => throw new InvalidOperationException($"a reduction ({id}) that no loop computed"),
        };
    }

    /// <summary>The value of a node as lanes, broadcast if need be.</summary>
    public string Lanes(int id)
    {
        var code = Value(id);
        return code.Lanes ? code.Text : $"V.Broadcast({code.Text})";
    }

    /// <summary>An integer expression that addresses an element; along the lane axis, that of the first lane.</summary>
    public string Address(int id, int strength = 0)
    {
        var node = graph[id];
        string Binary(string symbol, int at)
        {
            var text = $"{Address(node.Arguments[0], at)} {symbol} {Address(node.Arguments[1], at + 1)}";
            return at < strength ? $"({text})" : text;
        }

        switch (node.Kind)
        {
            case NodeKind.Constant:
                return node.Value.ToString("0", CultureInfo.InvariantCulture);
            case NodeKind.Size:
                return size(node.Symbol);
            case NodeKind.Index:
                return axis(node.Symbol);
            case NodeKind.Read:
                var array = arrays(node.Symbol);
                var element = array.Place == ArrayPlace.Scalar ? array.Text : $"{array.Text}[{Flat(node)}]";
                return array.IsInteger ? element : $"(int){element}";
            case NodeKind.Apply when node.Operation == Operation.Add && graph[node.Arguments[1]] is { Kind: NodeKind.Constant, Value: < 0 } shift:
                var shifted = $"{Address(node.Arguments[0], 1)} - {(-shift.Value).ToString("0", CultureInfo.InvariantCulture)}";
                return strength > 1 ? $"({shifted})" : shifted;
            case NodeKind.Apply when node.Operation == Operation.Add:
                return Binary("+", 1);
            case NodeKind.Apply when node.Operation == Operation.Subtract:
                return Binary("-", 1);
            case NodeKind.Apply when node.Operation is Operation.Max or Operation.Min && node.Arguments.All(IsWhole):
                return $"Math.{node.Operation}({Address(node.Arguments[0])}, {Address(node.Arguments[1])})";
            case NodeKind.Apply when node.Operation == Operation.Multiply && IsWhole(id):
                return Binary("*", 2);
            case NodeKind.Apply when node.Operation == Operation.IntegerDivide && graph.Wrap(node.Arguments[1]).IsNumber(1) && graph[node.Arguments[0]].Kind == NodeKind.Read:
                return Address(node.Arguments[0], strength);
            default:
                return $"(int)({Value(id).Text})";
        }
    }

    /// <summary>Where a range ends that begins at another number: a loop makes no pass where that is before its beginning.</summary>
    public string End(Axis range) => graph.Wrap(range.Upper) is var upper && upper.Is(Operation.Max) && upper.Argument(1).Equals(graph.Wrap(range.Lower)) ? Address(upper.Argument(0).Id) : Address(range.Upper);

    /// <summary>Whether the factors of an integer are integers themselves: half of i (i + 1) is one whose factors are not.</summary>
    private bool IsWhole(int id) => graph[id] switch
    {
        { Kind: NodeKind.Constant } constant => constant.Value == Math.Floor(constant.Value),
        { Kind: NodeKind.Apply, Operation: Operation.Divide } => false,
        { Kind: NodeKind.Apply, Operation: Operation.Multiply or Operation.Add or Operation.Subtract } node => node.Arguments.All(IsWhole),
        _ => true,
    };

    /// <summary>The offset of an element in its array's flat storage, the last index running fastest.</summary>
    public string Flat(Node read, int strength = 0)
    {
        if (read.Arguments.Count == 1)
        {
            return Index(read.Symbol, 0, read.Arguments[0], strength);
        }

        var text = Index(read.Symbol, 0, read.Arguments[0], 2);
        for (var d = 1; d < read.Arguments.Count; d++)
        {
            var start = d == 1 ? text : $"({text})";
            text = $"{start} * {Address(program.Arrays[read.Symbol].Extents[d], 3)} + {Index(read.Symbol, d, read.Arguments[d], 1)}";
        }

        return strength > 1 ? $"({text})" : text;
    }

    /// <summary>An index of an array's dimension.</summary>
    public string Index(int array, int dimension, int index, int strength = 0) => Chosen?.Checked(this, array, dimension, index) ?? Address(index, strength);

    /// <summary>A condition as a C# boolean.</summary>
    public string Condition(int id)
    {
        var node = graph[id];
        string Compare(string symbol) => $"{Value(node.Arguments[0]).In(1)} {symbol} {Value(node.Arguments[1]).In(1)}";
        return local(id) is not null || node.Kind != NodeKind.Apply ? $"{Value(id).In(1)} != 0" : node.Operation switch
        {
            Operation.Less => Compare("<"),
            Operation.LessOrEqual => Compare("<="),
            Operation.Equal => Compare("=="),
            Operation.And => $"({Condition(node.Arguments[0])}) && ({Condition(node.Arguments[1])})",
            Operation.Or => $"({Condition(node.Arguments[0])}) || ({Condition(node.Arguments[1])})",
            Operation.Not => $"!({Condition(node.Arguments[0])})",
            _ => $"{Value(id).In(1)} != 0",
        };
    }

    private Code Read(Node node)
    {
        var array = arrays(node.Symbol);
        if (array.Place == ArrayPlace.Scalar)
        {
            return array.IsInteger ? new($"(double){array.Text}", 3, false) : new(array.Text, 4, false);
        }

        var lanes = node.Arguments.Count(IsLanes);
        if (lanes == 0)
        {
            return new(array.IsInteger ? $"(double){array.Text}[{Flat(node)}]" : $"{array.Text}[{Flat(node)}]", array.IsInteger ? 3 : 4, false);
        }

        return new(LaneRead(node, array), 4, true);
    }

    private string LaneRead(Node node, ArrayCode array)
    {
        var place = LanePlace.Of(this, program, node);
        var isRow = node.Arguments.Count == 2 && place.Gathered.Count == 0 && IsLanes(node.Arguments[0]) && !IsLanes(node.Arguments[1]);
        return isRow && array.ColumnMajor.Length > 0
            ? $"V.Load{(array.IsInteger ? "Int" : "")}({array.ColumnMajor}, {Address(node.Arguments[1], 2)} * {Address(program.Arrays[node.Symbol].Extents[0], 3)} + {Address(node.Arguments[0], 1)})"
            : array.IsInteger ? place.LoadIntegers(array.Text) : place.Load(array.Text);
    }

    /// <summary>The array of indices and the place in it where the first lane's stands.</summary>
    public string Gathered(int index)
    {
        var read = graph[index];
        var array = arrays(read.Symbol);
        if (read.Arguments.Count == 1 || !IsLanes(read.Arguments[0]))
        {
            return $"{array.Text}, {Flat(read)}";
        }

        return IsLanes(read.Arguments[1])
            ? throw new InvalidOperationException($"'{array.Name}' is read along both dimensions at once")
            : $"{array.ColumnMajor}, {Address(read.Arguments[1], 2)} * {Address(program.Arrays[read.Symbol].Extents[0], 3)} + {Address(read.Arguments[0], 1)}";
    }

    /// <summary>a + b, where <c>-c * d</c> is subtracted: rounding is the same.</summary>
    public static string Sum(string left, string right) => right.StartsWith("-", StringComparison.Ordinal) ? $"{left} - {right.Substring(1)}" : $"{left} + {right}";

    private Code Apply(Node node)
    {
        var row = OperationTable.Row(node.Operation);
        var arguments = node.Arguments.Select(argument => Value(argument)).ToArray();
        var lanes = arguments.Any(argument => argument.Lanes);
        switch (node.Operation)
        {
            case Operation.Detach:
                return arguments[0];
            case Operation.IntegerDivide:
                return new($"{(lanes ? "V" : "Math")}.Truncate({arguments[0].In(2)} / {arguments[1].In(3)})", 4, lanes);
            case Operation.Square when local(node.Arguments[0]) is { } name:
                return new($"{name} * {name}", 2, lanes);
            case Operation.And or Operation.Or when !lanes:
                var both = node.Operation == Operation.And ? "&&" : "||";
                return new($"({Condition(node.Arguments[0])}) {both} ({Condition(node.Arguments[1])}) ? 1.0 : 0.0", 0, false);
            case Operation.Where when !lanes:
                return new($"{Condition(node.Arguments[0])} ? {arguments[1].In(1)} : {arguments[2].In(1)}", 0, false);
        }

        if (row.Operator is { } symbol && !(lanes && node.Operation == Operation.Remainder))
        {
            if (row.Arity == 1)
            {
                return new(symbol + arguments[0].In(arguments[0].Text.StartsWith("-", StringComparison.Ordinal) ? 4 : 3), 3, lanes);
            }

            var strength = symbol is "+" or "-" ? 1 : 2;
            return new(strength == 1 && symbol == "+" ? Sum(arguments[0].In(1), arguments[1].In(2)) : $"{arguments[0].In(strength)} {symbol} {arguments[1].In(strength + 1)}", strength, lanes);
        }

        var text = arguments.Select(argument => lanes && !argument.Lanes ? $"V.Broadcast({argument.Text})" : argument.Text);
        return new($"{(lanes ? "V." : "")}{node.Operation}({string.Join(", ", text)})", 4, lanes);
    }
}
