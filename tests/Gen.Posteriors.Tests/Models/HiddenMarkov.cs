using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>hmm_example</c>: a Markov chain of two hidden states, summed out by the forward algorithm.</summary>
public partial class HiddenMarkov
{
    [Model]
    static partial void Define(Vector y)
    {
        var theta = Sample(Dirichlet([1, 1]), 2);
        var mu = Sample(Ordered(HalfFlat(), 2));
        Potential(Normal([3, 10], 1).LogDensity(mu));
        var forward = new Matrix(y.Length, 2);
        forward[0] = Normal(mu, 1).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            for (var k = 0; k < 2; k++)
            {
                forward[t, k] = LogSumExp(forward[t - 1] + Log(theta[.., k])) + Normal(mu[k], 1).LogDensity(y[t]);
            }
        }

        Potential(LogSumExp(forward[y.Length - 1]));
    }
}
