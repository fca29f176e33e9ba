using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>garch11</c>: volatility that follows its own past (Bollerslev 1986); flat priors.</summary>
public partial class Garch
{
    [Model]
    static partial void Define(Vector y, double firstSigma)
    {
        var mu = Sample(Flat());
        var alpha0 = Sample(HalfFlat());
        var alpha1 = Sample(Flat(0, 1));
        var beta1 = Sample(Flat(0, 1 - alpha1));
        var sigma = new Vector(y.Length);
        sigma[0] = firstSigma;
        for (var t = 1; t < y.Length; t++)
        {
            sigma[t] = Sqrt(alpha0 + alpha1 * Square(y[t - 1] - mu) + beta1 * Square(sigma[t - 1]));
        }

        Observe(y, Normal(mu, sigma));
    }
}
