using Gen.Compiler.Ir;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>Ranges that end at the variables of loops, and what lengths and ranges require of data.</summary>
public sealed class VaryingLengthTests
{
    private const string Message = "A vector or matrix whose length varies with a loop, kept, sampled, or given to linear algebra or a distribution of vectors, cannot stand in a model. "
        + "Sum over it, observe or assign its elements, or take the longest there is and leave out what is beyond with a condition.";

    [Fact]
    public void A_window_of_one_width_is_a_sum_of_that_width() => ReadModels.Body("Vector y", """
        var s = Sample(HalfNormal(1));
        for (var t = 2; t < y.Length; t++)
            Observe(y[t], Normal(Sum(y[(t - 2)..t]), s));
        """).Prints("""
        s ~ HalfNormal(1)
        for 2 <= i < y.Length:
          observe y[i] ~ Normal(sum(j < 2: y[(j + (i - 2))]), s)
        """);

    [Fact]
    public void A_range_that_ends_at_the_variable_is_a_part_of_the_longest() => ReadModels.Body("Vector y", """
        for (var t = 1; t < y.Length; t++)
            Potential(Sum(y[..t]) + y[..t].Length);
        """).Prints("""
        for 1 <= i < y.Length:
          potential (i + sum(j < max((y.Length - 1), 0): where((j < i), y[j], 0)))
        """);

    [Theory]
    [InlineData("var z = Sample(Normal(0, 1), t);", "Sample(Normal(0, 1), t)")]
    [InlineData("var z = Deterministic(2 * y[..t]);", "Deterministic(2 * y[..t])")]
    [InlineData("Observe(y[..t], MvNormal(Zeros(t), cov: Identity(t)));", "Observe(y[..t], MvNormal(Zeros(t), cov: Identity(t)))")]
    public void What_needs_one_length_is_refused(string statement, string at) => ReadModels.Body("Vector y", $$"""
        for (var t = 1; t < y.Length; t++)
        {
            {{statement}}
        }
        """).Refuses(Rules.UnsupportedConstruct, at, Message);

    [Fact]
    public void What_varies_alike_agrees_once_and_what_does_not_in_every_pass()
    {
        var read = ReadModels.Body("int n, Vector w, Vector y, int[] k", """
            for (var i = 1; i < n; i++)
                Potential(Sum(y[..i] * w[(n - i)..]) + Sum(y[..i] * w[..k[i]]));
            """);
        Assert.EndsWith("\nrequire n == w.Length", IrPrinter.Print(read.Model!), System.StringComparison.Ordinal);
        Assert.Contains("\n  require same(i, k[i])\n", IrPrinter.PrintRequirements(read.Model!), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_that_never_is_one_is_refused_at_once() => ReadModels.Body("Vector y", "Potential(y[3..1]);").Refuses(
        Rules.UnsupportedConstruct, "3..1", "A range that ends before it begins cannot stand in a model. '3..1' would throw when the body is executed.");

    [Fact]
    public void Ranges_lengths_and_means_require_what_they_need() => Assert.Equal(
        """
        require range(a, b, y.Length)
        require int((a - b))
        require length((a - b))
        require least(y.Length, 1)
        for i < y.Length:
          require range(i, (i + a), y.Length)  where (b < i)
        """.ReplaceLineEndings("\n"),
        IrPrinter.PrintRequirements(ReadModels.Body("Vector y, int a, int b", """
            Potential(y[a..b]);
            Potential(Sum(Zeros(a - b)) + Mean(y));
            for (var t = 0; t < y.Length; t++)
                if (t > b)
                    Potential(y[t..(t + a)]);
            """).Model!));

    [Fact]
    public void Data_that_loops_alone_read_are_read_to_their_end() => Assert.Equal(
        "require readToEnd(y.Length, n)",
        IrPrinter.PrintRequirements(ReadModels.Body("Vector y, int n", "for (var i = 0; i < n; i++) Observe(y[i], Normal(0, 1));").Model!));

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) Potential(y[i]); Potential(Sum(y[n..]));")]
    [InlineData("for (var i = 0; i < n - 1; i++) Potential(y[i]);")]
    [InlineData("for (var i = 0; i < 2; i++) Potential(y[i] * n);")]
    [InlineData("for (var i = 0; i < n; i++) Potential(y[i] / y.Length);")]
    [InlineData("for (var i = 0; i < g.Length; i++) Potential(y[g[i]] * n);")]
    public void More_may_be_there_where_the_body_says_so(string statements) =>
        Assert.DoesNotContain("readToEnd", IrPrinter.PrintRequirements(ReadModels.Body("Vector y, int n, int[] g", statements + " Potential(Sum(g));").Model!), System.StringComparison.Ordinal);
}
