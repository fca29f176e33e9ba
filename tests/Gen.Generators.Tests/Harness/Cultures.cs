using System;
using System.Globalization;

namespace Gen.Generators.Tests.Harness;

/// <summary>Runs code under another culture.</summary>
internal static class Cultures
{
    /// <summary>The traits of de-DE that change how numbers are written; invariant globalization leaves no culture's own data.</summary>
    public static CultureInfo German { get; } = MakeGerman();

    public static T Under<T>(CultureInfo culture, Func<T> run)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return run();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo MakeGerman()
    {
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        german.NumberFormat.NumberGroupSeparator = ".";
        german.NumberFormat.NegativeSign = "−";
        return german;
    }
}
