using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>The file around what was written: the model, its meaning as plain C#, and the comparison of both.</summary>
internal sealed partial class SimulationWriter
{
    // How the plain programs read what has been drawn before.
    private static readonly string[] ReadDrawn = ["{0}D[t - ", "{0}D.Take(t)", "{0}D[j]", "* {0}D[t]"];

    private string File(int seed)
    {
        var wanted = string.Join(", ", ["yD", "zD", .. members]);

        // What is observed may tell the axis that the others agree through.
        string[] series = ["Vector x", "int[] group", "Vector y", "Vector z"];
        random.Shuffle(series);
        var parameters = string.Join(", ", series.Select(own => $"[Dims(\"t\")] {own}"));
        return $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Gen;
            using Gen.Numerics;
            using static Gen.Modeling;

            public partial class Sim{{seed}}
            {
                private static double Before(Vector series, int end)
                {
                    var sum = 0.0;
                    for (var i = 0; i < end; i++) sum += 0.5 * series[i];
                    return sum;
                }

                [Model]
                static partial void Define({{parameters}}, Dim groups)
                {
                    var a = Sample(Normal(0.4, 0.1));
                    var b = Sample(Normal(0, 1));
                    var c = Sample(Normal(0, 1), groups);
                    {{CenteredStatements}}
                    {{string.Join("\n        ", body)}}
                }
            }

            public static class Sim{{seed}}Plain
            {
                private static double Mean(double[] values) => values.Sum() / values.Length;

                private static RandomStream stream = new(0);
                private static Queue<double>? known;

                private static double Sample(Univariate d, Centering centering = default) => known is null ? d.Draw(stream) : known.Dequeue();

                private static Vector Sample(Univariate d, Dim dim, Centering centering = default) => [.. Enumerable.Range(0, dim.Length).Select(_ => Sample(d, centering))];

                private static Vector Sample(Elementwise<Vector> d, Centering centering = default) => Known(d.Draw(known is null ? stream : new(0)));

                private static Vector Sample(Distribution<Vector> d, Centering centering = default) => Known(d.Draw(known is null ? stream : new(0)));

                private static Vector Sample(Series series, Dim dim, Centering centering = default) => Sample(series.Along(dim), centering);

                private static Vector Known(Vector drawn) => known is null ? drawn : [.. drawn.ToArray().Select(_ => known.Dequeue())];

                public static double[][] Run(RandomStream random, (double A, double B, double[] C, double[] Others)? latents, double[] x, int[] group, double[] yG, double[] zG, bool isGiven)
                {
                    double Draw(double mu, double sigma) => Gen.Distributions.Normal.Draw(random, mu, sigma);
                    var n = x.Length;
                    var yD = yG.ToArray();
                    var zD = zG.ToArray();
                    var a = latents?.A ?? Draw(0.4, 0.1);
                    var b = latents?.B ?? Draw(0, 1);
                    Vector c = latents?.C ?? [Draw(0, 1), Draw(0, 1)];
                    Dim groups = c.Length;
                    (stream, known) = (random, latents is { } given ? new(given.Others) : null);
                    {{CenteredStatements}}
                    {{string.Join("\n        ", plain)}}
                    return latents is null ? [{{wanted}}, {{PlainCentered}}] : [{{wanted}}];
                }
            }

            public partial class Sim{{seed}}
            {
                public static string Problem()
                {
                    double[] x = [0.5, -0.3, 1.2, 0.1, -0.7, 0.9], y = [1, 2, -1, 0.5, 3, 1.5], z = [0.2, -2, 1, 4, 0.3, -1], none = [.. x.Select(_ => double.NaN)];
                    int[] group = [0, 1, 1, 0, 1, 0];
                    foreach (var seed in new[] { 1, 2 })
                    {
                        var problem = Difference(() => Found(new Sim{{seed}}(x: x, group: group, y: y, z: z, groups: 2).Draw(seed)), () => Sim{{seed}}Plain.Run(new(seed, int.MinValue), null, x, group, y, z, true), mayRefuse: false)
                            + Difference(() => Found(new Sim{{seed}}(x: x, group: group, groups: 2).Draw(seed)), () => Sim{{seed}}Plain.Run(new(seed, int.MinValue), null, x, group, none, none, false), mayRefuse: false);
                        if (problem.Length > 0)
                        {
                            return $"simulation {seed}: {problem}";
                        }
                    }

                    var posterior = new Sim{{seed}}(x: x, group: group, y: y, z: z, groups: 2).Sample(draws: 2, tune: {{(centered is null ? 20 : 200)}}, chains: 1, seed: 5);
                    if (Mapped(posterior, Latents(posterior.Model.Draw(1)), Latents(posterior.Model.Draw(2))) is { Length: > 0 } amiss)
                    {
                        return amiss;
                    }

                    foreach (var n in new[] { 0, 1, 2, 3, 5, 9 })
                    {
                        double[] Other(int from) => [.. Enumerable.Range(from, n).Select(t => Math.Round(Math.Sin(7.0 * t), 3))];
                        double[] newX = Other(1), newY = Other(20), newZ = Other(40), missing = [.. newX.Select(_ => double.NaN)];
                        int[] newGroup = [.. Enumerable.Range(0, n).Select(t => t % 3 % 2)];
                        for (var draw = 0; draw < 2; draw++)
                        {
                            (double, double, double[], double[]) latents = (posterior.A.Values[draw], posterior.B.Values[draw], [posterior.C[0].Values[draw], posterior.C[1].Values[draw]], [{{CenteredValues}}]);
                            double[][] Plain(double[] yG, double[] zG, bool isGiven) => Sim{{seed}}Plain.Run(new(9, int.MinValue / 2 + draw), latents, newX, newGroup, yG, zG, isGiven);
                            var problem = Difference(() => Found(posterior.Predict({{Histories("newY", "newZ")}}x: newX, group: newGroup, seed: 9), draw), () => Plain({{Given("newY", "newZ")}}), mayRefuse: n < 3)
                                + Difference(() => Found(posterior.Predict(x: newX, group: newGroup, seed: 9), draw), () => Plain(missing, missing, false), mayRefuse: n < 3);
                            if (problem.Length > 0)
                            {
                                return $"prediction of {n}, draw {draw}: {problem}";
                            }
                        }

                        try
                        {
                            posterior.Predict(x: newX);
                            return $"{n} elements of x were taken with 6 of 'group'";
                        }
                        catch (ArgumentException refusal) when (refusal.Message.Contains("group"))
                        {
                        }
                    }

                    return "";
                }

                private static double[][] Found(Simulation s) => [{{string.Join(", ", Parts())}}, {{SimulatedCentered}}];

                private static double[] Latents(Simulation s) => [s.A, s.B, .. s.C.ToArray(), .. new double[][] { {{SimulatedCentered}} }.SelectMany(part => part)];

                {{CenteredFile.Mapped($"Sim{seed}")}}

                private static double[][] Found(Predictions s, int draw)
                {
                    double[] Vector(VectorDraws draws) => [.. Enumerable.Range(0, draws.Length).Select(t => draws[t].Values[draw])];
                    return [{{string.Join(", ", PredictedParts())}}];
                }

                private static string Difference(Func<double[][]> find, Func<double[][]> run, bool mayRefuse)
                {
                    double[][]? wanted = null;
                    try
                    {
                        wanted = run();
                    }
                    catch (Exception raw) when (raw is ArgumentOutOfRangeException or IndexOutOfRangeException)
                    {
                        // A distribution does not draw with a parameter that reads what nobody drew, and what is not there cannot be read: no numbers.
                    }

                    double[][] found;
                    try
                    {
                        found = find();
                    }
                    catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentException)
                    {
                        return mayRefuse || wanted is null || wanted.Any(part => part.Any(double.IsNaN)) ? "" : refusal.Message;
                    }

                    if (wanted is null)
                    {
                        return "the model drew where the body reads what is not there";
                    }

                    for (var i = 0; i < wanted.Length; i++)
                    {
                        for (var t = 0; t < wanted[i].Length; t++)
                        {
                            // Latents may be as large as a half-Cauchy's.
                            var scale = i < {{members.Count + 2}} ? 1 : Math.Max(1, Math.Abs(wanted[i][t]));
                            if (!(Math.Abs(found[i][t] - wanted[i][t]) < 1e-12 * scale) && !(double.IsNaN(found[i][t]) && double.IsNaN(wanted[i][t])))
                            {
                                return $"quantity {i}, element {t}: {found[i][t]} instead of {wanted[i][t]}";
                            }
                        }
                    }

                    return "";
                }
            }
            """;
    }

    private bool IsReadElsewhere(string observed) => plain.Exists(line => line.Contains($"{observed}G", StringComparison.Ordinal) || ReadDrawn.Any(read => line.Contains(string.Format(CultureInfo.InvariantCulture, read, observed), StringComparison.Ordinal)));

    private string Histories(string y, string z) => (IsReadElsewhere("y") ? $"y: {y}, " : "") + (IsReadElsewhere("z") ? $"z: {z}, " : "");

    private string Given(string y, string z) => $"{(IsReadElsewhere("y") ? y : "missing")}, {(IsReadElsewhere("z") ? z : "missing")}, {(IsReadElsewhere("y") || IsReadElsewhere("z") ? "true" : "false")}";

    private IEnumerable<string> Parts() => ["s.Y.ToArray()", "s.Z.ToArray()", .. members.Select(member => member[0] == 'r' ? $"s.{Member(member)}.ToArray()" : $"[s.{Member(member)}]")];

    private IEnumerable<string> PredictedParts() =>
        ["Vector(s.Y)", "Vector(s.Z)", .. members.Select(member => member[0] == 'r' ? $"Vector(s.{Member(member)})" : $"[s.{Member(member)}.Values[draw]]")];

    private static string Member(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..]}";
}
