using System;
using System.Collections.Generic;

namespace Gen;

/// <summary>The draws of a matrix, its rows and columns labelled by two <see cref="Dim"/>s. Elements are numbered row by row.</summary>
public sealed class MatrixDraws : Draws
{
    /// <summary>The draws of <paramref name="name"/>: <paramref name="values"/> by element (row by row), then chain, then draw.</summary>
    /// <exception cref="ArgumentException">The values do not divide into rows × columns elements of <paramref name="chains"/> chains.</exception>
    public MatrixDraws(string name, double[] values, int chains, Dim rows, Dim columns)
        : base(name, values, chains, checked(
            (rows?.Length ?? throw new ArgumentNullException(nameof(rows))) * (columns?.Length ?? throw new ArgumentNullException(nameof(columns)))))
    {
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The axis of the rows.</summary>
    public Dim Rows { get; }

    /// <summary>The axis of the columns.</summary>
    public Dim Columns { get; }

    /// <summary>The mean of every element.</summary>
    public Matrix Mean => Shaped(PerElement(static element => element.Mean));

    /// <summary>The standard deviation of every element (divisor: draws − 1).</summary>
    public Matrix Sd => Shaped(PerElement(static element => element.Sd));

    /// <summary>The median of every element.</summary>
    public Matrix Median => Quantile(0.5);

    /// <summary>R-hat of every element.</summary>
    public Matrix Rhat => Shaped(PerElement(static element => element.Rhat));

    /// <summary>The draws of an element, by 0-based row and column.</summary>
    public ScalarDraws this[int row, int column]
    {
        get
        {
            var element = ElementAt(row, column);
            return new(Label(element), Slice(element), Chains);
        }
    }

    /// <summary>The draws of an element, by its row's and column's labels.</summary>
    /// <exception cref="KeyNotFoundException">No row or column has that label; the message lists the labels.</exception>
    public ScalarDraws this[string row, string column] => this[Rows.IndexOf(row), Columns.IndexOf(column)];

    /// <summary>The quantile of every element at <paramref name="probability"/> in [0, 1].</summary>
    public Matrix Quantile(double probability) => Shaped(PerElement(element => element.Quantile(probability)));

    /// <summary>The share of draws for which <paramref name="predicate"/> holds, by element.</summary>
    public Matrix Probability(Func<double, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Shaped(PerElement(element => element.Probability(predicate)));
    }

    /// <summary>The whole matrix at draw <paramref name="draw"/> of chain <paramref name="chain"/>.</summary>
    public Matrix At(int chain, int draw)
    {
        var matrix = new double[Size];
        for (var i = 0; i < Size; i++)
            matrix[i] = Value(i, chain, draw);
        return Shaped(matrix);
    }

    /// <inheritdoc/>
    public override string Label(int element)
    {
        Require(element);
        return $"{Name}[{Rows.Label(element / Columns.Length)},{Columns.Label(element % Columns.Length)}]";
    }

    private int ElementAt(int row, int column) =>
        (uint)row < (uint)Rows.Length && (uint)column < (uint)Columns.Length
            ? row * Columns.Length + column
            : throw new ArgumentOutOfRangeException(
                nameof(row), $"[{row}, {column}] is outside {Name}, which has {Rows.Length} rows and {Columns.Length} columns.");

    private Matrix Shaped(double[] elements) => Matrix.Wrap(Rows.Length, Columns.Length, elements);
}
