using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the checks that need the model's own expressions: indices inside what they index, observed values inside their likelihood's support.</summary>
internal static class CheckEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var program = Ir.Program.From(layout.Model);
        var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, layout.Model.Parameters.Select(parameter => parameter.Name));
        Indices(writer, layout, program, scope);
        foreach (var (observe, loops) in Observations(program.Steps, []))
        {
            if (program.Arrays[observe.Array].Role == ArrayRole.Data)
            {
                Observed(writer, layout, program, scope, observe, loops);
            }
        }
    }

    /// <summary>The likelihoods, each with the axes of the loops around it, outermost first.</summary>
    private static IEnumerable<(ObserveStep Step, EquatableArray<int> Loops)> Observations(IEnumerable<Step> steps, EquatableArray<int> loops) =>
        steps.SelectMany(step => step switch
        {
            ObserveStep observe => [(observe, loops)],
            LoopStep loop => Observations(loop.Body, [.. loops, loop.Axis]),
            _ => Enumerable.Empty<(ObserveStep, EquatableArray<int>)>(),
        });

    private static void Indices(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope)
    {
        var graph = program.Graph;
        var lines = new List<string>();
        foreach (var id in Dependence.Reachable(graph, program.Steps.SelectMany(Dependence.Roots)))
        {
            var read = graph[id];
            for (var d = 0; read.Kind == NodeKind.Read && d < read.Arguments.Count; d++)
            {
                var index = graph[read.Arguments[d]];
                var indexed = program.Arrays[read.Symbol];
                if (index.Kind == NodeKind.Read && program.Arrays[index.Symbol] is { Role: ArrayRole.Data, IsInteger: true, Rank: 1 } indices)
                {
                    lines.Add($"DataCheck.Indices(\"{layout.Name}\", \"{indices.Name}\", {Identifiers.Pascal(indices.Name)}, {scope.Expressions.Address(indexed.Extents[d])}, \"{indexed.Name}\");");
                }
            }
        }

        foreach (var line in lines.Distinct())
        {
            writer.Line(line);
        }
    }

    private static void Observed(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, ObserveStep step, EquatableArray<int> around)
    {
        var graph = program.Graph;
        var definition = DistributionDefinition.All[step.Density.Distribution];
        var array = program.Arrays[step.Array];
        var canonical = definition.Canonical(step.Density.Parameterization, [.. step.Density.Arguments.Select(graph.Wrap)]);
        bool Known(string? parameter) => parameter is not null && IsPlain(program, graph.Id(definition.Parameter(parameter, canonical)));
        string Bound(string? parameter) => Known(parameter) ? scope.Expressions.Value(graph.Id(definition.Parameter(parameter!, canonical))).In(1) : "";

        var (lower, upper) = (definition.Attribute.Lower, definition.Attribute.Upper);
        var whole = array.IsInteger ? "" : " || {x} != Math.Floor({x})";
        var (condition, support) = definition.Attribute.Support switch
        {
            Support.Positive => ("!({x} > 0)", "the positive numbers"),
            Support.NonNegative => ("!({x} >= 0)", "the numbers from 0"),
            Support.Unit => ("!({x} > 0 && {x} < 1)", "the numbers between 0 and 1"),
            Support.Boolean => ("{x} != 0 && {x} != 1", "0 and 1"),
            Support.Count when Known(upper) => ($"!({{x}} >= 0){whole} || {{x}} > {{upper}}", $"0, 1, …, {upper}"),
            Support.Count => ($"!({{x}} >= 0){whole}", "0, 1, 2, …"),
            Support.Interval when Known(lower) && Known(upper) => ("!({x} >= {lower} && {x} <= {upper})", $"the interval from {lower} to {upper}"),
            _ => ("", ""),
        };
        if (condition.Length == 0 || (step.Guard >= 0 && !IsPlain(program, step.Guard)))
        {
            return;
        }

        int[] loops = [.. around, .. program.Order.Sort(step.Axes)];
        var scopes = new Stack<System.IDisposable>();
        if (array.Rank > 0 || program.Model.Parameters.First(parameter => parameter.Array == step.Array).IsObserved)
        {
            var name = program.Model.Parameters.First(parameter => parameter.Array == step.Array).Name;
            scopes.Push(writer.Block($"if ({name} is not null)"));
        }

        foreach (var axis in loops)
        {
            var range = graph.Axes[axis];
            var variable = scope.Enter(axis);
            scopes.Push(writer.Block($"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
        }

        var indices = step.Indices.Select(index => scope.Expressions.Address(index)).ToArray();
        var element = array.Rank == 0 ? Identifiers.Pascal(array.Name) : $"{Identifiers.Pascal(array.Name)}[{scope.Expressions.Flat(new(NodeKind.Read, step.Array, 0, step.Indices))}]";
        var place = array.Rank == 0 ? "\"\"" : $"$\"[{string.Join(", ", indices.Select(index => $"{{{index}}}"))}]\"";
        var test = condition.Replace("{x}", element).Replace("{lower}", Bound(lower)).Replace("{upper}", Bound(upper));
        test = step.Guard >= 0 ? $"{scope.Expressions.Condition(step.Guard)} && ({test})" : test;
        using (writer.Block($"if ({test})"))
        {
            var likelihood = Literal(layout.Model.Sites[step.Site].Text);
            writer.Line($"throw DataCheck.OutsideSupport(\"{layout.Name}\", \"{array.Name}\", {place}, {element}, {likelihood}, \"{support}\");");
        }

        while (scopes.Count > 0)
        {
            scopes.Pop().Dispose();
        }

        foreach (var axis in loops)
        {
            scope.Leave(axis);
        }
    }

    /// <summary>Whether a node can be written where the data are checked: it sums nothing and reads data alone.</summary>
    private static bool IsPlain(Program program, int id) => Dependence.Reachable(program.Graph, [id]).Select(part => program.Graph[part])
        .All(node => !node.IsReduction && (node.Kind != NodeKind.Read || program.Arrays[node.Symbol].Role == ArrayRole.Data));

    private static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral($"'{text}'", quote: true);
}
