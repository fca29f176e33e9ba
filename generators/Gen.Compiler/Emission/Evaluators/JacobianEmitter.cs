using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the method by which a log-density tells how much the map of its latents widens: that of <c>IConstrained</c>.</summary>
internal static class JacobianEmitter
{
    /// <summary>The method, where not all latents lie on the real line as they are; otherwise null. What it needs of the class is added to its fields.</summary>
    public static CSharpWriter? Method(ModelLayout layout, Identifiers members, CSharpWriter fields, CSharpWriter allocations)
    {
        var program = Pipeline.Run(Program.From(layout.Model), Pipeline.LogJacobian);
        if (!program.Steps.SelectMany(Dependence.Writes).Any(array => program.Arrays[array].Role == ArrayRole.Target))
        {
            return null;
        }

        var writer = new CSharpWriter();
        var known = "";
        if (KnownEmitter.Hoisted(program).Any())
        {
            var type = members.Unique("KnownOfJacobian");
            known = members.Unique("knownOfJacobian");
            fields.Line($"private readonly {type} {known};");
            allocations.Line($"{known} = new(data);");
            writer.Blank();
            KnownEmitter.Write(writer, layout, program, "the log-Jacobian", type);
        }

        var codes = new Dictionary<int, ArrayCode>();
        var hoisted = KnownEmitter.Names(program);
        var scope = new MethodScope(
            program, array => codes.TryGetValue(array, out var code) ? code : KnownEmitter.Code(layout, program, hoisted, array, "data.", known + "."),
            size => "data." + layout.SizeMember(size), ["data", "known", known, "target", "position", "gradient"]);
        var (kernels, prologue, body) = (new Kernels(members), new CSharpWriter(), new CSharpWriter());
        var used = new HashSet<int>(KnownEmitter.Repeated(program).SelectMany(step => Dependence.Writes(step).Concat(Dependence.Reads(program.Graph, step))));
        used.UnionWith(used.Where(array => program.Arrays[array].Role == ArrayRole.Adjoint).Select(array => program.Arrays[array].Source).ToArray());
        foreach (var (array, offset) in Positions.Of(program).Entries(scope.Expressions).Where(entry => used.Contains(entry.Array)))
        {
            Workspace.Slice(program, scope, prologue, codes, array, offset, "position", "gradient");
        }

        Workspace.Write(program, scope, members, codes, fields, allocations, prologue);
        new BlockWriter(program, scope, body, kernels).Write(new Schedule(program, LogDensityEmitter.InLanes(program.Graph)).Fused([.. KnownEmitter.Repeated(program)]));
        kernels.AlignStack(prologue, scope);
        kernels.WriteLaneFields(fields, allocations);
        writer.Blank();
        using (writer.Block("public double LogJacobian(ReadOnlySpan<double> position, Span<double> gradient)"))
        {
            writer.Line("gradient.Clear();").Line(prologue.ToString());
            var isRepeated = KnownEmitter.Repeated(program).SelectMany(Dependence.Writes).Any(array => program.Arrays[array].Role == ArrayRole.Target);
            writer.Line(isRepeated ? "double target;" : "const double target = 0.0;").Line(body.ToString()).Line("return target;");
        }

        kernels.Write(writer);
        return writer;
    }
}
