using System.Collections.Generic;
using System.Linq;

namespace Gen;

/// <summary>Draws of several quantities as text: a row per element, its mean and an equal-tailed interval, of long quantities only the ends.</summary>
internal static class DrawsText
{
    private const double Interval = 0.95;
    private const int Decimals = 3;

    // As many as a summary shows.
    private static readonly int RowsPerQuantity = SummaryOptions.Default.RowsPerQuantity;

    public static string Of(IReadOnlyList<Draws> quantities)
    {
        var count = quantities.Select(quantity => quantity.Count).DefaultIfEmpty(0).Max();
        if (count == 0)
            return "no draws";
        var rows = new List<PredictionRow>();
        var remarks = new List<(int Row, string Text)>();
        foreach (var quantity in quantities)
        {
            var (head, tail) = quantity.Size <= RowsPerQuantity ? (quantity.Size, 0) : (RowsPerQuantity / 2, RowsPerQuantity / 2);
            rows.AddRange(Enumerable.Range(0, head).Select(element => PredictionRow.Of(quantity, element, Interval)));
            if (tail > 0)
                remarks.Add((rows.Count, $"… ({quantity.Size - head - tail} more rows of {quantity.Name})"));
            rows.AddRange(Enumerable.Range(quantity.Size - tail, tail).Select(element => PredictionRow.Of(quantity, element, Interval)));
        }

        var table = new TextTable(rows.Select(row => row.Name));
        table.Add("mean", rows.Select(row => row.Prediction), Decimals);
        table.Add("lower", rows.Select(row => row.Lower), Decimals);
        table.Add("upper", rows.Select(row => row.Upper), Decimals);
        foreach (var (row, text) in remarks)
            table.RemarkBefore(row, text);
        return $"{count} draws, with the ends of the interval that holds {100 * Interval:F0} % of them\n{table}";
    }
}
