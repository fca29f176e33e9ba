using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>A set of vectors, or of lower triangular matrices.</summary>
internal enum VectorSet
{
    Ordered,
    PositiveOrdered,

    /// <summary>Increasing from above −1 to below 3.</summary>
    OrderedBetween,
    Simplex,
    ZeroSum,
    UnitLength,
    Correlation,
    Covariance,
}

/// <summary>
/// Maps from coordinates onto a set, after the formulas in the reference manuals of Stan and PyMC: a second implementation, by hand, for the
/// compiler's to be compared with.
/// </summary>
internal sealed record VectorConstraint(VectorSet Set, int Order)
{
    public int Coordinates => Set switch
    {
        VectorSet.Simplex or VectorSet.ZeroSum => Order - 1,
        VectorSet.Correlation => Order * (Order - 1) / 2,
        VectorSet.Covariance => Order * (Order + 1) / 2,
        _ => Order,
    };

    public (double[] Values, double LogJacobian) Constrain(double[] y)
    {
        switch (Set)
        {
            case VectorSet.Ordered or VectorSet.PositiveOrdered:
                var x = (double[])y.Clone();
                x[0] = Set == VectorSet.Ordered ? y[0] : Math.Exp(y[0]);
                for (var k = 1; k < Order; k++)
                {
                    x[k] = x[k - 1] + Math.Exp(y[k]);
                }

                return (x, y.Skip(Set == VectorSet.Ordered ? 1 : 0).Sum());
            case VectorSet.OrderedBetween:
                var (parts, logJacobian) = (new double[Order], 0.0);
                for (var (k, last) = (0, -1.0); k < Order; last = parts[k++])
                {
                    var share = 1 / (1 + (Order - k) * Math.Exp(-y[k]));
                    parts[k] = last + (3 - last) * share;
                    logJacobian += Math.Log((3 - last) * share * (1 - share));
                }

                return (parts, logJacobian);
            case VectorSet.ZeroSum:
                return (ZeroSum(y), 0);
            case VectorSet.Simplex:
                var weights = Array.ConvertAll(ZeroSum(y), Math.Exp);
                var simplex = Array.ConvertAll(weights, weight => weight / weights.Sum());
                return (simplex, 0.5 * Math.Log(Order) + simplex.Sum(Math.Log));
            case VectorSet.UnitLength:
                var square = y.Sum(v => v * v);
                return (Array.ConvertAll(y, v => v / Math.Sqrt(square)), -0.5 * square);
            default:
                return Triangle(y);
        }
    }

    private double[] ZeroSum(double[] y)
    {
        var (root, sum) = (Math.Sqrt(Order), y.Sum());
        return [.. y.Select(v => v - sum / (root + Order)), -sum / root];
    }

    private (double[] Values, double LogJacobian) Triangle(double[] y)
    {
        var (values, logJacobian, at) = (new double[Order * Order], 0.0, 0);
        for (var i = 0; i < Order; i++)
        {
            double[] row = Set == VectorSet.Correlation ? [.. y[at..(at + i)], 1] : [.. y[at..(at + i)], Math.Exp(y[at + i])];
            var length = Set == VectorSet.Correlation ? Math.Sqrt(row.Sum(v => v * v)) : 1;
            logJacobian += Set == VectorSet.Correlation ? -(i + 2) * Math.Log(length) : y[at + i];
            at += Set == VectorSet.Correlation ? i : i + 1;
            Array.ConvertAll(row, v => v / length).CopyTo(values, i * Order);
        }

        return (values, logJacobian);
    }
}
