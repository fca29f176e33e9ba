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
