using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Quantities that are generated are drawn when the latents are known, so nothing that decides the log-density may depend on them.</summary>
internal static class GeneratedQuantities
{
    /// <summary>Reports the statements of the log-density that depend on a generated quantity.</summary>
    public static void Check(Draft draft, IReadOnlyList<Step> steps)
    {
        var generated = Arrays(draft, steps);
        foreach (var step in Program.Flatten(steps).Where(step => IsOfLogDensity(draft, step) && step.Site >= 0))
        {
            if (Dependence.Reads(draft.Graph, step).Where(generated.Contains).OrderBy(array => array).Select(array => Of(draft, steps, array)).FirstOrDefault() is { } name)
            {
                var statement = new ReadDiagnostic(Rules.GeneratedInModel, draft.Places[step.Site], [$"'{draft.Sites[step.Site].Text}'", name]);
                if (!draft.Diagnostics.Any(other => other.Rule == statement.Rule && other.Location.Equals(statement.Location)))
                {
                    draft.Diagnostics.Add(statement);
                }
            }
        }
    }

    /// <summary>The name of a generated quantity that an array is or depends on, or null.</summary>
    public static string? Of(Draft draft, IReadOnlyList<Step> steps, int array)
    {
        if (!Arrays(draft, steps).Contains(array))
        {
            return null;
        }

        // The nearest one that leads to it.
        HashSet<int> reached = [array];
        while (!reached.Any(IsGenerated))
        {
            reached = [.. Program.Flatten(steps).Where(step => step is AssignStep or CallStep && Dependence.Writes(step).Any(reached.Contains))
                .SelectMany(step => Dependence.Reads(draft.Graph, step)).Concat(reached)];
        }

        return draft.Arrays[reached.Where(IsGenerated).Min()].Name;

        bool IsGenerated(int index) => draft.Arrays[index].Role == ArrayRole.Generated;
    }

    private static HashSet<int> Arrays(Draft draft, IReadOnlyList<Step> steps) =>
        Generated.Arrays(draft.Graph, [.. draft.Arrays.Select(array => array.Role)], steps);

    private static bool IsOfLogDensity(Draft draft, Step step) =>
        step is ObserveStep or PotentialStep || (step is SampleStep sample && draft.Arrays[sample.Array].Role == ArrayRole.Latent);
}
