using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gen.Sampling;

/// <summary>Checks of options that say which option, which value and which range.</summary>
internal static class OptionRange
{
    /// <summary>Returns <paramref name="value"/> when it lies in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static int Within(int value, int least, int most = int.MaxValue, [CallerMemberName] string option = "")
    {
        if (value >= least && value <= most)
            return value;
        var range = most == int.MaxValue ? $"at least {least}" : $"between {least} and {most}";
        throw new ArgumentOutOfRangeException(option, value, Text(option, value, range));
    }

    /// <summary>Returns <paramref name="value"/> when <paramref name="allowed"/>, which says whether it lies in the range that <paramref name="range"/> describes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not.</exception>
    public static T When<T>(bool allowed, T value, string range, [CallerMemberName] string option = "")
        where T : notnull =>
        allowed ? value : throw new ArgumentOutOfRangeException(option, value, Text(option, value, range));

    /// <summary>Returns <paramref name="value"/> when it is a member of its enum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static T Defined<T>(T value, [CallerMemberName] string option = "")
        where T : struct, Enum =>
        Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(option, value, Text(option, value, "one of " + string.Join(", ", Enum.GetNames<T>())));

    private static string Text(string option, object value, string range) =>
        string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it must be {range}.");
}
