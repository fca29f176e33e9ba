using System;

namespace Gen;

public sealed partial class Matrix
{
    /// <summary>A row, copied; setting copies a vector of <see cref="Columns"/> elements in.</summary>
    /// <remarks>A row that was read is a value of its own: write an element as <c>m[i, j] = x</c>, not as <c>m[i][j] = x</c>.</remarks>
    /// <exception cref="ArgumentException">The vector that is set has another length than a row.</exception>
    public Vector this[int row]
    {
        get => new(AsSpan().Slice(RowStart(row), Columns));
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireWritable();
            var start = RowStart(row);
            if (value.Length != Columns)
            {
                throw new ArgumentException($"A row has {Columns} elements, the vector set into it has {value.Length}.");
            }

            value.AsSpan().CopyTo(values.AsSpan(start, Columns));
        }
    }

    /// <summary>A row, which may be counted from the end.</summary>
    public Vector this[Index row]
    {
        get => this[row.GetOffset(Rows)];
        set => this[row.GetOffset(Rows)] = value;
    }

    /// <summary>The element in a row and a column, which may be counted from the end.</summary>
    public double this[Index row, Index column]
    {
        get => this[row.GetOffset(Rows), column.GetOffset(Columns)];
        set => this[row.GetOffset(Rows), column.GetOffset(Columns)] = value;
    }

    /// <summary>Part of a column, copied; <c>m[.., j]</c> is the whole of it. Setting copies a vector of that length in.</summary>
    /// <exception cref="ArgumentException">The vector that is set has another length than the range.</exception>
    public Vector this[Range rows, Index column]
    {
        get
        {
            var (start, length) = rows.GetOffsetAndLength(Rows);
            var j = column.GetOffset(Columns);
            var part = new double[length];
            for (var i = 0; i < length; i++)
            {
                part[i] = this[start + i, j];
            }

            return Vector.Wrap(part);
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            RequireWritable();
            var (start, length) = rows.GetOffsetAndLength(Rows);
            var j = column.GetOffset(Columns);
            if (value.Length != length)
            {
                throw new ArgumentException($"The range {rows} has {length} rows, the vector set into its column has {value.Length} elements.");
            }

            for (var i = 0; i < length; i++)
            {
                this[start + i, j] = value[i];
            }
        }
    }

    /// <summary>Part of a row, copied.</summary>
    public Vector this[Index row, Range columns]
    {
        get
        {
            var (start, length) = columns.GetOffsetAndLength(Columns);
            return new Vector(AsSpan().Slice(RowStart(row.GetOffset(Rows)) + start, length));
        }
    }

    /// <summary>A block, copied.</summary>
    public Matrix this[Range rows, Range columns]
    {
        get
        {
            var (top, height) = rows.GetOffsetAndLength(Rows);
            var (left, width) = columns.GetOffsetAndLength(Columns);
            var block = new double[height * width];
            for (var i = 0; i < height; i++)
            {
                Array.Copy(values, (top + i) * Columns + left, block, i * width, width);
            }

            return new Matrix(height, width, block);
        }
    }

    /// <summary>Rows of a range, copied.</summary>
    public Matrix this[Range rows] => this[rows, ..];

    /// <summary>Gathers rows: row i of the result is the row at <paramref name="rows"/>[i]. Indices are 0-based and may repeat.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside; the message says which, and whether they look 1-based.</exception>
    public Matrix this[int[] rows]
    {
        get
        {
            CheckRows(rows);
            var gathered = new double[rows.Length * Columns];
            for (var i = 0; i < rows.Length; i++)
            {
                Array.Copy(values, rows[i] * Columns, gathered, i * Columns, Columns);
            }

            return new Matrix(rows.Length, Columns, gathered);
        }
    }

    /// <summary>
    /// Gathers pairs: element i of the result is the element in row <paramref name="rows"/>[i] and column <paramref name="columns"/>[i].
    /// </summary>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    /// <exception cref="IndexOutOfRangeException">An index is outside; the message says which, and whether they look 1-based.</exception>
    public Vector this[int[] rows, int[] columns]
    {
        get
        {
            CheckRows(rows);
            GroupIndices.Check(columns, Columns, $"a matrix of {Columns} columns");
            if (rows.Length != columns.Length)
            {
                throw new ArgumentException($"m[i, j] pairs its indices: i has {rows.Length} of them, j has {columns.Length}.");
            }

            var gathered = new double[rows.Length];
            for (var i = 0; i < gathered.Length; i++)
            {
                gathered[i] = values[rows[i] * Columns + columns[i]];
            }

            return Vector.Wrap(gathered);
        }
    }

    /// <summary>Gathers from a column: element i of the result is the element in row <paramref name="rows"/>[i].</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside; the message says which, and whether they look 1-based.</exception>
    public Vector this[int[] rows, Index column] => this[.., column][rows];

    /// <summary>Gathers from a row: element i of the result is the element in column <paramref name="columns"/>[i].</summary>
    /// <exception cref="IndexOutOfRangeException">An index is outside; the message says which, and whether they look 1-based.</exception>
    public Vector this[Index row, int[] columns] => this[row][columns];

    private void CheckRows(int[] rows) => GroupIndices.Check(rows, Rows, $"a matrix of {Rows} rows");

    private int RowStart(int row) =>
        (uint)row < (uint)Rows
            ? row * Columns
            : throw new IndexOutOfRangeException($"Row {row} is outside a matrix of {Rows} rows: {GroupIndices.Range(Rows)}");
}
