using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Models with modifiers of every kind, of data and as priors: executed body, interpreter and emitted code agree on log-density and gradient, which
/// are finite although components and probabilities underflow.
/// </summary>
public sealed class ModifierModelTests
{
    private const int Points = 12;

    /// <summary>Seeds are the models' names too; those of fuzzing are below.</summary>
    private const int FirstSeed = 2_000_000;

    private static readonly string[] Terms =
    [
        // Truncated: both tails, ends that are data or latents, vectors of them.
        "Observe(y, Truncated(Normal(mu, s), lower: 0));",
        "Observe(y, Truncated(Normal(mu, s), lower: 0.005, upper: 31));",
        "Observe(y, Truncated(Normal(mu - 60, s), lower: 0));",
        "Observe(y, Truncated(Normal(mu + 90, tau: s), upper: 40));",
        "Observe(y, Truncated(Normal(mu * y, s), lower: low));",
        "Observe(y, Truncated(LogNormal(mu, s), upper: 35 + s));",
        "Observe(y, Truncated(Exponential(s), low, high));",
        "Observe(edge, Truncated(Cauchy(mu, s), -40, 40));",
        "Observe(edge, Truncated(Uniform(-45 - s, 45 + s), lower: -39 - s));",
        "Potential(Truncated(HalfNormal(s), lower: 0.001).LogDensity(y));",

        // Censored.
        "Observe(y, Censored(Normal(mu, s), upper: 30));",
        "Observe(y, Censored(Normal(mu, s), lower: 0.01));",
        "Observe(y, Censored(Exponential(scale: s), low, high));",
        "Observe(edge, Censored(Cauchy(mu * edge, s), -35, 39));",

        // Mixtures: of listed components, along an axis, of different supports, of which one underflows.
        "Observe(edge, Mixture([0.3, 0.7], Normal(mu, s), Normal(3, 0.05)));",
        "Observe(edge, Mixture([p, 1 - p], Normal(mu, s), Cauchy(mu, 2 * s)));",
        "Observe(edge, Mixture([p, 1 - p], Exponential(s), Normal(mu * edge, s)));",
        "Observe(edge, Mixture(share, Normal(centre, s)));",
        "Observe(edge, Mixture(share, StudentT(3, centre, spread)));",
        "Observe(edge, Mixture(share, Truncated(Normal(centre, s), -50, upper: 50 + spread)));",
        "Observe(count, Mixture(share, Poisson(spread)));",
        "Observe(count, Mixture(share, Poisson(logMu: centre)));",
        "Observe(edge, Mixture([0.5, 0.2, 0.3], Normal(mu, s), Mixture(share, Normal(centre, spread)), Mixture([p, 1 - p], Cauchy(0, s), Normal(-20, 1))));",
        "Observe(edge, Mixture(share, Mixture([p, 1 - p], Normal(centre, s), Cauchy(0, spread))));",
        "Potential(Mixture([0, 1], Normal(mu, s), Normal(0, s)).LogDensity(edge));",
        "Potential(Mixture(share, Normal(centre, s)).LogCdf(edge) + Mixture(share, Normal(centre, s)).LogSurvival(edge));",

        // Counts with zeros of their own.
        "Observe(count, ZeroInflated(p, Poisson(s)));",
        "Observe(count, ZeroInflated(InverseLogit(mu * y), Poisson(Exp(0.1 * y))));",
        "Observe(count, ZeroInflated(p, NegativeBinomial(spread2 * y, s)));",
        "Observe(count, ZeroInflated(p, Binomial(20, p)));",
        "Observe(count, Hurdle(p, Poisson(s)));",
        "Observe(count, Hurdle(p, Poisson(1e-9 * s)));",
        "Observe(count, Hurdle(InverseLogit(mu), NegativeBinomial(s, 2)));",
        "Observe(amount, Hurdle(p, Gamma(mu: s, sigma: 1)));",
        "Observe(count, Mixture([p, 1 - p], ZeroInflated(p, Poisson(s)), Hurdle(p, Poisson(12))));",

        // Counts whose probabilities are sums.
        "Observe(positive, Truncated(Poisson(s), lower: 1));",
        "Observe(positive, Truncated(Poisson(Exp(0.1 * mu * y)), 1, 25));",
        "Observe(positive, Truncated(NegativeBinomial(s, 2), upper: most));",
        "Observe(positive, Truncated(Binomial(20, p), 1, 20));",
        "Observe(positive, Truncated(ZeroInflated(p, Poisson(s)), lower: 1));",
        "Observe(positive, Censored(Poisson(12 + spread2), 1, upper: 20));",
        "Observe(positive, Censored(Binomial(25, p), lower: 1, upper: 20));",
        "Observe(positive, Censored(Geometric(p), 1, Where(mu > 0, 25, 30)));",
        "Observe(positive, Censored(Hurdle(p, Geometric(p)), Where(mu > 0, 1, 0), upper: 25));",
        "Observe(positive, ZeroInflated(p, Truncated(Poisson(s), 1)));",
        "Observe(positive, Truncated(Geometric(p), 1, 25));",

        // In a loop, and of a matrix.
        "for (var t = 0; t < y.Length; t++)\n{\n    Observe(y[t], Truncated(Normal(mu + low[t], s), lower: low[t]));\n}",
        "for (var t = 0; t < edge.Length; t++)\n{\n    Observe(edge[t], Mixture(share, Normal(centre + y[t], s)));\n}",
        "Observe(panel, Mixture(share, Normal(centre, s)));",
        "Observe(panel, Censored(Normal(mu * panel, s), upper: 2));",
    ];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var failures = Trial.Run([.. Terms.Select(Write)], Points);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public void Log_density_and_gradient_are_finite()
    {
        var models = Terms.Select(Write).ToArray();
        foreach (var (model, read) in models.Zip(ReadModels.From([.. models.Select(model => model.Source)])))
        {
            var oracle = new Oracle(model, read.Value.Model!);
            foreach (var position in Positions.Of(model, Points))
            {
                Assert.True(double.IsFinite(oracle.Value(position)), model.Source);
                Assert.All(oracle.Gradient(position), derivative => Assert.True(double.IsFinite(derivative), model.Source));
            }
        }
    }

