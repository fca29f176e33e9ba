using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Gen.Analyzers.Tests.Harness;
using Xunit;

namespace Gen.Analyzers.Tests;

/// <summary>Models that are right, of which nothing may be said.</summary>
public class CleanModelTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("[Model]", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order()];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task Samples_are_clean(string file) => ModelTest.IsClean(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)), usings: "");

    [Fact]
    public Task Regression_with_labels() => ModelTest.IsClean(ModelTest.Model("[Dims(\"row\", \"feature\")] Matrix x, [Dims(\"row\")] Vector y, Dim feature", """
        var alpha = Sample(Normal(0, 10));
        var beta  = Sample(Normal(0, 10), feature);
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(alpha + Dot(x, beta), sigma));
        """));

    [Fact]
    public Task Radon() => ModelTest.IsClean(ModelTest.Model("int[] county, Vector floor, Vector logRadon, Dim counties", """
        var mu    = Sample(Normal(0, 10));
        var tau   = Sample(HalfNormal(1));
        var alpha = Sample(Normal(mu, tau), counties);
        var beta  = Sample(Normal(0, 10));
        var sigma = Sample(HalfNormal(1));
        Observe(logRadon, Normal(alpha[county] + beta * floor, sigma));
        """));

    [Fact]
    public Task Two_proportions() => ModelTest.IsClean(ModelTest.Model("int visitorsA, int visitorsB, int conversionsA, int conversionsB", """
        var pA = Sample(Beta(1, 1));
        var pB = Sample(Beta(1, 1));
        Observe(conversionsA, Binomial(visitorsA, pA));
        Observe(conversionsB, Binomial(visitorsB, pB));
        var difference = Deterministic(pB - pA);
        """));

    [Fact]
    public Task Measurement_error_with_a_scale_per_row() => ModelTest.IsClean(ModelTest.Model("Matrix x, Vector y, Vector yErr", """
        var m     = Sample(Normal(0, 1), x.Columns);
        var alpha = Sample(Normal(0, 1));
        var sigma = Sample(HalfCauchy(1));
        Observe(y, Normal(alpha + Dot(x, m), sigma * yErr));
        """));

    [Fact]
    public Task Eight_schools_without_centring() => ModelTest.IsClean(ModelTest.Model("Vector effect, Vector error", """
        var mu    = Sample(Normal(0, 5));
        var tau   = Sample(HalfCauchy(5));
        var z     = Sample(Normal(0, 1), effect.Length);
        var theta = Deterministic(mu + tau * z);
        Observe(effect, Normal(theta, error));
        """));

    [Fact]
    public Task Counts_with_their_exposure() => ModelTest.IsClean(ModelTest.Model("int[] count, Vector exposure, Matrix x, int[] group, Dim groups", """
        var beta  = Sample(Normal(0, 1), x.Columns);
        var scale = Sample(Exponential(1));
        var level = Sample(Normal(0, scale), groups);
        var alpha = Sample(Gamma(2, 0.1));
        Observe(count, NegativeBinomial(mu: exposure * Exp(level[group] + Dot(x, beta)), alpha: alpha));
        """));

    [Fact]
    public Task Adstock_and_saturation() => ModelTest.IsClean(ModelTest.Model("Vector spend, Vector sales", """
        var decay = Sample(Beta(3, 3));
        var half  = Sample(HalfNormal(1));
        var gain  = Sample(HalfNormal(2));
        var sigma = Sample(HalfNormal(1));
        var stock = new Vector(spend.Length);
        stock[0] = spend[0];
        for (var t = 1; t < spend.Length; t++)
        {
            stock[t] = spend[t] + decay * stock[t - 1];
        }

        Observe(sales, Normal(gain * stock / (half + stock), sigma));
        """));

    [Fact]
    public Task Mean_and_concentration_of_a_beta() => ModelTest.IsClean(ModelTest.Model("int[] hits, int[] trials", """
        var omega = Sample(Beta(1, 1));
        var more  = Sample(Gamma(0.01, 0.01));
        var kappa = Deterministic(more + 2);
        var theta = Sample(Beta(omega * (kappa - 2) + 1, (1 - omega) * (kappa - 2) + 1), hits.Length);
        Observe(hits, Binomial(trials, theta));
        """));
}
