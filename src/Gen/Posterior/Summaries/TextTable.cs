using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Gen;

/// <summary>Numbers in right-aligned columns under their headings, as pandas prints a frame: row names left, two blanks between columns.</summary>
internal sealed class TextTable
{
    // From here on a double has no decimals, and its digits would only hide its size.
    private const double Enormous = 1e15;

    private readonly List<string> names = [];
    private readonly List<(string Heading, string[] Cells)> columns = [];
    private readonly Dictionary<int, string> remarks = [];

    public TextTable(IEnumerable<string> rowNames) => names.AddRange(rowNames);

    /// <summary>
    /// Adds a column of numbers rounded to <paramref name="decimals"/>. All cells show as many decimals as the cell that needs most, and at
    /// least one.
    /// </summary>
    public void Add(string heading, IEnumerable<double> values, int decimals)
    {
        var rounded = values.Select(value => Math.Round(value, decimals, MidpointRounding.ToEven)).ToArray();
        var shown = 1;
        while (shown < decimals && rounded.Any(value => double.IsFinite(value) && Math.Round(value, shown, MidpointRounding.ToEven) != value))
            shown++;

        columns.Add((heading, [.. rounded.Select(value => Cell(value, shown))]));
    }

    /// <summary>Writes <paramref name="text"/> on a line of its own before row <paramref name="row"/>.</summary>
    public void RemarkBefore(int row, string text) => remarks[row] = text;

    public override string ToString()
    {
        var text = new StringBuilder();
        var nameWidth = names.Select(name => name.Length).DefaultIfEmpty(0).Max();
        var widths = columns.Select(column => column.Cells.Select(cell => cell.Length).Append(column.Heading.Length).Max()).ToArray();

        Line("", columns.Select(column => column.Heading));
        for (var row = 0; row < names.Count; row++)
        {
            if (remarks.TryGetValue(row, out var remark))
                text.Append(remark).Append('\n');
            Line(names[row], columns.Select(column => column.Cells[row]));
        }

        return text.ToString();

        void Line(string name, IEnumerable<string> cells)
        {
            text.Append(name.PadRight(nameWidth));
            foreach (var (cell, width) in cells.Zip(widths))
                text.Append("  ").Append(cell.PadLeft(width));
            text.Append('\n');
        }
    }

    private static string Cell(double value, int decimals) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "inf"
        : double.IsNegativeInfinity(value) ? "-inf"
        : Math.Abs(value) >= Enormous ? value.ToString("0.###E+0", CultureInfo.InvariantCulture)
        : (value == 0 ? 0 : value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
