using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// The quantities of a model in the order in which their values stand one after another: latents in the order in which they are first
/// sampled, deterministics and what is generated in the order of the body, then data with a likelihood, given or derived, in the order in which they are first observed.
/// </summary>
public static class Quantities
{
    /// <summary>The arrays of a model's quantities.</summary>
    public static IReadOnlyList<int> Of(Model model) => [.. Latents(model), .. Deterministics(model), .. Observed(model)];

    /// <summary>The latents.</summary>
    public static IReadOnlyList<int> Latents(Model model) =>
        [.. Program.Flatten(model.Steps).OfType<SampleStep>().Select(step => step.Array).Where(array => model.Arrays[array].Role == ArrayRole.Latent).Distinct()];

    /// <summary>The deterministics, and what is generated.</summary>
    public static IReadOnlyList<int> Deterministics(Model model) =>
        [.. Program.Flatten(model.Steps).SelectMany(Writes).Where(array => model.Arrays[array].Role is ArrayRole.Deterministic or ArrayRole.Generated).Distinct()];

    /// <summary>Whether there are deterministics and others that are computed once the latents are known.</summary>
    public static bool AreGenerated(Model model)
    {
        var generated = Generated.Arrays(Program.From(model));
        return Deterministics(model).Any(generated.Contains);
    }

    /// <summary>What has a likelihood: parameters, and what the body derives of data.</summary>
    public static IReadOnlyList<int> Observed(Model model) => [.. Program.Flatten(model.Steps).OfType<ObserveStep>().Select(step => step.Array).Distinct()];

    private static IEnumerable<int> Writes(Step step) => step is LoopStep ? [] : Dependence.Writes(step);
}
