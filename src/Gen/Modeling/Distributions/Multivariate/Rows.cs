using System;

namespace Gen;

/// <summary>Parameters that are vectors: a row each of a matrix, which take turns where there are more variates than rows.</summary>
internal sealed class Rows
{
    private readonly Matrix rows;

    private Rows(Matrix rows) => this.rows = rows;

    /// <summary>The number of rows.</summary>
    public int Count => rows.Rows;

    /// <summary>The length of a row.</summary>
    public int Length => rows.Columns;

    /// <summary>The row of a variate.</summary>
    public ReadOnlySpan<double> this[int variate] => rows.AsSpan().Slice(variate % Count * Length, Length);

    /// <summary>A parameter that is the same for every variate.</summary>
    public static implicit operator Rows(Vector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new Rows(Matrix.Wrap(1, row.Length, row.Owned));
    }

    /// <summary>A parameter of a row for each variate.</summary>
    public static implicit operator Rows(Matrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Rows(rows);
    }

    /// <summary>The row of a variate, as a vector.</summary>
    public Vector Vector(int variate) => new(this[variate]);
}
