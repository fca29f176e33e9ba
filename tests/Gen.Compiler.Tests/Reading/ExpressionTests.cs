using Xunit;

namespace Gen.Compiler.Tests.Reading;

public sealed class ExpressionTests
{
    /// <summary>What an expression of a latent <c>b</c>, a latent vector <c>v</c> along x's columns, and data reads as.</summary>
    [Theory]
    [InlineData("y[1..]", "y[(i + 1)]  for i < (y.Length - 1)")]
    [InlineData("y[..^1]", "y[i]  for i < (y.Length - 1)")]
    [InlineData("y[^1]", "y[(y.Length - 1)]")]
    [InlineData("x[2]", "x[2, i]  for i < x.Columns")]
    [InlineData("x[.., 1]", "x[i, 1]  for i < x.Rows")]
    [InlineData("x[1.., ..2]", "x[(i + 1), j]  for i < (x.Rows - 1), j < 2")]
    [InlineData("x[group]", "x[group[i], j]  for i < group.Length, j < x.Columns")]
    [InlineData("x[group, group]", "x[group[i], group[i]]  for i < group.Length")]
    [InlineData("v[group]", "v[group[i]]  for i < group.Length")]
    [InlineData("v[group[3]]", "v[group[3]]")]
    [InlineData("x + v", "(x[i, j] + v[j])  for i < x.Rows, j < x.Columns")]
    [InlineData("Dot(y, x)", "sum(j < x.Rows: (x[j, i] * y[j]))  for i < x.Columns")]
    [InlineData("Dot(x, Transpose(x))", "sum(k < x.Columns: (x[i, k] * x[j, k]))  for i < x.Rows, j < x.Rows")]
    [InlineData("Outer(y, y)", "(y[i] * y[j])  for i < y.Length, j < y.Length")]
    [InlineData("Sum(x, 0)", "sum(j < x.Rows: x[j, i])  for i < x.Columns")]
    [InlineData("Mean(y)", "(sum(i < y.Length: y[i]) / y.Length)")]
    [InlineData("Max(y)", "max(i < y.Length: y[i])")]
    [InlineData("Max(y, b)", "max(y[i], b)  for i < y.Length")]
    [InlineData("Sd(y)", "sqrt((sum(i < y.Length: square((y[i] - (sum(j < y.Length: y[j]) / y.Length)))) / (y.Length - 1)))")]
    [InlineData("LogSumExp(v)", "(detach(min(max(max(i < x.Columns: v[i]), -1.7976931348623157E+308), 1.7976931348623157E+308)) + log(sum(i < x.Columns: exp((v[i] - detach(min(max(max(j < x.Columns: v[j]), -1.7976931348623157E+308), 1.7976931348623157E+308)))))))")]
    [InlineData("Arange(3) * b", "(b * i)  for i < 3")]
    [InlineData("Ones(2) * b + Zeros(2)", "b  for i < 2")]
    [InlineData("Identity(2) * b", "(b * (i == j))  for i < 2, j < 2")]
    [InlineData("Where(y < 1, b, y)", "where((y[i] < 1), b, y[i])  for i < y.Length")]
    [InlineData("Where(b > 0, b, -b)", "where((0 < b), b, -b)")]
    [InlineData("n > 2 && !flag ? b : 1", "where(((2 < n) and not(flag)), b, 1)")]
    [InlineData("n switch { 0 => b, 1 or 2 => 2 * b, > 5 => 3, _ => 0 }", "where((n == 0), b, where(((n == 1) or (n == 2)), (2 * b), where((5 < n), 3, 0)))")]
    [InlineData("b * (n / 2) + n % 2", "((b * (n div 2)) + (n % 2))")]
    [InlineData("(Max(group) + 1) * b", "(b * (max(i < group.Length: group[i]) + 1))")]
    [InlineData("System.Math.Exp(b)", "exp(b)")]
    [InlineData("Poisson(Exp(b)).LogDensity(n)", "where((0 <= n), (((n * b) - exp(b)) - logGamma((n + 1))), -Infinity)")]
    public void Reads_as(string expression, string printed)
    {
        var text = ReadModels.Body("Matrix x, Vector y, int[] group, int n, bool flag", $"""
            var b = Sample(Normal());
            var v = Sample(Normal(), x.Columns);
            Potential({expression});
            """).Print();
        Assert.Equal("potential " + printed, text.Split('\n')[2]);
    }

    [Fact]
    public void A_collection_is_an_array_that_is_filled_in_order() => ReadModels.Body("Vector y", """
        var k = Sample(Normal());
        var delta = Sample(HalfNormal(1), 3);
        var cuts = Deterministic([k, .. k + CumulativeSum(delta)]);
        """).Prints("""
        k ~ Normal(0, 1)
        delta[i] ~ HalfNormal(1)  for i < 3
        total[0] = 0
        for i < 3:
          total[(i + 1)] = (delta[i] + total[i])
        vector[0] = k
        vector[(i + 1)] = (k + total[(i + 1)])  for i < 3
        cuts[i] = vector[i]  for i < 4
        """);

    [Fact]
    public void A_vector_and_a_literal_length_are_required_to_agree_when_the_model_is_constructed() => ReadModels.Body("Vector y", """
        var v = Sample(Normal(), 8);
        Observe(y, Normal(v, 1));
        """).Prints("""
        v[i] ~ Normal(0, 1)  for i < 8
        observe y[i] ~ Normal(v[i], 1)  for i < y.Length
        require y.Length == 8
        """);

    [Fact]
    public void Derived_data_are_observed() => ReadModels.Body("Vector earn", """
        var mu = Sample(Normal());
        var logEarn = Log(earn);
        Observe(logEarn, Normal(mu, 1));
        """).Prints("""
        mu ~ Normal(0, 1)
        logEarn[i] = log(earn[i])  for i < earn.Length
        observe logEarn[i] ~ Normal(mu, 1)  for i < earn.Length
        """);

    [Fact]
    public void Stable_forms_are_recognised() => ReadModels.Body("int[] y, int[] n, Vector x", """
        var b = Sample(Normal());
        Observe(y, Poisson(Exp(b * x)));
        Observe(y, Bernoulli(InverseLogit(b * x)));
        Observe(y, Binomial(n, p: InverseLogit(b * x)));
        Observe(y, Poisson(logMu: b));
        """).Prints("""
        b ~ Normal(0, 1)
        observe y[i] ~ Poisson.FromLogMu((x[i] * b))  for i < y.Length
        observe y[i] ~ Bernoulli.FromLogit((x[i] * b))  for i < y.Length
        observe y[i] ~ Binomial.FromLogit(n[i], (x[i] * b))  for i < y.Length
        observe y[i] ~ Poisson.FromLogMu(b)  for i < y.Length
        require y.Length == x.Length
        require y.Length == n.Length
        """);

    [Fact]
    public void A_branch_on_data_guards_its_statements_and_chooses_its_assignments() => ReadModels.Body("Vector y, bool robust", """
        var s = Sample(HalfNormal(1));
        var scale = s;
        if (robust)
        {
            scale = 2 * s;
            Observe(y, Normal(0, scale));
        }

        Potential(scale);
        """).Prints("""
        s ~ HalfNormal(1)
        observe y[i] ~ Normal(0, (2 * s))  for i < y.Length  where robust
        potential where(robust, (2 * s), s)
        """);
}
