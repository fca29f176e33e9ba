using System;
using System.Collections.Generic;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Writes a model whose likelihoods read observed data, and what its simulation is in plain C#: <c>yG</c> are the data given, <c>yD</c> those drawn.</summary>
internal sealed class SimulationWriter
{
    private readonly Random random;
    private readonly List<string> body = [];
    private readonly List<string> plain = [];
    private readonly List<string> members = [];

    private SimulationWriter(int seed) => random = new(seed);

    public static string Write(int seed)
    {
        var writer = new SimulationWriter(seed);
        writer.Observe();
        writer.Rest();
        return writer.File(seed);
    }

    private void Observe()
    {
        switch (random.Next(4))
        {
            case 0:
                Coupled();
                break;
            case 1:
                One("z", "y");
                One("y", "z");
                break;
            default:
                One("y", "z");
                One("z", "y");
                break;
        }
    }

    /// <summary>Two series that depend on each other: both are drawn in sequence.</summary>
    private void Coupled()
    {
        body.Add("for (var t = 1; t < y.Length; t++) { Observe(y[t], Normal(a * z[t - 1] + x[t], 0.5)); Observe(z[t], Normal(0.3 * y[t] + a * z[t - 1] + Mean(y), 0.5)); }");
        plain.Add("for (var t = 1; t < n; t++) { yD[t] = Draw(a * zD[t - 1] + x[t], 0.5); zD[t] = Draw(0.3 * yD[t] + a * zD[t - 1] + yG.Average(), 0.5); }");
    }

    private void One(string u, string other)
    {
        var (outside, given) = Choose(
            ($"{other}[0]", $"{other}G[0]"), ($"{other}[^1]", $"{other}G[n - 1]"), ($"Mean({other})", $"{other}G.Average()"), ($"Sum({u} * x)", $"{u}G.Zip(x, (p, q) => p * q).Sum()"),
            ($"{u}[2]", $"{u}G[2]"), ("b", "b"));
        switch (random.Next(8))
        {
            case 0:
                Add($"Observe({u}, Normal(a * x + {outside}, 0.5));", $"for (var t = 0; t < n; t++) {u}D[t] = Draw(a * x[t] + {given}, 0.5);");
                break;
            case 1:
                var lag = random.Next(1, 4);
                Add(
                    $"for (var t = {lag}; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[t - 1] + 0.2 * {u}[t - {lag}] + Mean({u}) + b * x[t], 0.5));",
                    $"for (var t = {lag}; t < n; t++) {u}D[t] = Draw(a * {u}D[t - 1] + 0.2 * {u}D[t - {lag}] + {u}G.Average() + b * x[t], 0.5);");
                break;
            case 2:
                Carried(u);
                break;
            case 3:
                Add(
                    $"for (var t = 0; t < {u}.Length; t++) if (x[t] > 0) Observe({u}[t], Normal(a * x[t] + {outside}, 0.5));",
                    $"for (var t = 0; t < n; t++) if (x[t] > 0) {u}D[t] = Draw(a * x[t] + {given}, 0.5);");
                break;
            case 4:
                Add(
                    $"Observe({u}[0], Normal(b, 0.5)); for (var t = 1; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[t - 1] + {other}[t], 0.5));",
                    $"{u}D[0] = Draw(b, 0.5); for (var t = 1; t < n; t++) {u}D[t] = Draw(a * {u}D[t - 1] + {other}G[t], 0.5);");
                break;
            case 5:
                Add(
                    $"for (var t = 0; t < {u}.Length; t++) Observe({u}[t], Normal(t == 0 ? b : a * {u}[t - 1], 0.5));",
                    $"for (var t = 0; t < n; t++) {u}D[t] = Draw(t == 0 ? b : a * {u}D[t - 1], 0.5);");
                break;
            case 6:
                Add(
                    $"var r{u} = new Vector({u}.Length); for (var t = 0; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * x[t], 0.5)); r{u}[t] = Deterministic({u}[t] - a * x[t]); }}",
                    $"var r{u} = new double[n]; for (var t = 0; t < n; t++) {{ {u}D[t] = Draw(a * x[t], 0.5); r{u}[t] = {u}G[t] - a * x[t]; }}");
                members.Add($"r{u}");
                break;
            default:
                Add($"Observe({u}[1..], Normal(a * {u}[..^1] + {outside}, 0.5));", $"for (var t = 1; t < n; t++) {u}D[t] = Draw(a * {u}G[t - 1] + {given}, 0.5);");
                break;
        }
    }

