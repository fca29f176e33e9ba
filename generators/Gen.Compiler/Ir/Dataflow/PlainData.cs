using System;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Values that can be written where the data are checked.</summary>
internal static class PlainData
{
    /// <summary>Whether a node sums nothing and reads data alone.</summary>
    public static bool Is(Program program, int id) => Is(program.Graph, array => program.Arrays[array].Role, id);

    /// <summary>The same of a model that is being read.</summary>
    public static bool Is(Graph graph, Func<int, ArrayRole> role, int id) => Dependence.Reachable(graph, [id]).Select(part => graph[part])
        .All(node => !node.IsReduction && (node.Kind != NodeKind.Read || role(node.Symbol) is ArrayRole.Data or ArrayRole.Prepared));
}
