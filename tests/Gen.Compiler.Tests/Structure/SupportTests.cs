using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Passes;
using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>A density is −∞, not some number, where the variate or a parameter is outside its set; and no code asks where that cannot be.</summary>
public sealed class SupportTests
{
    [Theory]
    [InlineData("an end that latents decide", "k positive, m positive", "var k = Sample(HalfNormal(3));\nvar m = Sample(HalfNormal(3));\nObserve(z, Uniform(0, k * m));")]
    [InlineData("both ends", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(y, Uniform(a * a - 2, b * b + 1));")]
    [InlineData("a scale of either sign", "s", "var s = Sample(Normal(0, 1));\nObserve(y, Normal(0, s));")]
    [InlineData("a scale for every row", "s", "var s = Sample(Normal(0, 1));\nObserve(y, Normal(0, 1 + s * y));")]
    [InlineData("a scale in a loop", "s", "var s = Sample(Normal(0, 1));\nfor (var t = 0; t < y.Length; t++)\n    Observe(y[t], StudentT(4, s, 0.5 + s * t));")]
    [InlineData("a scale under a condition", "s", "var s = Sample(Normal(0, 1));\nfor (var t = 0; t < y.Length; t++)\n    if (y[t] > 0) Observe(y[t], Gamma(2, s));")]
    [InlineData("a density at points on either side", "b", "var b = Sample(Normal(0, 1));\nPotential(Exponential(1).LogDensity(y - b * b));")]
    [InlineData("its sum", "b", "var b = Sample(Normal(0, 1));\nPotential(Sum(Gamma(2, 1).LogDensity(y + b)));")]
    [InlineData("one in an expression", "b", "var b = Sample(Normal(0, 1));\nPotential(-Square(b) + 2 * Beta(2, 3).LogDensity(0.3 * b));")]
    [InlineData("a probability of a number that is not whole", "b", "var b = Sample(Normal(0, 1));\nPotential(Poisson(2).LogDensity(b));")]
    [InlineData("of whole numbers, some negative", "s positive", "var s = Sample(HalfNormal(1));\nPotential(Poisson(s).LogDensity(group[1] - 1));\nPotential(Binomial(2, 0.4).LogDensity(group[0] - n + kind));")]
    [InlineData("a rate of either sign", "s", "var s = Sample(Normal(0, 1));\nObserve(group, Poisson(s));\nObserve(other, NegativeBinomial(1 + s, 2));")]
    [InlineData("probabilities beyond 1", "s", "var s = Sample(Normal(0, 1));\nPotential(Bernoulli(s).LogDensity(group[0]));\nPotential(Geometric(s).LogDensity(kind));\nObserve(group, Binomial(4, s));")]
    [InlineData("weights that do not sum to 1", "w[3] positive", "var w = Sample(HalfNormal(1), states);\nObserve(other, Categorical(w));")]
    [InlineData("weights that do", "w[3] positive", "var w = Sample(HalfNormal(1), states);\nObserve(other, Categorical(w / Sum(w)));")]
    [InlineData("weights of a mixture", "a", "var a = Sample(Normal(0.5, 1));\nObserve(y, Mixture([a, 1 - a], Normal(0, 1), Normal(1, 2)));")]
    [InlineData("weights of a mixture that need not sum to 1", "a positive", "var a = Sample(HalfNormal(1));\nObserve(y, Mixture([0.5, a], Normal(0, 1), Normal(1, 2)));")]
    [InlineData("a mode outside the ends", "c", "var c = Sample(Normal(0, 1));\nObserve(z, Triangular(-0.5, 3, c));")]
    [InlineData("moments that no beta has", "s positive", "var s = Sample(HalfNormal(1));\nPotential(Beta(mu: 0.3, sigma: 0.5 * s).LogDensity(0.4));")]
    [InlineData("ends the wrong way round", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(y, Truncated(Normal(0, 1), a - 2, 2 * b + 2));\nPotential(Censored(Normal(0, 1), a, b).LogDensity(0.1));")]
    [InlineData("a component out of range", "s", "var s = Sample(Normal(0, 1));\nObserve(z, Truncated(Normal(0, s), lower: 0));\nObserve(group, ZeroInflated(0.3, Poisson(s)));\nObserve(other, Hurdle(s, Poisson(2)));")]
    [InlineData("cutpoints that do not increase", "c[2], b", "var c = Sample(Normal(0, 1), 2);\nvar b = Sample(Normal(0, 1));\nObserve(other, OrderedLogistic(b, c));")]
    [InlineData("concentrations of either sign", "a[3]", "var a = Sample(Normal(1, 1), states);\nPotential(Dirichlet(a).LogDensity([0.2, 0.3, 0.5]));")]
    [InlineData("derived data", "s positive", "var s = Sample(HalfNormal(1));\nObserve(Log(z), Exponential(s));")]
    [InlineData("a scale that is a product of small ones", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(y, Normal(0, Exp(a - 400) * Exp(b - 400)));")]
    [InlineData("of large ones", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(z, Gamma(2, Exp(a + 400) * Exp(b + 400)));\nObserve(y, Cauchy(0, Exp(a + 400) * Exp(b + 400)));")]
    [InlineData("of a small and a large one", "a, b", "var a = Sample(Normal(0, 1));\nvar b = Sample(Normal(0, 1));\nObserve(y, Normal(0, Exp(a - 400) * Exp(b + 400)));")]
    [InlineData("a scale with a factor", "s positive", "var s = Sample(HalfNormal(1));\nObserve(z, Exponential(2 * Exp(100 * s)));\nPotential(Laplace(0, 0.5 * Exp(-300 * s)).LogDensity(y));")]
    [InlineData("a square", "a", "var a = Sample(Normal(0, 1));\nPotential(Normal(0, Square(Exp(300 * a))).LogDensity(y[0]));")]
    [InlineData("a component's product", "a", "var a = Sample(Normal(0, 1));\nObserve(y, Mixture([0.4, 0.6], Normal(a, 1), Cauchy(0, Exp(400 * a) * Exp(400 * a))));")]
    public void Body_interpreter_and_emitted_code_agree(string what, string latents, string statements) => WrittenModel.Agrees("supports: " + what, latents, statements);

    [Theory]
    [InlineData("Observe(y, Normal(0, Sqrt(0.1 + p)));")]
    [InlineData("Observe(k, Binomial(10, p * (1 - p)));")]
    [InlineData("Observe(k, Poisson(s * v));")]
    [InlineData("Observe(x, Gamma(1 - p, Exp(s)));")]
    [InlineData("Observe(x, Exponential(s));")]
    [InlineData("Observe(x, StudentT(Exp(s), 0, Exp(2 * s)));")]
    [InlineData("Potential(Exponential(s).LogDensity(s / v));")]
    [InlineData("Observe(k, Categorical(w));")]
    public void What_ranges_and_the_constructor_prove_is_not_asked(string statement) => Assert.DoesNotContain("-Infinity", IrPrinter.Print(PassedModels.LogDensity("Expand densities", "Vector y, Vector x, int[] k", $"""
        var p = Sample(Beta(2, 2));
        var s = Sample(HalfNormal(1));
        var v = Sample(Exponential(1));
        var w = Sample(Dirichlet([1, 1, 1]));
        {statement}
        """)), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("Observe(x, Exponential(s * x));", "((0 < (x[i] * exp(free.s))) and ((x[i] * exp(free.s)) <= 1.7976931348623157E+308))")]
    [InlineData("Observe(x, Exponential(s * v));", "((0 < (exp(free.s) * exp(free.v))) and ((exp(free.s) * exp(free.v)) <= 1.7976931348623157E+308))")]
    [InlineData("Observe(y, Normal(0, Sqrt(0.1 + s * v)));", "(sqrt(((exp(free.s) * exp(free.v)) + 0.1)) <= 1.7976931348623157E+308)")]
    public void What_may_underflow_or_overflow_is_asked(string statement, string condition) => Assert.Contains(condition, IrPrinter.Print(PassedModels.LogDensity("Inline definitions", "Vector y, Vector x, int[] k", $"""
        var s = Sample(HalfNormal(1));
        var v = Sample(Exponential(1));
        {statement}
        """)), System.StringComparison.Ordinal);

    [Fact]
    public void What_is_not_proven_is_asked_beside_the_sum_and_costs_no_derivative() => PassedModels.LogDensity("Differentiate", "Vector y, Vector x", """
        var b = Sample(Normal(0, 1));
        Observe(y, Laplace(0, 1 + b * x));
        """).Prints("""
        target = where((0 < min(i < y.Length: ((x[i] * free.b) + 1))), ((((-0.5 * square(free.b)) - sum(i < y.Length: (abs(y[i]) / ((x[i] * free.b) + 1)))) - sum(i < y.Length: log(((x[i] * free.b) + 1)))) + ((-0.6931471805599453 * y.Length) - 0.9189385332046728)), -Infinity)
        ∂free.b += (sum(i < y.Length: (x[i] * (((abs(y[i]) / ((x[i] * free.b) + 1)) * (1 / ((x[i] * free.b) + 1))) - (1 / ((x[i] * free.b) + 1))))) - free.b)
        """);

    [Fact]
    public void Data_bound_a_latent_that_is_an_end() => PassedModels.LogDensity("Transform parameters", "Vector y", """
        var m = Sample(Normal(0, 1));
        var n = Sample(Pareto(1, 1));
        Observe(y, Uniform(m, m + n));
        """).Prints("""
        m = free.m
        m ~ Normal(0, 1)
        n = (max((max(i < y.Length: y[i]) - m), 1) + exp(free.n))
        target += free.n
        n ~ Pareto(1, 1)
        observe y[i] ~ Uniform(m, (m + n))  for i < y.Length
        """);

    [Fact]
    public void Ends_that_earlier_elements_decide_are_followed_where_they_are_sampled() => PassedModels.LogDensity("Transform parameters", "int n", """
        var t = new Vector(n);
        t[0] = Sample(Uniform(0, 10));
        for (var i = 1; i < n; i++)
            t[i] = Sample(Uniform(t[i - 1], 10));
        """).Prints("""
        t[0] = (10 * inverseLogit(free.t[0]))
        target += ((2.302585092994046 - log1pExp(-free.t[0])) - log1pExp(free.t[0]))
        t[0] ~ Uniform(0, 10)
        for 1 <= i < n:
          t[i] = (t[(i - 1)] + ((10 - t[(i - 1)]) * inverseLogit(free.t[i])))
          target += ((log((10 - t[(i - 1)])) - log1pExp(-free.t[i])) - log1pExp(free.t[i]))
          t[i] ~ Uniform(t[(i - 1)], 10)
        """);
}
