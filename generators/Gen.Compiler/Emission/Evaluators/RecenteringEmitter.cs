using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes the methods by which a log-density's latents are sampled about other centres: those of <c>IRecentering</c>.</summary>
internal sealed class RecenteringEmitter(ModelLayout layout, Identifiers members, CSharpWriter fields, CSharpWriter allocations)
{
    private const string Position = "position", Centering = "centering", Coordinates = "coordinates", Locations = "locations", LogScales = "logScales", Slopes = "slopes", Gradient = "gradient";

    /// <summary>The methods, where the model has latents that tuning may recentre; otherwise null. What they need of the class is added to its fields.</summary>
    public static CSharpWriter? Methods(ModelLayout layout, Identifiers members, CSharpWriter fields, CSharpWriter allocations)
    {
        var model = Program.From(layout.Model);
        if (Recentering.Of(model, isPulled: false) is not { } recentering || Recentering.Of(Program.From(layout.Model), isPulled: true) is not { } pulled)
        {
            return null;
        }

        var (emitter, writer) = (new RecenteringEmitter(layout, members, fields, allocations), new CSharpWriter());
        emitter.Mark(writer, recentering);
        HashSet<int> results = [recentering.Target, .. recentering.Latents.SelectMany(latent => new[] { latent.Coordinate, latent.Location, latent.LogScale })];
        emitter.Method(
            writer, $"double Center(ReadOnlySpan<double> {Position}, ReadOnlySpan<double> {Centering}, Span<double> {Coordinates}, Span<double> {Locations}, Span<double> {LogScales})",
            recentering, Pipeline.Run(recentering.Program, Pipeline.Recentered(results.Contains)), isValue: true);
        emitter.Method(
            writer, $"void Pull(ReadOnlySpan<double> {Position}, ReadOnlySpan<double> {Centering}, ReadOnlySpan<double> {Slopes}, Span<double> {Gradient})",
            pulled, Pipeline.Run(pulled.Program, Pipeline.RecenteredSlopes(pulled.Target)), isValue: false);
        return writer;
    }

    private void Mark(CSharpWriter writer, Recentering recentering)
    {
        var program = recentering.Program;
        var scope = Scope(program, [], "");
        var offsets = Positions.Of(program).Entries(scope.Expressions).ToDictionary(entry => entry.Array, entry => entry.Offset);
        writer.Blank();
        using (writer.Block("public void Mark(Span<double> written)"))
        {
            foreach (var latent in recentering.Latents)
            {
                var (declaration, lambda) = (program.Arrays[latent.Position], latent.IsStandard ? 0 : 1);
                writer.Line(declaration.Rank == 0 ? $"written[{offsets[latent.Position]}] = {lambda};"
                    : $"written.Slice({offsets[latent.Position]}, {Length(scope, declaration)}).Fill({lambda});");
            }
        }
    }

    private void Method(CSharpWriter writer, string signature, Recentering recentering, Program program, bool isValue)
    {
        var codes = new Dictionary<int, ArrayCode>();
        var known = KnownEmitter.Hoisted(program).Any() ? Known(writer, program) : "";
        var scope = Scope(program, codes, known);
        var (kernels, prologue, body) = (new Kernels(members), new CSharpWriter(), new CSharpWriter());
        var used = new HashSet<int>(KnownEmitter.Repeated(program).SelectMany(step => Dependence.Writes(step).Concat(Dependence.Reads(program.Graph, step))));
        used.UnionWith(used.Where(array => program.Arrays[array].Role == ArrayRole.Adjoint).Select(array => program.Arrays[array].Source).ToArray());
        foreach (var (array, offset) in Positions.Of(program).Entries(scope.Expressions))
        {
            void Slice(int sliced, string point)
            {
                if (used.Contains(sliced))
                {
                    Workspace.Slice(program, scope, prologue, codes, sliced, offset, point, Gradient);
                }
            }

            Slice(array, Position);
            if (recentering.Latents.FirstOrDefault(latent => latent.Position == array) is { } own)
            {
                Slice(own.Centering, Centering);
                if (isValue)
                {
                    Slice(own.Coordinate, Coordinates);
                    Slice(own.Location, Locations);
                    Slice(own.LogScale, LogScales);
                }
                else
                {
                    Slice(own.Slope, Slopes);
                }
            }
        }

        Workspace.Write(program, scope, members, codes, fields, allocations, prologue);
        new BlockWriter(program, scope, body, kernels).Write(new Schedule(program, LogDensityEmitter.InLanes(program.Graph)).Fused([.. KnownEmitter.Repeated(program)]));
        kernels.AlignStack(prologue, scope);
        kernels.WriteLaneFields(fields, allocations);
        writer.Blank();
        using (writer.Block("public " + signature))
        {
            if (!isValue)
            {
                writer.Line($"{Gradient}.Clear();");
            }

            writer.Line(prologue.ToString());
            if (isValue)
            {
                writer.Line("double target;");
            }

            writer.Line(body.ToString());
            if (isValue)
            {
                writer.Line("return target;");
            }
        }

        kernels.Write(writer);
    }

    /// <summary>A class of what a method needs of data alone; returns the field that holds it.</summary>
    private string Known(CSharpWriter writer, Program program)
    {
        var (type, field) = (members.Unique("KnownOfCenters"), members.Unique("knownOfCenters"));
        fields.Line($"private readonly {type} {field};");
        allocations.Line($"{field} = new(data);");
        writer.Blank();
        KnownEmitter.Write(writer, layout, program, "the change of coordinates", type);
        return field;
    }

    private MethodScope Scope(Program program, Dictionary<int, ArrayCode> codes, string known)
    {
        var hoisted = KnownEmitter.Names(program);
        return new(
            program, array => codes.TryGetValue(array, out var code) ? code : KnownEmitter.Code(layout, program, hoisted, array, "data.", known + "."),
            size => "data." + layout.SizeMember(size), ["data", "known", known, "target", Position, Centering, Coordinates, Locations, LogScales, Slopes, Gradient]);
    }

    private static string Length(MethodScope scope, ArrayDeclaration declaration) =>
        string.Join(" * ", declaration.Extents.Select(extent => scope.Expressions.Address(extent, 3)));
}
