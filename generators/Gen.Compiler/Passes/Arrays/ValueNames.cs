using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Names for the arrays that passes make: a reader of emitted code should see what they hold.</summary>
internal static class ValueNames
{
    /// <summary>A name for the value of a node that no array of the program has: <c>logPrice</c>, <c>inverseYErr</c>, else what a caller calls such values.</summary>
    public static string Of(Program program, int id, string otherwise)
    {
        var graph = program.Graph;
        var node = Held(graph, graph[id]);
        string? Array(int argument) => graph[argument].Kind == NodeKind.Read ? program.Arrays[graph[argument].Symbol].Name : null;
        var name = node switch
        {
            { Kind: NodeKind.Read } => Array(id) + "Values",
            { Kind: NodeKind.Apply, Arguments.Count: 1 } when Array(node.Arguments[0]) is { } array => Camel(node.Operation.ToString(), array),
            { Kind: NodeKind.Apply, Operation: Operation.Divide } when node.Arguments[0] == graph.Constant(1).Id && Array(node.Arguments[1]) is { } array =>
                Camel("inverse", array),
            { Kind: NodeKind.Sum } when Array(node.Arguments[0]) is { } array => Camel("sum", array),
            _ => otherwise,
        };
        return Unique(program, name);
    }

    /// <summary>What a value is where a constant does not take its place.</summary>
    private static Node Held(Graph graph, Node node) => node switch
    {
        { Kind: NodeKind.Apply, Operation: Operation.Max } when graph[node.Arguments[1]].Kind == NodeKind.Constant => graph[node.Arguments[0]],
        { Kind: NodeKind.Apply, Operation: Operation.Where } when graph[node.Arguments[1]].Kind == NodeKind.Constant => graph[node.Arguments[2]],
        _ => node,
    };

    /// <summary>A name that no array of the program has.</summary>
    public static string Unique(Program program, string wanted)
    {
        var name = wanted;
        for (var i = 2; program.Arrays.Any(array => array.Name == name); i++)
        {
            name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static string Camel(string first, string second) =>
        char.ToLowerInvariant(first[0]) + first.Substring(1) + char.ToUpperInvariant(second[0]) + second.Substring(1);
}
