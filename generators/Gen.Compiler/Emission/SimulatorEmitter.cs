using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that runs a model forwards: the body's statements in their order, latents and likelihoods drawn.</summary>
internal static class SimulatorEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        var program = Program.From(layout.Model);
        program = program with { Steps = [.. program.Steps.SelectMany(step => Drawn(program.Graph, step)).Select(step => LoopsToMaps.Separate(program.Graph, step))] };
        var quantities = Quantities.Of(layout.Model).ToList();
        writer.Doc($"Runs {layout.Name} forwards: every quantity that is not given is drawn or computed, in order.");
        using (writer.Block("internal static class Simulator"))
        using (writer.Block("public static void Run(Data data, RandomStream random, ReadOnlySpan<bool> given, Span<double> values)"))
        {
            var code = new ValuesCode(layout, program, ["random", "given", "values"]);
            code.Slice(writer, quantities, "values");
            code.DeclareLocals(writer, program.Steps);
            var schedule = new Schedule(program, (_, _) => false);
            string? Unless(Step step) => quantities.IndexOf(Dependence.Writes(step).First()) is >= 0 and var quantity ? $"!given[{quantity}]" : null;
            string Draw(int array, Density density) =>
                $"global::Gen.Distributions.{density.Distribution}.Draw({string.Join(", ", density.Arguments.Select(argument => code.Scope.Expressions.Value(argument).Text).Prepend("random"))})";
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

    /// <summary>The steps with densities in the parameters that samplers take; what only scores is left out.</summary>
    private static IEnumerable<Step> Drawn(Graph graph, Step step)
    {
        Density Canonical(Density density) => new(
            density.Distribution, "",
            DistributionDefinition.All[density.Distribution].Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]).Select(graph.Id).ToEquatableArray());
        return step switch
        {
            SampleStep s => [s with { Density = Canonical(s.Density) }],
            ObserveStep s => [s with { Density = Canonical(s.Density) }],
            LoopStep loop => [loop with { Body = loop.Body.SelectMany(inner => Drawn(graph, inner)).ToEquatableArray() }],
            PotentialStep => [],
            _ => [step],
        };
    }
}
