using System;
using System.ComponentModel;

namespace Gen;

/// <summary>
/// An argument that is a distribution of a number, independent ones along the columns, or over a matrix: what a modifier of matrices takes. It is
/// never written by name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MatrixDistribution
{
    private MatrixDistribution(IndependentElements elements, int rows, int columns) => (Elements, Rows, Columns) = (elements, rows, columns);

    internal IndependentElements Elements { get; }

    /// <summary>The number of rows, or −1 where it is no matrix.</summary>
    internal int Rows { get; }

    /// <summary>The number of columns, or −1 where it is a distribution of a number.</summary>
    internal int Columns { get; }

    /// <summary>A distribution of a number, which meets every element.</summary>
    public static implicit operator MatrixDistribution(Distribution<double> value)
    {
        return new MatrixDistribution(IndependentElements.Of(value), -1, -1);
    }

    /// <summary>Independent distributions along the columns.</summary>
    public static implicit operator MatrixDistribution(Elementwise<Vector> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new MatrixDistribution(value.Elements, -1, value.Elements.Count);
    }

    /// <summary>Independent distributions over a matrix.</summary>
    public static implicit operator MatrixDistribution(Elementwise<Matrix> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var columns = value.Columns;
        return new MatrixDistribution(value.Elements, value.Elements.Count / Math.Max(columns, 1), columns);
    }
}
