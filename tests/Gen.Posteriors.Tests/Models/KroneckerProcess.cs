using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>kronecker_gp</c>: a Gaussian process over places and kinds, whose covariance is the product of the two's, with noise. The published
/// program takes both apart into eigenvectors; here the covariance of all elements is factored as a whole.
/// </summary>
public partial class KroneckerProcess
{
    [Model]
    static partial void Define(Vector place, Matrix y)
    {
        var variance = Sample(LogNormal(0, 1));
        var width = Sample(HalfCauchy(2.5));
        var chol = Sample(LkjCholesky(y.Rows, 2));
        var noise = Sample(Truncated(LogNormal(0, 1), lower: 0.00001));
        var inPlace = variance * Exp(-width * Square(Outer(place, Ones(place.Length)) - place)) + 0.00001 * Identity(place.Length);
        var kinds = Dot(chol, Transpose(chol));
        var covariance = new Matrix(y.Rows * y.Columns, y.Rows * y.Columns);
        var elements = new Vector(y.Rows * y.Columns);
        for (var a = 0; a < elements.Length; a++)
        {
            elements[a] = y[a / y.Columns, a % y.Columns];
            for (var b = 0; b < elements.Length; b++)
            {
                covariance[a, b] = kinds[a / y.Columns, b / y.Columns] * inPlace[a % y.Columns, b % y.Columns] + (a == b ? noise : 0);
            }
        }

        var factor = Cholesky(covariance);
        Potential(-0.5 * Sum(Square(SolveTriangular(factor, elements))) - Sum(Log(Diagonal(factor))));
    }
}
