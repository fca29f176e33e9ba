using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
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
        var scope = new MethodScope(program, array => layout.Data(array, ""), layout.SizeMember, layout.Names.Used);
        var written = AccessCheckEmitter.OfStatements(writer, layout, scope);
        var derived = new DerivedCheckEmitter(writer, layout, program, scope);
        foreach (var step in program.Steps)
        {
            Observed(writer, layout, program, scope, step, []);
            derived.Write(step, []);
        }

        // What a value outside its likelihood's support would read has no place: the support is the better complaint.
        AccessCheckEmitter.OfDensities(writer, layout, scope, written);
        ParameterCheckEmitter.Write(writer, layout, program, scope);
        TimesCheckEmitter.Write(writer, layout, program, scope);
        MatrixCheckEmitter.Write(writer, layout, program, scope);
        ElementLedgerEmitter.Write(writer, layout, layout.Name, Ir.Program.WithRequirements(layout.Model), scope, layout.Model.Steps);
    }

    private static void Observed(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, Step step, IReadOnlyList<int> loops)
    {
        if (step is LoopStep loop)
        {
            foreach (var inner in loop.Body)
            {
                Observed(writer, layout, program, scope, inner, [.. loops, loop.Axis]);
            }
        }
        else if (step is ObserveStep observe && program.Arrays[observe.Array].Role == ArrayRole.Data)
        {
            Observed(writer, layout, program, scope, observe, [.. loops, .. program.Order.Sort(observe.Axes)]);
        }
    }

    private static void Observed(CSharpWriter writer, ModelLayout layout, Program program, MethodScope scope, ObserveStep step, IReadOnlyList<int> loops)
    {
        var graph = program.Graph;
        var array = program.Arrays[step.Array];
        foreach (var axis in loops)
        {
            scope.Enter(axis);
        }

        var isVector = step.Density.Axes.Count > 0 && Modifier.Of(graph, step.Density) is null;
        var isNumber = !isVector || DistributionDefinition.Of(step.Density).VariateRank == 0;
        var element = isNumber ? Element(program, scope, step) : "";
        var joint = isNumber ? null : JointCheckEmitter.Of(program, step);
        var (condition, support) = !isNumber ? ("", "") : isVector ? OutsideCategories(program, scope, step, element) : Outside(program, scope, step, element);
        if ((condition.Length > 0 || joint is not null) && (step.Guard < 0 || IsPlain(program, step.Guard)))
        {
            var blocks = new Stack<System.IDisposable>();
            var parameter = program.Model.Parameters.First(parameter => parameter.Array == step.Array);
            blocks.Push(writer.Block($"if ({layout.Names.Argument(parameter)} is not null)"));
            foreach (var axis in loops)
            {
                var (range, variable) = (graph.Axes[axis], scope.Loop(axis));
                blocks.Push(writer.Block(
                    $"for (var {variable} = {scope.Expressions.Address(range.Lower)}; {variable} < {scope.Expressions.Address(range.Upper)}; {variable}++)"));
            }

            var likelihood = CSharpWriter.Text($"'{layout.Model.Sites[step.Site].Text}'");
            if (joint is not null)
            {
                if (step.Guard >= 0)
                {
                    blocks.Push(writer.Block($"if ({scope.Expressions.Condition(step.Guard)})"));
                }

                joint.Write(writer, layout, scope, likelihood, () => Element(program, scope, step));
            }
            else
            {
                var test = step.Guard < 0 ? condition : $"({scope.Expressions.Condition(step.Guard)}) && ({condition})";
                using (writer.Block($"if ({test})"))
                {
                    writer.Line($"throw DataCheck.OutsideSupport(\"{layout.Name}\", \"{array.Name}\", {Place(scope, step.Indices)}, {element}, {likelihood}, \"{support}\");");
                }
            }

            while (blocks.Count > 0)
            {
                blocks.Pop().Dispose();
            }
        }

        foreach (var axis in loops)
        {
            scope.Leave(axis);
        }
    }

    /// <summary>Indices as messages show them after a name, as code.</summary>
    public static string Place(MethodScope scope, IReadOnlyList<int> indices) =>
        indices.Count == 0 ? "\"\"" : $"$\"[{string.Join(", ", indices.Select(index => $"{{{scope.Expressions.Address(index)}}}"))}]\"";

    private static string Element(Program program, MethodScope scope, ObserveStep step)
    {
        var array = program.Arrays[step.Array];
        var member = scope.ArrayOf(step.Array).Text;
        return array.Rank == 0 ? member : $"{member}[{scope.Expressions.Flat(new(NodeKind.Read, step.Array, 0, step.Indices))}]";
    }

    /// <summary>The same for classes, which are counted from 0 along the density's axis.</summary>
    private static (string Condition, string Support) OutsideCategories(Program program, MethodScope scope, ObserveStep step, string x)
    {
        var graph = program.Graph;
        var more = DistributionDefinition.Of(step.Density).Attribute.Support == Support.OrderedCategory ? 1 : 0;
        var largest = scope.Expressions.Address(graph.Id(graph.Length(step.Density.Axes[0]) + (more - 1)), 1);
        var isWhole = program.Arrays[step.Array].IsInteger ? "" : $" || {x} != Math.Floor({x})";
        return ($"!({x} >= 0 && {x} <= {largest}){isWhole}", "the classes, which are counted from 0");
    }

    /// <summary>The condition, as code, under which an observed element is outside its likelihood's support, and that support in words; empty where nothing is checked.</summary>
    private static (string Condition, string Support) Outside(Program program, MethodScope scope, ObserveStep step, string x)
    {
        var graph = program.Graph;
        var range = VariateRange.Of(graph, step.Density);

        // An end of the support that varies with latents, or that needs a loop, is left to the density.
        string? End(Expr? end) => end is { } value && graph.Id(value) is var id && IsPlain(program, id) ? scope.Expressions.Value(id).In(1) : null;
        var (lower, upper) = (End(range.Lower), End(range.Upper));
        var isInteger = program.Arrays[step.Array].IsInteger;
        switch (range.Support)
        {
            case Support.Positive:
                return ($"!({x} > 0)", "the positive numbers");
            case Support.NonNegative:
                return ($"!({x} >= 0)", "the numbers from 0");
            case Support.Unit:
                return ($"!({x} > 0 && {x} < 1)", "the numbers between 0 and 1");
            case Support.Boolean:
                return ($"{x} != 0 && {x} != 1", "0 and 1");
            case Support.Interval when lower is not null && upper is not null:
                return ($"!({x} >= {lower} && {x} <= {upper})", $"the numbers from {range.Names.Lower} to {range.Names.Upper}");
            case Support.Interval when lower is not null:
                return ($"!({x} >= {lower})", $"the numbers from {range.Names.Lower}");
            case Support.Interval when upper is not null:
                return ($"!({x} <= {upper})", $"the numbers up to {range.Names.Upper}");
            case Support.Circular:
                return ($"!({x} >= -Math.PI && {x} <= Math.PI)", "the angles from −π to π");
            case Support.Count:
                var isCount = isInteger ? $"{x} < 0" : $"!({x} >= 0) || {x} != Math.Floor({x})";
                return upper is null ? (isCount, "0, 1, 2, …") : ($"{isCount} || {x} > {upper}", $"0, 1, …, {range.Names.Upper}");
            case Support.PositiveCount:
                return (isInteger ? $"{x} < 1" : $"!({x} >= 1) || {x} != Math.Floor({x})", "1, 2, 3, …");
            case Support.Integer:
                string[] outside = [isInteger ? "" : $"{x} != Math.Floor({x})", lower is null ? "" : $"{x} < {lower}", upper is null ? "" : $"{x} > {upper}"];
                var words = (lower, upper) switch { (null, null) => "", (_, null) => $" from {range.Names.Lower}", (null, _) => $" up to {range.Names.Upper}", _ => $" from {range.Names.Lower} to {range.Names.Upper}" };
                return (string.Join(" || ", outside.Where(test => test.Length > 0)), "the whole numbers" + words);
            default:
                return ("", "");
        }
    }

    /// <summary>Whether a node can be written where the data are checked: it sums nothing and reads data alone.</summary>
    public static bool IsPlain(Program program, int id) => Dependence.Reachable(program.Graph, [id]).Select(part => program.Graph[part])
        .All(node => !node.IsReduction && (node.Kind != NodeKind.Read || program.Arrays[node.Symbol].Role is ArrayRole.Data or ArrayRole.Prepared or ArrayRole.Argument));
}
