using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>What is computed when a model is constructed: lengths that data decide, and methods that are given data alone.</summary>
public sealed class PreparationTests
{
    private const string Standardise = """
        internal static Vector Standardise(Vector x, double spread = 1)
        {
            foreach (var element in x)
            {
                if (!double.IsFinite(element)) throw new System.ArgumentException("missing");
            }

            return System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(x, v => (v - Mean(x)) / spread));
        }
        """;

    [Fact]
    public void A_reduction_of_data_is_a_length() => ReadModels.Body("int[] group, Vector y", """
        var alpha = Sample(Normal(), Max(group) + 1);
        Observe(y, Normal(alpha[group], 1));
        """).Prints("""
        prepare maxGroup = max(max(i < group.Length: group[i]), -1073741824)
        alpha[i] ~ Normal(0, 1)  for i < (maxGroup + 1)
        observe y[i] ~ Normal(alpha[group[i]], 1)  for i < group.Length
        require group.Length == y.Length
        """);

    [Fact]
    public void What_the_body_computes_of_data_is_a_length() => ReadModels.Body("int[] counts, Vector y", """
        var ends = CumulativeSum(counts);
        var alpha = Sample(Normal(), (int)ends[1]);
        Potential(alpha * y);
        """).Prints("""
        prepare total[0] = 0
          for i < counts.Length:
            total[(i + 1)] = (counts[i] + total[i])
          atTotal = total[2]
        total[0] = 0
        for i < counts.Length:
          total[(i + 1)] = (counts[i] + total[i])
        alpha[i] ~ Normal(0, 1)  for i < (atTotal div 1)
        potential (alpha[i] * y[i])  for i < (atTotal div 1)
        require (atTotal div 1) == y.Length
        """);

    [Fact]
    public void What_a_loop_counts_of_data_from_nothing_is_a_length()
    {
        var read = ReadModels.Body("int[] kind, Vector y", """
            var counts = new int[3];
            for (var i = 0; i < kind.Length; i++)
                counts[kind[i]] = System.Math.Max(counts[kind[i]], i);
            var alpha = Sample(Normal(), Max(counts));
            Observe(y, Normal(alpha[0], 1));
            """);
        Assert.StartsWith("prepare counts[i] = 0  for i < 3\n", IrPrinter.Print(read.Model!), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_that_cannot_be_read_is_called_with_data() => ReadModels.Body("Vector x, Vector y", """
        var b = Sample(Normal());
        Observe(y, Normal(b * Standardise(x, 2 * Sd(x)) + Standardise(x, 2 * Sd(x)), 1));
        """, Standardise).Prints("""
        prepare standardiseSpread = (2 * sqrt((sum(i < x.Length: square((x[i] - (sum(j < x.Length: x[j]) / x.Length)))) / (x.Length - 1))))
        prepare standardise = global::M.Standardise(x: x, spread: standardiseSpread)
        b ~ Normal(0, 1)
        observe y[i] ~ Normal((standardise[i] + (b * standardise[i])), 1)  for i < y.Length
        require y.Length == standardise.Length
        """);

    [Fact]
    public void A_readable_method_is_read_though_it_is_given_data() => ReadModels.Body(
        "Vector x", "var b = Sample(Normal());\nPotential(b * Half(x));", "static Vector Half(Vector x) => x / 2;").Prints("""
        b ~ Normal(0, 1)
        potential (0.5 * (x[i] * b))  for i < x.Length
        """);

    [Fact]
    public void A_recursive_method_is_called_with_data() => ReadModels.Body(
        "double x, int n", "var b = Sample(Normal());\nPotential(b * Power(x, n) + Power(x, 2));", "static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);").Prints("""
        prepare power = global::M.Power(x: x, n: n)
        prepare power2 = global::M.Power(x: x, n: 2)
        b ~ Normal(0, 1)
        potential ((b * power) + power2)
        """);

    [Fact]
    public void With_latents_the_construct_that_cannot_be_read_is_named() => ReadModels.Body(
        "Vector x", "var b = Sample(Normal());\nPotential(Standardise(b * x));", Standardise).Refuses(
        Rules.UnsupportedConstruct, "foreach (var element in x)     {         if (!double.IsFinite(element)) throw new System.ArgumentException(\"missing\");     }",
        "A foreach loop cannot stand in a model. Write a for loop over the indices, or an expression of whole vectors.");

    [Fact]
    public void With_a_decision_the_method_must_be_readable() => ReadModels.Body("Vector price, Vector sales", """
        var a = Sample(HalfNormal(10));
        var mu = Deterministic(a / price);
        Observe(sales, Normal(mu, 1));
        """, Standardise + "\n[Objective] static double Profit(Vector mu, [Decision] Vector price) => Sum(mu * Standardise(price));").Refuses(
        Rules.UnreadableOfDecision, "Standardise(price)",
        "'Standardise' is given 'price', which an objective decides, so its method must be readable for the objective to follow. "
        + "A foreach loop cannot stand in a model. Write a for loop over the indices, or an expression of whole vectors.");

    [Fact]
    public void Where_data_become_a_decision_what_is_prepared_of_them_must_be_readable() => ReadModels.Body("Vector price, Vector sales", """
        var a = Sample(HalfNormal(10));
        var mu = Deterministic(a / Standardise(price));
        Observe(sales, Normal(mu, 1));
        """, Standardise + "\n[Objective] static double Profit(Vector mu, [Decision] Vector price) => Sum(mu * price);").Refuses(
        Rules.UnreadableOfDecision, "Profit",
        "'Standardise' is given 'price', which an objective decides, so its method must be readable for the objective to follow. Here it is called once, with the data.");

    [Fact]
    public void A_method_private_to_another_class_is_out_of_reach() => ReadModels.Source("""
        public partial class M
        {
            [Model] static partial void Define(Vector x)
            {
                var b = Sample(Normal());
                Potential(b * Total(x));

                static double Total(Vector x)
                {
                    var total = 0.0;
                    foreach (var element in x) total += element;
                    return total;
                }
            }
        }
        """).Refuses(
        Rules.InaccessibleMethod, "Total(x)",
        "'Total' is called when the model is constructed, but it is a local function, where generated code cannot call it. Make it internal or public.");

    [Fact]
    public void A_method_that_cannot_be_read_is_not_called_in_every_pass() => ReadModels.Body("Vector x", """
        var b = Sample(Normal());
        for (var t = 0; t < x.Length; t++)
            Potential(b * Text(x[t]));
        """, "static double Text(double x) => double.Parse(x.ToString());").Refuses(
        Rules.UnsupportedConstruct, "Text(x[t])",
        "A call of 'Text' in every pass of a loop cannot stand in a model. It cannot be read and is called once, when the model is constructed: "
        + "call it before the loop with whole vectors, or write it in the language of models.");
}
