using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Gen;

/// <summary>An element of a term whose log-density is not finite.</summary>
/// <param name="Index">Which element of the term, counted over all executions of its statement.</param>
/// <param name="Value">
/// The value at which the density was taken; of a potential, the potential. NaN where the element is a vector or a matrix, which the reason shows.
/// </param>
/// <param name="LogDensity">NaN or infinite.</param>
/// <param name="Reason">Why, as far as that can be told.</param>
public sealed record NonFiniteElement(int Index, double Value, double LogDensity, string Reason);

/// <summary>A term of a model's log-density: what one statement added to it.</summary>
/// <param name="Name">The latent's name, or that of the data which are observed.</param>
/// <param name="Kind">Which statement it is.</param>
/// <param name="Text">The statement as written.</param>
/// <param name="Line">Its line.</param>
/// <param name="LogDensity">The sum over its elements.</param>
/// <param name="Count">The number of its elements, where a vector with a distribution of its own is one; 0 when the statement was not reached.</param>
/// <param name="FirstNonFinite">The first element whose log-density is not finite, if any.</param>
public sealed record TraceTerm(
    string Name, TraceSiteKind Kind, string Text, int Line, double LogDensity, int Count, NonFiniteElement? FirstNonFinite);

/// <summary>
/// One execution of a model's body: every quantity, and every term of the log-density with its source. Printed, it answers why a log-density
/// is not finite.
/// </summary>
public sealed class ModelTrace
{
    internal ModelTrace(string model, IReadOnlyDictionary<string, double[]> quantities, IReadOnlyList<TraceTerm> terms)
    {
        Model = model;
        Quantities = quantities;
        Terms = terms;
        LogDensity = terms.Sum(term => term.LogDensity);
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>Latents and deterministics by name, in the order of the source; a matrix row by row.</summary>
    public IReadOnlyDictionary<string, double[]> Quantities { get; }

    /// <summary>The terms of the log-density in the order of the source.</summary>
    public IReadOnlyList<TraceTerm> Terms { get; }

    /// <summary>The sum of all terms, on the constrained scale: without the log-Jacobians of transformations.</summary>
    public double LogDensity { get; }

    /// <summary>The first term that is not finite and why, or null: <c>'sales ~ Normal(mu, sigma)' is -∞ because …</c></summary>
    public string? Problem => Terms.FirstOrDefault(term => !double.IsFinite(term.LogDensity)) is not { } term ? null
        : $"'{term.Text}' is {Numbers.Text(term.LogDensity)}" + (term.FirstNonFinite is { } element
            ? $" because of {term.Name}{(term.Count == 1 ? "" : $"[{Text(element.Index)}]")}: {element.Reason}" : "");

    /// <summary>The terms and quantities as tables; beneath a term that is not finite, its first element that is not, and why.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Model}: log-density {Numbers.Text(LogDensity)}\n\n");

        var name = Width("term", Terms.Select(term => term.Name));
        var line = Width("line", Terms.Select(term => Text(term.Line)));
        var count = Width("elements", Terms.Select(term => Text(term.Count)));
        var value = Width("log-density", Terms.Select(term => Numbers.Text(term.LogDensity)));
        Row("term", "line", "elements", "log-density", "source");
        foreach (var term in Terms)
        {
            Row(term.Name, Text(term.Line), Text(term.Count), Numbers.Text(term.LogDensity), term.Text);
            if (term.FirstNonFinite is { } element)
            {
                var where = term.Count == 1 ? term.Name : $"{term.Name}[{Text(element.Index)}]";
                text.Append(CultureInfo.InvariantCulture, $"{string.Empty.PadRight(name)}  {where}: {element.Reason}\n");
            }
        }

        text.Append('\n');
        var quantity = Width("quantity", Quantities.Keys);
        text.Append(CultureInfo.InvariantCulture, $"{"quantity".PadRight(quantity)}  value\n");
        foreach (var (key, values) in Quantities)
        {
            var shown = values.Length == 1 ? Numbers.Text(values[0]) : Numbers.Text(values);
            text.Append(CultureInfo.InvariantCulture, $"{key.PadRight(quantity)}  {shown}\n");
        }

        return text.ToString();

        void Row(string first, string second, string third, string fourth, string last) => text.Append(
            CultureInfo.InvariantCulture,
            $"{first.PadRight(name)}  {second.PadLeft(line)}  {third.PadLeft(count)}  {fourth.PadLeft(value)}  {last}\n");
    }

    private static int Width(string header, IEnumerable<string> cells) => cells.Append(header).Max(cell => cell.Length);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
