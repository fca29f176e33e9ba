using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// Checks that stand among the statements which compute something of data when a model is constructed: an index that a statement has just computed is looked at
/// before it is used, since no check of what was given tells that it is one.
/// </summary>
internal static class ElementChecks
{
    /// <summary>A step with the checks of what it reads, in front of it.</summary>
    public static IEnumerable<Step> Before(Program program, Step step)
    {
        if (step is LoopStep loop)
        {
            return [loop with { Body = loop.Body.SelectMany(inner => Before(program, inner)).ToEquatableArray() }];
        }

        return step is AssignStep assign ? [.. Of(program, assign), step] : [step];
    }

    /// <summary>A check as code.</summary>
    public static string Line(ModelLayout layout, string model, ExpressionWriter code, RequireStep step)
    {
        var statement = CSharpWriter.Text(step.Site >= 0 ? layout.Model.Sites[step.Site].Text : model);
        return step.Kind == Requirement.Element
            ? $"DataCheck.Element(\"{model}\", {CSharpWriter.Text(step.Text)}, {code.Value(step.Values[0]).Text}, {code.Address(step.Values[1])}, {statement});"
            : $"DataCheck.{step.Kind}(\"{model}\", {CSharpWriter.Text(step.Text)}, {string.Join(", ", step.Values.Select(value => code.Value(value).Text))}, {statement});";
    }

    private static IEnumerable<Step> Of(Program program, AssignStep step)
    {
        var graph = program.Graph;
        var always = EvaluationPath.Always;
        (int, EvaluationPath)[] roots = [(step.Guard, always), .. step.Indices.Append(step.Value).Select(node => (node, always.If(step.Guard)))];
        var paths = new EvaluationPaths(graph, roots);
        foreach (var id in Dependence.Reachable(graph, step.Indices.Append(step.Value).Append(step.Guard).Where(node => node >= 0)).OrderBy(id => id))
        {
            for (var d = 0; graph[id].Kind == NodeKind.Read && d < graph[id].Arguments.Count; d++)
            {
                var (index, array) = (graph[id].Arguments[d], program.Arrays[graph[id].Symbol]);
                if (CheckEmitter.IsPlain(program, index) || IndexRange.IsInside(graph, index, array.Extents[d]))
                {
                    continue;
                }

                foreach (var path in paths.Of(id))
                {
                    var guard = path.Conditions.Count == 0 ? -1 : graph.Id(path.Conditions.Select(graph.Wrap).Aggregate((a, b) => graph.Apply(Operation.And, a, b)));
                    Step check = new RequireStep(Requirement.Element, [index, array.Extents[d]], guard, array.Name, step.Site);
                    yield return step.Axes.Concat(path.Axes).Distinct().Reverse().Aggregate(check, (inner, axis) => new LoopStep(axis, false, [inner], step.Site));
                }
            }
        }
    }
}
