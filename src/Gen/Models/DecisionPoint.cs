using System;
using System.ComponentModel;
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

    /// <summary>All decisions end to end.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Other values in the same shapes.</summary>
    public DecisionPoint With(ReadOnlySpan<double> values) =>
        values.Length == this.values.Length ? new(parts, values.ToArray())
        : throw new ArgumentException($"There are {values.Length} values for {this.values.Length} elements of decisions.", nameof(values));

    /// <summary>The bounds of all decisions from those of each, in order; null means none.</summary>
    /// <exception cref="ArgumentException">The bounds of a decision are for another number of elements; the message names it.</exception>
    public Bounds Within(params ReadOnlySpan<Bounds?> bounds)
    {
        var pieces = new (Bounds, int)[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var (length, own) = (Length(i), bounds[i] ?? Bounds.Free);
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
    public (double Value, DecisionPoint Gradient) Evaluate(IObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var gradient = new double[values.Length];
        return (objective.Evaluate(values, gradient), new(parts, gradient));
    }

    /// <summary>The utility of these decisions under each draw.</summary>
    public ScalarDraws Utilities(string name, IObjective objective)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var utilities = new double[objective.Draws];
        objective.Utilities(values, utilities);
        return new(name, utilities, objective.Chains);
    }

    /// <summary>A decision that is a number.</summary>
    public double Scalar(int decision) => values[parts[decision].Offset];

    /// <summary>A decision that is a vector.</summary>
    public Vector Vector(int decision) => new(values.AsSpan(parts[decision].Offset, Length(decision)));

    /// <summary>A decision that is a matrix.</summary>
    public Matrix Matrix(int decision) => Gen.Matrix.Wrap(
        parts[decision].Shape[0], parts[decision].Shape[1], values.AsSpan(parts[decision].Offset, Length(decision)).ToArray());

    private int Length(int decision) => parts[decision].Shape.Aggregate(1, (size, extent) => size * extent);
}