    /// <summary>A moving average, whose last error a forecast takes from the series that was given, or from the drawn one where there is none.</summary>
    private void Carried(string u)
    {
        Add(
            $"var e{u} = 0.0; for (var t = 0; t < {u}.Length; t++) {{ var m = b + a * e{u}; Observe({u}[t], Normal(m, 0.5)); e{u} = {u}[t] - m; }} var f{u} = Generate(Normal(2 * e{u}, 0.1));",
            $"var e{u} = 0.0; var k{u} = 0.0; for (var t = 0; t < n; t++) {{ var m = b + a * e{u}; {u}D[t] = Draw(m, 0.5); e{u} = {u}D[t] - m; k{u} = (isGiven ? {u}G[t] : {u}D[t]) - (b + a * k{u}); }} "
                + $"var f{u} = new[] {{ Draw(2 * k{u}, 0.1) }};");
        members.Add($"f{u}");
    }

    private void Rest()
    {
        if (random.Next(2) == 0)
        {
            Add("var d = Deterministic(Sum(y) * a + z[1]);", "var d = new[] { yG.Sum() * a + zG[1] };");
            members.Add("d");
        }

        if (random.Next(2) == 0)
        {
            Add("var g = Generate(Normal(a * y[^1], 0.1));", "var g = new[] { Draw(a * yG[n - 1], 0.1) };");
            members.Add("g");
        }
    }

    private void Add(string statement, string meaning)
    {
        body.Add(statement);
        plain.Add(meaning);
    }

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string File(int seed)
    {
        var found = string.Join(", ", Parts("s."));
        var wanted = string.Join(", ", ["yD", "zD", .. members]);
        return $$"""
            using System;
            using System.Linq;
            using Gen;
            using Gen.Numerics;
            using static Gen.Modeling;

            public partial class Sim{{seed}}
            {
                [Model]
                static partial void Define([Dims("t")] Vector x, [Dims("t")] Vector y, [Dims("t")] Vector z)
                {
                    var a = Sample(Normal(0.4, 0.1));
                    var b = Sample(Normal(0, 1));
                    {{string.Join("\n        ", body)}}
                }
            }

            public static class Sim{{seed}}Plain
            {
                public static double[][] Run(long seed, double[] x, double[] yG, double[] zG, bool isGiven)
                {
                    var random = new RandomStream(seed, int.MinValue);
                    double Draw(double mu, double sigma) => Gen.Distributions.Normal.Draw(random, mu, sigma);
                    var n = x.Length;
                    var yD = yG.ToArray();
                    var zD = zG.ToArray();
                    var a = Draw(0.4, 0.1);
                    var b = Draw(0, 1);
                    {{string.Join("\n        ", plain)}}
                    return [{{wanted}}];
                }
            }

            public partial class Sim{{seed}}
            {
                public static string Problem()
                {
                    double[] x = [0.5, -0.3, 1.2, 0.1, -0.7, 0.9], y = [1, 2, -1, 0.5, 3, 1.5], z = [0.2, -2, 1, 4, 0.3, -1], none = [.. x.Select(_ => double.NaN)];
                    foreach (var seed in new[] { 1, 2 })
                    {
                        var problem = Difference(new Sim{{seed}}(x, y, z), Sim{{seed}}Plain.Run(seed, x, y, z, true), seed, false) + Difference(new Sim{{seed}}(x), Drawn(() => Sim{{seed}}Plain.Run(seed, x, none, none, false)), seed, true);
                        if (problem.Length > 0)
                        {
                            return problem;
                        }
                    }

                    return "";
                }

                // A distribution does not draw with a parameter that reads what nobody drew: such a body has no numbers of its own.
                private static double[][]? Drawn(Func<double[][]> run)
                {
                    try
                    {
                        return run();
                    }
                    catch (ArgumentOutOfRangeException)
                    {
                        return null;
                    }
                }

                private static string Difference(Sim{{seed}} model, double[][]? wanted, int seed, bool mayRefuse)
                {
                    try
                    {
                        var s = model.Draw(seed);
                        if (wanted is null)
                        {
                            return "the model drew where the body reads what nobody drew";
                        }

                        double[][] found = [{{found}}];
                        for (var i = 0; i < wanted.Length; i++)
                        {
                            for (var t = 0; t < wanted[i].Length; t++)
                            {
                                if (!(Math.Abs(found[i][t] - wanted[i][t]) < 1e-12) && !(double.IsNaN(found[i][t]) && double.IsNaN(wanted[i][t])))
                                {
                                    return $"quantity {i}, element {t}: {found[i][t]} instead of {wanted[i][t]}";
                                }
                            }
                        }

                        return "";
                    }
                    catch (InvalidOperationException refusal)
                    {
                        return mayRefuse && (wanted is null || wanted.Any(part => part.Any(double.IsNaN))) ? "" : refusal.Message;
                    }
                }
            }
            """;
    }

    private IEnumerable<string> Parts(string instance)
    {
        yield return $"{instance}Y.ToArray()";
        yield return $"{instance}Z.ToArray()";
        foreach (var member in members)
        {
            var name = $"{instance}{char.ToUpperInvariant(member[0])}{member[1..]}";
            yield return member[0] == 'r' ? $"{name}.ToArray()" : $"[{name}]";
        }
    }
}
