using System;
using System.Globalization;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Names for arrays that passes make, after what they hold: <c>logPrice</c>, <c>inverseSigma</c>, <c>sumY</c>.</summary>
internal static class ArrayName
{
    /// <summary>A name for an expression's value; <paramref name="otherwise"/> where it says nothing short.</summary>
    public static string Of(Program program, int id, string otherwise)
    {
        var graph = program.Graph;
        var node = graph[id];
        string? Read(int argument) => graph[node.Arguments[argument]] is { Kind: NodeKind.Read } read ? program.Arrays[read.Symbol].Name : null;
        return node.Kind == NodeKind.Read ? program.Arrays[node.Symbol].Name + "Values"
            : node.Kind == NodeKind.Apply && node.Arguments.Count == 1 && Read(0) is { } argument ? Camel(node.Operation.ToString(), argument)
            : node is { Kind: NodeKind.Apply, Operation: Operation.Divide } && graph.Wrap(node.Arguments[0]).IsNumber(1) && Read(1) is { } divisor ? Camel("inverse", divisor)
            : node.Kind == NodeKind.Sum && Read(0) is { } summand ? Camel("sum", summand)
            : otherwise;
    }

    /// <summary>The name, with a number behind where it is taken.</summary>
    public static string Unique(string name, Func<string, bool> isTaken)
    {
        var unique = name;
        for (var i = 2; isTaken(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static string Camel(string first, string second) =>
        char.ToLowerInvariant(first[0]) + first.Substring(1) + char.ToUpperInvariant(second[0]) + second.Substring(1);
}
