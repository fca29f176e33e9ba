using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>dogs_log</c>: dogs learn from avoidances and shocks, without an intercept.</summary>
public partial class DogsLog
{
    [Model]
    static partial void Define(Matrix y)
    {
        var beta = Sample(Uniform([-100, 0], [0, 100]));
        for (var dog = 0; dog < y.Rows; dog++)
        {
            var avoided = 0.0;
            var shocks = 0.0;
            for (var trial = 0; trial < y.Columns; trial++)
            {
                Observe(y[dog, trial], Bernoulli(InverseLogit(beta[0] * avoided + beta[1] * shocks)));
                avoided += 1 - y[dog, trial];
                shocks += y[dog, trial];
            }
        }
    }
}

/// <summary>posteriordb's <c>dogs_hierarchical</c>: each shock and each avoidance multiplies the probability of the next shock.</summary>
public partial class DogsProduct
{
    [Model]
    static partial void Define(Matrix y)
    {
        var a = Sample(Uniform(0, 1));
        var b = Sample(Uniform(0, 1));
        for (var dog = 0; dog < y.Rows; dog++)
        {
            var avoided = 0.0;
            var shocks = 0.0;
            for (var trial = 0; trial < y.Columns; trial++)
            {
                Observe(y[dog, trial], Bernoulli(Pow(a, shocks) * Pow(b, avoided)));
                avoided += 1 - y[dog, trial];
                shocks += y[dog, trial];
            }
        }
    }
}

/// <summary>posteriordb's <c>dogs_nonhierarchical</c>: by factors that differ between dogs, and correlate.</summary>
public partial class DogsCorrelated
{
    [Model]
    static partial void Define(Matrix y)
    {
        var mu = Sample(Logistic(0, 1), 2);
        var sigma = Sample(HalfNormal(1), 2);
        var chol = Sample(LkjCholesky(2, 2));
        var z = Sample(Normal(0, 1), y.Rows, 2);
        var logit = mu + Dot(z, Dot(DiagonalMatrix(sigma), chol));
        var a = Deterministic(InverseLogit(logit[.., 0]));
        var b = Deterministic(InverseLogit(logit[.., 1]));
        for (var dog = 0; dog < y.Rows; dog++)
        {
            var avoided = 0.0;
            var shocks = 0.0;
            for (var trial = 0; trial < y.Columns; trial++)
            {
                Observe(y[dog, trial], Bernoulli(Pow(a[dog], shocks) * Pow(b[dog], avoided)));
                avoided += 1 - y[dog, trial];
                shocks += y[dog, trial];
            }
        }
    }
}
