using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// A model for every distribution beyond the first fifteen, as a prior and as a likelihood: executed body, interpreter and emitted code agree on
/// log-density and gradient.
/// </summary>
public sealed class DistributionModelTests
{
    private const int Points = 20;

    /// <summary>Seeds are the models' names too; those of other tests are below.</summary>
    private const int FirstSeed = 2_000_000;

    private static readonly double[] Reals = [0.3, -1.2, 4, 1], Positives = [0.2, 1.5, 7, 3], Units = [0.1, 0.5, 0.93, 0.07];

    /// <summary>A distribution of a latent with its map, and data that it may have given.</summary>
    private static readonly (string Call, FuzzLatent Latent, double[] Data)[] Continuous =
    [
        ("Laplace(mu, s)", Latent(Constraint.None), Reals),
        ("Logistic(mu, s)", Latent(Constraint.None), Reals),
        ("Logistic()", Latent(Constraint.None), Reals),
        ("Gumbel(mu, s)", Latent(Constraint.None), Reals),
        ("SkewNormal(mu, s, mu)", Latent(Constraint.None), Reals),
        ("SkewNormal(mu, tau: s, alpha: 2)", Latent(Constraint.None), Reals),
        ("Flat()", Latent(Constraint.None), Reals),
        ("Flat(lower: -1.5)", Latent(Constraint.Lower, -1.5), Reals),
        ("Flat(upper: 4.5)", Latent(Constraint.Upper, 0, 4.5), Reals),
        ("Flat(-1.5, 4.5)", Latent(Constraint.Interval, -1.5, 4.5), Reals),
        ("HalfFlat()", Latent(Constraint.Positive), Positives),
        ("Weibull(s, 2)", Latent(Constraint.Positive), Positives),
        ("Weibull(1.5, s)", Latent(Constraint.Positive), Positives),
        ("ChiSquared(s)", Latent(Constraint.Positive), Positives),
        ("HalfStudentT(s, 2)", Latent(Constraint.Positive), Positives),
        ("HalfStudentT(3, lam: s)", Latent(Constraint.Positive), Positives),
        ("Pareto(s, 0.125)", Latent(Constraint.Lower, 0.125), Positives),
        ("Triangular(-1.5, 4.5, 4 * InverseLogit(mu))", Latent(Constraint.Interval, -1.5, 4.5), Reals),
        ("LogitNormal(mu, s)", Latent(Constraint.Interval), Units),
        ("LogitNormal(mu, tau: s)", Latent(Constraint.Interval), Units),
        ("VonMises(mu, s)", Latent(Constraint.Circular), [-3.1, 0.4, 3, 1]),
    ];

    private static readonly (string Call, int[] Data)[] Discrete =
    [
        ("Geometric(InverseLogit(mu))", [1, 4, 2, 9]),
        ("BetaBinomial(9, s, 2)", [0, 4, 9, 3]),
        ("BetaBinomial(n: 9, alpha: 0.5, beta: Exp(mu))", [0, 4, 9, 3]),
        ("DiscreteUniform(-1, 9)", [-1, 4, 9, 3]),
    ];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        var likelihoods = Continuous.Select(one => (one.Call, one.Latent, (object)new Vector(one.Data), "Vector"))
            .Concat(Discrete.Select(one => (one.Call, Latent(Constraint.None), (object)one.Data, "int[]")));
        var failures = Trial.Run([.. likelihoods.Select(Write), .. Tails.Select(WriteTails)], Points);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>Cumulative functions of distributions on a part of the line, at points that are in and beyond their supports.</summary>
    private static readonly (string Call, double[] Points)[] Tails =
    [
        ("LogitNormal(mu, s)", [1e-9, 0.3, 0.8, 0.999]),
        ("Geometric(InverseLogit(mu))", [1, 1.5, 4, 30]),
        ("DiscreteUniform(-1, 9)", [-1, 0.5, 4, 8]),
        ("Pareto(s, 0.5)", [0.50001, 1, 4, 1e6]),
    ];

    private static FuzzLatent Latent(Constraint constraint, double lower = 0, double upper = 1) => new("x", 1, constraint, lower, upper);

    private static FuzzModel Write((string Call, FuzzLatent Latent, object Data, string Type) one, int index)
    {
        var prior = one.Type == "Vector" ? one.Call : "Normal(0, 1)";
        List<FuzzStatement> statements =
        [
            new(["var mu = Sample(Normal(0, 1));"], "mu", new("mu", 1, Constraint.None)),
            new(["var s = Sample(HalfNormal(1));"], "s", new("s", 1, Constraint.Positive)),
            new([$"var x = Sample({prior});"], "x", one.Latent),
            new(["Observe(y, Normal(x, s));"]),
            new([$"Observe(z, {one.Call});"]),
            new(["Potential(LogBesselI0(3 * x));"]),
        ];
        return new(FirstSeed + index, [new("Vector", "y", new Vector(Reals)), new(one.Type, "z", one.Data)], statements, []);
    }

    private static FuzzModel WriteTails((string Call, double[] Points) one, int index)
    {
        List<FuzzStatement> statements =
        [
            new(["var mu = Sample(Normal(0, 1));"], "mu", new("mu", 1, Constraint.None)),
            new(["var s = Sample(HalfNormal(1));"], "s", new("s", 1, Constraint.Positive)),
            new([$"Potential({one.Call}.LogCdf(y) + {one.Call}.LogSurvival(y));"]),
            new([$"Potential({one.Call}.Cdf(y - 3) + {one.Call}.LogSurvival(y - 3));"]),
            new(["Potential(0.1 * mu * s);"]),
        ];
        return new(FirstSeed + 1000 + index, [new("Vector", "y", new Vector(one.Points))], statements, []);
    }
}
