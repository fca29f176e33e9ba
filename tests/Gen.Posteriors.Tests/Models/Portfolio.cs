using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Correlated returns, and decisions that need routines: the risk of a portfolio, the dose that decays to a level, what a plan's momentum is.</summary>
public partial class Portfolio
{
    [Model]
    static partial void Define(Matrix returns, Dim assets)
    {
        var mu = Sample(Normal(0, 1), assets);
        var sd = Sample(HalfNormal(1), assets);
        var corr = Sample(LkjCholesky(assets.Length, 2));
        var scale = Dot(DiagonalMatrix(sd), corr);
        Observe(returns, MvNormal(mu, chol: scale));
    }

    [Objective]
    static double Certainty(Vector mu, Vector sd, Matrix corr, [Decision] Vector weights)
        => Sum(weights * mu) - 0.5 * QuadraticForm(Dot(DiagonalMatrix(sd), Dot(corr, Dot(Transpose(corr), DiagonalMatrix(sd)))), weights);

    [Objective]
    static double Whitened(Vector sd, Matrix corr, [Decision] Vector target)
        => -Sum(Square(SolveTriangular(Cholesky(Dot(corr, Transpose(corr)) + DiagonalMatrix(sd)), target - 1)));

    [Objective]
    static double Level(Vector sd, [Decision] double dose)
        => -Sum(Square(OdeRk45((t, c) => [-sd[0] * c[0]], [dose], 0, [0.5, 1], relTol: 1e-10, absTol: 1e-10)[.., 0] - 1));

    [Objective]
    static double Momentum(Vector mu, [Decision] Vector plan) => Sum(CumulativeSum(mu * plan)) - Sum(Square(plan));
}
