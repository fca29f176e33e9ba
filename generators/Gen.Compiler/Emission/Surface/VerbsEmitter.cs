using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Compiler.Emission.CSharpWriter;

namespace Gen.Compiler.Emission.Surface;

/// <summary>
/// The verbs of a model. They are extension methods, because a member called <c>Sample</c> or <c>Observe</c> would hide the language's own
/// inside the body.
/// </summary>
internal static class VerbsEmitter
{
    public static void Write(CSharpWriter writer, SurfaceModel surface)
    {
        writer.Line($"/// <summary>What can be done with a <see cref=\"{surface.Path}\"/>. Models are immutable: what changes one returns another.</summary>")
            .Line(SurfaceModel.GeneratedCode);
        using var body = writer.Block($"{surface.Access}static class {Identifier(surface.Model.Name.Verbs)}");
        var parameters = surface.Model.Parameters;
        if (parameters.Count > 0)
        {
            Replace(writer, surface, "With", "The model with other data; those left out stay as they are.", [.. parameters], allRequired: false);
        }

        var observed = parameters.Where(parameter => parameter.IsObserved).ToList();
        if (observed.Count > 0)
        {
            var summary = observed.Count == 1 ? $"The model with '{observed[0].Name}' observed." : "The model with these data observed; those left out stay as they are.";
            Replace(writer, surface, "Observe", summary, observed, allRequired: observed.Count == 1);
        }

        Intervene(writer, surface);
        Simulate(writer, surface);
        Sample(writer, surface);
        Approximate(writer, surface);
    }

    /// <summary>A parameter that may be left out, with the comma after it.</summary>
    public static string Optional(SurfaceModel surface, Parameter parameter) => $"{surface.TypeName(parameter)}? {Identifier(parameter.Name)} = null, ";

    private static void Replace(CSharpWriter writer, SurfaceModel surface, string verb, string summary, IReadOnlyList<Parameter> replaced, bool allRequired)
    {
        var self = Identifier(SurfaceNames.Unique("model", replaced.Select(parameter => parameter.Name)));
        writer.Blank().Doc(summary).Doc("The model.", $"param name=\"{self}\"");
        foreach (var parameter in replaced)
        {
            writer.Doc($"Data: {surface.Describe(parameter)}.", $"param name=\"{parameter.Name}\"");
        }

        var inputs = string.Join(", ", replaced.Select(parameter =>
            allRequired ? $"{surface.TypeName(parameter)} {Identifier(parameter.Name)}" : Optional(surface, parameter).TrimEnd(',', ' ')));
        var arguments = surface.Model.Parameters.Select(parameter =>
        {
            var (name, own) = (Identifier(parameter.Name), $"{self}.{surface.Property(parameter)}");
            return !replaced.Contains(parameter) ? own
                : !allRequired ? $"{name} ?? {own}"
                : SurfaceModel.IsValueType(parameter.Type) ? name : $"{name} ?? throw new global::System.ArgumentNullException({Text(parameter.Name)})";
        });
        writer.Line($"public static {surface.Path} {verb}(this {surface.Path} {self}, {inputs}) =>")
            .Line($"    new({string.Join(", ", arguments)}, {self}.Compiled.Interventions);");
    }

