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
    public void What_is_the_same_in_all_terms_of_an_empty_sum_is_in_none(string statements) => LimitModel.Has(
        "a, v", $"var a = Sample(Flat());\nvar v = Sample(Flat());\nPotential(3 * v + a);\n{statements}", [0.4, -0.7], -1.7, [1, 3]);
}
