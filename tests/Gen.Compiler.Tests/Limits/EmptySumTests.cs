using Xunit;

namespace Gen.Compiler.Tests.Limits;

/// <summary>
/// What a loop or a sum takes no term of adds nothing, neither to the log-density nor to its gradient, although every term would be infinite or no number: such as
/// the logarithm of a latent that is negative, which is the same in all of them.
/// </summary>
public sealed class EmptySumTests
{
    [Theory]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Potential(Log(v) - empty[t]);")]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Observe(empty[t], Normal(a, v));")]
    [InlineData("Observe(empty, Normal(a, v));")]
    [InlineData("for (var i = 0; i < y.Length; i++)\n    for (var t = 0; t < empty.Length; t++)\n        Potential(Log(v) * y[i]);")]
    [InlineData("for (var t = 4; t < y.Length; t++)\n    Potential(1 / (v - v) + y[t]);")]
    [InlineData("Potential(Sum(Log(v) * empty));")]
    [InlineData("Potential(Sum(empty / Sqrt(v)));")]
    [InlineData("Potential(Sum(a * empty * Square(Log(v)) + a));")]
    [InlineData("Potential(Dot(empty, empty * Pow(v, a)));")]
    [InlineData("var u = new Vector(2);\nu[0] = Log(v);\nu[1] = a;\nPotential(Sum(u[0] * empty) + Sum(u[1] * empty * u[0]));")]
    [InlineData("var sum = 0.0;\nfor (var t = 0; t < empty.Length; t++)\n    sum += Log(v) + a;\nPotential(sum);")]
    [InlineData("Potential(Sum(a * empty / Sum(empty)));")]
    [InlineData("Potential(Tanh(Sum(Log(v) * empty)) * a);")]
    [InlineData("Potential(Sum(a * empty * (Sum(empty) / empty.Length)));")]
    [InlineData("var sum = 0.0;\nfor (var t = 0; t < empty.Length; t++)\n    sum += a * empty[t] * (Sum(empty) / empty.Length);\nPotential(sum * v);")]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Potential(-empty[t] * Square(a * Sum(empty) / empty.Length));")]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Observe(empty[t], Normal(a + v * Sum(empty) / empty.Length, 1));")]
    [InlineData("for (var i = 0; i < y.Length; i++)\n    if (y[i] > 100)\n        Observe(y[i], Normal(a + v * (Sum(empty) / empty.Length), 1));")]
    [InlineData("for (var t = empty.Length; t < empty.Length; t++)\n    Observe(empty[t], Normal(v * Mean(empty[..t]), 1));")]
    [InlineData("Potential(Sum(a * empty / Sum(Square(empty))));")]
    [InlineData("var u = a / empty.Length;\nfor (var t = 0; t < empty.Length; t++)\n    Potential(u * v * empty[t]);")]
    [InlineData("Potential(v * Exp(LogSumExp(a * empty)));")]
    [InlineData("Potential(LogSumExp([LogSumExp(a * empty), v]) - v);")]
    [InlineData("Potential(LogSumExp([v * a, LogSumExp(a * empty - v) + v, v]) - LogSumExp([v * a, v]));")]
    [InlineData("Potential(Sum(a * Softmax(v * empty)));")]
    public void What_is_the_same_in_all_terms_of_an_empty_sum_is_in_none(string statements) => LimitModel.Has(
        "a, v", $"var a = Sample(Flat());\nvar v = Sample(Flat());\nPotential(3 * v + a);\n{statements}", [0.4, -0.7], -1.7, [1, 3]);

    /// <summary>Observations bound the ends of their support; where there are none they bound nothing.</summary>
    [Theory]
    [InlineData("Observe(empty, Uniform(l, 10));")]
    [InlineData("Observe(empty, Uniform(l + b, 10));")]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Observe(empty[t], Truncated(Normal(0, 1), lower: l));")]
    [InlineData("Potential(Uniform(l, b).LogDensity(empty));")]
    [InlineData("Potential(Truncated(Normal(0, 1), l, b).LogDensity(empty));")]
    [InlineData("for (var t = 0; t < empty.Length; t++)\n    Potential(Truncated(Normal(0, 1), l, b).LogDensity(0.5));")]
    public void Observations_that_are_none_bound_no_latent(string statements) => LimitModel.Has(
        "b, l positive", $"var b = Sample(Flat());\nvar l = Sample(HalfFlat());\nPotential(-0.5 * Square(l) + 2 * b);\n{statements}",
        [0.4, 0.3], -0.5 * System.Math.Exp(0.6) + 0.8 + 0.3, [2, 1 - System.Math.Exp(0.6)]);
}
