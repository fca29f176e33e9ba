using System;

namespace Gen;

/// <summary>Chains cut in halves, so that a chain that drifts disagrees with itself.</summary>
internal static class SplitChains
{
    /// <summary>
    /// The 2 × <paramref name="chains"/> half-chains, chain-major. Of an odd number of draws the middle one is left out; an even number needs
    /// no copy, because two halves already lie one after the other.
    /// </summary>
    public static ReadOnlySpan<double> Of(ReadOnlySpan<double> values, int chains)
    {
        var length = values.Length / chains;
        if (length % 2 == 0)
            return values;

        var half = length / 2;
        var halves = new double[2 * half * chains];
        for (var c = 0; c < chains; c++)
        {
            values.Slice(c * length, half).CopyTo(halves.AsSpan(2 * c * half));
            values.Slice((c + 1) * length - half, half).CopyTo(halves.AsSpan((2 * c + 1) * half));
        }

        return halves;
    }

    /// <summary>Whether a diagnostic is defined: enough draws in a chain, and every one finite.</summary>
    public static bool AreDiagnosable(ReadOnlySpan<double> values, int chains, int leastChains)
    {
        if (chains < leastChains || values.Length / chains < LeastDraws)
            return false;

        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }

    // ArviZ and posterior: fewer draws in a chain have no diagnostics.
    private const int LeastDraws = 4;
}
