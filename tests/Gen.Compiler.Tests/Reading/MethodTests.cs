using System.Diagnostics;
using System.Linq;
using System.Threading;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class MethodTests
{
    private const string Model = """
        public partial class M
        {
            [Model] static partial void Define(Vector x, Vector y)
            {
                var rate = Sample(HalfNormal(1));
                Observe(y, Normal(Response.Saturated(x, rate), 1));
            }
        }
        """;

    [Fact]
    public void Methods_of_other_files_are_inlined() => ReadModels.Source(Model, """
        public static class Response
        {
            const double Half = 0.5;

            public static Vector Saturated(Vector x, double rate)
            {
                var scaled = x * rate;
                return scaled / (Half + scaled);
            }
        }
        """).Prints("""
        rate ~ HalfNormal(1)
        observe y[i] ~ Normal(((x[i] * rate) / ((x[i] * rate) + 0.5)), 1)  for i < x.Length
        require x.Length == y.Length
        """);

    [Fact]
    public void A_mistake_in_another_file_is_reported_at_the_call() => ReadModels.Source(Model, """
        public static class Response
        {
            public static Vector Saturated(Vector x, double rate) => rate > 0 ? x : -x;
        }
        """).Refuses(
        Rules.ConditionOnLatents, "Response.Saturated(x, rate)",
        "This condition depends on 'rate'. Branches are chosen by data; between values of latents choose with Where(condition, a, b).");

    [Fact]
    public void Branches_that_return_are_chosen_by_their_conditions() => ReadModels.Body("Vector x, int kind", """
        var b = Sample(Normal());
        Potential(Curve(b, kind));
        """, """
        static double Curve(double b, int kind)
        {
            if (kind == 0)
            {
                return b;
            }

            var square = Square(b);
            if (kind == 1) return square;
            else return square * b;
        }
        """).Prints("""
        b ~ Normal(0, 1)
        potential where((kind == 0), b, where((kind == 1), square(b), (b * square(b))))
        """);

    [Fact]
    public void Adstock_is_a_loop_in_a_method() => ReadModels.Body("Vector spend, Vector sales", """
        var decay = Sample(Beta(2, 2));
        Observe(sales, Normal(Adstock(spend, decay), 1));
        """, """
        static Vector Adstock(Vector spend, double decay)
        {
            var stock = new Vector(spend.Length);
            var level = 0.0;
            for (var t = 0; t < spend.Length; t++)
            {
                level = spend[t] + decay * level;
                stock[t] = level;
            }

            return stock;
        }
        """).Prints("""
        decay ~ Beta(2, 2)
        level[0] = 0
        for i < spend.Length:
          level[(i + 1)] = (spend[i] + (decay * level[i]))
          stock[i] = level[(i + 1)]
        observe sales[i] ~ Normal(stock[i], 1)  for i < spend.Length
        require spend.Length == sales.Length
        """);

    [Fact]
    public void Arguments_of_distributions_are_told_to_the_analyzers()
    {
        var result = ReadModels.Body("Vector y", """
            var spread = Sample(Normal(0, 1));
            Observe(y, Normal(0, sigma: spread));
            """);
        var argument = result.Arguments.Single(a => a.Text == "spread");
        Assert.Equal(("Normal", "sigma", Support.Positive), (argument.Distribution, argument.Parameter, argument.Requires));
        Assert.Equal("spread", argument.Argument.SourceTree!.GetText().ToString(argument.Argument.SourceSpan));
        Assert.Equal(result.Model!.Arrays.ToList().FindIndex(a => a.Name == "spread"), result.Model.Nodes[argument.Node].Symbol);
    }

    [Fact]
    public void Equal_sources_give_equal_models_and_a_comment_changes_nothing_but_lines()
    {
        const string helper = "public static class Response { public static Vector Saturated(Vector x, double rate) => x / (rate + x); }";
        var (first, second) = (ReadModels.Source(Model, helper), ReadModels.Source("// a comment\n\n" + Model, helper));
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Model!.GetHashCode(), second.Model!.GetHashCode());
        Assert.NotEqual(first.Sources, second.Sources);
        Assert.NotEqual(first.Model, ReadModels.Source(Model, helper.Replace("rate + x", "rate - x")).Model);
    }

    [Fact]
    public void A_small_model_is_read_within_five_milliseconds()
    {
        var (method, semantics) = ReadModels.FindModel(ReadModels.Compile(Model, "public static class Response { public static Vector Saturated(Vector x, double rate) => x / (rate + x); }"));
        var best = Enumerable.Range(0, 30).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.NotNull(ModelReader.Read(method, semantics, CancellationToken.None).Model);
            return watch.Elapsed.TotalMilliseconds;
        });
        Assert.InRange(best, 0, 5);
    }
}
