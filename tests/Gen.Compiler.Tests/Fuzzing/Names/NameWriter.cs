using System;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes one model under names of every kind for its namespace, its class and the classes around it, its data, its quantities, its objective: keywords behind @,
/// letters of other alphabets, names of types that emitted code mentions, of members that it has, names that differ in case alone.
/// </summary>
internal sealed class NameWriter
{
    private static readonly string[] Types =
    [
        "Data", "Known", "Math", "Kernels", "Posterior", "Simulation", "Predictions", "Recorder", "LogDensity", "Simulator", "Span", "List", "Action", "Func", "Object", "String", "Int32", "Task",
        "@event", "@class", "@string", "@params", "été", "Ζ", "数据", "T", "V", "_", "_1", "TKey", "C", "X", "Model", "Objective", "Verbs", "Models", "Program", "Nullable", "Lazy", "Random", "Attribute",
        "DataCheck", "Lanes512", "RandomStream", "ReadOnlySpan", "IObjective", "GainProblem", "Quantity", "Bounds", "Optimum", "Draws", "List_1", "Gen0", "record_", "Numerics",
    ];

    private static readonly string[] Values =
    [
        "C", "c", "X", "x", "Y", "y", "M", "x1", "x_1", "__x", "_x", "_", "ζ", "Ζ", "été", "数据", "ı", "İ", "@event", "@class", "@int", "@null", "@this", "@new", "@checked", "@in", "@params",
        "var", "value", "field", "record", "from", "select", "where", "nameof", "dynamic", "async", "await", "when", "yield", "partial", "scoped", "required", "file", "init", "get", "notnull", "unmanaged",
        "data", "Data", "known", "Known", "position", "gradient", "target", "values", "random", "given", "posterior", "model", "seed", "draws", "chains", "options", "start", "bounds", "arguments", "count",
        "quantities", "Quantities", "Model", "Statistics", "Compiled", "decision", "utilities", "mean", "result", "length", "Length", "index", "span", "lanes", "V", "i", "j", "k", "l", "m", "n", "T", "self", "other", "Math", "System", "Array",
        "Span", "Lanes512", "DataCheck", "Shape", "xLength", "XLength", "sum", "element", "log", "exp", "square", "constant", "part", "free", "inverse", "Kernels", "compiled", "interventions", "tune",
    ];

    private readonly Random random;

    private NameWriter(int seed) => random = new(seed);

    public static string Write(int seed) => new NameWriter(seed).File(seed);

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string File(int seed)
    {
        var space = Choose("Own", "A.B", "@namespace.@event", "Gen.Own", "System.Own", "été.数据", "own");
        var (kind, type) = (Choose("class", "class", "class", "record", "abstract class", "sealed class"), Choose(Types));
        var outer = random.Next(3) == 0 ? Types.Where(name => name != type).ElementAt(random.Next(Types.Length - 1)) : "";
        string[] taken = [.. Values];
        random.Shuffle(taken);
        string[] names = [.. taken.DistinctBy(name => name.TrimStart('@')).Where(name => name.TrimStart('@') != type.TrimStart('@') && name.TrimStart('@') != outer.TrimStart('@')).Take(11)];
        var (x, y, n, dim, p, s, v, d, argument, decided) = (names[0], names[1], names[2], names[3], names[4], names[5], names[6], names[7], names[8], names[9]);
        var (define, goal) = (Choose("Define", "define", "Body", "@body", "Énoncé"), Choose("Gain", "gain", "Utility", "@return", "Evaluate", "Profit1", "Ω"));
        var path = outer.Length > 0 ? $"{outer}.{type}" : type;
        return $$"""
            using Gen;
            using static Gen.Modeling;

            namespace Named{{seed}}.{{space}}
            {
                {{(outer.Length > 0 ? $"public static partial class {outer}\n    {{" : "")}}
                public {{kind.Replace("class", "partial class").Replace("record", "partial record")}} {{type}}
                {
                    [Model]
                    static partial void {{define}}([Dims("t")] Vector {{x}}, [Dims("t")] Vector {{y}}, int {{n}}, Dim {{dim}})
                    {
                        var {{p}} = Sample(Normal(0, 1));
                        var {{s}} = Sample(HalfNormal(1));
                        var {{v}} = Sample(Normal(0, {{s}}), {{dim}});
                        var {{d}} = Deterministic({{p}} * {{x}} + {{n}});
                        Observe({{y}}, Normal({{d}} + Sum({{v}}), {{s}}));
                    }

                    [Objective]
                    static double {{goal}}(double {{p}}, Vector {{x}}, double {{argument}}, [Decision] double {{decided}}) => {{p}} * {{decided}} * Sum({{x}}) + {{argument}};
                }
                {{(outer.Length > 0 ? "}" : "")}}

                public static class Held{{seed}}
                {
                    public static string Problem()
                    {
                        Vector x = [0.5, -1, 2], y = [0.2, 1, 3];
                        {{(kind == "abstract class" ? "return \"\";" : Comparison(path, goal))}}
                    }
                }
            }
            """;
    }

    private static string Comparison(string path, string goal) => $$"""
        double a = 0.3, sigma = global::System.Math.Exp(-0.2), first = 0.1, second = 0.4;
                        var found = new {{path}}(x, y, 2, 2).CreateLogDensity().Evaluate([a, -0.2, first, second], new double[4]);
                        var wanted = Normal(0, 1).LogDensity(a) + HalfNormal(1).LogDensity(sigma) - 0.2 + Normal(0, sigma).LogDensity(first) + Normal(0, sigma).LogDensity(second);
                        for (var t = 0; t < 3; t++)
                        {
                            wanted += Normal(a * x[t] + 2 + first + second, sigma).LogDensity(y[t]);
                        }

                        var posterior = new {{path}}(x, y, 2, 2).Sample(draws: 2, tune: 10, chains: 1, seed: 1);
                        var difference = posterior.{{goal}}(3.5).Utilities(1.5).Values[1] - posterior.{{goal}}(1.0).Utilities(1.5).Values[1];
                        posterior.PosteriorPredictive();
                        return global::System.Math.Abs(found - wanted) < 1e-9 && global::System.Math.Abs(difference - 2.5) < 1e-9 ? "" : $"{found} instead of {wanted}, {difference} instead of 2.5";
        """;
}
