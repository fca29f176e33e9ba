using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Neal's funnel in the logarithms of positive latents.</summary>
public partial class LogNormalFunnel
{
    [Model]
    static partial void Define()
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(LogNormal(v, Exp(v / 2)), 9);
    }
}

/// <summary>The funnel in the logits of shares.</summary>
public partial class LogitNormalFunnel
{
    [Model]
    static partial void Define()
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(LogitNormal(0, Exp(v / 2)), 9);
    }
}

/// <summary>The funnel in the steps of a walk.</summary>
public partial class WalkFunnel
{
    [Model]
    static partial void Define()
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(GaussianRandomWalk(mu: v, sigma: Exp(v / 2), initialSigma: Exp(v / 2)), 9);
    }
}

/// <summary>The funnel in the errors of autoregressions, one a row.</summary>
public partial class AutoregressionFunnel
{
    [Model]
    static partial void Define()
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(AR([0.5, -0.3], Exp(v / 2), initialSigma: Exp(v / 2)), 2, 5);
    }
}

/// <summary>The funnel in what correlated normals are made of, by their factor.</summary>
public partial class FactorFunnel
{
    [Model]
    static partial void Define(Matrix factor)
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(MvNormal(v * Ones(3), chol: Exp(v / 2) * factor), 3);
    }
}

/// <summary>The same by their covariance.</summary>
public partial class CovarianceFunnel
{
    [Model]
    static partial void Define(Matrix cov)
    {
        var v = Sample(Normal(0, 3));
        var x = Sample(MvNormal(Zeros(6), cov: Exp(v) * cov));
    }
}

/// <summary>Latents whose scale spans many orders of magnitude, and which say nothing of it.</summary>
public partial class ScaleLadder
{
    [Model]
    static partial void Define()
    {
        var v = Sample(Normal(0, 3));
        var half = Sample(HalfNormal(Exp(v)), 3);
        var rate = Sample(Exponential(Exp(-v)), 3);
        var shape = Sample(Gamma(3, Exp(-v)), 3);
        var share = Sample(Beta(3, Exp(0.2 * v)), 2);
    }
}
