using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>dogs</c>: dogs learn to avoid shocks, by how many they had and avoided (Gelman and Hill 2007, section 24.2).</summary>
public partial class Dogs
{
    [Model]
    static partial void Define(Matrix y)
    {
        var beta = Sample(Normal(0, 100), 3);
        for (var dog = 0; dog < y.Rows; dog++)
        {
            var avoided = 0.0;
            var shocks = 0.0;
            for (var trial = 0; trial < y.Columns; trial++)
            {
                Observe(y[dog, trial], Bernoulli(logitP: beta[0] + beta[1] * avoided + beta[2] * shocks));
                avoided += 1 - y[dog, trial];
                shocks += y[dog, trial];
            }
        }
    }
}
