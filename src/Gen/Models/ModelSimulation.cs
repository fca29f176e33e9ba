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

    /// <summary>The value of a scalar quantity.</summary>
    protected double ScalarAt(int quantity) => values[model.Quantities[quantity].Offset];

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
            matrix[i / columns, i % columns] = (int)values[model.Quantities[quantity].Offset + i];
        }

        return matrix;
    }

    /// <summary>The value of a vector of integers.</summary>
    protected int[] IntegersAt(int quantity) => [.. values[model.Quantities[quantity].Elements].Select(value => (int)value)];
}
