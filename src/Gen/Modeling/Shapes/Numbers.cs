using System;
using System.Globalization;
using System.Text;

namespace Gen;

/// <summary>Numbers as text in messages and tables.</summary>
internal static class Numbers
{
    private const int Shown = 10;

    /// <summary>Six significant digits, and the field's signs for what is not finite.</summary>
    public static string Text(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "∞"
        : double.IsNegativeInfinity(value) ? "−∞"
        : value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>The refusal to write to what belongs to a model.</summary>
    public static InvalidOperationException ReadOnly(string shape, string copy) => new(
        $"This {shape} belongs to a model, or to what came of one, and those stay what they are: With(…) gives the model with other data, and {copy} a copy to write to.");

    /// <summary>Values between brackets, of many only the first.</summary>
    public static string Text(ReadOnlySpan<double> values)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < Math.Min(values.Length, Shown); i++)
        {
            text.Append(i == 0 ? string.Empty : ", ").Append(Text(values[i]));
        }

        return values.Length <= Shown
            ? text.Append(']').ToString()
            : text.Append(CultureInfo.InvariantCulture, $", … {values.Length} elements]").ToString();
    }
}
