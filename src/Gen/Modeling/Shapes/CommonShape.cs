using System;

namespace Gen;

/// <summary>The shape that several arguments share; numbers meet any shape, vectors meet a matrix along its columns.</summary>
internal static class CommonShape
{
    /// <summary>The length of those arguments that are vectors; 1 where all are numbers.</summary>
    /// <exception cref="ArgumentException">Two vectors differ in length.</exception>
    public static int Length(string function, params ReadOnlySpan<VectorArgument> arguments)
    {
        var length = -1;
        foreach (var argument in arguments)
        {
            if (argument.IsGiven && argument.Length >= 0)
            {
                if (length >= 0 && argument.Length != length)
                {
                    throw new ArgumentException($"{function}: its arguments have {length} and {argument.Length} elements.");
                }

                length = argument.Length;
            }
        }

        return length < 0 ? 1 : length;
    }

    /// <summary>The length of those distributions and arguments that are vectors; 1 where none is.</summary>
    /// <exception cref="ArgumentException">Two of them differ in length.</exception>
    public static int Length(string function, ReadOnlySpan<VectorDistribution> distributions, params ReadOnlySpan<VectorArgument> arguments)
    {
        var all = new VectorArgument[distributions.Length + arguments.Length];
        for (var i = 0; i < distributions.Length; i++)
        {
            all[i] = distributions[i].IsVector ? new double[distributions[i].Elements.Count] : 0;
        }

        arguments.CopyTo(all.AsSpan(distributions.Length));
        return Length(function, all);
    }

    /// <summary>The shape of those distributions and arguments that are matrices, as for arguments alone.</summary>
    /// <exception cref="ArgumentException">Two matrices differ in shape, or a vector has not an element for each column.</exception>
    public static (int Rows, int Columns) Of(string function, ReadOnlySpan<MatrixDistribution> distributions, params ReadOnlySpan<MatrixArgument> arguments)
    {
        var all = new MatrixArgument[distributions.Length + arguments.Length];
        for (var i = 0; i < distributions.Length; i++)
        {
            all[i] = distributions[i].Rows >= 0 ? new double[distributions[i].Rows, distributions[i].Columns]
                : distributions[i].Columns >= 0 ? new double[distributions[i].Columns]
                : 0;
        }

        arguments.CopyTo(all.AsSpan(distributions.Length));
        return Of(function, all);
    }

    /// <summary>The shape of those arguments that are matrices; where none is, one row of the vectors' length.</summary>
    /// <exception cref="ArgumentException">Two matrices differ in shape, or a vector has not an element for each column.</exception>
    public static (int Rows, int Columns) Of(string function, params ReadOnlySpan<MatrixArgument> arguments)
    {
        Matrix? shape = null;
        foreach (var argument in arguments)
        {
            if (argument.Matrix is { } matrix)
            {
                if (shape is not null && (matrix.Rows != shape.Rows || matrix.Columns != shape.Columns))
                {
                    throw new ArgumentException(
                        $"{function}: its arguments are {shape.Rows} by {shape.Columns} and {matrix.Rows} by {matrix.Columns}.");
                }

                shape = matrix;
            }
        }

        var columns = shape?.Columns ?? -1;
        foreach (var argument in arguments)
        {
            if (argument.RowLength >= 0)
            {
                if (columns >= 0 && argument.RowLength != columns)
                {
                    throw new ArgumentException(
                        $"{function}: a vector of {argument.RowLength} elements meets {columns} columns; a vector meets a matrix along its columns.");
                }

                columns = argument.RowLength;
            }
        }

        return (shape?.Rows ?? 1, columns < 0 ? 1 : columns);
    }
}
