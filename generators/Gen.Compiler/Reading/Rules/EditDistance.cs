using System;
using System.Linq;

namespace Gen.Compiler.Reading;

/// <summary>How far names are from each other (Levenshtein's distance).</summary>
internal static class EditDistance
{
    /// <summary>Whether one name may be a misspelling of the other: one letter in short names, two from six letters on; never in names of one or two.</summary>
    public static bool IsNear(string name, string other)
    {
        var length = Math.Max(name.Length, other.Length);
        return string.Equals(name, other, StringComparison.OrdinalIgnoreCase) || (length >= 3 && Of(name, other) <= (length >= 6 ? 2 : 1));
    }

    /// <summary>Whether one is a slip of the other, for advice that may be wrong: near, with two letters exchanged, or with a letter written twice.</summary>
    public static bool IsSlip(string name, string other) => IsNear(name, other) || IsExchanged(name, other) || string.Equals(Once(name), Once(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsExchanged(string name, string other)
    {
        var first = 0;
        while (first < name.Length && first < other.Length && name[first] == other[first])
        {
            first++;
        }

        return name.Length > 2 && name.Length == other.Length && first + 1 < name.Length && (name[first], name[first + 1]) == (other[first + 1], other[first])
            && string.CompareOrdinal(name, first + 2, other, first + 2, name.Length) == 0;
    }

    private static string Once(string name) => string.Concat(name.Where((letter, i) => i == 0 || char.ToLowerInvariant(letter) != char.ToLowerInvariant(name[i - 1])));

    /// <summary>The number of letters to insert, delete or replace.</summary>
    public static int Of(string name, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= name.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (name[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[other.Length];
    }
}
