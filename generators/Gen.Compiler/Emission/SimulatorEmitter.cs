using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that runs a model forwards: the body's statements in their order, latents and likelihoods drawn.</summary>
internal static class SimulatorEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var drawn = new DrawnComponents(Program.From(layout.Model));
        var program = DrawnSteps.Of(drawn);
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
}
