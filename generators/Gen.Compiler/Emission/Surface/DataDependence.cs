using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission.Surface;

/// <summary>On the values of which data it depends how something is drawn: what was drawn or given before follows nothing that a prediction replaces.</summary>
internal sealed class DataDependence
{
    private readonly Model model;
    private readonly SimulatedData data;
    private readonly int[] observed;
    private readonly Step[] computing;
    private readonly SampleStep[] draws;

    public DataDependence(Model model)
    {
        this.model = model;
        data = SimulatedData.Of(model);
        observed = [.. Quantities.Observed(model)];
        HashSet<int> drawn = [.. observed.Select(data.Values)];
        Step[] steps = [.. Program.Flatten(data.Program.Steps)];
        computing = [.. steps.Where(step => step is AssignStep or CallStep && !Dependence.Writes(step).Any(drawn.Contains))];
        draws = [.. steps.OfType<SampleStep>()];
    }

    /// <summary>
    /// The data on whose values a latent's prior depends. Those whose own likelihood depends on the latent are no conditions that a prediction changes, but histories: a prior of the
    /// scale of what was observed, <c>Normal(Mean(y), Sd(y))</c>, stays as it was.
    /// </summary>
    public IReadOnlyList<string> OfPrior(int latent)
    {
        var leading = Leading(latent);
        var histories = observed.Where(array => Follows(data.Values(array), latent)).SelectMany(array => Likelihoods.Sources(model, array)).ToList();
        return [.. model.Parameters.Where(parameter => leading.Contains(parameter.Array) && !histories.Contains(parameter)).Select(parameter => parameter.Name)];
    }

    /// <summary>Whether the distribution of something drawn depends on a latent, by way of other latents or not.</summary>
    private bool Follows(int drawn, int latent)
    {
        var (leading, latents) = (Leading(drawn), Quantities.Latents(model).ToList());
        int before;
        do
        {
            before = leading.Count;
            leading.UnionWith(latents.Where(leading.Contains).SelectMany(Leading).ToArray());
        }
        while (leading.Count > before);
        return leading.Contains(latent);
    }

    /// <summary>The data on whose values the likelihood of something depends that is read by others, also by way of what is drawn in sequence with it.</summary>
    public IReadOnlyList<string> OfLikelihood(int array)
    {
        if (Readers(array).Count == 0)
        {
            return [];
        }

        var (own, leading) = (SourcesOf(array), Leading(data.Values(array)));
        int before;
        do
        {
            before = leading.Count;
            leading.UnionWith(observed.Select(data.Values).Where(leading.Contains).SelectMany(Leading).ToArray());
        }
        while (leading.Count > before);
        return [.. model.Parameters.Where(parameter => leading.Contains(parameter.Array) && !own.Contains(parameter)).Select(parameter => parameter.Name)];
    }

    /// <summary>What else is observed and drawn by something as it was given.</summary>
    public IReadOnlyList<string> Readers(int array)
    {
        var sources = SourcesOf(array);
        return [.. observed.Where(other => other != array && !SourcesOf(other).Any(sources.Contains) && sources.Any(source => Leading(data.Values(other)).Contains(source.Array)))
            .Select(other => model.Arrays[other].Name)];
    }

    private List<Parameter> SourcesOf(int array) => [.. Likelihoods.Sources(model, array).Where(parameter => parameter.IsObserved)];

    /// <summary>The arrays of which the distribution of something drawn is made; what is drawn itself leads no further.</summary>
    private HashSet<int> Leading(int drawn)
    {
        var graph = data.Program.Graph;
        var leading = Likelihoods.Closure(graph, computing, model.Prepared, draws.Where(step => step.Array == drawn).SelectMany(step => Dependence.Reads(graph, step)));
        leading.Remove(-1);
        return leading;
    }
}
