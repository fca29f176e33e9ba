using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Gen.Tests.Distributions;

/// <summary>
/// A row of scan.txt, which scan.py beside it makes: a function of a distribution at some arguments, the variate first, with its value and its
/// slopes by the arguments to 60 digits, and for each the size of the largest term that no formula can avoid.
/// </summary>
internal sealed record ScanRow(string Distribution, string Function, double[] Arguments, ScanRow.Expected Value, ScanRow.Expected?[] Slopes)
{
    /// <summary>The bar: so many roundings of the largest term that cannot be avoided, or so much of the result where that is more.</summary>
    private const double Roundings = 4;
    private const double OfValue = 1e-12;
    private const double OfSlope = 1e-10;

    /// <summary>A number that is asked for, with the size of the largest term that cannot be avoided.</summary>
    internal readonly record struct Expected(double Number, double Scale);

    /// <summary>The rows in the table's order.</summary>
    public static IReadOnlyList<ScanRow> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "scan.txt")).Select(Parse)];

    /// <summary>The functions of the table.</summary>
    public static IEnumerable<string> Functions => All.Select(row => row.Name).Distinct();

    /// <summary>The distribution and the function: <c>Gamma.LogDensity</c>.</summary>
    public string Name => $"{Distribution}.{Function}";

    /// <summary>What a value is wrong by, in words; null where it is right.</summary>
    public string? Wrong(double value) => Differs(Value, value, OfValue) ? Report("value", Value, value) : null;

    /// <summary>What a slope by an argument is wrong by, in words; null where it is right or not asked for.</summary>
    public string? Wrong(int argument, double slope) =>
        Slopes[argument] is { } expected && Differs(expected, slope, OfSlope) ? Report($"slope by argument {argument}", expected, slope) : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({string.Join(", ", Arguments.Select(a => a.ToString("R", CultureInfo.InvariantCulture)))})";

    // A result below the smallest normal number has fewer digits.
    private static bool Differs(Expected expected, double actual, double relative) =>
        actual != expected.Number && !(Math.Abs(actual - expected.Number) <= Math.Max(Math.Max(relative * Math.Abs(expected.Number), Roundings * 2.3e-16 * expected.Scale), 1e-307));

    private string Report(string what, Expected expected, double actual) => string.Create(
        CultureInfo.InvariantCulture, $"{this}: {what} {actual:R} instead of {expected.Number:R}, wrong by {Math.Abs(actual - expected.Number) / Math.Abs(expected.Number):G2} of it, {Math.Abs(actual - expected.Number) / expected.Scale / 2.2e-16:G2} roundings");

    private static ScanRow Parse(string line)
    {
        var (open, close) = (line.IndexOf('('), line.IndexOf(')'));
        var name = line[..open].Split('.');
        var cells = line[(close + 1)..].Split('|', StringSplitOptions.TrimEntries);
        var expected = cells.Select(cell => cell == "-" ? (Expected?)null : Number(cell.Split(' '))).ToArray();
        return new(name[0], name[1], [.. line[(open + 1)..close].Split(',').Select(Double)], expected[0]!.Value, expected[1..]);
    }

    private static Expected Number(string[] cell) => new(Double(cell[0]), Double(cell[1]));

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
