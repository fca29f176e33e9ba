using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Reading;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes statements that assign, add to and read elements of a vector where data choose them and decide whether they do. What they mean is the execution of the
/// same statements over a vector that watches: whether all was read after it had its one value. What is only recorded reads elements that a latent chooses.
/// </summary>
internal sealed class OrderWriter
{
    private const string Parameters = "int n, int k, int q, int[] p, int[] c, Vector y, Vector z";
    private static readonly string[] Reasons = ["A second value for", "has been read before it is assigned", "to which this loop adds while it reads"];

    private readonly Random random;
    private readonly List<string> statements = [];
    private readonly List<string> watched = [];
    private readonly List<(string Name, bool IsVector)> choices = [];

    private OrderWriter(int seed) => random = new(seed);

    public static string Write(int seed)
    {
        // What no data could put right is refused where it is written: the next program is tried.
        var writer = new OrderWriter(seed);
        do
        {
            writer.statements.Clear();
            writer.watched.Clear();
            writer.choices.Clear();
            for (var k = writer.random.Next(1, 4); k > 0; k--)
            {
                writer.Block(k);
            }
        }
        while (writer.IsRefused());
        return writer.File(seed);
    }

    private bool IsRefused() => ReadModels.Source(Source("M")).Diagnostics is [{ Rule: var rule, Message: var message }, ..]
        && (rule == Rules.StaleValue || rule == Rules.ElementAssignedAgain || rule == Rules.UnsupportedConstruct && Reasons.Any(reason => message.Contains(reason, StringComparison.Ordinal)));

    private void Block(int number)
    {
        if (random.Next(3) == 0)
        {
            Statement("", null);
            return;
        }

        if (random.Next(4) == 0)
        {
            Choice("", null);
            return;
        }

        var i = $"i{number}";
        var (place, first) = (statements.Count, choices.Count);
        Both(random.Next(3) == 0 ? $"for (var {i} = n - 1; {i} >= 0; {i}--)" : $"for (var {i} = {Choose("0", "1")}; {i} < n; {i}++)");
        Both("{");
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            if (random.Next(3) == 0)
            {
                Both($"    if ({Choose("y", "z")}[{i}] > {Choose("0", "0.5")})");
                Statement("        ", i);
                if (random.Next(3) == 0)
                {
                    Both("    else");
                    Statement("        ", i);
                }
            }
            else if (random.Next(5) == 0)
            {
                Choice("    ", i);
            }
            else
            {
                Statement("    ", i);
            }
        }

