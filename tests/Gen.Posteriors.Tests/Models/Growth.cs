using System;
using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A regression with what its published form would generate: data once more, a forecast, counts, classes and vectors, and checks of them.</summary>
public partial class Growth
{
    [Model]
    static partial void Define(Vector x, Vector y, Dim ahead)
    {
        var slope = Sample(Normal(0, 2));
        var level = Sample(Normal(0, 2));
        var sigma = Sample(HalfNormal(1));
        var mu = Deterministic(level + slope * x);
        Observe(y, Normal(mu, sigma));

        var yRep = Generate(Normal(mu, sigma));
        var exceeds = Deterministic(Max(yRep) > Max(y));
        var share = Deterministic(Mean(yRep > level));
        var logLikelihood = Deterministic(Normal(mu, sigma).LogDensity(y));
        var walk = new Vector(ahead);
        for (var t = 0; t < ahead; t++)
        {
            walk[t] = Generate(Normal(t == 0 ? level : walk[t - 1], sigma));
        }

        var arrivals = Generate(Poisson(Exp(level)), ahead);
        var grid = Generate(Gamma(2, sigma), 2, ahead);
        var source = Generate(Categorical(Softmax([level, slope, 0])));
        var shares = Generate(Dirichlet([1 + sigma, 1, 2]));
        var either = Generate(Mixture([0.25, 0.75], Normal(level, sigma), Normal(slope - 3, 0.5)));
        var sorted = Generate(Ordered(Normal(level, sigma), 3));
        var pair = Generate(MvNormal([level, slope], chol: Cholesky(Square(sigma) * (Identity(2) + 0.5))));
        var excess = Generate(Excess(sigma), ahead);
        var rises = Deterministic(slope > level);
        var steepest = Deterministic(Where(slope > level, ArgMax(mu), -1));
        var late = Generate(Normal(share, 0.01));
    }

    [Distribution(Support.Positive)]
    static double ExcessLogDensity(double x, [Requires(Support.Positive)] double scale) => -x / scale - Log(scale);

    static double ExcessDraw(Gen.Numerics.RandomStream random, double scale) => -scale * Math.Log(random.NextDouble());

    static Distribution<double> Excess(double scale) => Custom(ExcessLogDensity, scale, draw: ExcessDraw);
}

/// <summary>Counts at hours some of which have no traffic: where the power is negative their mean is infinite, so that there is nothing to draw.</summary>
public partial class Traffic
{
    [Model]
    static partial void Define(Vector traffic)
    {
        var power = Sample(Normal(0, 1));
        var noise = Generate(Normal(power, 1));
        var count = Generate(Poisson(Pow(traffic, power)));
        var later = Generate(Normal(power, 1));
    }
}
