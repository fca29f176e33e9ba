using System;
using Gen.Numerics;

namespace Gen;

/// <summary>A distribution whose variate is a matrix: one as a whole, or one whose rows are independent.</summary>
internal sealed class MatrixVariate(JointVariates variates, int rows, int columns) : Distribution<Matrix>
{
    /// <inheritdoc/>
    public override string Name => variates.Name;

    /// <inheritdoc/>
    public override Matrix Mean => OfVariates(variates.Mean);

    internal override IVariates Elements => variates;

    /// <inheritdoc/>
    public override double LogDensity(Matrix x)
    {
        var values = Values(x);
        var sum = 0.0;
        for (var i = 0; i < variates.Count; i++)
        {
            sum += variates.LogDensity(i, values.Slice(i * variates.Size, variates.Size));
        }

        return sum;
    }

    /// <inheritdoc/>
    public override Matrix Draw(RandomStream random) => OfVariates((i, result) => variates.Draw(i, random, result));

    internal override ReadOnlySpan<double> Values(Matrix x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Rows == rows && x.Columns == columns ? x.AsSpan()
            : throw new ArgumentException($"{Name}: its variate is {rows} by {columns}, the value is {x.Rows} by {x.Columns}.");
    }

    internal override Matrix Wrap(double[] values) => Matrix.Wrap(rows, columns, values);

    /// <summary>The distribution as it was written; of independent rows, that of the first.</summary>
    public override string ToString() => variates.Count == 1 ? variates.Description(0) : $"{variates.Description(0)}, … {variates.Count} rows";

    private Matrix OfVariates(ActionOnVariate function)
    {
        var values = new double[rows * columns];
        for (var i = 0; i < variates.Count; i++)
        {
            function(i, values.AsSpan(i * variates.Size, variates.Size));
        }

        return Wrap(values);
    }

    private delegate void ActionOnVariate(int variate, Span<double> result);
}
