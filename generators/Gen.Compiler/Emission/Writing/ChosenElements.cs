using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Indices that follow what is drawn, as in <c>rate[y[t - 1]]</c>, or latents: no constructor can check them, so that the code that reads the elements does.
/// </summary>
internal sealed class ChosenElements
{
    private readonly string model;
    private readonly Program program;
    private readonly HashSet<int> drawn;

    /// <summary>The indices of a program's steps.</summary>
    /// <param name="model">The model, as messages name it.</param>
    /// <param name="program">The program.</param>
    /// <param name="known">Arrays that stand for what was given or drawn.</param>
    public ChosenElements(string model, Program program, IEnumerable<int> known)
    {
        (this.model, this.program) = (model, program);
        drawn = [.. known, .. Enumerable.Range(0, program.Arrays.Count).Where(array => program.Arrays[array] is { IsDrawnInSequence: true } or { Role: ArrayRole.Latent or ArrayRole.Position or ArrayRole.Generated })];
        int before;
        do
        {
            before = drawn.Count;
            foreach (var step in Program.Flatten(program.Steps).Where(step => step is AssignStep or CallStep && Dependence.Reads(program.Graph, step).Overlaps(drawn)))
            {
                drawn.UnionWith(Dependence.Writes(step));
            }
        }
        while (drawn.Count > before);
    }

    /// <summary>An index of an array's dimension with its check, or null where it needs none.</summary>
    public string? Checked(ExpressionWriter code, int array, int dimension, int index)
    {
        var (graph, declaration) = (program.Graph, program.Arrays[array]);
        if (!Dependence.Reachable(graph, [index]).Any(id => graph[id].Kind == NodeKind.Read && drawn.Contains(graph[id].Symbol)) || IndexRange.IsInside(graph, index, declaration.Extents[dimension]))
        {
            return null;
        }

        var unit = declaration.Rank != 2 ? "element" : dimension == 0 ? "row" : "column";
        return $"DataCheck.Chosen(\"{model}\", \"{declaration.Name}\", \"{unit}\", {code.Address(index)}, {code.Address(declaration.Extents[dimension])})";
    }
}
