using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>
/// Writes the checks that an objective makes of indices when it is made: its decisions may have other lengths than the data, and it may read elements that
/// the model never looked at. What the evaluations then read is inside its array.
/// </summary>
internal static class ObjectiveCheckEmitter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="name">The objective as messages name it.</param>
    /// <param name="program">The objective's program before any pass.</param>
    /// <param name="scope">The constructor's scope.</param>
    public static void Write(CSharpWriter writer, string name, Program program, MethodScope scope)
    {
        var graph = program.Graph;
        program = RemoveDead.Run(program, (_, array) => array.Role == ArrayRole.Target);
        var steps = Program.Flatten(program.Steps).Where(step => step is not LoopStep).ToArray();
        var assigned = steps.OfType<AssignStep>().Where(step => step.Guard < 0).Select(step => new Node(NodeKind.Read, step.Array, 0, step.Indices));
        var roots = steps.SelectMany(step => step is AssignStep { Guard: >= 0 } guarded ? [guarded.Guard] : Dependence.Roots(step));
        var reads = IndexRange.Unconditional(graph, roots).OrderBy(id => id).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read);
        var lines = reads.Concat(assigned).SelectMany(read => read.Arguments.Select((index, d) => Check(name, program, scope, program.Arrays[read.Symbol], index, d)));
        foreach (var line in lines.Where(line => line.Length > 0).Distinct())
        {
            writer.Line(line);
        }
    }

    /// <summary>The check of an index, or nothing where it is inside by what it is, or is computed and checked then.</summary>
    private static string Check(string name, Program program, MethodScope scope, ArrayDeclaration array, int index, int dimension)
    {
        var (graph, extent) = (program.Graph, array.Extents[dimension]);
        var length = scope.Expressions.Address(extent);
        if (graph[index] is { Kind: NodeKind.Read } read && program.Arrays[read.Symbol] is { IsInteger: true, Rank: > 0, Role: ArrayRole.Data or ArrayRole.Prepared or ArrayRole.Argument } indices)
        {
            return $"DataCheck.Indices(\"{name}\", \"{indices.Name}\", {scope.ArrayOf(read.Symbol).Text}, {length}, \"{array.Name}\");";
        }

        if (graph.FreeAxes(index) == 0 && IsKnown(program, index))
        {
            return $"DataCheck.Inside(\"{name}\", \"{array.Name}\", {scope.Expressions.Address(index)}, {scope.Expressions.Address(graph.Id(graph.Wrap(index) + 1))}, {length});";
        }

        if (IndexRange.IsInside(graph, index, extent))
        {
            return "";
        }

        var (axis, shift) = IndexRange.Shift(graph, index);
        string End(int node) => scope.Expressions.Address(graph.Id(graph.Wrap(node) + shift));
        return graph.FreeAxes(graph.Axes[axis].Lower) != 0 || graph.FreeAxes(graph.Axes[axis].Upper) != 0 ? ""
            : $"DataCheck.Inside(\"{name}\", \"{array.Name}\", {End(graph.Axes[axis].Lower)}, {End(graph.Axes[axis].Upper)}, {length});";
    }

    /// <summary>Whether a single index is made of what is known when the objective is made, without sums.</summary>
    private static bool IsKnown(Program program, int index) => Dependence.Reachable(program.Graph, [index]).Select(id => program.Graph[id]).All(node =>
        !node.IsReduction && (node.Kind != NodeKind.Read || program.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared or ArrayRole.Argument));
}
