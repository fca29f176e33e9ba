using Gen;
using static Gen.Modeling;

namespace HiddenMarkov;

/// <summary>Daily returns in percent, from a market that is in one of several regimes, each with its own scale, and passes between them by chance.</summary>
public partial class Regimes
{
    [Model]
    static partial void Define([Dims("day")] Vector returns, double loss, Dim regime)
    {
        var transition = Sample(Dirichlet(1 + 8 * Identity(regime)));
        var scale = Sample(Ordered(HalfNormal(3), regime));
        var drift = Sample(Normal(0, 0.2));

        // The forward algorithm: log p(the returns until day t, the regime of day t), from even odds on the first day.
        var forward = new Matrix(returns.Length, regime);
        forward[0] = Normal(drift, scale).LogDensity(returns[0]) - Log((double)regime);
        for (var t = 1; t < returns.Length; t++)
        {
            for (var k = 0; k < regime; k++)
            {
                forward[t, k] = LogSumExp(forward[t - 1] + Log(transition[.., k])) + Normal(drift, scale[k]).LogDensity(returns[t]);
            }
        }

        Potential(LogSumExp(forward[^1]));

        // The filtered probabilities of the regimes on each day, and what they say of tomorrow.
        var filtered = Deterministic(Softmax(forward));
        var tomorrow = Deterministic(Dot(filtered[^1], transition));
        var risk = Deterministic(Dot(tomorrow, Normal(drift, scale).Cdf(-loss)));
    }
}
