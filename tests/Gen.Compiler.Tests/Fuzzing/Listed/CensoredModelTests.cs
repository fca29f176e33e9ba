using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Models with censored rows, written by hand with every distribution that has the functions: executed body, interpreter and emitted code agree on
/// log-density and gradient, with data in both tails and beyond the ends of supports.
/// </summary>
public sealed class CensoredModelTests
{
    private const int Points = 20;

    /// <summary>Seeds are the models' names too; those of fuzzing are below.</summary>
    private const int FirstSeed = 1_000_000;

    private static readonly string[] Distributions =
    [
        "Normal(mu, s)", "Normal(mu, tau: s)", "Normal(mu * y, s)", "LogNormal(mu, s)", "LogNormal(mu, tau: s)", "HalfNormal(s)", "HalfNormal(tau: s)",
        "Exponential(s)", "Exponential(scale: s)", "Cauchy(mu, s)", "HalfCauchy(s)", "Uniform(-40 - s, 40 + s)", "Uniform(0, 40 + s)",
        "Laplace(mu, s)", "Logistic(mu, s)", "Gumbel(mu, s)", "Weibull(s, 2)", "Weibull(2, s)", "Pareto(s, 0.005)", "Triangular(-40 - s, 41 + s, mu)",
    ];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var failures = Trial.Run([.. Distributions.Select(Write)], Points);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    [Fact]
    public void Log_density_and_gradient_are_finite_in_the_tails()
    {
        var models = Distributions.Select(Write).ToArray();
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

    private static FuzzModel Write(string distribution, int index)
    {
        List<FuzzParameter> data =
        [
            new("Vector", "y", new Vector([0.01, 0.5, 1.5, 4, 30, 8, 2.5])),
            new("Vector", "censored", new Vector([0, 1, 0, 1, 1, 0, 1])),
            new("Vector", "edge", new Vector([-2, 0, 0.3, 30, 1, -35, 39])),
        ];
        List<FuzzStatement> statements =
        [
            new(["var mu = Sample(Normal(0, 1));"], "mu", new("mu", 1, Constraint.None)),
            new(["var s = Sample(HalfNormal(1));"], "s", new("s", 1, Constraint.Positive)),
            new([$"Potential(Where(censored, {distribution}.LogSurvival(y), {distribution}.LogDensity(y)));"]),
            new([$"Potential(Where(censored, {distribution}.LogCdf(y), 0));"]),
            new([$"Potential(Where(edge > 0, {distribution}.LogCdf(edge), 0));"]),
            new([$"Potential({distribution}.LogSurvival(edge) + Log1p({distribution}.Cdf(edge)));"]),
        ];
        return new(FirstSeed + index, data, statements, []);
    }
}
