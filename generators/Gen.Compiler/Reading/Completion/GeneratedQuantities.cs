using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// What is generated is drawn or looked up when the latents are known, so nothing that decides the log-density may depend on it, and it follows no decision.
/// </summary>
internal static class GeneratedQuantities
{
    /// <summary>Reports the statements of the log-density that depend on something generated, or look something up at an index of latents.</summary>
    public static void Check(Draft draft, IReadOnlyList<Step> steps)
    {
        ArrayRole[] roles = [.. draft.Arrays.Select(array => array.Role)];
        var generated = Generated.Arrays(draft.Graph, roles, steps);
        var lookups = Lookups.Of(draft.Graph, roles, steps);
        foreach (var step in Program.Flatten(steps).Where(step => IsOfLogDensity(draft, step)))
        {
            var reads = Dependence.Reads(draft.Graph, step);
            if (!reads.Overlaps(generated) && lookups?.IsIn(step) != true)
            {
                continue;
            }

            var (arrays, sites) = Sources(draft, steps, reads, step.Site);
            var name = arrays.Where(array => draft.Arrays[array].Role == ArrayRole.Generated).OrderBy(array => array).Select(array => draft.Arrays[array].Name).FirstOrDefault();
            Add(draft, name is not null ? new(Rules.GeneratedInModel, draft.Places[step.Site], [$"'{draft.Sites[step.Site].Text}'", name])
                : draft.Lookups.OrderByDescending(lookup => sites.Contains(lookup.Site)).Select(lookup => lookup.Diagnostic).FirstOrDefault()
                    ?? new(Rules.IndexOnLatents, draft.Places[step.Site], [$"'{draft.Sites[step.Site].Text}'", "latents"]));
        }
    }

    /// <summary>What an array is computed or drawn from, latents apart, if it is generated, looked up or computed from such; nothing for any other.</summary>
    public static IReadOnlyCollection<int> SourcesOf(Draft draft, IReadOnlyList<Step> steps, int array)
    {
        if (!Generated.Arrays(draft.Graph, [.. draft.Arrays.Select(draft => draft.Role)], steps).Contains(array))
        {
            return [];
        }

        Step[] drawing = [.. Program.Flatten(steps).Where(step => step is SampleStep sample && draft.Arrays[sample.Array].Role == ArrayRole.Generated)];
        HashSet<int> reached = [array];
        int before;
        do
        {
            before = reached.Count;
            reached.UnionWith(drawing.Where(step => Dependence.Writes(step).Any(reached.Contains)).SelectMany(step => Dependence.Reads(draft.Graph, step)).ToList());
            foreach (var prepared in draft.Prepared.Where(prepared => reached.Contains(prepared.Array)))
            {
                reached.UnionWith(prepared.Steps.SelectMany(step => Dependence.Reads(draft.Graph, step)).Concat(prepared.Call?.Arguments.Select(argument => argument.Array) ?? []).Where(source => source >= 0));
            }

            reached = Sources(draft, steps, reached, site: -1).Arrays;
        }
        while (reached.Count > before);
        return reached;
    }

    /// <summary>Whether a statement is a term of the log-density.</summary>
    public static bool IsOfLogDensity(Draft draft, Step step) =>
        step is ObserveStep or PotentialStep || (step is SampleStep sample && draft.Arrays[sample.Array].Role == ArrayRole.Latent);

    /// <summary>The arrays that lead to some, themselves included, and the statements that compute them.</summary>
    private static (HashSet<int> Arrays, HashSet<int> Sites) Sources(Draft draft, IReadOnlyList<Step> steps, IEnumerable<int> arrays, int site)
    {
        var (reached, sites) = (new HashSet<int>(arrays), new HashSet<int> { site });
        Step[] computing = [.. Program.Flatten(steps).Where(step => step is AssignStep or CallStep)];
        int before;
        do
        {
            before = reached.Count;
            foreach (var step in computing.Where(step => Dependence.Writes(step).Any(reached.Contains)))
            {
                sites.Add(step.Site);
                reached.UnionWith(Dependence.Reads(draft.Graph, step));
            }
        }
        while (reached.Count > before);
        return (reached, sites);
    }

    private static void Add(Draft draft, ReadDiagnostic diagnostic)
    {
        if (!draft.Diagnostics.Any(other => other.Rule == diagnostic.Rule && other.Location.Equals(diagnostic.Location)))
        {
            draft.Diagnostics.Add(diagnostic);
        }
    }
}
