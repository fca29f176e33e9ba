using System.Globalization;
using System.Linq;
using Gen.Compiler.Reading;
using Gen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Gen.Generators.Tests.EndToEnd;

/// <summary>
/// A model with every construct, in which each role is called by each name that emitted code might have for something else. Whatever the names, it compiles and has
/// the log-density, the simulation and the optimum of the same model under plain names.
/// </summary>
public class NameTests
{
    private static readonly string[] Plain = ["scale", "rate", "x", "m", "index", "flag", "axis", "y", "a", "b", "mu", "z", "work", "t", "Helper", "Gain", "plan", "price", "Model", "Define"];

    private const int FirstQuantity = 8, Quantities = 4, Argument = 17, Class = 18;

    /// <summary>Names by what they could be taken for; each is put into every role once, with the ones after it in the others.</summary>
    private static readonly string[] Nasty =
    [
        "C", "c", "X", "Y", "M", "@event", "@int", "@this", "@class", "@default", "@new", "@params",
        "var", "field", "value", "record", "partial", "await", "where", "nameof", "yield", "scoped", "when", "from", "to", "global", "file", "required", "async", "dynamic",
        "_", "__", "__x", "_x", "x_1", "x1", "X1", "ζ", "Ζ", "été", "数据", "x̂", "ı",
        "data", "Data", "known", "Known", "position", "gradient", "target", "values", "random", "given", "V", "i", "j", "n", "sum", "sum2", "next", "element", "model", "seed",
        "kernels", "posterior", "draws", "Draws", "point", "compiled", "decision", "utilities", "mean", "start", "options", "bounds", "constant", "each", "at", "At",
        "Math", "System", "Gen", "Array", "Span", "Double", "Vector", "Lanes512", "DataCheck", "MethodImpl", "IObjective", "Exp_", "normal", "log", "Dim", "shape", "Shape",
        "xLength", "XLength", "xByColumn", "mByColumn", "aDraws", "dX", "totalSum", "freeA", "OverX", "xLanes", "eachConstant", "argumentPrice",
    ];

