using System;
using System.Linq;
using Gen.Compiler.Reading;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>Modifiers of distributions as they are read, and what is said of those that make no sense.</summary>
public sealed class ModifierReadingTests
{
    [Theory]
    [InlineData("Truncated(Normal(b, s), 0)", "Truncated.Lower(0, Normal(b, s))")]
    [InlineData("Truncated(Normal(b, s), upper: n)", "Truncated.Upper(n, Normal(b, s))")]
    [InlineData("Truncated(Normal(b, s), 0, n)", "Truncated(0, n, Normal(b, s))")]
    [InlineData("Truncated(Normal(b, s), 0, double.PositiveInfinity)", "Truncated.Lower(0, Normal(b, s))")]
    [InlineData("Truncated(Normal(b * y, tau: s), y - 1)", "Truncated.Lower((y[i] - 1), Normal.FromPrecision((y[i] * b), s))")]
    [InlineData("Censored(Exponential(s), n, 7)", "Censored(n, 7, Exponential(s))")]
    [InlineData("Mixture(w, Normal(b, s), Normal(0, 1))", "Mixture(w[0], w[1], Normal(b, s), Normal(0, 1))")]
    [InlineData("Mixture(w, Normal(w, s))", "Mixture(w[j], Normal(w[j], s)) over j < w.Length")]
    [InlineData("Mixture(w, Truncated(Normal(w, s), 0))", "Mixture(w[j], Truncated.Lower(0, Normal(w[j], s))) over j < w.Length")]
    public void Reads_as(string distribution, string printed) => Assert.Equal($"observe y[i] ~ {printed}  for i < y.Length", Observed($"Observe(y, {distribution});"));

    [Theory]
    [InlineData("ZeroInflated(0.3, Poisson(Exp(b * y)))", "ZeroInflated(0.3, Poisson.FromLogMu((y[i] * b)))")]
    [InlineData("Hurdle(InverseLogit(b * y), Poisson(s))", "Hurdle(inverseLogit((y[i] * b)), Poisson(s))")]
    public void Counts_read_as(string distribution, string printed) => Assert.Equal($"observe k[i] ~ {printed}  for i < y.Length", Observed($"Observe(k, {distribution});"));

    [Fact]
    public void A_latents_bounds_decide_its_transform()
    {
        Assert.Contains("c ~ Truncated(b, 3, Normal(0, 1))", Printed("var c = Sample(Truncated(Normal(0, 1), b, 3));\nObserve(y, Normal(c, s));"), StringComparison.Ordinal);
        Assert.Contains("c[i] ~ Truncated.Lower(0, Normal(0, 1))  for i < y.Length", Printed("var c = Sample(Truncated(Normal(0, 1), 0), y.Length);\nObserve(y, Normal(b, c));"), StringComparison.Ordinal);
    }

    /// <summary>Where a scale inside is negative there is no distribution: the whole is guarded as one, and not the scale.</summary>
    [Fact]
    public void A_scale_inside_that_may_be_negative_is_guarded()
    {
        Assert.Contains("observe y[i] ~ Censored.Lower(1, Normal(0, b))", Printed("Observe(y, Censored(Normal(0, b), 1));"), StringComparison.Ordinal);
        Assert.Contains("potential where(((0 < b) and (b <= 1.7976931348623157E+308)), ", Printed("Potential(Censored(Normal(0, b), 1).LogCdf(y));\nObserve(y, Normal(b, s));"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Observe(y, Truncated(Normal(b, s)))", "Truncated(Normal(b, s))", "Truncated takes (distribution, lower), (distribution, upper) or (distribution, lower, upper); here it has neither lower nor upper.")]
    [InlineData("Observe(y, Mixture(w, Mixture(w, Normal(Outer(w, w), s))))", "Mixture(w, Normal(Outer(w, w), s))", "A mixture inside another, with components or weights of its own for each of the outer ones, cannot stand in a model. List the components of one of them.")]
    [InlineData("Observe(y, Truncated(Gamma(2, s), 1))", "Truncated(Gamma(2, s), 1)", "Truncated of Gamma cannot stand in a model. Cdf(x) is there for ")]
    [InlineData("Observe(k, Truncated(Poisson(s), upper: b))", "b", "'b' depends on 'b'; it must be known when the model is constructed.")]
    [InlineData("Observe(k, Truncated(Poisson(s + 1), upper: k))", "k", "Truncated of Poisson with an end for each element cannot stand in a model. Its probabilities are sums over counts, of which all elements have the same: write a number, or the density in a Potential with Poisson(…).LogDensity(x).")]
    [InlineData("for (var i = 0; i < y.Length; i++) Observe(k[i], Censored(Poisson(s), k[i], 9))", "k[i]", "Censored of Poisson with an end for each element cannot stand in a model. ")]
    [InlineData("Observe(y, ZeroInflated(0.5, Normal(b, s)))", "Normal(b, s)", "ZeroInflated of Normal cannot stand in a model. It takes a distribution of counts.")]
    [InlineData("Observe(y, Truncated(Censored(Normal(b, s), 0), 1))", "Censored(Normal(b, s), 0)", "Truncated of Censored cannot stand in a model. That has probability at single points as well as between them.")]
    [InlineData("var c = Sample(Censored(Normal(b, s), 0)); Observe(y, Normal(c, s))", "Sample(Censored(Normal(b, s), 0))", "A latent from Censored cannot stand in a model. Single points have probability there, so that it has no density. Sample the distribution inside, or observe data with this one.")]
    [InlineData("var c = Sample(Mixture([0.5, 0.5], Normal(b, s), Exponential(1))); Observe(y, Normal(c, s))", "Sample(Mixture([0.5, 0.5], Normal(b, s), Exponential(1)))", "A latent from a mixture whose components have different supports cannot stand in a model. Truncate the components to the support that they share.")]
    [InlineData("Observe(y, Mixture([0.2, 0.3, 0.5], Normal(b, s), Normal(0, 1)))", "Observe(y, Mixture([0.2, 0.3, 0.5], Normal(b, s), Normal(0, 1)))", "These share an axis, but one has length 3 and the other 2.")]
    public void What_makes_no_sense_is_refused(string statement, string at, string message)
    {
        var diagnostic = Assert.Single(Read(statement + ";").Diagnostics);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.StartsWith(message, diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discrete_latent_stays_refused() =>
        Read("var c = Sample(Truncated(Poisson(3), 1)); Observe(y, Normal(c, s));").Refuses(
            Rules.DiscreteLatent, "Sample(Truncated(Poisson(3), 1))",
            "'c' would be a latent from Truncated, which is discrete; only continuous latents can be sampled. Sum it out: Potential(LogSumExp(…)) over its values.");

    private static ReadResult Read(string statements) => ReadModels.Body("Vector y, int[] k, Vector w, double n", $"""
        var b = Sample(Normal());
        var s = Sample(HalfNormal(1));
        {statements}
        """);

    private static string Observed(string statements) => Printed(statements).Split('\n').Single(line => line.StartsWith("observe", StringComparison.Ordinal));

    private static string Printed(string statements) => Read(statements).Print();
}
