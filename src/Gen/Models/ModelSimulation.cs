using System;
using System.Linq;
using Gen.Models;

namespace Gen;

/// <summary>One simulated world: the value of every quantity of a model. A generated simulation derives from it and adds a typed member per quantity.</summary>
public abstract class ModelSimulation
{
    private readonly CompiledModel model;
    private readonly double[] values;

    /// <summary>A simulation of <paramref name="model"/> with the values of its quantities.</summary>
    protected ModelSimulation(CompiledModel model, double[] values)
    {
        this.model = model;
        this.values = values;
    }

    /// <summary>A line per quantity: its name and its value, of many elements only the first.</summary>
    public override string ToString() => string.Join('\n', model.Quantities.Select(quantity =>
        $"{quantity.Name} = {(quantity.Dims.Count == 0 ? Numbers.Text(values[quantity.Offset]) : Numbers.Text(values.AsSpan(quantity.Elements)))}"));

    private int IntegerAt(int quantity, int element)
    {
        var value = ValueAt(quantity, element);
        return value is >= int.MinValue and <= int.MaxValue && value == Math.Truncate(value) ? (int)value
            : throw Refused(quantity, element, "int", double.IsInteger(value) ? $"no more than ±{int.MaxValue}" : "whole numbers only");
    }

    private double ValueAt(int quantity, int element) => values[model.Quantities[quantity].Offset + element];

    // What nothing draws and nobody gave is not a number, and a distribution may have other values than the type of the data that it is of.
    private InvalidOperationException Refused(int quantity, int element, string type, string held)
    {
        var (own, value) = (model.Quantities[quantity], ValueAt(quantity, element));
        var wider = own.Dims.Count switch { 0 => "double", 1 => nameof(Vector), _ => nameof(Matrix) };
        return new(
            $"{model.Name}: {(own.Dims.Count == 0 ? "" : $"element {element} of ")}'{own.Name}' "
            + (double.IsNaN(value) ? "has no value: no statement draws it, and it was not given"
                : $"is {Numbers.Text(value)}, and {type} holds {held}: PriorPredictive gives it as a double, and so does Draw where '{own.Name}' is declared as {wider}"));
    }

    /// <summary>The value of a scalar quantity.</summary>
    protected double ScalarAt(int quantity) => ValueAt(quantity, 0);

    /// <summary>The value of a scalar quantity of integers.</summary>
    /// <exception cref="InvalidOperationException">It is none, no whole number, or more than an int holds.</exception>
    protected int IntegerAt(int quantity) => IntegerAt(quantity, 0);

    /// <summary>The value of a scalar quantity that is true (1) or false (0).</summary>
    /// <exception cref="InvalidOperationException">It is neither.</exception>
    protected bool BooleanAt(int quantity) => ValueAt(quantity, 0) switch
    {
        0 => false,
        1 => true,
        _ => throw Refused(quantity, 0, "bool", "0 or 1 only"),
    };

    /// <summary>A copy of the value of a vector.</summary>
    protected Vector VectorAt(int quantity) => new(values.AsSpan(model.Quantities[quantity].Elements));

    /// <summary>A copy of the value of a matrix.</summary>
    protected Matrix MatrixAt(int quantity)
    {
        var (rows, columns) = (model.Quantities[quantity].Dims[0].Length, model.Quantities[quantity].Dims[1].Length);
        return Matrix.Wrap(rows, columns, values[model.Quantities[quantity].Elements]);
    }

    /// <summary>The value of a matrix of integers.</summary>
    protected int[,] IntegerMatrixAt(int quantity)
    {
        var (rows, columns) = (model.Quantities[quantity].Dims[0].Length, model.Quantities[quantity].Dims[1].Length);
        var matrix = new int[rows, columns];
        for (var i = 0; i < rows * columns; i++)
        {
            matrix[i / columns, i % columns] = IntegerAt(quantity, i);
        }

        return matrix;
    }

    /// <summary>The value of a vector of integers.</summary>
    protected int[] IntegersAt(int quantity) => [.. Enumerable.Range(0, model.Quantities[quantity].Size).Select(element => IntegerAt(quantity, element))];
}
