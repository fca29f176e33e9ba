using System;

namespace Gen.Posteriors.Tests.References;

/// <summary>
/// The Cholesky factor of a correlation, row by row. Of what a row has left of its length one, Stan's element j takes the share tanh u_j; we have the elements over
/// the diagonal's, which is sinh u_j times the product of cosh u_l over all l after j.
/// </summary>
public sealed record StanCorrelation(int Order) : StanMap(Order * Order, Order * (Order - 1) / 2)
{
    /// <inheritdoc/>
    public override double Map(ReadOnlySpan<double> stan, Span<double> ours)
    {
        var logVolume = 0.0;
        for (var row = 1; row < Order; row++)
        {
            var (start, product) = (row * (row - 1) / 2, 1.0);
            for (var j = row - 1; j >= 0; j--)
            {
                var u = stan[start + j];
                ours[start + j] = Math.Sinh(u) * product;
                product *= Math.Cosh(u);
                logVolume += (j + 1) * Math.Log(Math.Cosh(u));
            }
        }

        return logVolume;
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        var ours = new double[stan.Length];
        Map(stan, ours);
        for (var row = 1; row < Order; row++)
        {
            var (start, product) = (row * (row - 1) / 2, 1.0);
            for (var j = row - 1; j >= 0; j--)
            {
                var u = stan[start + j];
                gradient[start + j] = slopes[start + j] * Math.Cosh(u) * product + (j + 1) * Math.Tanh(u);
                product *= Math.Cosh(u);
            }

            // A coordinate also scales the elements before its own.
            var before = 0.0;
            for (var j = 0; j < row; j++)
            {
                gradient[start + j] += Math.Tanh(stan[start + j]) * before;
                before += slopes[start + j] * ours[start + j];
            }
        }
    }
}
