using System;
using System.Globalization;
using System.Text;

namespace Gen;

/// <summary>A dense matrix of doubles, stored row by row. Operators are elementwise.</summary>
public sealed partial class Matrix
{
    private readonly double[] values;
    private readonly bool isReadOnly;

    /// <summary>A matrix of zeros.</summary>
    public Matrix(int rows, int columns) : this(rows, columns, new double[rows * columns])
    {
    }

    private Matrix(int rows, int columns, double[] owned, bool isReadOnly = false)
    {
        Rows = rows;
        Columns = columns;
        values = owned;
        this.isReadOnly = isReadOnly;
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>Whether elements cannot be set: so it is with matrices that belong to a model or to what came of one.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>These elements for good: a copy whose elements cannot be set, or the matrix itself where its own cannot.</summary>
    public Matrix ToReadOnly() => isReadOnly ? this : new(Rows, Columns, [.. values], isReadOnly: true);

    /// <summary>The element in row <paramref name="row"/> and column <paramref name="column"/>.</summary>
    /// <exception cref="InvalidOperationException">An element of a read-only matrix is set.</exception>
    public double this[int row, int column]
    {
        get => values[Offset(row, column)];
        set
        {
            RequireWritable();
            values[Offset(row, column)] = value;
        }
    }

    /// <summary>The elements row by row, without a copy.</summary>
    public ReadOnlySpan<double> AsSpan() => values;

    /// <summary>Wraps row-major <paramref name="values"/> without a copy.</summary>
    internal static Matrix Wrap(int rows, int columns, double[] values) => new(rows, columns, values);

    /// <summary>A matrix over a copy of <paramref name="values"/>.</summary>
    public static implicit operator Matrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var matrix = new Matrix(values.GetLength(0), values.GetLength(1));
        Buffer.BlockCopy(values, 0, matrix.values, 0, sizeof(double) * values.Length);
        return matrix;
    }

    /// <summary>A matrix of whole numbers as real numbers.</summary>
    public static implicit operator Matrix(int[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var matrix = new Matrix(values.GetLength(0), values.GetLength(1));
        var at = 0;
        foreach (var value in values)
        {
            matrix.values[at++] = value;
        }

        return matrix;
    }

    /// <summary>The rows, one per line; of a long matrix the first ten.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < Math.Min(Rows, 10); i++)
        {
            text.Append(i == 0 ? string.Empty : "\n").Append(Numbers.Text(AsSpan().Slice(i * Columns, Columns)));
        }

        return Rows <= 10 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"\n… {Rows} rows").ToString();
    }

    private void RequireWritable()
    {
        if (isReadOnly)
        {
            throw Numbers.ReadOnly("matrix", "m[.., ..]");
        }
    }

    private int Offset(int row, int column) =>
        (uint)row < (uint)Rows && (uint)column < (uint)Columns
            ? row * Columns + column
            : throw new IndexOutOfRangeException($"[{row}, {column}] is outside a matrix of {Rows} rows and {Columns} columns.");
}
