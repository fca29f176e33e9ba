using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>hmm_gaussian</c>: a Markov chain of hidden states, each with a mean and a spread of its own. Of the first observation the published
/// program multiplies the densities in all states.
/// </summary>
public partial class HiddenRegimes
{
    [Model]
    static partial void Define(Vector y, Dim states)
    {
        var initial = Sample(Dirichlet(Ones(states)));
        var transition = Sample(Dirichlet(Ones(states)), states);
        var mu = Sample(Ordered(Flat(), states));
        var sigma = Sample(HalfFlat(), states);
        var forward = new Matrix(y.Length, states);
        forward[0] = Log(initial) + Sum(Normal(mu, sigma).LogDensity(y[0]));
        for (var t = 1; t < y.Length; t++)
        {
            for (var k = 0; k < states; k++)
            {
                forward[t, k] = LogSumExp(forward[t - 1] + Log(transition[.., k])) + Normal(mu[k], sigma[k]).LogDensity(y[t]);
            }
        }

        Potential(LogSumExp(forward[y.Length - 1]));
    }
}

/// <summary>posteriordb's <c>iohmm_reg</c>: inputs decide which state comes next, and what is seen in it.</summary>
public partial class DrivenRegimes
{
    [Model]
    static partial void Define(Vector y, Matrix input, Dim states)
    {
        var initial = Sample(Dirichlet(Ones(states)));
        var w = Sample(Normal(0, 5), states, input.Columns);
        var b = Sample(Normal(0, 5), states, input.Columns);
        var sigma = Sample(HalfNormal(3), states);
        var forward = new Matrix(y.Length, states);
        forward[0] = Log(initial) + Normal(Dot(b, input[0]), sigma).LogDensity(y[0]);
        for (var t = 1; t < y.Length; t++)
        {
            forward[t] = LogSumExp(forward[t - 1] + Log(Softmax(Dot(w, input[t])))) + Normal(Dot(b, input[t]), sigma).LogDensity(y[t]);
        }

        Potential(LogSumExp(forward[y.Length - 1]));
    }
}