    private static FuzzModel Write(string term, int index)
    {
        List<FuzzParameter> data =
        [
            new("Vector", "y", new Vector([0.01, 0.5, 1.5, 4, 30, 8, 2.5])),
            new("Vector", "low", new Vector([0.01, 0.2, 0, -3, 10, 7.9, 0.001])),
            new("Vector", "high", new Vector([0.02, 9, 2, 4, 30, 50, 1000])),
            new("Vector", "edge", new Vector([-2, 0.1, 0.3, 30, 1, -35, 39])),
            new("Vector", "amount", new Vector([0, 0.3, 7, 0, 0, 0.01, 2])),
            new("int[]", "count", new[] { 0, 3, 0, 1, 12, 0, 20 }),
            new("int[]", "positive", new[] { 1, 3, 2, 1, 12, 1, 20 }),
            new("int", "most", 22),
            new("Vector", "share", new Vector([0.2, 0.5, 0.3])),
            new("Matrix", "panel", (Matrix)new double[,] { { 1, -2, 0 }, { 0.5, 2, 1 } }),
        ];
        List<FuzzStatement> statements =
        [
            new(["var mu = Sample(Normal(0, 1));"], "mu", new("mu", 1, Constraint.None)),
            new(["var s = Sample(Truncated(Cauchy(0, 2), lower: 0));"], "s", new("s", 1, Constraint.Positive)),
            new(["var p = Sample(Truncated(Normal(0.5, 0.4), 0.1, upper: 0.95));"], "p", new("p", 1, Constraint.Interval, 0.1, 0.95)),
            new(["var centre = Sample(Mixture([0.4, 0.6], Normal(-3, 2), Normal(2, 4)), share.Length);"], "centre", new("centre", 3, Constraint.None)),
            new(["var spread = Sample(Mixture([0.4, 0.6], LogNormal(0, 1), Gamma(2, 1)), share.Length);"], "spread", new("spread", 3, Constraint.Positive)),
            new(["var spread2 = s + 0.1;"], "spread2"),
            new(term.Split('\n')),
        ];
        return new(FirstSeed + index, data, statements, []);
    }
}
