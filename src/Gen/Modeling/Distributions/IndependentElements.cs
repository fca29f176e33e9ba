using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// One or more independent members of a family: a value of every parameter for every element. What scalar and elementwise distributions
/// are made of, and what a trace asks.
/// </summary>
internal sealed partial class IndependentElements
{
    private readonly Family family;
    private readonly ParameterSet set;
    private readonly double[][] values;

    private IndependentElements(Family family, ParameterSet set, double[][] values, int count)
    {
        this.family = family;
        this.set = set;
        this.values = values;
        Count = count;
    }

    public int Count { get; }

    public string Name => family.Name;

    /// <summary>The members of a family whose arguments are given, or left out, in the order of <see cref="Family.Arguments"/>.</summary>
    /// <param name="isGiven">Of every argument, whether it was given.</param>
    /// <param name="valueOf">The value of an argument at an element.</param>
    public static IndependentElements Of(Family family, int count, ReadOnlySpan<bool> isGiven, Func<int, int, double> valueOf)
    {
        var set = family.Choose(isGiven);
        var values = new double[set.Parameters.Length][];
        for (var k = 0; k < values.Length; k++)
        {
            var argument = Array.IndexOf(family.Arguments, set.Parameters[k].Name);
            values[k] = new double[count];
            for (var i = 0; i < count; i++)
            {
                values[k][i] = isGiven[argument] ? valueOf(argument, i) : set.Parameters[k].Default!.Value;
            }
        }

        return new IndependentElements(family, set, values, count);
    }

    /// <summary>The log-density of an element at <paramref name="x"/>: −∞ where x cannot occur, NaN where it is NaN.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public double LogDensity(int element, double x)
    {
        var given = Checked(element);
        var canonical = Canonical(given);
        return double.IsNaN(x) ? double.NaN
            : !family.InSupport(x, canonical) ? double.NegativeInfinity
            : set.LogDensity is { } stable ? stable(x, given)
            : family.LogDensity(x, canonical);
    }

    /// <summary>Why the log-density of an element at <paramref name="x"/> is not finite, as far as that can be told.</summary>
    public string Explain(int element, double x)
    {
        try
        {
            var canonical = Canonical(Checked(element));
            return double.IsNaN(x) ? "the value is NaN"
                : !family.InSupport(x, canonical) ? $"{Numbers.Text(x)} is outside the support of {Name}: {family.SupportText(canonical)}"
                : $"{Description(element)} has log-density {Numbers.Text(LogDensity(element, x))} at {Numbers.Text(x)}";
        }
        catch (ArgumentException refusal)
        {
            return refusal.Message;
        }
    }

    public double Cdf(int element, double x) => family.Cdf(x, Canonical(Checked(element)));

    public double LogCdf(int element, double x) => family.LogCdf(x, Canonical(Checked(element)));

    public double LogSurvival(int element, double x) => family.LogSurvival(x, Canonical(Checked(element)));

    public double Quantile(int element, double probability) => family.Quantile(probability, Canonical(Checked(element)));

    public double Mean(int element) => family.Mean(Canonical(Checked(element)));

    public double Variance(int element) => family.Variance(Canonical(Checked(element)));

    public double Draw(int element, RandomStream random) => family.Draw(random, Canonical(Checked(element)));

    /// <summary>The family with the element's parameters, as it was written: <c>Gamma(mu: 100, sigma: 40)</c>.</summary>
    public string Description(int element)
    {
        var given = Given(element);
        var parts = new string[given.Length];
        for (var k = 0; k < parts.Length; k++)
        {
            parts[k] = $"{set.Parameters[k].Name}: {Numbers.Text(given[k])}";
        }

        return $"{Name}({string.Join(", ", parts)})";
    }

    private double[] Given(int element)
    {
        var given = new double[values.Length];
        for (var k = 0; k < given.Length; k++)
        {
            given[k] = values[k][element];
        }

        return given;
    }

    private double[] Checked(int element)
    {
        var given = Given(element);
        try
        {
            set.Check(given);
        }
        catch (ArgumentOutOfRangeException refusal)
        {
            // The runtime's exception appends the parameter's name, which the message already says.
            var message = refusal.Message.Split(" (Parameter '")[0];
            throw new ArgumentException(Count == 1 ? $"{message}." : $"{message} at element {element}.", refusal);
        }

        return given;
    }

    private double[] Canonical(double[] given) => set.ToCanonical is { } convert ? convert(given) : given;
}
