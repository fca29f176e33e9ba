using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Gen.Numerics;

namespace Gen;

/// <summary>A function of a value (or probability) and parameters.</summary>
internal delegate double OfValue(double x, ReadOnlySpan<double> parameters);

/// <summary>A function of parameters.</summary>
internal delegate double OfParameters(ReadOnlySpan<double> parameters);

/// <summary>A draw, given parameters.</summary>
internal delegate double DrawGiven(RandomStream random, ReadOnlySpan<double> parameters);

/// <summary>Whether a value can occur, given parameters.</summary>
internal delegate bool Occurs(double x, ReadOnlySpan<double> parameters);

/// <summary>A refusal of parameters, by exception.</summary>
internal delegate void CheckOf(ReadOnlySpan<double> parameters);

/// <summary>The values that can occur, in words.</summary>
internal delegate string TextOf(ReadOnlySpan<double> parameters);

/// <summary>The canonical parameters from alternative ones.</summary>
internal delegate double[] Conversion(ReadOnlySpan<double> parameters);

/// <summary>A parameter of a set: its name, and its value where it is left out.</summary>
internal sealed record FamilyParameter(string Name, double? Default = null)
{
    public static implicit operator FamilyParameter(string name) => new(name);

    public static implicit operator FamilyParameter((string Name, double Default) parameter) => new(parameter.Name, parameter.Default);
}

/// <summary>One of the sets of parameters that determine a member of a family.</summary>
internal sealed class ParameterSet(params FamilyParameter[] parameters)
{
    public FamilyParameter[] Parameters { get; } = parameters;

    /// <summary>Refuses values out of their ranges, in this set's names.</summary>
    public required CheckOf Check { get; init; }

    /// <summary>To the family's canonical parameters; null where these are they.</summary>
    public Conversion? ToCanonical { get; init; }

    /// <summary>The density in these parameters, where it is more stable than through the canonical ones.</summary>
    public OfValue? LogDensity { get; init; }
}

/// <summary>
/// A family of univariate distributions: its functions over canonical parameters, and the sets of parameters that it takes. The functions are
/// those of the class of the same name in <see cref="Gen.Distributions"/>.
/// </summary>
internal sealed class Family(string name, params string[] arguments)
{
    public string Name { get; } = name;

    /// <summary>Every parameter of every set, in the order of the method in <see cref="Modeling"/>.</summary>
    public string[] Arguments { get; } = arguments;

    /// <summary>Whether its members' variates are integers.</summary>
    public bool IsDiscrete { get; init; }

    /// <summary>The sets of parameters, the canonical one first.</summary>
    public required ParameterSet[] Sets { get; init; }

    public required OfValue LogDensity { get; init; }

    public required OfValue Cdf { get; init; }

    public required OfValue LogCdf { get; init; }

    public required OfValue LogSurvival { get; init; }

    public required OfValue Quantile { get; init; }

    public required OfParameters Mean { get; init; }

    public required OfParameters Variance { get; init; }

    public required DrawGiven Draw { get; init; }

    public required Occurs InSupport { get; init; }

    public required TextOf SupportText { get; init; }

    /// <summary>The set that the given arguments belong to.</summary>
    /// <param name="given">Of every argument, in their order, whether it was given.</param>
    /// <exception cref="ArgumentException">They are no set, or more than one; the message says which sets there are.</exception>
    public ParameterSet Choose(ReadOnlySpan<bool> given)
    {
        foreach (var set in Sets)
        {
            if (Fits(set, given))
            {
                return set;
            }
        }

        var names = new List<string>();
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i])
            {
                names.Add(Arguments[i]);
            }
        }

        throw new ArgumentException(
            $"{Name} takes {string.Join(" or ", Sets.Select(Text))}; it was given {(names.Count == 0 ? "nothing" : string.Join(" and ", names))}.");
    }

    private bool Fits(ParameterSet set, ReadOnlySpan<bool> given)
    {
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] && Array.TrueForAll(set.Parameters, parameter => parameter.Name != Arguments[i]))
            {
                return false;
            }
        }

        foreach (var parameter in set.Parameters)
        {
            if (parameter.Default is null && !given[Array.IndexOf(Arguments, parameter.Name)])
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(ParameterSet set) => "(" + string.Join(", ", set.Parameters.Select(parameter =>
        parameter.Default is { } value ? string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = {value}") : parameter.Name)) + ")";
}

/// <summary>
/// The library's families by name. Each is generated from its definition, and so are the methods of <see cref="Modeling"/> that lead to it.
/// </summary>
internal static partial class Families;
