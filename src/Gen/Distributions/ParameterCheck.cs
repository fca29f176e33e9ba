using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Gen.Distributions;

/// <summary>Refusals of parameters in the words of a model.</summary>
internal static class ParameterCheck
{
    public static void Real(double value, string distribution, string parameter)
        => Require(double.IsFinite(value), value, distribution, parameter, "finite");

    public static void Positive(double value, string distribution, string parameter)
        => Require(value > 0 && double.IsFinite(value), value, distribution, parameter, value > 0 ? "finite" : "positive");

    public static void NonNegative(double value, string distribution, string parameter)
        => Require(value >= 0 && double.IsFinite(value), value, distribution, parameter, value >= 0 ? "finite" : "0 or positive");

    public static void Unit(double value, string distribution, string parameter)
        => Require(value is >= 0 and <= 1, value, distribution, parameter, "between 0 and 1");

    public static void Count(double value, string distribution, string parameter)
        => Require(IsCount(value), value, distribution, parameter, "one of 0, 1, 2, …");

    public static void Integer(double value, string distribution, string parameter)
        => Require(double.IsFinite(value) && value == Math.Floor(value), value, distribution, parameter, "a whole number");

    public static void Require(bool holds, double value, string distribution, string parameter, string what)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(parameter, $"{parameter} of {distribution} must be {what}; it is {Text(value)}");
    }

    /// <summary>The same with a text that is written only for a refusal.</summary>
    public static void Require(
        bool holds, double value, string distribution, string parameter, [InterpolatedStringHandlerArgument(nameof(holds))] ref RefusalText what)
    {
        if (!holds)
            Require(holds, value, distribution, parameter, what.ToString());
    }

    public static bool IsCount(double value) => value >= 0 && double.IsFinite(value) && value == Math.Floor(value);

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
