using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random objectives of latents, those with centres too, deterministics, what is generated or looked up, data with and without likelihoods, and decisions; elements are there or not by
/// conditions on places and data. The oracle is the objective's own method, executed on the values of each draw: utilities agree draw by draw, the expectation is their mean, and its gradient
/// the central difference of that. Latents are mapped to their coordinates and back, and the log-densities that were recorded are those of the draws.
/// </summary>
public sealed class ObjectiveModelTests
{
    [Fact]
    public void Objectives_are_loops_over_draws_of_the_executed_method() => Campaign.Run(Write, seed => $"Goal{seed}", first: 0, share: 50);

    /// <summary>Terms over what an objective may read: y, k and panel have likelihoods, x and group have none, d, e and f are decided.</summary>
    private static readonly string[] Terms =
    [
        "Sum(mu * y)", "Sum(Square(mu * d - y))", "y[0] * d", "Mean(y) * a", "Sum(b[group] * y)", "Scored(y, d)", "Sum(e * y)", "Sum(e * mu * x)", "Sum(k) * a * d", "k[1] * b[0]",
        "Sum(panel) * d", "Sum(panel[0] * e)", "Sum(Dot(panel, e)) * a", "Where(mu[0] > y[0], Sum(e), Sum(0.5 * x))", "Tanh(d) * y[^1]", "Sum(Exp(0.1 * e) * y[group])", "Sum(y[1..] * mu[..^1]) * d", "-d * d", "Lagged(y, e)",
        "Dot(g, e) * d", "Min(h, 2 + d)", "top * Tanh(d)", "found * Sum(e)", "Where(g[0] > e[0], e[1], 0.5 * g[1]) - h * d", "Sum(Max(mu, g) * e)", "Lagged(g, e)", "g[0] * h * d",
        "Joined(y, e)", "Joined(x, e) * a", "Paired(panel, e)", "Paired(panel, e) * d", "Adjoining(f, y)", "Adjoining(f, x) * a",
        "Rated(group, x, e) * a", "Counted(x, d)", "Segments(k, x, d)", "Windows(e, 1)", "Windows(e, fold) * d", "Windows(g, k[0]) * d",
    ];