    [Fact]
    public void Plain_names_give_the_reference() => Assert.NotEmpty(Results([Plain])[0]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_the_names_the_model_is_the_same(int batch)
    {
        const int Batches = 5;
        var namings = Enumerable.Range(0, Nasty.Length).Where(first => first % Batches == batch).Select(Naming).ToArray();
        var results = Results([Plain, .. namings]);
        Assert.All(results.Skip(1).Zip(namings), pair => Assert.True(results[0] == pair.First, $"{string.Join(" ", pair.Second)}:\n{results[0]}\n{pair.First}"));
    }

    /// <summary>The roles called by the names from one on; each name is in each role of some naming.</summary>
    private static string[] Naming(int first)
    {
        string[] names = [.. Enumerable.Range(0, Plain.Length).Select(role => Nasty[(first + role) % Nasty.Length])];

        // Quantities may not be called like members of the posterior, arguments not nearly like quantities, and C# itself has words that are no types.
        for (var role = FirstQuantity; role < FirstQuantity + Quantities; role++)
        {
            names[role] += names[role] is "model" or "posterior" or "point" ? "Value" : "";
        }

        names[Argument] += names.Where((_, role) => role != Argument).Any(other => EditDistance.IsNear(other, names[Argument])) ? "OfTheCaller" : "";
        names[Class] += SyntaxFacts.GetContextualKeywordKind(names[Class]) != SyntaxKind.None || names[Class] is "_" or "dynamic" ? "T" : "";
        return names;
    }

    private static string[] Results(string[][] namings)
    {
        var program = string.Join("\n", namings.Select((names, i) => Source(names, i)));
        var calls = string.Join(", ", namings.Select((_, i) => $"global::N{i}.Use.Run()"));
        var run = GeneratorRun.Of(("Names.cs", $$"""
            #pragma warning disable
            using System; using System.Linq; using global::Gen; using static global::Gen.Modeling;
            {{program}}
            public static class Program { public static string[] Run() => [{{calls}}]; }
            """));
        Assert.Empty(run.Result.Diagnostics);
        return SourceCompilation.Call<string[]>(SourceCompilation.Load(run.Output), "Run");
    }

    /// <summary>The model in a namespace of its own; what is called is reached by position, so that its names do not matter here either.</summary>
    private static string Source(string[] names, int number)
    {
        var (scale, rate, x, m, index, flag, axis, y) = (names[0], names[1], names[2], names[3], names[4], names[5], names[6], names[7]);
        var (a, b, mu, z, work, t, helper, gain, plan, price) = (names[8], names[9], names[10], names[11], names[12], names[13], names[14], names[15], names[16], names[17]);
        var (type, method) = (names[18], names[19]);
        var space = string.Create(CultureInfo.InvariantCulture, $"N{number}");
        return $$"""
            namespace {{space}}
            {
                public partial class {{type}}
                {
                    static double {{helper}}(double {{a}}, double {{b}}) => {{a}} * {{b}};

                    [global::Gen.Model]
                    static partial void {{method}}(double {{scale}}, [global::Gen.Dims("p")] global::Gen.Vector {{rate}}, global::Gen.Vector {{x}}, global::Gen.Matrix {{m}}, int[] {{index}}, bool {{flag}}, global::Gen.Dim {{axis}}, global::Gen.Vector {{y}})
                    {
                        var {{a}} = global::Gen.Modeling.Sample(global::Gen.Modeling.HalfNormal(2));
                        var {{b}} = global::Gen.Modeling.Sample(global::Gen.Modeling.Normal(0, 1), {{axis}});
                        var {{work}} = global::Gen.Modeling.Zeros({{x}}.Length);
                        for (var {{t}} = 1; {{t}} < {{x}}.Length; {{t}}++)
                        {
                            {{work}}[{{t}}] = 0.5 * {{work}}[{{t}} - 1] + {{helper}}({{a}}, {{x}}[{{t}}]);
                        }

                        var {{mu}} = global::Gen.Modeling.Deterministic({{work}} + {{b}}[{{index}}] * global::Gen.Modeling.Exp({{x}}) + global::Gen.Modeling.Dot({{m}}, {{rate}}) + ({{flag}} ? 1.0 : 0.0));
                        global::Gen.Modeling.Observe({{y}}, global::Gen.Modeling.Normal({{mu}}, {{scale}}));
                        var {{z}} = global::Gen.Modeling.Generate(global::Gen.Modeling.Normal({{mu}}, {{scale}}));
                    }

                    [global::Gen.Objective]
                    static double {{gain}}(global::Gen.Vector {{mu}}, double {{a}}, [global::Gen.Decision] global::Gen.Vector {{x}}, [global::Gen.Decision] double {{plan}}, global::Gen.Vector {{price}}) =>
                        global::Gen.Modeling.Sum({{price}} * {{mu}}) * {{plan}} - {{a}} * {{plan}} * {{plan}} - global::Gen.Modeling.Sum({{x}} * {{x}});
                }

                public static class Use
                {
                    public static string Run()
                    {
                        global::Gen.Vector v = [0.1, 0.2, 0.3], w = [1, 2], o = [0.5, 1, 2];
                        var data = new global::Gen.Matrix(3, 2);
                        data[0, 0] = 1; data[1, 1] = 2; data[2, 0] = 3;
                        var used = new {{type}}(0.5, w, v, data, [0, 1, 1], true, 2, o);
                        var gradient = new double[3];
                        var text = used.CreateLogDensity().Evaluate([0.1, 0.2, 0.3], gradient) + " " + string.Join(" ", gradient);
                        used.Do(1, w).Draw(seed: 3);
                        var sampled = used.Sample(draws: 20, tune: 20, chains: 1, seed: 1);
                        var predicted = sampled.PosteriorPredictive(2);
                        text += " " + string.Join(" ", predicted.GetType().GetProperties().Select(member => member.GetValue(predicted)).OfType<global::Gen.VectorDraws>().Select(draws => draws.Mean));
                        var (worth, byX, byPlan) = sampled.{{gain}}(o).Evaluate(v, 2);
                        return text + " " + worth + " " + byX + " " + byPlan;
                    }
                }
            }
            """;
    }
}
