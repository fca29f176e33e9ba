using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen;

/// <summary>Names in a sentence, of many the first.</summary>
internal static class NameList
{
    private const int Shown = 5;

    /// <summary>The names with commas between them: <c>a, b and 12 more</c>.</summary>
    public static string Of(IReadOnlyCollection<string> names)
    {
        var shown = string.Join(", ", names.Take(Shown));
        return names.Count > Shown ? string.Create(CultureInfo.InvariantCulture, $"{shown} and {names.Count - Shown} more") : shown;
    }
}
