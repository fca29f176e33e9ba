using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen;

/// <summary>One element of a predicted quantity.</summary>
/// <param name="Name">The element, by its label.</param>
/// <param name="Prediction">The mean of its draws.</param>
/// <param name="Lower">The lower end of the equal-tailed interval.</param>
/// <param name="Upper">Its upper end.</param>
public sealed record PredictionRow(string Name, double Prediction, double Lower, double Upper)
{
    internal static PredictionRow Of(Draws draws, int element, double interval)
    {
        var tail = (1 - interval) / 2;
        var sorted = Quantiles.Sorted(draws.Element(element));
        return new PredictionRow(draws.Label(element), Moments.Mean(draws.Element(element)), Quantiles.OfSorted(sorted, tail), Quantiles.OfSorted(sorted, 1 - tail));
    }
}

/// <summary>
/// A predicted quantity, a row per element: for a quantity <c>y</c> the columns are <c>y_pred lower upper</c>, the mean of the draws and
/// an equal-tailed interval.
/// </summary>
public sealed class PredictionTable
{
    private const int Decimals = 3;

    private PredictionTable(string quantity, double interval, IReadOnlyList<PredictionRow> rows)
    {
        Quantity = quantity;
        Interval = interval;
        Rows = rows;
    }

    /// <summary>The predicted quantity's name.</summary>
    public string Quantity { get; }

    /// <summary>The probability within the interval.</summary>
    public double Interval { get; }

    /// <summary>A row per element, in the order of elements, unrounded.</summary>
    public IReadOnlyList<PredictionRow> Rows { get; }

    /// <summary>The row of an element, by its 0-based number.</summary>
    public PredictionRow this[int row] => Rows[row];

    /// <summary>All rows, rounded to three decimals. The row names are the elements' labels.</summary>
    public override string ToString()
    {
        var table = new TextTable(Rows.Select(row => row.Name));
        table.Add(Quantity + "_pred", Rows.Select(row => row.Prediction), Decimals);
        table.Add("lower", Rows.Select(row => row.Lower), Decimals);
        table.Add("upper", Rows.Select(row => row.Upper), Decimals);
        return table.ToString();
    }

    internal static PredictionTable Of(Draws draws, double interval)
    {
        if (!(interval is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(interval), interval, "The probability of an interval lies strictly between 0 and 1.");

        var rows = Enumerable.Range(0, draws.Size).Select(element => PredictionRow.Of(draws, element, interval)).ToArray();
        return new PredictionTable(draws.Name, interval, rows);
    }
}
