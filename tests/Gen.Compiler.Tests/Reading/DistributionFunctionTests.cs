using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Rooms;
using Xunit;

namespace Gen.Compiler.Tests.Reading;

/// <summary>Functions of a distribution as expressions, such as a model with censored data writes by hand.</summary>
public sealed class DistributionFunctionTests
{
    [Fact]
    public void A_censored_model_reads_as_its_terms() => ReadModels.Body("Vector time, Vector censored", """
        var mu = Sample(Normal(0, 1));
        var s = Sample(HalfNormal(1));
        Potential(Where(censored, Normal(mu, s).LogSurvival(time), Normal(mu, s).LogDensity(time)));
        """).Prints("""
        mu ~ Normal(0, 1)
        s ~ HalfNormal(1)
        potential where(censored[i], logNormalCdf(((mu - time[i]) / s)), (((-0.5 * square(((time[i] - mu) / s))) - log(s)) - 0.9189385332046728))  for i < time.Length
        require time.Length == censored.Length
        """);

    [Theory]
    [InlineData("Normal(b, s).Cdf(n)", "normalCdf(((n - b) / s))")]
    [InlineData("Normal(b, tau: 4).LogCdf(n)", "logNormalCdf((2 * (n - b)))")]
    [InlineData("Exponential(scale: s).LogSurvival(y)", "where(((0 < (1 / s)) and ((1 / s) <= 1.7976931348623157E+308)), -((1 / s) * max(y[i], 0)), -Infinity)  for i < y.Length")]
    [InlineData("Normal(b, Exp(b)).LogCdf(n)", "logNormalCdf(((n - b) / exp(b)))")]
    [InlineData("LogNormal(b, s).LogCdf(n)", "where((n <= 0), -Infinity, logNormalCdf(((log(where((n <= 0), 1, n)) - b) / s)))")]
    public void Reads_as(string expression, string printed) => Assert.Equal("potential " + printed, Potential(expression));

    /// <summary>Where a scale is negative the logarithm of a probability is what that of a density is, and a probability is NaN: 0 would make other terms finite.</summary>
    [Theory]
    [InlineData("Normal(1, b).LogSurvival(n)", "where(((0 < b) and (b <= 1.7976931348623157E+308)), logNormalCdf(((1 - n) / b)), -Infinity)")]
    [InlineData("Normal(1, b).Cdf(n)", "where(((0 < b) and (b <= 1.7976931348623157E+308)), normalCdf(((n - 1) / b)), NaN)")]
    public void A_scale_that_may_be_negative_is_guarded(string expression, string printed) => Assert.Equal("potential " + printed, Potential(expression));

    [Theory]
    [InlineData("Gamma(2, 1)", "LogSurvival")]
    [InlineData("StudentT(3, b, 1)", "Cdf")]
    public void A_function_that_a_definition_lacks_is_refused_with_those_that_have_it(string distribution, string function)
    {
        var name = distribution.Split('(')[0];
        var others = Having(function);
        Assert.Contains("Normal", others);
        Assert.DoesNotContain(name, others);
        ReadModels.Body("double n", $"var b = Sample(Normal());\nPotential({distribution}.{function}(n));").Refuses(
            Rules.UnsupportedConstruct, $"{distribution}.{function}(n)",
            $"{function} of {name} cannot stand in a model. {function}(x) is there for {string.Join(", ", others[..^1])} and {others[^1]}; LogDensity(x) for every distribution.");
    }

    [Fact]
    public void A_function_that_no_definition_has_is_refused() => ReadModels.Body("double n", "var b = Sample(Normal());\nPotential(Normal(b, 1).Quantile(0.5));")
        .Refuses(Rules.UnsupportedConstruct, "Normal(b, 1).Quantile(0.5)", "Quantile of Normal cannot stand in a model. LogDensity(x) is there for every distribution.");

    /// <summary>The distributions whose definition, one file each, declares a function; a name may stand on a line of its own.</summary>
    private static string[] Having(string function) =>
    [
        .. SourceTree.Files("src/Gen.Definitions/Distributions").Where(file => Regex.IsMatch(SourceTree.Read(file), $@"\bReal {function}\("))
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    private static string Potential(string expression) => ReadModels.Body("Vector y, double n", $"""
        var b = Sample(Normal());
        var s = Sample(HalfNormal(1));
        Potential({expression});
        """).Print().TrimEnd().Split('\n').Single(line => line.StartsWith("potential", StringComparison.Ordinal));
}
