using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Gen;

/// <summary>
/// A posterior in ArviZ's columns, <c>mean sd hdi_3% hdi_97% mcse_mean mcse_sd ess_bulk ess_tail r_hat</c>, with the warnings that a reader
/// must not miss. Rows are objects too: <c>posterior.Summary()["b"].Mean</c>.
/// </summary>
/// <remarks>
/// <see cref="ToString"/> rounds as ArviZ 0.x does: three decimals, <c>r_hat</c> two, effective sample sizes none (<c>5721.0</c>), and lays
/// columns out as pandas does. Numbers below 10¹⁵ are printed without an exponent. Unless it is asked for by name, a vector or matrix of
/// more than <see cref="SummaryOptions.RowsPerQuantity"/> elements is printed in part; <see cref="Rows"/> and the warnings cover all of it.
/// </remarks>
public sealed class SummaryTable
{
    private readonly SummaryOptions options;
    private readonly Dictionary<string, SummaryRow> byName;
    private readonly List<(int First, int Count, string Quantity)> elided;

    private SummaryTable(
        IReadOnlyList<SummaryRow> rows, IReadOnlyList<string> warnings, SummaryOptions options, List<(int First, int Count, string Quantity)> elided)
    {
        Rows = rows;
        Warnings = warnings;
        this.options = options;
        this.elided = elided;
        byName = new Dictionary<string, SummaryRow>(StringComparer.Ordinal);
        foreach (var row in rows)
            byName[row.Name] = row;
    }

    /// <summary>A row per element of every quantity, unrounded, none left out.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>What was wrong with the run, the gravest first; empty when nothing was found.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The row of an element, by its label.</summary>
    /// <exception cref="KeyNotFoundException">There is no such row; the message lists rows there are.</exception>
    public SummaryRow this[string name] => byName.TryGetValue(name, out var row) ? row : throw new KeyNotFoundException(
        $"The summary has no row '{name}'; it has {string.Join(", ", Rows.Take(20).Select(each => each.Name))}{(Rows.Count > 20 ? ", …" : "")}.");

    /// <summary>The table, then the warnings, a line each.</summary>
    public override string ToString()
    {
        var hidden = new HashSet<int>(elided.SelectMany(part => Enumerable.Range(part.First, part.Count)));
        var shown = Enumerable.Range(0, Rows.Count).Where(row => !hidden.Contains(row)).ToList();
        var table = new TextTable(shown.Select(row => Rows[row].Name));
        void Column(string heading, Func<SummaryRow, double> value, int decimals) => table.Add(heading, shown.Select(row => value(Rows[row])), decimals);

        var tail = 50 * (1 - options.HdiProbability);
        Column("mean", row => row.Mean, options.Decimals);
        Column("sd", row => row.Sd, options.Decimals);
        Column($"hdi_{Percent(tail)}%", row => row.HdiLower, options.Decimals);
        Column($"hdi_{Percent(100 - tail)}%", row => row.HdiUpper, options.Decimals);
        Column("mcse_mean", row => row.McseMean, options.Decimals);
        Column("mcse_sd", row => row.McseSd, options.Decimals);
        Column("ess_bulk", row => row.EssBulk, 0);
        Column("ess_tail", row => row.EssTail, 0);
        Column("r_hat", row => row.Rhat, 2);
        foreach (var part in elided)
            table.RemarkBefore(shown.IndexOf(part.First + part.Count), $"… ({part.Count} more rows: Summary(\"{part.Quantity}\"))");

        var text = new StringBuilder(table.ToString());
        if (Warnings.Count > 0)
            text.Append('\n');
        foreach (var warning in Warnings)
            text.Append(warning).Append('\n');
        return text.ToString();
    }

    internal static SummaryTable Of(
        IReadOnlyList<(Draws Quantity, int First, int Count)> selection, SampleStatistics statistics, SummaryOptions options, bool elide)
    {
        var elements = selection.SelectMany(part => Enumerable.Range(part.First, part.Count).Select(element => (part.Quantity, element))).ToArray();
        var rows = new SummaryRow[elements.Length];
        Parallel.For(0, rows.Length, i =>
        {
            var (quantity, element) = elements[i];
            rows[i] = SummaryRow.Of(quantity.Label(element), quantity.Element(element), quantity.Chains, options.HdiProbability);
        });

        return new SummaryTable(rows, SamplingWarnings.Of(statistics, rows), options, elide ? Elided(selection, options.RowsPerQuantity) : []);
    }

    /// <summary>The rows between the first and the last of every long quantity.</summary>
    private static List<(int First, int Count, string Quantity)> Elided(IReadOnlyList<(Draws Quantity, int First, int Count)> selection, int shown)
    {
        shown = Math.Max(shown, 2);
        var parts = new List<(int First, int Count, string Quantity)>();
        var start = 0;
        foreach (var (quantity, _, count) in selection)
        {
            if (count > shown)
                parts.Add((start + (shown + 1) / 2, count - shown, quantity.Name));
            start += count;
        }

        return parts;
    }

    private static string Percent(double value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
