using System.Globalization;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>Prints nodes in mathematical notation, for comments and tests: <c>log(price[i])</c>.</summary>
public sealed class ExpressionPrinter(Program program)
{
    private static readonly string[] AxisNames = ["i", "j", "k", "l", "m", "n"];

    /// <summary>The node as text; long ones are cut.</summary>
    public string Print(int id, int longest = 100)
    {
        var text = Text(id, 0);
        return text.Length <= longest ? text : text.Substring(0, longest) + "…";
    }

    private static string Axis(int axis) => axis < AxisNames.Length ? AxisNames[axis] : "i" + axis.ToString(CultureInfo.InvariantCulture);

    private string Text(int id, int depth)
    {
        if (depth > 12)
        {
            return "…";
        }

        var node = program.Graph[id];
        string Part(int argument) => Text(argument, depth + 1);
        return node.Kind switch
        {
            NodeKind.Constant => node.Value.ToString("R", CultureInfo.InvariantCulture),
            NodeKind.Size => program.Model.Sizes[node.Symbol].Name,
            NodeKind.Index => Axis(node.Symbol),
            NodeKind.Read => program.Arrays[node.Symbol].Name + (node.Arguments.Count == 0 ? "" : $"[{string.Join(", ", node.Arguments.Select(Part))}]"),
            NodeKind.Apply when OperationTable.Row(node.Operation) is { Operator: { } symbol, Arity: 2 } => $"({Part(node.Arguments[0])} {symbol} {Part(node.Arguments[1])})",
            NodeKind.Apply when node.Operation == Operation.Negate => $"-{Part(node.Arguments[0])}",
            NodeKind.Apply => $"{node.Operation}({string.Join(", ", node.Arguments.Select(Part))})",
            _ => $"{node.Kind}[{Axis(node.Symbol)}]({Part(node.Arguments[0])})",
        };
    }
}
