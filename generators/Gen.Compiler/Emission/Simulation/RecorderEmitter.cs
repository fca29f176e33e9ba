using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that goes between a sampler's position and the values that a posterior records.</summary>
internal static class RecorderEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout)
    {
        writer.Doc($"Between the unconstrained position of a sampler and the quantities of {layout.Name}.");
        using (writer.Block("internal static class Recorder"))
        {
            Record(writer, layout);
            writer.Blank();
            Unconstrain(writer, layout);
            if (Quantities.AreGenerated(layout.Model))
            {
                writer.Blank();
                Generate(writer, layout);
            }
        }
    }

    private static void Record(CSharpWriter writer, ModelLayout layout)
    {
        var program = TransformParameters.Run(Generated.Without(Program.From(layout.Model)), withJacobian: false);
        program = program with { Steps = [.. program.Steps.SelectMany(Assignments)] };
        program = RemoveDead.Run(LoopsToMaps.Run(program), (_, array) => array.Role is ArrayRole.Latent or ArrayRole.Deterministic);
        using (writer.Block("public static void Record(Data data, ReadOnlySpan<double> position, Span<double> values)"))
        {
            var code = new ValuesCode(layout, program, ["position", "values"]);
            code.Scope.Expressions.Chosen = new(layout.Name, program, []);
            Slices(writer, layout, program, code, "position");
            code.DeclareLocals(writer, program.Steps);
            Statements(writer, program, code);
        }
    }

    private static void Unconstrain(CSharpWriter writer, ModelLayout layout)
    {
        var program = TransformParameters.Inverse(Generated.Without(Program.From(layout.Model)));
        using (writer.Block("public static void Unconstrain(Data data, ReadOnlySpan<double> values, Span<double> position)"))
        {
            var code = new ValuesCode(layout, program, ["position", "values"]);
            Slices(writer, layout, program, code, "position");
            code.DeclareLocals(writer, program.Steps);
            Statements(writer, program, code);
        }
    }

    /// <summary>What is generated follows the latents and the deterministics that do not depend on it, which stand among the values already.</summary>
    private static void Generate(CSharpWriter writer, ModelLayout layout)
    {
        var generated = Generated.Arrays(Program.From(layout.Model));
        var drawn = new DrawnComponents(Generated.Only(Program.From(layout.Model)));
        var program = DrawnSteps.Of(drawn);
        int[] wanted = [.. Quantities.Deterministics(layout.Model).Where(generated.Contains)];
        program = RemoveDead.Run(program, wanted.Contains);
        using (writer.Block("public static void Generate(Data data, RandomStream random, Span<double> values)"))
        {
            var code = new ValuesCode(layout, program, ["random", "values"]);
            code.Scope.Expressions.Chosen = new(layout.Name, program, []);
            code.Slice(writer, Recorded(layout), "values");
            code.DeclareLocals(writer, program.Steps);
            Statements(writer, program, code, step => DrawCode.Of(code.Scope, drawn, step));
        }
    }

    private static int[] Recorded(ModelLayout layout) => [.. Quantities.Latents(layout.Model), .. Quantities.Deterministics(layout.Model)];

    private static void Slices(CSharpWriter writer, ModelLayout layout, Program program, ValuesCode code, string position)
    {
        code.Slice(writer, Recorded(layout), "values");
        foreach (var (array, offset) in Positions.Of(program).Entries(code.Scope.Expressions))
        {
            var declaration = program.Arrays[array];
            if (declaration.Rank == 0)
            {
                code.Set(array, new($"{position}[{offset}]", declaration.Name, ArrayPlace.Scalar));
                continue;
            }

            var name = code.Scope.Names.Unique("free" + Identifiers.Pascal(declaration.Name));
            var length = string.Join(" * ", declaration.Extents.Select(extent => code.Scope.Expressions.Address(extent, 3)));
            writer.Line($"var {name} = {position}.Slice({offset}, {length});");
            code.Set(array, new(name, name, ArrayPlace.Span));
        }
    }

    private static void Statements(CSharpWriter writer, Program program, ValuesCode code, System.Func<SampleStep, string>? draw = null)
    {
        var schedule = new Schedule(program, (_, _) => false);
        var block = new BlockWriter(program, code.Scope, writer, new Kernels(new([]))) { Draw = draw };
        foreach (var step in program.Steps)
        {
            block.WriteApart(schedule.InOrder(step));
        }
    }

    private static IEnumerable<Step> Assignments(Step step) => step switch
    {
        AssignStep or CallStep => [step],
        LoopStep loop when loop.Body.SelectMany(Assignments).ToArray() is { Length: > 0 } body => [loop with { Body = body.ToEquatableArray() }],
        _ => [],
    };
}
