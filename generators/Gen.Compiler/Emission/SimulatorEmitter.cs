using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that runs a model forwards: the body's statements in their order, latents and likelihoods drawn.</summary>
internal static class SimulatorEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var drawn = new DrawnComponents(Program.From(layout.Model));
        Step[] steps = [.. drawn.Program.Steps.SelectMany(step => Drawn(drawn, step, [])).Select(step => LoopsToMaps.Separate(drawn.Program.Graph, step))];
        var program = drawn.Program with { Steps = steps };
        var quantities = Quantities.Of(layout.Model).ToList();
        writer.Doc($"Runs {layout.Name} forwards: every quantity that is not given is drawn or computed, in order.");
        using (writer.Block("internal static class Simulator"))
        using (writer.Block("public static void Run(Data data, RandomStream random, ReadOnlySpan<bool> given, Span<double> values)"))
        {
            var code = new ValuesCode(layout, program, ["random", "given", "values"]);
            code.Slice(writer, quantities, "values");
            code.DeclareLocals(writer, program.Steps);
            foreach (var array in Quantities.Observed(layout.Model).Where(array => KeepsData(program, array)))
            {
                CopyData(writer, code.Scope.ArrayOf(array), layout.Data(array, "data."));
            }

            var schedule = new Schedule(program, (_, _) => false);
            string? Unless(Step step) => quantities.IndexOf(Dependence.Writes(step).First()) is >= 0 and var quantity ? $"!given[{quantity}]" : null;
            string Draw(Step step) => DrawCode.Of(code.Scope, drawn, step);
            var inLoops = new BlockWriter(program, code.Scope, writer, new Kernels(new([]))) { Draw = Draw, Unless = Unless };
            var whole = new BlockWriter(program, code.Scope, writer, new Kernels(new([]))) { Draw = Draw };
            foreach (var step in program.Steps)
            {
                writer.Blank();
                if (step is LoopStep)
                {
                    inLoops.WriteApart(schedule.InOrder(step));
                }
                else if (Unless(step) is { } condition)
                {
                    using (writer.Block($"if ({condition})"))
                    {
                        whole.WriteApart(schedule.InOrder(step));
                    }
                }
                else
                {
                    whole.WriteApart(schedule.InOrder(step));
                }
            }
        }
    }

    /// <summary>Whether data with a likelihood are needed as they were given: by what reads them before they are drawn, or where no statement draws them.</summary>
    private static bool KeepsData(Program program, int array)
    {
        var graph = program.Graph;
        bool IsWhole(Step step) => step is ObserveStep { Guard: < 0 } observe && observe.Array == array
            && observe.Indices.Distinct().Count() == observe.Indices.Count
            && observe.Indices.Zip(program.Arrays[array].Extents, (index, extent) => (Index: graph[index], Extent: extent)).All(entry =>
                entry.Index.Kind == NodeKind.Index && graph.Wrap(graph.Axes[entry.Index.Symbol].Lower).IsNumber(0) && graph.Axes[entry.Index.Symbol].Upper == entry.Extent);
        var first = program.Steps.TakeWhile(step => !IsWhole(step)).ToArray();
        return first.Length == program.Steps.Count || first.Any(step => Dependence.Reads(graph, step).Contains(array));
    }

    private static void CopyData(CSharpWriter writer, ArrayCode values, ArrayCode data)
    {
        if (values.Place == ArrayPlace.Scalar)
        {
            writer.Line($"{values.Text} = {data.Text};");
        }
        else if (!data.IsInteger)
        {
            writer.Line($"{data.Text}.CopyTo({values.Text});");
        }
        else
        {
            using (writer.Block($"for (var i = 0; i < {data.Text}.Length; i++)"))
            {
                writer.Line($"{values.Text}[i] = {data.Text}[i];");
            }
        }
    }

    /// <summary>The steps with densities in the parameters that samplers take; what only scores is left out.</summary>
    private static IEnumerable<Step> Drawn(DrawnComponents drawn, Step step, IReadOnlyList<int> loops)
    {
        var graph = drawn.Program.Graph;
        List<Step> before = [];
        Density Canonical(Density density, EquatableArray<int> axes, int site)
        {
            if (Modifier.Of(graph, density) is not null)
            {
                return drawn.Filled(density, loops, before);
            }

            var definition = DistributionDefinition.Of(density);
            return density.Axes.Count > 0
                ? InArrays(definition.Canonical(density, new(graph, loops, axes, site, drawn.Declare, before.Add)), density, new(graph, loops, axes, site, drawn.Declare, before.Add))
                : new(density.Distribution, "", definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]).Select(graph.Id).ToEquatableArray()) { Source = density.Source };
        }

        switch (step)
        {
            case SampleStep { Restriction: not null } s:
                return Restricted(drawn, s, loops);
            case SampleStep s:
                var sampled = s with { Density = Canonical(s.Density, s.Axes, s.Site) };
                return [.. before, sampled];
            case ObserveStep s:
                var observed = s with { Density = Canonical(s.Density, s.Axes, s.Site) };
                return [.. before, observed];
            case LoopStep loop:
                return [loop with { Body = loop.Body.SelectMany(inner => Drawn(drawn, inner, [.. loops, loop.Axis])).ToEquatableArray() }];
            case PotentialStep:
                return [];
            default:
                return [step];
        }
    }

    /// <summary>A density whose vectors and matrices stand in arrays, from the parameters that samplers take.</summary>
    private static Density InArrays(object[] canonical, Density density, StepBuilder builder)
    {
        var operands = canonical.Select(argument => argument switch
        {
            VectorExpr vector => builder.Operand(vector, "parameter"),
            MatrixExpr matrix => builder.Operand(matrix, "parameter"),
            _ => Operand.None,
        });
        var arguments = canonical.Select(argument => builder.Graph.Id(argument is Expr number ? number : 0));
        return new(density.Distribution, "", arguments.ToEquatableArray()) { Operands = operands.ToEquatableArray() };
    }

    /// <summary>Elements that a restriction binds together are drawn at once: their axis is the variate's, and what varies along it stands in arrays.</summary>
    private static IEnumerable<Step> Restricted(DrawnComponents drawn, SampleStep step, IReadOnlyList<int> loops)
    {
        var graph = drawn.Program.Graph;
        List<Step> before = [];
        var axis = step.Axes[step.Axes.Count - 1];
        var density = step.Density.Nodes.Any(node => graph.Varies(node, axis))
            ? drawn.Filled(step.Density with { Axes = [axis] }, loops, before)
            : step.Density;
        return [.. before, step with { Axes = step.Axes.Take(step.Axes.Count - 1).ToEquatableArray(), Density = density }];
    }
}
