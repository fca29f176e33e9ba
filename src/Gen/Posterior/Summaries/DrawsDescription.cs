using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen;

/// <summary>Draws of one quantity in words: mean, standard deviation and the interval of the summary, of many elements for the first.</summary>
internal static class DrawsDescription
{
    private const int Shown = 5;

    // From there on three decimals say less than three digits, or more than a reader wants.
    private const double Small = 0.01, Large = 1e9;

    /// <summary>The description, with every number in <paramref name="format"/>, or in the decimals of a summary where there is none.</summary>
    public static string Of(Draws draws, string? format, IFormatProvider provider)
    {
        var count = $"{draws.Chains} {(draws.Chains == 1 ? "chain" : "chains")} × {draws.DrawsPerChain} draws";
        if (draws is ScalarDraws)
            return draws.Count == 0 ? $"{draws.Name}: no draws" : $"{Line(draws, 0, format, provider)} ({count})";
        if (draws.Count == 0 || draws.Size == 0)
            return $"{draws.Name}: {Shape(draws)}{(draws.Size == 0 ? "" : ", no draws")}";

        List<string> lines = [$"{draws.Name}: {Shape(draws)} ({count})"];
        lines.AddRange(Enumerable.Range(0, Math.Min(draws.Size, Shown)).Select(element => "  " + Line(draws, element, format, provider)));
        if (draws.Size > Shown)
            lines.Add($"  … ({draws.Size - Shown} more)");
        return string.Join('\n', lines);
    }

    private static string Line(Draws draws, int element, string? format, IFormatProvider provider)
    {
        var values = draws.Element(element);
        var probability = SummaryOptions.Default.HdiProbability;
        var (lower, upper) = HighestDensityInterval.Of(values, probability);
        string Text(double value) => value.ToString(format ?? (Math.Abs(value) is 0 or (>= Small and < Large) || !double.IsFinite(value) ? "F3" : "G4"), provider);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{draws.Label(element)}: mean {Text(Moments.Mean(values))}, sd {Text(Moments.Sd(values))}, {100 * probability:0.##} % hdi {Text(lower)} to {Text(upper)}");
    }

    private static string Shape(Draws draws) => draws is MatrixDraws matrix
        ? $"{matrix.Rows.Length} × {matrix.Columns.Length}"
        : draws.Size == 1 ? "1 element" : $"{draws.Size} elements";
}
