using System;
using System.Globalization;

namespace Gen.Models;

// Integers that are computed from data.
public static partial class DataCheck
{
    // Beyond it, doubles do not tell integers apart.
    private const double LargestWhole = 9007199254740992;

    /// <summary>Checks that an expression of ints is one.</summary>
    /// <exception cref="ArgumentException">It would wrap around; the message says what to write.</exception>
    public static void Int(string model, string expression, double value, string statement, params ReadOnlySpan<int> place)
    {
        if (!(value >= int.MinValue && value <= int.MaxValue))
        {
            throw Beyond(model, expression, value, statement, place, "an int holds no more than ±2147483647: convert an operand, as in (double)n * n");
        }
    }

    /// <summary>Checks that an expression of longs is one that doubles hold.</summary>
    /// <exception cref="ArgumentException">It is not; the message says what to write.</exception>
    public static void Long(string model, string expression, double value, string statement, params ReadOnlySpan<int> place)
    {
        if (!(Math.Abs(value) <= LargestWhole))
        {
            throw Beyond(model, expression, value, statement, place, "a model holds whole numbers to 2^53: convert an operand to double");
        }
    }

    /// <summary>Checks that an integer is divided by something.</summary>
    /// <exception cref="ArgumentException">It is divided by zero.</exception>
    public static void Divisor(string model, string expression, double divisor, string statement, params ReadOnlySpan<int> place)
    {
        if (divisor == 0)
        {
            throw new ArgumentException($"{model}: '{expression}' divides by zero in '{statement}'{At(place)}");
        }
    }

    /// <summary>Checks that a switch has an arm for its value.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static void Arm(string model, string expression, double taken, string statement, params ReadOnlySpan<int> place)
    {
        if (taken == 0)
        {
            throw new ArgumentException($"{model}: no arm of '{expression}' takes the value that it is given in '{statement}'{At(place)}");
        }
    }

    private static ArgumentException Beyond(string model, string expression, double value, string statement, ReadOnlySpan<int> place, string advice) =>
        new($"{model}: '{expression}' is {value.ToString(CultureInfo.InvariantCulture)} in '{statement}'{At(place)}, but {advice}");

    private static string At(ReadOnlySpan<int> place)
    {
        if (place.IsEmpty)
        {
            return "";
        }

        var positions = new string[place.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = place[i].ToString(CultureInfo.InvariantCulture);
        }

        return $", in pass {string.Join(", ", positions)}";
    }
}
