using D = Gen.Distributions;

namespace Gen;

/// <summary>Families of counts.</summary>
internal static partial class Families
{
    public static readonly Family Poisson = new(nameof(Poisson), "mu", "logMu")
    {
        IsDiscrete = true,
        Sets =
        [
            new("mu") { Check = p => D.Poisson.CheckParameters(p[0]) },
            new("logMu")
            {
                Check = p => D.Poisson.CheckParametersFromLogMu(p[0]),
                ToCanonical = p => D.Poisson.FromLogMu(p[0]),
                LogDensity = (x, p) => D.Poisson.LogDensityFromLogMu(x, p[0]),
            },
        ],
        LogDensity = (x, p) => D.Poisson.LogDensity(x, p[0]),
        Cdf = (x, p) => D.Poisson.Cdf(x, p[0]),
        LogCdf = (x, p) => D.Poisson.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.Poisson.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.Poisson.Quantile(x, p[0]),
        Mean = p => D.Poisson.Mean(p[0]),
        Variance = p => D.Poisson.Variance(p[0]),
        Draw = (random, p) => D.Poisson.Draw(random, p[0]),
        InSupport = (x, p) => D.Poisson.InSupport(x, p[0]),
        SupportText = p => D.Poisson.SupportText(p[0]),
    };

    public static readonly Family NegativeBinomial = new(nameof(NegativeBinomial), "mu", "alpha", "p", "n")
    {
        IsDiscrete = true,
        Sets =
        [
            new("mu", "alpha") { Check = p => D.NegativeBinomial.CheckParameters(p[0], p[1]) },
            new("n", "p")
            {
                Check = p => D.NegativeBinomial.CheckParametersFromProbability(p[0], p[1]),
                ToCanonical = p => D.NegativeBinomial.FromProbability(p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.NegativeBinomial.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.NegativeBinomial.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.NegativeBinomial.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.NegativeBinomial.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.NegativeBinomial.Quantile(x, p[0], p[1]),
        Mean = p => D.NegativeBinomial.Mean(p[0], p[1]),
        Variance = p => D.NegativeBinomial.Variance(p[0], p[1]),
        Draw = (random, p) => D.NegativeBinomial.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.NegativeBinomial.InSupport(x, p[0], p[1]),
        SupportText = p => D.NegativeBinomial.SupportText(p[0], p[1]),
    };

    public static readonly Family Geometric = new(nameof(Geometric), "p")
    {
        IsDiscrete = true,
        Sets =
        [
            new("p") { Check = p => D.Geometric.CheckParameters(p[0]) },
        ],
        LogDensity = (x, p) => D.Geometric.LogDensity(x, p[0]),
        Cdf = (x, p) => D.Geometric.Cdf(x, p[0]),
        LogCdf = (x, p) => D.Geometric.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.Geometric.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.Geometric.Quantile(x, p[0]),
        Mean = p => D.Geometric.Mean(p[0]),
        Variance = p => D.Geometric.Variance(p[0]),
        Draw = (random, p) => D.Geometric.Draw(random, p[0]),
        InSupport = (x, p) => D.Geometric.InSupport(x, p[0]),
        SupportText = p => D.Geometric.SupportText(p[0]),
    };

    public static readonly Family DiscreteUniform = new(nameof(DiscreteUniform), "lower", "upper")
    {
        IsDiscrete = true,
        Sets =
        [
            new("lower", "upper") { Check = p => D.DiscreteUniform.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.DiscreteUniform.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.DiscreteUniform.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.DiscreteUniform.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.DiscreteUniform.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.DiscreteUniform.Quantile(x, p[0], p[1]),
        Mean = p => D.DiscreteUniform.Mean(p[0], p[1]),
        Variance = p => D.DiscreteUniform.Variance(p[0], p[1]),
        Draw = (random, p) => D.DiscreteUniform.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.DiscreteUniform.InSupport(x, p[0], p[1]),
        SupportText = p => D.DiscreteUniform.SupportText(p[0], p[1]),
    };
}
