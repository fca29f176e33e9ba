using System;
using System.Collections.Generic;
using Gen.Numerics;

namespace Gen;

/// <summary>One or more independent members of a family: a value of every parameter for every element.</summary>
internal sealed class FamilyElements : IndependentElements
{
    private readonly Family family;
    private readonly ParameterSet set;
    private readonly double[][] values;

    private FamilyElements(Family family, ParameterSet set, double[][] values, int count)
        : base(count)
    {
        this.family = family;
        this.set = set;
        this.values = values;
    }

    public override string Name => family.Name;

    public override bool IsDiscrete => family.IsDiscrete;

    /// <summary>The members of a family whose arguments are given, or left out, in the order of <see cref="Family.Arguments"/>.</summary>
    /// <param name="isGiven">Of every argument, whether it was given.</param>
    /// <param name="valueOf">The value of an argument at an element.</param>
    public static FamilyElements Of(Family family, int count, ReadOnlySpan<bool> isGiven, Func<int, int, double> valueOf)
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

        return new FamilyElements(family, set, values, count);
    }

    protected override double CheckedLogDensity(int element, double x)
    {
        var given = Checked(element);
        var canonical = Canonical(given);
        return double.IsNaN(x) ? double.NaN
            : !family.InSupport(x, canonical) ? double.NegativeInfinity
            : set.LogDensity is { } stable ? stable(x, given)
            : family.LogDensity(x, canonical);
    }

    public override bool InSupport(int element, double x) => family.InSupport(x, Canonical(Checked(element)));

    public override string SupportText(int element) => family.SupportText(Canonical(Checked(element)));

    protected override double CheckedCdf(int element, double x) => family.Cdf(x, Canonical(Checked(element)));

    protected override double CheckedLogCdf(int element, double x) => family.LogCdf(x, Canonical(Checked(element)));

    protected override double CheckedLogSurvival(int element, double x) => family.LogSurvival(x, Canonical(Checked(element)));

    public override void RequireParameters(int element) => Checked(element);

    public override double Quantile(int element, double probability) => family.Quantile(probability, Canonical(Checked(element)));

    public override double Mean(int element) => family.Mean(Canonical(Checked(element)));

    public override double Variance(int element) => family.Variance(Canonical(Checked(element)));

    public override double Draw(int element, RandomStream random) => family.Draw(random, Canonical(Checked(element)));

    public override string Description(int element)
    {
        // A parameter that is infinite by being left out stays so.
        var given = Given(element);
        var parts = new List<string>();
        for (var k = 0; k < given.Length; k++)
        {
            if (double.IsFinite(given[k]) || given[k] != set.Parameters[k].Default)
            {
                parts.Add($"{set.Parameters[k].Name}: {Numbers.Text(given[k])}");
            }
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
            throw Refused(refusal, element);
        }

        return given;
    }

    private double[] Canonical(double[] given) => set.ToCanonical is { } convert ? convert(given) : given;
}
