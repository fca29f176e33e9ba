using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Reading;

/// <summary>Latents whose priors depend on data that an objective decides: their draws are those for the data that were given, whatever is decided.</summary>
internal static class DecidedPriors
{
    /// <summary>A latent that leads to a quantity, by way of others and of what is computed, and the decided data on which its prior depends; null where there is none.</summary>
    public static (int Latent, int Data)? Of(Draft draft, IReadOnlyList<Step> steps, int quantity, HashSet<int> decided)
    {
        SampleStep[] draws = [.. Program.Flatten(steps).OfType<SampleStep>()];
        HashSet<int> Leading(IEnumerable<int> arrays) => Likelihoods.Closure(draft.Graph, steps, draft.Prepared, arrays);
        IEnumerable<int> Reads(int drawn) => draws.Where(step => step.Array == drawn).SelectMany(step => Dependence.Reads(draft.Graph, step));
        HashSet<int> seen = [];
        int[] open = [quantity];
        while (open.Length > 0)
        {
            var leading = Leading(open);
            int[] drawn = [.. draws.Select(step => step.Array).Where(array => leading.Contains(array) && seen.Add(array))];
            foreach (var latent in drawn.Where(array => draft.Arrays[array].Role == ArrayRole.Latent))
            {
                if (Leading(Reads(latent)).Where(decided.Contains).Prepend(-1).Last() is >= 0 and var data)
                {
                    return (latent, data);
                }
            }

            open = [.. drawn.SelectMany(Reads)];
        }

        return null;
    }
}
