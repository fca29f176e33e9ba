using System;
using System.ComponentModel;

namespace Gen;

/// <summary>
/// An argument that is a matrix, a vector along its columns, or a number: what a function or distribution of matrices takes. It is never
/// written by name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MatrixArgument
{
    private readonly Matrix? matrix;
    private readonly VectorArgument row;

    private MatrixArgument(Matrix? matrix, VectorArgument row)
    {
        this.matrix = matrix;
        this.row = row;
        IsGiven = true;
    }

    /// <summary>False for an optional argument that was left out.</summary>
    internal bool IsGiven { get; }

    /// <summary>The matrix, where it is one.</summary>
    internal Matrix? Matrix => matrix;

    /// <summary>The number of elements of the vector along the columns, or −1 where it is none.</summary>
    internal int RowLength => matrix is null ? row.Length : -1;

    internal double At(int element, int columns) =>
        matrix is not null ? matrix.AsSpan()[element] : row.Length < 0 ? row[0] : row[element % columns];

    /// <summary>A number, which meets every element.</summary>
    public static implicit operator MatrixArgument(double value) => new(null, value);

    /// <summary>A vector, which meets every row.</summary>
    public static implicit operator MatrixArgument(Vector value) => new(null, value);

    /// <summary>A vector of whole numbers, which meets every row.</summary>
    public static implicit operator MatrixArgument(int[] value) => new(null, value);

    /// <summary>A vector, which meets every row.</summary>
    public static implicit operator MatrixArgument(double[] value) => new(null, value);

    /// <summary>What meets a vector, meets a matrix.</summary>
    public static implicit operator MatrixArgument(VectorArgument value) => new(null, value);

    /// <summary>A matrix.</summary>
    public static implicit operator MatrixArgument(Matrix value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MatrixArgument(value, default);
    }

    /// <summary>A matrix.</summary>
    public static implicit operator MatrixArgument(double[,] value) => (Matrix)value;

    /// <summary>A matrix of whole numbers.</summary>
    public static implicit operator MatrixArgument(int[,] value) => (Matrix)value;
}
