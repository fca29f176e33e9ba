using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Gen.Posteriors.Tests.References;

/// <summary>The data of a published model, by name.</summary>
public sealed class PublishedData(JsonElement root)
{
    /// <summary>A number.</summary>
    public double Number(string name) => root.GetProperty(name).GetDouble();

    /// <summary>A whole number.</summary>
    public int Integer(string name) => root.GetProperty(name).GetInt32();

    /// <summary>A vector.</summary>
    public Vector Vector(string name) => Numbers(root.GetProperty(name));

    /// <summary>Whole numbers.</summary>
    public int[] Integers(string name) => [.. root.GetProperty(name).EnumerateArray().Select(element => element.GetInt32())];

    /// <summary>Indices that Stan counts from 1, counted from 0.</summary>
    public int[] Indices(string name) => [.. Integers(name).Select(index => index - 1)];

    /// <summary>A matrix.</summary>
    public Matrix Matrix(string name) => Rows(root.GetProperty(name).EnumerateArray());

    /// <summary>Matrices, one below the other.</summary>
    public Matrix Matrices(string name) => Rows(root.GetProperty(name).EnumerateArray().SelectMany(matrix => matrix.EnumerateArray()));

    /// <summary>A matrix of whole numbers.</summary>
    public int[,] IntegerMatrix(string name)
    {
        var matrix = Matrix(name);
        var integers = new int[matrix.Rows, matrix.Columns];
        for (var i = 0; i < matrix.Rows; i++)
        {
            for (var j = 0; j < matrix.Columns; j++)
            {
                integers[i, j] = checked((int)matrix[i, j]);
            }
        }

        return integers;
    }

    private static Matrix Rows(IEnumerable<JsonElement> arrays)
    {
        var rows = arrays.Select(Numbers).ToArray();
        var matrix = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(element => element.GetDouble())];
}
