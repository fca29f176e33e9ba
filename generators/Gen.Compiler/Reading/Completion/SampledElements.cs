using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>
/// Latents that are sampled element by element: an element that no statement samples would be one without a prior. What statements alone tell is refused
/// here; what data decide, when the model is constructed.
/// </summary>
internal static class SampledElements
{
    public static void Check(Draft draft, IReadOnlyList<Step> steps)
    {
        if (draft.Diagnostics.Count > 0)
        {
            // A statement that was refused may be the one that samples them.
            return;
        }

        var samples = Program.Flatten(steps).OfType<SampleStep>().ToLookup(sample => sample.Array, sample => sample.Indices);
        foreach (var places in samples)
        {
            var array = draft.Arrays[places.Key];
            var coverage = new ArrayCoverage(draft.Graph, array.Extents.Select(draft.Graph.Id).ToEquatableArray(), places);
            if (array is { Role: ArrayRole.Latent, Location: not null } && !coverage.IsComplete && Reason(draft, coverage, places) is { } reason)
            {
                draft.Diagnostics.Add(new(Rules.SampledInPart, array.Location, [array.Name, reason]));
            }
        }
    }

    private static string? Reason(Draft draft, ArrayCoverage coverage, IEnumerable<EquatableArray<int>> places) =>
        coverage.MissesFirst ? "no statement samples its first element"
        : coverage.MissesLast ? "no statement samples its last element"
        : places.SelectMany(place => place).All(index => PlainData.Is(draft.Graph, array => draft.Arrays[array].Role, index)) ? null
        : "which of its elements are sampled cannot be told";
}
