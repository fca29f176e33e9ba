using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Models;
using Gen.Optimization;

namespace Gen;

/// <summary>Why a search for a decision ended, in the words of the decision.</summary>
internal sealed class OutcomeText(DecisionPoint decisions, double[] lower, double[] upper, bool maximize)
{
    private const int Named = 5;

    private readonly string improves = maximize ? "raises" : "lowers";

    /// <summary>A sentence on the end of the search, one on its kinks and one on the bounds at which the decision lies.</summary>
    /// <param name="result">How the search ended.</param>
    /// <param name="kinks">The kinks there, with slopes of the utility by the decision.</param>
    /// <param name="point">The decision.</param>
    public string Of(OptimizationResult result, IReadOnlyList<Kink> kinks, double[] point)
    {
        List<string> held = [.. Enumerable.Range(0, decisions.Count).SelectMany(part => Held(part, point))];
        return string.Join(' ', [kinks.Count > 0 ? Kinks(kinks) : End(result, held.Count > 0), .. held]);
    }

    private string End(OptimizationResult result, bool isHeld) => result.End switch
    {
        OptimizationEnd.Stationary => $"no small change{(isHeld ? " within the bounds" : "")} {improves} the expected utility.",
        OptimizationEnd.SmallReduction => $"further steps hardly {(maximize ? "raise" : "lower")} the expected utility.",
        OptimizationEnd.RoundingError => $"further steps would {(maximize ? "raise" : "lower")} the expected utility by less than its rounding error.",
        OptimizationEnd.NoProgress => $"no step along the slope {improves} the expected utility, though it is not level: rounding error, or values and slopes disagree{(lower.Length > 1 ? ", or a kink that no element alone shows" : "")}.",
        OptimizationEnd.Unbounded => $"the expected utility still {(maximize ? "rises" : "falls")} where the decision has become enormous; it may need bounds.",
        _ => result.Message,
    };

    private string Kinks(IReadOnlyList<Kink> kinks)
    {
        string Change(Kink kink) => string.Create(CultureInfo.InvariantCulture, $"from {Signed(kink.Below)} to {Signed(kink.Above)}");
        if (Enumerable.Range(0, lower.Length).Count(i => lower[i] < upper[i]) == 1)
            return $"a kink, where the slope changes {Change(kinks[0])}.";

        var shown = string.Join(", ", kinks.Take(Named).Select(kink => $"by {decisions.Label(kink.Variable)} {Change(kink)}"));
        var more = kinks.Count > Named ? $" and at {kinks.Count - Named} more elements" : "";
        return $"{(kinks.Count == 1 ? "a kink" : "kinks")}, where the slope changes {shown}{more}. "
            + $"No change of one element alone {improves} the expected utility; changes of several at once were not tried there.";
    }

    /// <summary>A sentence for each end of bounds at which elements of a decision lie.</summary>
    private IEnumerable<string> Held(int part, double[] point)
    {
        var (_, first, length) = decisions.Part(part);
        foreach (var (ends, side) in new[] { (lower, "lower"), (upper, "upper") })
        {
            // Where both ends coincide the caller has decided.
            int[] held = [.. Enumerable.Range(first, length).Where(i => point[i] == ends[i] && lower[i] < upper[i])];
            if (held.Length > 0)
                yield return Sentence(held, length, ends, side);
        }
    }

    private string Sentence(int[] held, int length, double[] ends, string side)
    {
        var names = string.Join(", ", held.Take(Named).Select(decisions.Label));
        var more = held.Length > Named ? $" and {held.Length - Named} more" : "";
        var count = held.Length > 1 ? $" ({held.Length} of {length} elements)" : "";
        var bound = held.All(i => ends[i] == ends[held[0]]) ? $" {Numbers.Text(ends[held[0]])}" : "";
        return $"{names}{more} {(held.Length == 1 ? "is at its" : "are at their")} {side} bound{(held.Length > 1 && bound.Length == 0 ? "s" : "")}{bound}{count}.";
    }

    private static string Signed(double slope) =>
        (slope > 0 ? "+" : slope < 0 ? "−" : "") + Numbers.Text(Math.Abs(slope));
}
