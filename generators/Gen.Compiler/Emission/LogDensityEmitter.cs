using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the class that evaluates a model's log-density and its gradient.</summary>
internal static class LogDensityEmitter
{
    public static void Write(CSharpWriter writer, ModelLayout layout, Program program)
    {
        var graph = program.Graph;
        var members = new Identifiers(["data", "known", "Dimension", "Evaluate", "LogDensity", "position", "gradient", "target"]);
        var positions = Positions.Of(program);
        var codes = new Dictionary<int, ArrayCode>();
        ArrayCode Arrays(int array) => codes.TryGetValue(array, out var code) ? code : KnownEmitter.Code(layout, program, array, "data.", "known.");

        var scope = new MethodScope(program, Arrays, size => "data." + layout.SizeMember(size), ["data", "known", "position", "gradient", "target"]);
        var kernels = new Kernels(members);
        var fields = new CSharpWriter();
        var allocations = new CSharpWriter();
        var prologue = new CSharpWriter();
        foreach (var (array, offset) in positions.Entries(scope.Expressions))
        {
            Position(program, scope, prologue, codes, array, offset);
        }

        Workspace(program, scope, members, codes, fields, allocations, prologue);
        var body = new CSharpWriter();
        new BlockWriter(program, scope, body, kernels).Write(new Schedule(program, (_, context) => context == 0).Fused([.. KnownEmitter.Repeated(program)]));
        foreach (var (name, length) in kernels.LaneFields)
        {
            fields.Line($"private readonly double[] {name};");
            allocations.Line($"{name} = new double[{length} * Lanes512.Count];");
        }

        writer.Doc($"The log-density of {layout.Name} on the unconstrained scale, and its gradient.");
        using (writer.Block("internal sealed class LogDensity : ILogDensity"))
        {
            writer.Line("private readonly Data data;");
            writer.Line("private readonly Known known;");
            writer.Line(fields.ToString());
            using (writer.Block("public LogDensity(Data data)"))
            {
                writer.Line("this.data = data;");
                writer.Line("known = data.Known;");
                writer.Line($"Dimension = {positions.Dimension(scope.Expressions)};");
                writer.Line(allocations.ToString());
            }

            writer.Blank().Line("public int Dimension { get; }").Blank();
            using (writer.Block("public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)"))
            {
                writer.Line("gradient.Clear();");
                writer.Line(prologue.ToString());
                writer.Line("double target;");
                writer.Line(body.ToString());
                writer.Line("return target;");
            }

            kernels.Write(writer);
        }
    }

    /// <summary>A latent's part of the position, and of the gradient.</summary>
    private static void Position(Program program, MethodScope scope, CSharpWriter prologue, Dictionary<int, ArrayCode> codes, int array, string offset)
    {
        var declaration = program.Arrays[array];
        var adjoint = Enumerable.Range(0, program.Arrays.Count).FirstOrDefault(i => program.Arrays[i].Role == ArrayRole.Adjoint && program.Arrays[i].Source == array);
        if (declaration.Rank == 0)
        {
            codes[array] = new($"position[{offset}]", declaration.Name, ArrayPlace.Scalar);
            codes[adjoint] = new($"gradient[{offset}]", declaration.Name, ArrayPlace.Scalar);
            return;
        }

        var length = string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
        var name = scope.Names.Unique(Identifiers.Camel(declaration.Name));
        var derivative = scope.Names.Unique("d" + Identifiers.Pascal(declaration.Name));
        prologue.Line($"var {name} = position.Slice({offset}, {length});");
        prologue.Line($"var {derivative} = gradient.Slice({offset}, {length});");
        codes[array] = new(name, name, ArrayPlace.Span);
        codes[adjoint] = new(derivative, derivative, ArrayPlace.Span);
    }

    /// <summary>Arrays between the latents and the target, with their adjoints: fields that are made once, scalars locals.</summary>
    private static void Workspace(
        Program program, MethodScope scope, Identifiers members, Dictionary<int, ArrayCode> codes, CSharpWriter fields, CSharpWriter allocations, CSharpWriter prologue)
    {
        var used = new HashSet<int>(KnownEmitter.Repeated(program).SelectMany(step => Dependence.Writes(step).Concat(Dependence.Reads(program.Graph, step))));
        for (var array = 0; array < program.Arrays.Count; array++)
        {
            var declaration = program.Arrays[array];
            if (declaration.Role == ArrayRole.Target)
            {
                codes[array] = new("target", "target", ArrayPlace.Scalar);
            }

            if (codes.ContainsKey(array) || !used.Contains(array) || declaration.IsData)
            {
                continue;
            }

            var isAdjoint = declaration.Role == ArrayRole.Adjoint;
            var wanted = isAdjoint ? "d" + Identifiers.Pascal(declaration.Name) : Identifiers.Camel(declaration.Name);
            if (declaration.Rank == 0)
            {
                var local = scope.Names.Unique(wanted);
                prologue.Line($"var {local} = 0.0;");
                codes[array] = new(local, local, ArrayPlace.Scalar);
                continue;
            }

            var name = members.Unique(wanted);
            var length = string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
            fields.Line($"private readonly double[] {name};");
            allocations.Line($"{name} = new double[{length}];");
            if (isAdjoint)
            {
                prologue.Line($"Array.Clear({name});");
            }

            codes[array] = new(name, name, ArrayPlace.Field);
            scope.Names.Unique(name);
        }
    }
}
