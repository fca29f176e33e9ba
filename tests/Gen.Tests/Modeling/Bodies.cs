using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using static Gen.Modeling;

namespace Gen.Tests.Modeling;

/// <summary>Models as users write them, with the sites that generated code would give.</summary>
internal static class Demand
{
    private static readonly int Start = Source.Line();

    private static void Define(Vector price, Vector sales)
    {
        var a = Sample(Gamma(mu: 100, sigma: 40));
        var b = Sample(Normal(0, 1));
        var sigma = Sample(HalfNormal(1));
        var mu = Deterministic(a * Pow(price, b));

        Observe(sales, Normal(mu, sigma));
    }

    public static IReadOnlyList<TraceSite> Sites =>
    [
        new("a", TraceSiteKind.Sample, Start + 4, "Sample(Gamma(mu: 100, sigma: 40))"),
        new("b", TraceSiteKind.Sample, Start + 5, "Sample(Normal(0, 1))"),
        new("sigma", TraceSiteKind.Sample, Start + 6, "Sample(HalfNormal(1))"),
        new("mu", TraceSiteKind.Deterministic, Start + 7, "Deterministic(a * Pow(price, b))"),
        new("sales", TraceSiteKind.Observe, Start + 9, "Observe(sales, Normal(mu, sigma))"),
    ];

    public static ModelTrace Trace(Vector price, Vector sales, Dictionary<string, double[]>? latents = null, long seed = 0) =>
        BodyTrace.Run("Demand", () => Define(price, sales), Sites, latents, seed);
}

internal static class EightSchools
{
    private static readonly int Start = Source.Line();

    private static void Define(Vector y, Vector sigma, Dim school)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau), school);
        Observe(y, Normal(theta, sigma));
    }

    public static ModelTrace Trace(Vector y, Vector sigma, Dim school, Dictionary<string, double[]>? latents = null, long seed = 0) => BodyTrace.Run(
        "EightSchools",
        () => Define(y, sigma, school),
        [
            new("mu", TraceSiteKind.Sample, Start + 4, "Sample(Normal(0, 5))"),
            new("tau", TraceSiteKind.Sample, Start + 5, "Sample(HalfCauchy(5))"),
            new("theta", TraceSiteKind.Sample, Start + 6, "Sample(Normal(mu, tau), school)"),
            new("y", TraceSiteKind.Observe, Start + 7, "Observe(y, Normal(theta, sigma))"),
        ],
        latents,
        seed);
}

/// <summary>A body of one statement a line, for what the two models do not use.</summary>
internal static class Source
{
    public static int Line([CallerLineNumber] int line = 0) => line;

    /// <summary>Executes <paramref name="body"/> whose statements all stand on <paramref name="line"/>.</summary>
    public static ModelTrace Trace(
        int line, Action body, (string Name, TraceSiteKind Kind)[] sites, Dictionary<string, double[]>? latents = null, long seed = 0) =>
        BodyTrace.Run("Model", body, Array.ConvertAll(sites, site => new TraceSite(site.Name, site.Kind, line, site.Name)), latents, seed);
}
