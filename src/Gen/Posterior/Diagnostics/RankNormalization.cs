using System;
using MathNet.Numerics;

namespace Gen;

/// <summary>Draws replaced by the normal scores of their ranks over all chains, which makes diagnostics hold for heavy tails too.</summary>
/// <remarks>
/// Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization, folding, and localization", Bayesian Analysis 16:
/// z = Φ⁻¹((r − 3/8) / (S + 1/4)) with average ranks r of S draws (Blom's offset).
/// </remarks>
internal static class RankNormalization
{
    // The scores of whole ranks depend on the number of draws alone, which is one number for all quantities of a posterior.
    private static double[] wholeScores = [];

    /// <summary>The normal scores of <paramref name="values"/>, in their order.</summary>
    public static double[] Scores(ReadOnlySpan<double> values) => Scores(SortedDraws.Of(values));

    /// <summary>The normal scores of draws in their original order.</summary>
    public static double[] Scores(SortedDraws draws)
    {
        var sorted = draws.Values;
        var size = sorted.Length;
        var whole = WholeScores(size);
        var scores = new double[size];
        for (var first = 0; first < size;)
        {
            var last = first;
            while (last + 1 < size && sorted[last + 1] == sorted[first])
                last++;

            // Ranks count from one, so the average rank of a tie is 1 + (first + last)/2.
            var twice = first + last;
            var score = twice % 2 == 0 ? whole[twice / 2] : Score(1 + 0.5 * twice, size);
            for (var i = first; i <= last; i++)
                scores[draws.Order[i]] = score;
            first = last + 1;
        }

        return scores;
    }

    private static double[] WholeScores(int size)
    {
        var scores = wholeScores;
        if (scores.Length == size)
            return scores;

        scores = new double[size];
        for (var i = 0; i < size; i++)
            scores[i] = Score(i + 1, size);
        return wholeScores = scores;
    }

    private static double Score(double rank, int size) => -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * (rank - 0.375) / (size + 0.25));
}
