using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace Gen.Models;

/// <summary>The values of an objective's decisions: several, each of its own shape, laid end to end (matrices row by row) as optimisers see them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DecisionPoint
{
    private readonly (string Name, int[] Shape, int Offset)[] parts;
    private readonly double[] values;

    /// <summary>A point from the decisions in the order of the objective's parameters.</summary>
    /// <exception cref="ArgumentNullException">A decision was not given.</exception>
    public DecisionPoint(params ReadOnlySpan<(string Name, QuantityValue Value)> decisions)
    {
        parts = new (string, int[], int)[decisions.Length];
        values = [];
        for (var i = 0; i < parts.Length; i++)
        {
            var (name, value) = decisions[i];
            parts[i] = (name, value.Shape ?? throw new ArgumentNullException(name), values.Length);
            values = [.. values, .. value.Elements!];
        }
    }

    private DecisionPoint((string Name, int[] Shape, int Offset)[] parts, double[] values)
    {
        this.parts = parts;
        this.values = values;
    }

    /// <summary>An argument of an objective, checked.</summary>
    /// <param name="objective">The objective, with its model.</param>
    /// <param name="name">The argument.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">An element is not a number, and then no utility is; infinite ones may mean something.</exception>
    public static void Check(string objective, string name, QuantityValue value)
    {
        var index = Array.FindIndex(value.Elements ?? throw new ArgumentNullException(name), double.IsNaN);
        if (index >= 0)
            throw new ArgumentException($"{objective}: '{new DecisionPoint((name, value)).Label(index)}' is NaN", name);
    }

    /// <summary>What a decision problem is: the objective with its arguments, over which draws, and what is decided.</summary>
    /// <param name="objective">The objective, with its model.</param>
    /// <param name="statistics">What the sampler recorded of the posterior.</param>
    /// <param name="arguments">The arguments that were given.</param>
    /// <param name="decisions">The decisions, each with its type in words.</param>
    public static string Describe(string objective, SampleStatistics statistics, DecisionPoint arguments, params ReadOnlySpan<(string Name, string Type)> decisions)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(arguments);
        var decided = string.Join(", ", decisions.ToArray().Select(decision => $"{decision.Name} ({decision.Type})"));
        var given = arguments.Count == 0 ? "" : $"\n  given    {arguments}";
        return $"{objective}, in expectation over {statistics.Chains * statistics.DrawsPerChain} draws{given}\n  decides  {decided}; sizes and bounds are given to Maximize or Minimize";
    }

    /// <summary>All decisions end to end.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Other values in the same shapes.</summary>
    public DecisionPoint With(ReadOnlySpan<double> values) =>
        values.Length == this.values.Length ? new(parts, values.ToArray())
        : throw new ArgumentException($"There are {values.Length} values for {this.values.Length} elements of decisions.", nameof(values));

    /// <summary>The bounds of all decisions from those of each, in order; null means none.</summary>
    /// <exception cref="ArgumentException">The bounds of a decision are for another number of elements, or another shape of a matrix; the message names it.</exception>
    public Bounds Within(params ReadOnlySpan<Bounds?> bounds)
    {
        var pieces = new (Bounds, int)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (length, own) = (Length(i), bounds[i] ?? Bounds.Free);
            if (own.Shape is { } shape && !shape.AsSpan().SequenceEqual(parts[i].Shape))
            {
                throw new ArgumentException(
                    $"'{parts[i].Name}': The bounds are {shape[0]} × {shape[1]}; the decision {(parts[i].Shape.Length == 0 ? "is a number" : parts[i].Shape.Length == 1 ? $"has {length}" : $"is {parts[i].Shape[0]} × {parts[i].Shape[1]}")}.");
            }

            try
            {
                own.Lower(length);
            }
            catch (ArgumentException mismatch)
            {
                throw new ArgumentException($"'{parts[i].Name}': {mismatch.Message}", mismatch);
            }

            pieces[i] = (own, length);
        }

        return Bounds.Concatenate(pieces);
    }

    /// <summary>The expected utility here, and its gradient in the decisions' shapes.</summary>
    /// <exception cref="ArgumentException">The utility is not a number in some draw; infinite ones may mean something.</exception>
    public (double Value, DecisionPoint Gradient) Evaluate(IObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var gradient = new double[values.Length];
        var value = objective.Evaluate(values, gradient);
        if (double.IsNaN(value))
        {
            OfEachDraw(objective);
        }

        return (value, new(parts, gradient));
    }

    /// <summary>The utility of these decisions under each draw.</summary>
    /// <exception cref="ArgumentException">The utility is not a number in some draw; infinite ones may mean something.</exception>
    public ScalarDraws Utilities(string name, IObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new(name, OfEachDraw(objective), objective.Chains);
    }

    private double[] OfEachDraw(IObjective objective)
    {
        var utilities = new double[objective.Draws];
        objective.Utilities(values, utilities);
        var first = Array.FindIndex(utilities, double.IsNaN);
        return first < 0 ? utilities : throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"The utility is NaN at {this} in {utilities.Count(double.IsNaN)} of {utilities.Length} draws, the first of them draw {first}: look for a distribution whose parameters are out of range there, which has no probabilities, or for a function outside its domain."));
    }

    /// <summary>A decision that is a number.</summary>
    public double Scalar(int decision) => values[parts[decision].Offset];

    /// <summary>A decision that is a vector.</summary>
    public Vector Vector(int decision) => new(values.AsSpan(parts[decision].Offset, Length(decision)));

    /// <summary>A decision that is a matrix.</summary>
    public Matrix Matrix(int decision) => Gen.Matrix.Wrap(
        parts[decision].Shape[0], parts[decision].Shape[1], values.AsSpan(parts[decision].Offset, Length(decision)).ToArray());

    /// <summary>The decisions with their values, of many elements the first.</summary>
    public override string ToString() => string.Join(", ", parts.Select((part, i) =>
        $"{part.Name} = {(part.Shape.Length == 0 ? Numbers.Text(values[part.Offset]) : Numbers.Text(values.AsSpan(part.Offset, Length(i))))}"));

    /// <summary>The number of decisions.</summary>
    internal int Count => parts.Length;

    /// <summary>A decision's name, and the range of its elements.</summary>
    internal (string Name, int First, int Length) Part(int decision) => (parts[decision].Name, parts[decision].Offset, Length(decision));

    /// <summary>The name of the decision that an element belongs to.</summary>
    internal string Name(int element) => parts[Owner(element)].Name;

    /// <summary>An element's name: <c>baked</c>, <c>price[3]</c>, <c>spend[2,1]</c>.</summary>
    internal string Label(int element)
    {
        var (name, shape, offset) = parts[Owner(element)];
        return shape switch
        {
            [] => name,
            [_, var columns] => $"{name}[{(element - offset) / columns},{(element - offset) % columns}]",
            _ => $"{name}[{element - offset}]",
        };
    }

    private int Owner(int element) => Enumerable.Range(0, parts.Length).Last(i => parts[i].Offset <= element && Length(i) > 0);

    private int Length(int decision) => parts[decision].Shape.Aggregate(1, (size, extent) => size * extent);
}
