using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Distributions;
using Xunit;
using static Gen.Numerics.Functions;

namespace Gen.Tests.Distributions;

/// <summary>Densities and both tails against values computed with R and with mpmath.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Names => DistributionCases.Names;

    [Theory, MemberData(nameof(Names))]
    public void AgreesWithReferences(string name)
    {
        var (family, _, references) = DistributionCases.All.Single(c => c.Family.Name == name);
        Assert.True(references.Length >= 10);
        var differences = new List<string>();
        foreach (var r in references)
        {
            var at = $"{name}({string.Join(", ", r.Parameters)}) at {r.X}";
            var rounding = 5e-16 * (1 + LargestLogGamma(name, r.X, r.Parameters));
            Close(r.LogDensity, family.LogDensity(r.X, r.Parameters), rounding, $"log-density of {at}", differences);
            Close(r.LogCdf, family.LogCdf(r.X, r.Parameters), 0, $"log-cdf of {at}", differences);
            Close(r.LogSurvival, family.LogSurvival(r.X, r.Parameters), 0, $"log-survival of {at}", differences);
        }

        Assert.True(differences.Count == 0, string.Join(Environment.NewLine, differences));
    }

    // The densities subtract values of log Γ, whose rounding remains; where it would hurt (Student's t, negative binomial) they change to a series.
    private static double LargestLogGamma(string name, double x, double[] p) => name switch
    {
        nameof(Binomial) => LogGamma(p[0] + 1),
        nameof(Poisson) => LogGamma(Math.Max(x, p[0]) + 1),
        nameof(NegativeBinomial) => LogGamma(1 + x + (p[1] < 1e5 ? p[1] : 0)),
        nameof(Gamma) or nameof(InverseGamma) => LogGamma(1 + p[0]),
        nameof(VonMises) => p[1],
        nameof(ChiSquared) => LogGamma(1 + 0.5 * p[0]),
        nameof(BetaBinomial) => LogGamma(1 + p[0] + p[1] + p[2]),
        nameof(Beta) => LogGamma(1 + p[0] + p[1]),
        nameof(StudentT) or nameof(HalfStudentT) => LogGamma(1 + Math.Min(p[0], 200)),
        _ => 0,
    };

    private static void Close(double expected, double actual, double rounding, string what, List<string> differences)
    {
        if (expected != actual && !(Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected) + rounding))
            differences.Add($"{what}: {actual:R} instead of {expected:R}");
    }
}