    private static string Write(int seed)
    {
        var random = new Random(seed);
        var latents = seed % 2 == 1 ? new CenteredObjective(seed) : null;
        var value = string.Join(" + ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => Terms[random.Next(Terms.Length)]).Append("0.1 * d + 0.1 * Sum(e) + 0.1 * Sum(f)").Append("(isOpen ? rate : 0.3) * fold * d").Concat(latents?.Terms ?? []));
        var defaults = string.Create(CultureInfo.InvariantCulture, $"double rate = {random.NextDouble() - 0.5}, int fold = {random.Next(-3, 4)}, bool isOpen = {(random.Next(2) == 0 ? "true" : "false")}");
        return $$"""
            using System;
            using System.Linq;
            using Gen;
            using static Gen.Modeling;

            public partial class Goal{{seed}}
            {
                static double Scored(Vector v, double d) => Sum(Log(1 + Square(v))) * d;

                static double Lagged(Vector v, Vector e)
                {
                    var total = 0.0;
                    for (var t = 1; t < v.Length; t++)
                    {
                        total += v[t - 1] * e[t];
                    }

                    return total;
                }

                static double Windows(Vector v, int back)
                {
                    var total = 0.0;
                    for (var t = 0; t < v.Length; t++)
                    {
                        total += Sum(v[Math.Max(0, t - Math.Abs(back))..(t + 1)]) * v[t] + Mean(v[t..Math.Min(v.Length, t + 2)]);
                    }

                    return total;
                }

                static double Rated(int[] who, Vector v, Vector e)
                {
                    var r = new Vector(v.Length);
                    var total = 0.0;
                    for (var t = 0; t < v.Length; t++)
                    {
                        total += v[t] * r[who[t]];
                        r[who[t]] += 0.5 * (e[t] - r[who[t]]);
                    }

                    return total;
                }

                static double Joined(Vector v, Vector e)
                {
                    var total = 0.0;
                    for (var i = 0; i < e.Length; i++)
                    {
                        if (i > 0 && v[i] > 0.3)
                            total -= e[i] * e[i - 1];
                        if (i > 0 && v[i] > v[i - 1])
                            total += Square(e[i] - e[i - 1]);
                    }

                    return total;
                }

                static double Paired(Matrix v, Vector e)
                {
                    var total = 0.0;
                    for (var i = 0; i < e.Length; i++)
                        for (var j = 0; j < v.Columns; j++)
                            if (i > j && v[i, j] > -0.5)
                                total += e[i] * e[i - 1] * (1 + v[i, j]);
                    return total;
                }

                static double Adjoining(Matrix m, Vector v)
                {
                    var total = 0.0;
                    for (var i = 0; i < v.Length; i++)
                        for (var j = 0; j < v.Length; j++)
                        {
                            if (j > 0 && v[i] > 0.3)
                                total -= m[i, j] * m[i, j - 1];
                            if (i > 0 && v[j] > 0.3)
                                total += Tanh(m[i - 1, j]) * m[i, j];
                        }

                    return total;
                }

                static double Counted(Vector v, double d)
                {
                    var many = 0;
                    for (var t = 0; t < v.Length; t++)
                        if (v[t] > 0)
                            many++;
                        else
                            d *= 0.9;
                    return d * many;
                }

                static double Segments(int[] lengths, Vector v, double d)
                {
                    var at = 0;
                    var total = 0.0;
                    for (var t = 0; t < v.Length; t++)
                    {
                        total += d * v[at] * (t + 1);
                        at = (at + lengths[t]) % v.Length;
                    }

                    return total;
                }

                [Model]
                static partial void Define([Dims("t")] Vector x, [Dims("t")] int[] group, [Dims("t")] Vector y, [Dims("t")] int[] k, [Dims("t", "t")] Matrix panel, Dim groups)
                {
                    var a = Sample(Normal(0, 1));
                    var b = Sample(Normal(0, 1), groups);
                    {{latents?.Statements}}
                    var mu = Deterministic(a * x + b[group]{{latents?.Level}});
                    Observe(y, Normal(mu, 1));
                    Observe(k, Poisson(Exp(0.2 * mu)));
                    Observe(panel, Normal(a, 2));
                    var g = Generate(Normal(mu, 1));
                    var h = Generate(Poisson(Exp(0.3 * a)));
                    var top = Deterministic(Max(g) + h + a{{latents?.Shift}});
                    var found = Deterministic(x[ArgMax(b[group] * x)]);
                }

                [Objective]
                static double Utility(double a, Vector b, Vector mu, Vector g, double h, double top, double found, {{latents?.Parameters}}Vector x, int[] group, Vector y, int[] k, Matrix panel, [Decision] double d, [Decision, Dims("t")] Vector e, [Decision, Dims("t", "t")] Matrix f, {{defaults}}) => {{value}};

                {{CenteredFile.Mapped($"Goal{seed}")}}

                public static string Problem()
                {
                    Vector x = [0.5, -1, 2], y = [1, -2, 0.5], e = [0.3, -0.7, 1.1];
                    int[] group = [0, 1, 0], k = [2, 0, 1];
                    Matrix panel = new double[,] { { 1, 2, -1 }, { 0, 3, 1 }, { -2, 1, 0.5 } }, f = new double[,] { { 0.2, -0.4, 1.3 }, { 0.9, 0.1, -0.6 }, { -1.1, 0.7, 0.5 } };
                    var posterior = new Goal{{seed}}(x, group, y, k, panel, 2).Sample(draws: 11, tune: {{(latents is null ? 30 : 200)}}, chains: 1, seed: 3);
                    if (Mapped(posterior) is { Length: > 0 } amiss)
                    {
                        return amiss;
                    }

                    double Each(int draw, double d, Vector at, Matrix all) => Utility(
                        posterior.A.Values[draw], [posterior.B[0].Values[draw], posterior.B[1].Values[draw]],
                        [posterior.Mu[0].Values[draw], posterior.Mu[1].Values[draw], posterior.Mu[2].Values[draw]],
                        [posterior.G[0].Values[draw], posterior.G[1].Values[draw], posterior.G[2].Values[draw]], posterior.H.Values[draw], posterior.Top.Values[draw], posterior.Found.Values[draw], {{latents?.Arguments}}x, group, y, k, panel, d, at, all);
                    double Mean(double d, Vector at, Matrix all) => Enumerable.Range(0, 11).Average(draw => Each(draw, d, at, all));
                    bool Agree(double wanted, double found, double tolerance) => Math.Abs(wanted - found) <= tolerance * Math.Max(1, Math.Abs(wanted));

                    var utilities = posterior.Utility().Utilities(d: 0.8, e: e, f: f);
                    for (var draw = 0; draw < 11; draw++)
                    {
                        if (!Agree(Each(draw, 0.8, e, f), utilities.Values[draw], 1e-10))
                        {
                            return $"draw {draw}: {utilities.Values[draw]} instead of {Each(draw, 0.8, e, f)}";
                        }
                    }

                    var (mean, byD, byE, byF) = posterior.Utility().Evaluate(d: 0.8, e: e, f: f);
                    const double Step = 1e-5;
                    if (!Agree(Mean(0.8, e, f), mean, 1e-10) || !Agree((Mean(0.8 + Step, e, f) - Mean(0.8 - Step, e, f)) / (2 * Step), byD, 1e-6))
                    {
                        return $"mean {mean} instead of {Mean(0.8, e, f)}, or the derivative by d, {byD}";
                    }

                    for (var i = 0; i < e.Length; i++)
                    {
                        Vector above = e.ToArray(), below = e.ToArray();
                        above[i] += Step;
                        below[i] -= Step;
                        var wanted = (Mean(0.8, above, f) - Mean(0.8, below, f)) / (2 * Step);
                        if (!Agree(wanted, byE[i], 1e-6))
                        {
                            return $"derivative by e[{i}]: {byE[i]} instead of {wanted}";
                        }

                        for (var j = 0; j < e.Length; j++)
                        {
                            Matrix Moved(double step) => f + step * Outer(Where(Equal(Arange(3), i), 1, Zeros(3)), Where(Equal(Arange(3), j), 1, Zeros(3)));
                            wanted = (Mean(0.8, e, Moved(Step)) - Mean(0.8, e, Moved(-Step))) / (2 * Step);
                            if (!Agree(wanted, byF[i, j], 1e-6))
                            {
                                return $"derivative by f[{i}, {j}]: {byF[i, j]} instead of {wanted}";
                            }
                        }
                    }

                    return "";
                }
            }
            """;
    }
}
