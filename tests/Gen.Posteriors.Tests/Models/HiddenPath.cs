using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>hmm_example</c> with what it generates: the most likely path of its hidden states by Viterbi's recursion, and a path drawn
/// from their joint distribution backwards.
/// </summary>
public partial class HiddenPath
{
    [Model]
    static partial void Define(Vector y)
    {
        var last = y.Length - 1;
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

        Potential(LogSumExp(forward[last]));

        var best = new Matrix(y.Length, 2);
        var back = new int[y.Length, 2];
        best[0] = Normal(mu, 1).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            for (var k = 0; k < 2; k++)
            {
                back[t, k] = ArgMax(best[t - 1] + Log(theta[.., k]));
                best[t, k] = Max(best[t - 1] + Log(theta[.., k])) + Normal(mu[k], 1).LogDensity(y[t]);
            }
        }

        var path = new int[y.Length];
        path[last] = ArgMax(best[last]);
        for (var t = last - 1; t >= 0; t--)
        {
            path[t] = back[t + 1, path[t + 1]];
        }

        var mostLikely = Deterministic(path);
        var logJoint = Deterministic(Max(best[last]));
        var marginal = Deterministic(LogSumExp(forward[last]));

        var state = new Vector(y.Length);
        state[last] = Generate(Categorical(Softmax(forward[last])));
        for (var t = last - 1; t >= 0; t--)
        {
            state[t] = Generate(Categorical(Softmax(forward[t] + Log(theta[.., (int)state[t + 1]]))));
        }

        var yRep = Generate(Normal(mu[(int)state[last]], 1));
    }
}
