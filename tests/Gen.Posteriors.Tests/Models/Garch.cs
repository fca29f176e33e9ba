using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>
/// posteriordb's <c>garch11</c>: volatility that follows its own past (Bollerslev 1986). The published priors are flat: wide ones stand for those on
/// unbounded sets, and the potential takes back that <c>Uniform(0, 1 - alpha1)</c> is normalised.
/// </summary>
public partial class Garch
{
    [Model]
    static partial void Define(Vector y, double firstSigma)
    {
        var mu = Sample(Normal(0, 1e8));
        var alpha0 = Sample(HalfNormal(1e8));
        var alpha1 = Sample(Uniform(0, 1));
        var beta1 = Sample(Uniform(0, 1 - alpha1));
        Potential(Log(1 - alpha1));

        var sigma = new Vector(y.Length);
        sigma[0] = firstSigma;
        for (var t = 1; t < y.Length; t++)
        {
            sigma[t] = Sqrt(alpha0 + alpha1 * Square(y[t - 1] - mu) + beta1 * Square(sigma[t - 1]));
        }

        Observe(y, Normal(mu, sigma));
    }
}
