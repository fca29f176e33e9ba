using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;

namespace Gen;

/// <summary>A quantity's value at a mode, with its standard error: those of every element.</summary>
public abstract class Estimate
{
    private readonly Quantity quantity;
    private readonly double[] values, errors;

    private protected Estimate(Quantity quantity, double[] values, double[] errors) => (this.quantity, this.values, this.errors) = (quantity, values, errors);

    /// <summary>The quantity's name, as its variable is called in the model.</summary>
    public string Name => quantity.Name;

    /// <summary>The number of elements: 1 for a scalar, the length of a vector, rows × columns of a matrix.</summary>
    public int Size => values.Length;

    /// <summary>The value of every element, matrices row by row.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The standard error of every element; NaN where none is known.</summary>
    public ReadOnlySpan<double> StandardErrors => errors;

    /// <summary>The name of an element: <c>a</c>, <c>theta[3]</c>, <c>beta[burstiness]</c>, <c>w[2,1]</c>.</summary>
    public string Label(int element) => quantity.Label(element);

    /// <summary>A line per element: its name, its value and its standard error.</summary>
    public override string ToString() => string.Join('\n', Enumerable.Range(0, Size).Select(i => $"{Label(i)} = {Numbers.Text(values[i])} (se {Numbers.Text(errors[i])})"));

    private protected int IndexOf(int axis, string label)
    {
        var dim = quantity.Dims[axis];
        return Enumerable.Range(0, dim.Length).FirstOrDefault(i => dim.Label(i) == label, -1) is >= 0 and var found ? found
            : throw new KeyNotFoundException($"'{Name}' has no element '{label}'; its axis has {string.Join(", ", dim.Take(20))}{(dim.Length > 20 ? ", …" : "")}.");
    }

    private protected int Columns => quantity.Dims[1].Length;

    private protected (double Value, double StandardError) At(int element) => (values[element], errors[element]);

    internal static Estimate Of(Quantity quantity, double[] values, double[] errors) => quantity.Dims.Count switch
    {
        0 => new ScalarEstimate(quantity, values, errors),
        1 => new VectorEstimate(quantity, values, errors),
        _ => new MatrixEstimate(quantity, values, errors),
    };
}

/// <summary>A scalar at a mode.</summary>
public sealed class ScalarEstimate : Estimate
{
    internal ScalarEstimate(Quantity quantity, double[] values, double[] errors)
        : base(quantity, values, errors)
    {
    }

    /// <summary>Its value.</summary>
    public double Value => Values[0];

    /// <summary>Its standard error; NaN where none is known.</summary>
    public double StandardError => StandardErrors[0];
}

/// <summary>A vector at a mode.</summary>
public sealed class VectorEstimate : Estimate
{
    internal VectorEstimate(Quantity quantity, double[] values, double[] errors)
        : base(quantity, values, errors)
    {
    }

    /// <summary>A copy of its value.</summary>
    public Vector Value => new(Values);

    /// <summary>An element.</summary>
    public (double Value, double StandardError) this[int index] => At(index);

    /// <summary>An element by its label.</summary>
    /// <exception cref="KeyNotFoundException">The axis has no such label.</exception>
    public (double Value, double StandardError) this[string label] => At(IndexOf(0, label));
}

/// <summary>A matrix at a mode.</summary>
public sealed class MatrixEstimate : Estimate
{
    internal MatrixEstimate(Quantity quantity, double[] values, double[] errors)
        : base(quantity, values, errors)
    {
    }

    /// <summary>A copy of its value.</summary>
    public Matrix Value => Matrix.Wrap(Size / Math.Max(Columns, 1), Columns, Values.ToArray());

    /// <summary>An element by row and column.</summary>
    public (double Value, double StandardError) this[int row, int column] =>
        column >= 0 && column < Columns ? At(row * Columns + column) : throw new ArgumentOutOfRangeException(nameof(column), column, $"'{Name}' has {Columns} columns.");

    /// <summary>An element by the labels of its row and its column.</summary>
    /// <exception cref="KeyNotFoundException">An axis has no such label.</exception>
    public (double Value, double StandardError) this[string row, string column] => At(IndexOf(0, row) * Columns + IndexOf(1, column));
}
