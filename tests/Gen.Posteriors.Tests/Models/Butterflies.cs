using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>multi_occupancy</c>: how many species of butterflies there are, those never seen among them (Dorazio and others 2006).</summary>
public partial class Butterflies
{
    [Model]
    static partial void Define(int[,] seen, int visits, int species)
    {
        var alpha = Sample(Cauchy(0, 2.5));
        var beta = Sample(Cauchy(0, 2.5));
        var omega = Sample(Beta(2, 2));
        var rho = Sample(Flat(-1, 1));
        var sigma = Sample(HalfCauchy(2.5), 2);
        var covariance = new Matrix(2, 2);
        covariance[0] = [Square(sigma[0]), sigma[0] * sigma[1] * rho];
        covariance[1] = [covariance[0, 1], Square(sigma[1])];
        var uv = Sample(MvNormal(Zeros(2), cov: covariance), species);
        Potential(Beta(2, 2).LogDensity((rho + 1) / 2));
        for (var i = 0; i < species; i++)
        {
            var here = Log(InverseLogit(alpha + uv[i, 0]));
            var nowhere = LogSumExp([here + Binomial(visits, logitP: beta + uv[i, 1]).LogDensity(0), Log(InverseLogit(-alpha - uv[i, 0]))]);
            if (i < seen.GetLength(0))
            {
                Potential(Log(omega));
                for (var j = 0; j < seen.GetLength(1); j++)
                {
                    Potential(seen[i, j] > 0 ? here + Binomial(visits, logitP: beta + uv[i, 1]).LogDensity(seen[i, j]) : nowhere);
                }
            }
            else
            {
                Potential(LogSumExp([Log(1 - omega), Log(omega) + seen.GetLength(1) * nowhere]));
            }
        }
    }
}
