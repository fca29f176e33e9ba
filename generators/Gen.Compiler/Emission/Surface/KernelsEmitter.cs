using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>The seam to the kernels: a class that says what quantities there are and forwards to the generated functions.</summary>
internal static class KernelsEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        var model = surface.Model;
        var kernels = surface.Kernels;
        if (model.Refusal is not null)
        {
            writer.Blank().Line($"internal global::Gen.Models.CompiledModel Compiled => {SurfaceModel.Thrown(model.Name.Type, model.Refusal)};");
            return;
        }

        writer.Blank().Doc("The model as the runtime sees it: its quantities, and its kernels over the data.").Line(SurfaceModel.GeneratedCode);
        using var body = writer.Block("internal sealed class Kernels : global::Gen.Models.CompiledModel");

        writer.Line($"private readonly {surface.Type} model;").Blank();
        writer.Line("private static readonly global::Gen.TraceSite[] Statements =");
        using (writer.Block("", ";"))
        {
            for (var i = 0; i < model.Sites.Count; i++)
            {
                if (model.Sites[i] is { Kind: not SiteKind.Other } site)
                {
                    writer.Line($"new({Text(site.Name)}, global::Gen.TraceSiteKind.{site.Kind}, {Number(surface.Sources.Lines[i])}, {Text(site.Text)}{(surface.Sources.Ambiguous.Contains(i) ? ", IsAmbiguous: true" : "")}),");
                }
            }
        }

        writer.Blank();
        using (writer.Block(
            $"internal Kernels({surface.Type} model, global::Gen.Models.Interventions interventions)"
            + $"\n    : this(model, new {kernels}.Data({string.Join(", ", model.Parameters.Select(parameter => "model." + surface.Held(parameter)))}), interventions)"))
        {
        }

        writer.Blank().Line($"private Kernels({surface.Type} model, {kernels}.Data data, global::Gen.Models.Interventions interventions)");
        using (writer.Indent())
        {
            writer.Line(": base(");
            using (writer.Indent())
            {
                writer.Line($"{Text(model.Name.Type)}, interventions{(surface.Quantities.Count > 0 ? "," : ") => (this.model, Data) = (model, data);")}");
                for (var i = 0; i < surface.Quantities.Count; i++)
                {
                    writer.Line(Quantity(surface, surface.Quantities[i], i) + (i + 1 < surface.Quantities.Count ? "," : ") => (this.model, Data) = (model, data);"));
                }
            }
        }

        writer.Blank()
            .Line($"internal {kernels}.Data Data {{ get; }}")
            .Blank()
            .Line("protected override global::System.Collections.Generic.IReadOnlyList<global::Gen.TraceSite> Sites => Statements;")
            .Blank()
            .Line($"protected override global::Gen.Sampling.ILogDensity CreateKernel() => new {kernels}.LogDensity(Data);")
            .Blank()
            .Line($"protected override void Execute() => {surface.Global}.{Identifier(model.Name.Method)}({BodyArguments(surface)});")
            .Blank()
            .Line("protected override void Record(global::System.ReadOnlySpan<double> position, global::System.Span<double> values) =>")
            .Line($"    {kernels}.Recorder.Record(Data, position, values);")
            .Blank()
            .Line("protected override void Unconstrain(global::System.ReadOnlySpan<double> values, global::System.Span<double> position) =>")
            .Line($"    {kernels}.Recorder.Unconstrain(Data, values, position);")
            .Blank()
            .Line("protected override void Simulate(")
            .Line("    global::Gen.Numerics.RandomStream random, global::System.ReadOnlySpan<bool> given, global::System.Span<double> values) =>")
            .Line($"    {kernels}.Simulator.Run(Data, random, given, values);");
        if (model.Parameters.Count > 0)
        {
            writer.Blank();
            using (writer.Block("protected override void Digest(global::Gen.Models.DataDigest digest)"))
            {
                foreach (var parameter in model.Parameters)
                {
                    var member = parameter.Type == ParameterType.Dim ? surface.Layout.SizeMember(parameter.Sizes[0]) : surface.Layout.Names.Fields.Of(parameter.Array);
                    writer.Line($"digest.Add({Text(parameter.Name)}, Data.{member});");
                }
            }
        }

        if (SequenceEmitter.Of(model).Count > 0)
        {
            writer.Blank().Line("protected override int[]? Sequence(int quantity) => Data.Sequence(quantity);");
        }

        if (Quantities.AreGenerated(model))
        {
            writer.Blank()
                .Line("protected override bool Generates => true;")
                .Blank()
                .Line("protected override void Generate(global::Gen.Numerics.RandomStream random, global::System.Span<double> values) =>")
                .Line($"    {kernels}.Recorder.Generate(Data, random, values);");
        }
    }

    /// <summary>The data as the body takes them; what runs the body has seen to it that they are observed.</summary>
    private static string BodyArguments(SurfaceModel surface) =>
        string.Join(", ", surface.Model.Parameters.Select(parameter =>
            $"model.{surface.Property(parameter)}{(!parameter.IsObserved ? "" : SurfaceModel.IsValueType(parameter.Type) ? ".GetValueOrDefault()" : "!")}"));

    private static string IsGiven(SurfaceModel surface, SurfaceQuantity quantity) =>
        quantity.Sources.Count == 0 ? "true" : string.Join(" && ", quantity.Sources.Select(source => $"model.{surface.Held(source)} is not null"));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Text));

    private static string Quantity(SurfaceModel surface, SurfaceQuantity quantity, int index)
    {
        var model = surface.Model;
        var dims = quantity.Declaration.Dims;
        var labels = dims.Any(dim => dim >= 0)
            ? string.Concat(dims.Select(dim => dim >= 0 ? $", model.{surface.Property(model.Parameters[dim])}" : ", null")) : "";
        string[] properties =
        [
            .. quantity.IsRoot ? ["IsRoot = true"] : Array.Empty<string>(),
            .. quantity.EndsWithOthers ? ["EndsWithOthers = true"] : Array.Empty<string>(),
            .. quantity.IsBound ? [$"Coordinates = data.Coordinates({Number(index)})"] : Array.Empty<string>(),
            .. quantity.Kind == SurfaceQuantityKind.Observed ? [$"IsGiven = {IsGiven(surface, quantity)}"] : Array.Empty<string>(),
            .. quantity.IsDerived ? [$"Data = [{Names(quantity.Sources.Select(source => source.Name))}]"] : Array.Empty<string>(),
            .. quantity.DependsOn.Count > 0 ? [$"DependsOn = [{Names(quantity.DependsOn)}]"] : Array.Empty<string>(),
            .. quantity.ReadBy.Count > 0 ? [$"ReadBy = [{Names(quantity.ReadBy)}]"] : Array.Empty<string>(),
        ];
        var initializer = properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}";
        return $"new global::Gen.Models.Quantity({Text(quantity.Name)}, global::Gen.Models.QuantityKind.{quantity.Kind}, data.Shape({Number(index)}){labels}){initializer}";
    }
}