        Both("}");
        foreach (var (name, _) in choices.Skip(first))
        {
            statements.Insert(place, $"var {name} = new Vector(n + 1);");
            watched.Insert(place, $"var {name} = recorded[\"{name}\"] = new double[n + 1];");
        }
    }

    /// <summary>A latent chooses what is recorded, of elements that are there.</summary>
    private void Choice(string indent, string? i)
    {
        var name = $"r{choices.Count}";
        var element = Choose("ArgMax([a, -a])", "1 - ArgMax([a, -a])", "(int)Min(Max(Floor(2 * a + 1), 0), n)", "n - ArgMax([-a, a])");
        choices.Add((name, i is not null));
        var value = Value(i);
        statements.Add(indent + (i is null ? $"var {name} = " : $"{name}[{i}] = ") + $"Deterministic(v[{element}] * {value});");
        watched.Add(indent + (i is null ? $"recorded[\"{name}\"] = [v.Choose({element}) * {value}];" : $"{name}[{i}] = v.Choose({element}) * {value};"));
    }

    private void Statement(string indent, string? i)
    {
        var place = Index(i);
        switch (random.Next(7))
        {
            case 0 or 1:
                Add(indent, $"v[{place}] = {{0}};", $"v.Assign({place}, {{0}});", Value(i));
                break;
            case 2:
                Add(indent, $"v[{place}] += {{0}};", $"v.Add({place}, {{0}});", Value(i));
                break;
            case 3:
                Both($"{indent}total += v[{Index(i)}] * {Value(null)};");
                break;
            case 4:
                Add(indent, "Potential({0});", "total += {0};", $"v[{Index(i)}] * a");
                break;
            case 5 when i is not null:
                Add(indent, $"v[{place}] = {{0}};", $"v.Assign({place}, {{0}});", $"({Choose("y", "z")}[{i}] > 0 ? v[{Index(i)}] : a) * 0.5 + {Value(i)}");
                break;
            default:
                Add(indent, $"v[{place}] = {{0}};", $"v.Assign({place}, {{0}});", $"0.5 * v[{Index(i)}] + {Value(i)}");
                break;
        }
    }

    private void Both(string line) => Add("", line, line, "");

    private void Add(string indent, string model, string watching, string value)
    {
        statements.Add(indent + model.Replace("{0}", value));
        watched.Add(indent + watching.Replace("{0}", value));
    }

    private string Value(string? i) => i is null ? Choose("a", "2 * a", "0.7", "y[k]") : Choose("a", "a * y[" + i + "]", "z[" + i + "]", "a * a");

    private string Index(string? i) => i is null ? Choose("0", "k", "q", "n", "n - 1") : Choose(i, $"p[{i}]", $"p[{i}]", $"c[{i}]", $"c[{i}]", "k", "q", $"{i} + 1");

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Indices(int length) => random.Next(2) == 0
        ? $"[{string.Join(", ", Enumerable.Range(0, length).Select(i => Math.Min(i + random.Next(2), length)))}]"
        : $"[{string.Join(", ", Enumerable.Range(0, length + 1).OrderBy(_ => random.Next()).Take(length))}]";

    /// <summary>A set of data, as arguments.</summary>
    private string Data()
    {
        var length = random.Next(1, 4);
        string Numbers() => $"[{string.Join(", ", Enumerable.Range(0, length).Select(_ => Choose("0.8", "-0.6", "0.3", "1.2")))}]";
        return $"{length}, {random.Next(length)}, {random.Next(length)}, {Indices(length)}, {Indices(length)}, {Numbers()}, {Numbers()}";
    }

    private static string Text(IEnumerable<string> lines) => string.Join("\n        ", lines);

    private string Source(string name) => $$"""
        public partial class {{name}}
        {
            [Model]
            static partial void Define({{Parameters}})
            {
                var a = Sample(Normal(0, 1));
                var total = 0.01 * (k + q + p.Length + c.Length + Sum(y) + Sum(z));
                var v = new Vector(n + 1);
                {{Text(statements)}}
                Potential(total + Sum(v) * 0.3);
            }

            [Objective]
            static double Gain(double a, {{Parameters}}, [Decision] double decided)
            {
                var total = 0.01 * (k + q + p.Length + c.Length + Sum(y) + Sum(z));
                var v = new Vector(n + 1);
                {{Text(statements.Where(line => !choices.Exists(choice => line.TrimStart().StartsWith(choice.Name, StringComparison.Ordinal) || line.StartsWith($"var {choice.Name} ", StringComparison.Ordinal))).Select(line => line.Replace("Potential(", "total += (")))}}
                return (total + Sum(v) * 0.3) * decided;
            }
        }
        """;

    /// <summary>The comparison of what was recorded with what the vector that watches had.</summary>
    private static string Recorded((string Name, bool IsVector) choice) => $$"""
        for (var i = 0; i < recorded["{{choice.Name}}"].Length; i++)
            if (!(Math.Abs(posterior.{{choice.Name.ToUpperInvariant()}}{{(choice.IsVector ? "[i]" : "")}}.Values[draw] - recorded["{{choice.Name}}"][i]) <= 1e-12))
                return data + $"{{choice.Name}}[{i}] is {posterior.{{choice.Name.ToUpperInvariant()}}{{(choice.IsVector ? "[i]" : "")}}.Values[draw]} instead of {recorded["{{choice.Name}}"][i]}";
        """;

    /// <summary>
    /// The objective's values. A loop that hands on a vector whole, since a latent chooses among what is there so far, has any order; the objective is without such choices, and may
    /// refuse the data for theirs.
    /// </summary>
    private string Utilities(int seed)
    {
        const string Evaluation = "utilities = posterior.Gain().Utilities(decided: 1.5);";
        return choices.Count == 0 ? Evaluation
            : $$"""try { {{Evaluation}} } catch (ArgumentException refusal) when (wanted is { IsOrdered: false } && refusal.Message.StartsWith("Ordered{{seed}}.Gain")) { }""";
    }

    private string File(int seed)
    {
        return $$"""
            using System;
            using System.Collections.Generic;
            using Gen;
            using static Gen.Modeling;

            {{Source($"Ordered{seed}")}}

            public partial class Ordered{{seed}}
            {
                private static readonly Dictionary<string, double[]> recorded = [];

                private static (double Value, bool IsOrdered) Watched(double a, {{Parameters}})
                {
                    var total = 0.01 * (k + q + p.Length + c.Length + Sum(y) + Sum(z));
                    var v = new Watch(n + 1);
                    {{Text(watched)}}
                    for (var i = 0; i <= n; i++)
                        total += v[i] * 0.3;
                    return (total, v.IsOrdered);
                }

                public static string Problem()
                {
                    {{Text(Enumerable.Range(0, 8).Select(i => $"if (Difference({Data()}) is {{ Length: > 0 }} problem{i}) return problem{i};"))}}
                    return "";
                }

                private static string Difference({{Parameters}})
                {
                    const double A = 0.7, Step = 1e-5;
                    var data = $"n {n}, k {k}, q {q}, p [{string.Join(", ", p)}], c [{string.Join(", ", c)}], y [{string.Join(", ", y.ToArray())}], z [{string.Join(", ", z.ToArray())}]: ";
                    (double Value, bool IsOrdered)? wanted = null;
                    try
                    {
                        wanted = Watched(A, n, k, q, p, c, y, z);
                    }
                    catch (IndexOutOfRangeException)
                    {
                    }

                    Ordered{{seed}} model;
                    try
                    {
                        model = new(n, k, q, p, c, y, z);
                    }
                    catch (ArgumentException refusal) when (refusal.Message.StartsWith("Ordered{{seed}}"))
                    {
                        return wanted is { IsOrdered: true } ? data + refusal.Message : "";
                    }

                    // What a loop hands on whole is as it is so far, in whatever order.
                    var gradient = new double[1];
                    var found = model.CreateLogDensity().Evaluate([A], gradient) - Normal(0, 1).LogDensity(A);
                    if (wanted is null || !(Math.Abs(found - wanted.Value.Value) <= 1e-12))
                    {
                        return data + $"the model takes the data and has {found} where the body is {wanted}";
                    }

                    var slope = (Watched(A + Step, n, k, q, p, c, y, z).Value - Watched(A - Step, n, k, q, p, c, y, z).Value) / (2 * Step) - A;
                    if (!(Math.Abs(gradient[0] - slope) <= 1e-8))
                    {
                        return data + $"the gradient is {gradient[0]} where the body's is {slope}";
                    }

                    var posterior = model.Sample(draws: 2, tune: 10, chains: 1, seed: 4);
                    ScalarDraws? utilities = null;
                    {{Utilities(seed)}}

                    for (var draw = 0; draw < 2; draw++)
                    {
                        var own = Watched(posterior.A.Values[draw], n, k, q, p, c, y, z).Value * 1.5;
                        if (utilities is not null && !(Math.Abs(utilities.Values[draw] - own) <= 1e-12 * Math.Max(1, Math.Abs(own))))
                        {
                            return data + $"the objective is {utilities.Values[draw]} instead of {own}";
                        }

                        {{Text(choices.Select(Recorded))}}
                    }

                    return "";
                }

                private sealed class Watch(int length)
                {
                    private readonly double[] values = new double[length];
                    private readonly bool[] given = new bool[length], read = new bool[length];

                    public bool IsOrdered { get; private set; } = true;

                    public double this[int i]
                    {
                        get
                        {
                            read[i] = true;
                            return values[i];
                        }
                    }

                    /// <summary>Which is chosen, nothing tells before the latents are known.</summary>
                    public double Choose(int i)
                    {
                        Array.Fill(read, true);
                        return values[i];
                    }

                    public void Assign(int i, double value)
                    {
                        IsOrdered &= !read[i] && !given[i];
                        (values[i], given[i]) = (value, true);
                    }

                    public void Add(int i, double value)
                    {
                        IsOrdered &= !read[i];
                        (values[i], given[i]) = (values[i] + value, true);
                    }
                }
            }
            """;
    }
}
