using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Values that can be written where the data are checked.</summary>
internal static class PlainData
{
    /// <summary>Whether a node sums nothing and reads data alone.</summary>
    public static bool Is(Program program, int id) => Dependence.Reachable(program.Graph, [id]).Select(part => program.Graph[part])
        .All(node => !node.IsReduction && (node.Kind != NodeKind.Read || program.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared));
}