    private static void Intervene(CSharpWriter writer, SurfaceModel surface)
    {
        var settable = surface.Latents.Concat(surface.Deterministics).ToList();
        if (settable.Count == 0)
        {
            return;
        }

        var self = Identifier(SurfaceNames.Unique("model", settable.Select(quantity => quantity.Name)));
        writer.Blank().Doc("The model with quantities set by hand (the do-operator): they no longer depend on what they were drawn or computed from.")
            .Doc("The model.", $"param name=\"{self}\"");
        foreach (var quantity in settable)
        {
            writer.Line($"/// <param name=\"{quantity.Name}\">A value instead of <c>{Xml(surface.Statement(quantity))}</c>.</param>");
        }

        var own = surface.Model.Parameters.Select(parameter => $"{self}.{surface.Property(parameter)}, ");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">A value has another shape than its quantity; the message names it.</exception>")
            .Line($"public static {surface.Path} Do(")
            .Line($"    this {surface.Path} {self}, {string.Join(", ", settable.Select(quantity => $"{SurfaceModel.TypeName(quantity.Type)}? {Identifier(quantity.Name)} = null"))}) =>")
            .Line($"    new({string.Concat(own)}{self}.Compiled.Interventions.With({string.Join(", ", settable.Select(quantity => $"({Text(quantity.Name)}, {Identifier(quantity.Name)})"))}));");
    }

    private static void Simulate(CSharpWriter writer, SurfaceModel surface)
    {
        var type = surface.Path;
        writer.Blank()
            .Doc("Simulates the model once: latents from their priors, then everything that depends on them.")
            .Doc("The model.", "param name=\"model\"")
            .Doc("The seed: the same seed gives the same simulation.", "param name=\"seed\"")
            .Line($"public static {type}.Simulation Draw(this {type} model, long seed = 0) => new(model.Compiled, model.Compiled.Draw(seed));")
            .Blank()
            .Doc("Simulates the model many times: what it holds to be possible before anything was observed.")
            .Doc("The model.", "param name=\"model\"")
            .Doc("The number of simulations.", "param name=\"draws\"")
            .Doc("The seed: the same seed gives the same simulations.", "param name=\"seed\"")
            .Line($"public static {type}.PriorPredictive PriorPredictive(this {type} model, int draws = 1000, long seed = 0) =>")
            .Line("    new(model.Compiled.DrawPrior(draws, seed));");
    }

    private static void Sample(CSharpWriter writer, SurfaceModel surface)
    {
        var type = surface.Path;
        const string Exceptions =
            "/// <exception cref=\"global::System.InvalidOperationException\">Data are not observed, or interventions leave no exact posterior.</exception>\n"
            + "/// <exception cref=\"global::Gen.SamplingException\">The log-density is not finite anywhere that a chain could start; the message names the statement.</exception>";
        writer.Blank()
            .Doc("Samples the posterior with the No-U-Turn sampler.")
            .Doc("The model.", "param name=\"model\"")
            .Doc("The number of kept draws of each chain.", "param name=\"draws\"")
            .Doc("The number of tuning draws of each chain before them.", "param name=\"tune\"")
            .Doc("The number of chains.", "param name=\"chains\"")
            .Doc("The seed: the same seed gives the same draws on any number of threads.", "param name=\"seed\"")
            .Line(Exceptions)
            .Line($"public static {type}.Posterior Sample(this {type} model, int draws = 1000, int tune = 1000, int chains = 4, long seed = 0) =>")
            .Line("    model.Sample(new global::Gen.SamplingOptions { Draws = draws, Tune = tune, Chains = chains, Seed = seed });")
            .Blank()
            .Doc("Samples the posterior with the No-U-Turn sampler, by options that also report progress and stop it.")
            .Doc("The model.", "param name=\"model\"")
            .Doc("How to sample.", "param name=\"options\"")
            .Line(Exceptions)
            .Line("/// <exception cref=\"global::Gen.CheckpointException\">The options' checkpoint is not one of this run, or cannot be read or, at the start, written; the message names the file.</exception>")
            .Line($"public static {type}.Posterior Sample(this {type} model, global::Gen.SamplingOptions options)");
        using (writer.Block(""))
        {
            writer.Line("var (quantities, statistics) = model.Compiled.Sample(options);")
                .Line("return new(model, quantities, statistics);");
        }
    }

    /// <summary>The other ways to a posterior: all but the mode end in draws of the same type.</summary>
    private static void Approximate(CSharpWriter writer, SurfaceModel surface)
    {
        var type = surface.Path;
        const string Posed = "/// <exception cref=\"global::System.InvalidOperationException\">Data are not observed, interventions leave no exact posterior, or there is no such approximation; the message says which.</exception>";
        const string Started = "/// <exception cref=\"global::Gen.SamplingException\">The log-density is not finite anywhere that a search could start.</exception>";
        CSharpWriter Begin(string summary, string options) => writer.Blank().Doc(summary).Doc("The model.", "param name=\"model\"").Doc(options, "param name=\"options\"");
        const string How = "Seed, number of starts, progress and cancellation; null for the defaults.";
        Begin("Finds where the posterior density of the latents, as they are written, is highest (maximum a posteriori), with standard errors by the curvature there.", How)
            .Line(Posed).Line(Started)
            .Line($"public static {type}.PosteriorMode Maximize(this {type} model, global::Gen.ApproximationOptions? options = null) => new(model.Compiled.Maximize(options));");
        foreach (var (verb, summary) in new[]
        {
            ("Laplace", "Approximates the posterior by the normal distribution, on the unconstrained scale, about its mode that is curved as it is there."),
            ("Pathfinder", "Approximates the posterior by normal distributions along paths to its modes, whose draws are weighted by importance (Pathfinder)."),
            ("Approximate", "Approximates the posterior by variational inference with fixed draws (deterministic ADVI) and a covariance by linear response, with the error that the fixed draws make."),
        })
        {
            Begin(summary, How).Line(Posed).Line(Started)
                .Line($"public static global::Gen.Approximation<{type}.Posterior> {verb}(this {type} model, global::Gen.ApproximationOptions? options = null) =>")
                .Line($"    new(model.Compiled.{verb}(options), (quantities, statistics) => new(model, quantities, statistics));");
        }

        writer.Blank()
            .Doc("The posterior of positions on the unconstrained scale that inference of one's own has drawn: those of the model's log-density.")
            .Doc("The model.", "param name=\"model\"")
            .Doc("The positions, one after another, chain after chain.", "param name=\"positions\"")
            .Doc("The number of chains that they are of.", "param name=\"chains\"")
            .Doc("The seed of what is generated.", "param name=\"seed\"")
            .Line("/// <exception cref=\"global::System.ArgumentException\">They do not divide into chains of positions.</exception>")
            .Line($"public static {type}.Posterior FromPositions(this {type} model, global::System.ReadOnlySpan<double> positions, int chains = 1, long seed = 0)");
        using (writer.Block(""))
        {
            writer.Line("var (quantities, statistics) = model.Compiled.RecordPositions(positions, chains, seed);")
                .Line("return new(model, quantities, statistics);");
        }
    }
}
