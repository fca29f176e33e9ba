using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>What sampling gives: the typed posterior, and the typed predictions that it makes.</summary>
internal static class PosteriorEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        var type = surface.Type;
        writer.Blank().Line($"/// <summary>The posterior of <see cref=\"{type}\"/>: the draws of its quantities, and what can be done with them.</summary>").Line(SurfaceModel.GeneratedCode);
        using (writer.Block("public sealed class Posterior : global::Gen.ModelPosterior"))
        {
            using (writer.Block(
                $"internal Posterior({type} model, global::System.Collections.Generic.IReadOnlyList<global::Gen.Draws> quantities, global::Gen.SampleStatistics statistics)"
                + "\n    : base(quantities, statistics)"))
            {
                writer.Line("Model = model;");
            }

            writer.Blank().Doc("The model that was sampled.").Line($"public {type} Model {{ get; }}");
            Members(writer, surface, surface.Quantities.Where(quantity => quantity.Kind != SurfaceQuantityKind.Observed), first: 0);
            if (surface.Predicts)
            {
                Predictive(writer, surface);
            }

            foreach (var objective in surface.Objectives)
            {
                ObjectiveEmitter.WriteEntry(writer, surface, objective);
            }
        }

        if (surface.Predicts)
        {
            writer.Blank().Doc("Draws of what the posterior predicts: the deterministics, and the data as they might be observed again.").Line(SurfaceModel.GeneratedCode);
            using (writer.Block("public sealed class Predictions : global::Gen.ModelPredictions"))
            {
                using (writer.Block("internal Predictions(global::System.Collections.Generic.IReadOnlyList<global::Gen.Draws> quantities)\n    : base(quantities)"))
                {
                }

                Members(writer, surface, surface.Deterministics.Concat(surface.Observed), first: 0);
            }
        }

        writer.Blank().Doc("Draws of all quantities before anything was observed.").Line(SurfaceModel.GeneratedCode);
        using (writer.Block("public sealed class PriorPredictive : global::Gen.ModelPredictions"))
        {
            using (writer.Block("internal PriorPredictive(global::System.Collections.Generic.IReadOnlyList<global::Gen.Draws> quantities)\n    : base(quantities)"))
            {
            }

            Members(writer, surface, surface.Quantities, first: 0);
        }
    }

    private static void Members(CSharpWriter writer, SurfaceModel surface, IEnumerable<SurfaceQuantity> quantities, int first)
    {
        foreach (var quantity in quantities)
        {
            writer.Blank().Line($"/// <summary><c>{Xml(surface.Statement(quantity))}</c></summary>")
                .Line($"{SurfaceModel.Remarks(quantity)}public {quantity.DrawsType} {quantity.Member} => ({quantity.DrawsType})Quantities[{Number(first++)}];");
        }
    }

    private static void Predictive(CSharpWriter writer, SurfaceModel surface)
    {
        writer.Blank()
            .Doc("Simulates the data that were observed once more for every draw, to be compared with them.")
            .Line("/// <param name=\"seed\">The seed: the same seed gives the same predictions.</param>")
            .Line("public Predictions PosteriorPredictive(long seed = 0) => new(Model.Compiled.DrawPredictions(this, seed));");

        // Data with a likelihood are drawn; what else reads them needs those that are given, or a history.
        var inputs = surface.Model.Parameters.Where(parameter => !parameter.IsObserved || surface.IsReadElsewhere(parameter)).ToList();
        var names = inputs.Select(parameter => parameter.Name).ToList();
        var seed = SurfaceNames.Unique("seed", names);
        writer.Blank().Doc("Predicts under other data, of whatever length, for every draw; data that are left out stay as they are.");
        foreach (var parameter in inputs)
        {
            var history = parameter.IsObserved ? " They are drawn; those that are given are what the model reads of them elsewhere, such as a history." : "";
            writer.Doc($"Data: {surface.Describe(parameter)}.{history}", $"param name=\"{parameter.Name}\"");
        }

        var arguments = surface.Model.Parameters.Select(parameter => (inputs.Contains(parameter) ? Identifier(parameter.Name) + " ?? " : "") + Kept(surface, parameter));
        writer.Line($"/// <param name=\"{seed}\">The seed: the same seed gives the same predictions.</param>")
            .Line($"public Predictions Predict({string.Concat(inputs.Select(parameter => VerbsEmitter.Optional(surface, parameter)))}long {seed} = 0)");
        using (writer.Block(""))
        {
            foreach (var (kept, dimension, untold, other, otherDimension) in surface.Followers())
            {
                string Extent(Parameter parameter, int d) => parameter.Type == ParameterType.Dim ? ".Length" : PreparationEmitter.Extent(parameter.Type, d);
                var words = $"{Text(kept.Name)}, \"{DataEmitter.Unit(kept, dimension)}\", this.Model.{surface.Held(kept)}!{Extent(kept, dimension)}, {Text(untold.Parameter.Name)}, \"{DataEmitter.Unit(untold.Parameter, untold.Dimension)}\"";
                writer.Line($"global::Gen.Models.DataCheck.Kept({Text(surface.Model.Name.Type)}, {words}, {Text(other.Name)}, {Identifier(other.Name)}?{Extent(other, otherDimension)});");
            }

            var model = Identifier(SurfaceNames.Unique("model", [.. names, seed]));
            writer.Line($"var {model} = new {surface.Type}({string.Concat(arguments.Select(argument => argument + ", "))}this.Model.Compiled.Interventions);")
                .Line($"return new({model}.Compiled.DrawPredictions(this, {seed}{Sampled(surface, inputs)}));");
        }
    }

    /// <summary>What is drawn by data that may be replaced is compared with the model that was sampled; of data with a likelihood, those count that are given.</summary>
    private static string Sampled(SurfaceModel surface, IReadOnlyList<Parameter> inputs)
    {
        if (surface.Quantities.All(quantity => quantity.DependsOn.Count == 0))
        {
            return "";
        }

        var read = surface.Quantities.Where(quantity => quantity.ReadBy.Count > 0).SelectMany(quantity => quantity.Sources).Where(inputs.Contains).Distinct();
        return ", this.Model.Compiled" + string.Concat(read.Select(parameter => $", {Identifier(parameter.Name)} is null ? null : {Text(parameter.Name)}"));
    }

    /// <summary>
    /// The model's own data, for a parameter that is left out. Those with a likelihood stay where they are read elsewhere and other data keep their lengths, and
    /// where nothing else tells how long they are.
    /// </summary>
    private static string Kept(SurfaceModel surface, Parameter parameter)
    {
        var own = "this.Model." + surface.Held(parameter);
        if (!parameter.IsObserved || !surface.IsDeterminedWithoutObserved)
        {
            return own;
        }

        return !surface.IsReadElsewhere(parameter) ? "null"
            : surface.LengthsOf(parameter) is { Length: > 0 } lengths ? $"({string.Join(" && ", lengths)} ? {own} : null)"
            : own;
    }
}
