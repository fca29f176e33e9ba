using D = Gen.Distributions;

namespace Gen;

/// <summary>Families of probabilities and trials.</summary>
internal static partial class Families
{
    public static readonly Family Beta = new(nameof(Beta), "alpha", "beta", "mu", "sigma", "nu")
    {
        Sets =
        [
            new("alpha", "beta") { Check = p => D.Beta.CheckParameters(p[0], p[1]) },
            new("mu", "sigma")
            {
                Check = p => D.Beta.CheckParametersFromMoments(p[0], p[1]),
                ToCanonical = p => D.Beta.FromMoments(p[0], p[1]),
                LogDensity = (x, p) => D.Beta.LogDensityFromMoments(x, p[0], p[1]),
            },
            new("mu", "nu")
            {
                Check = p => D.Beta.CheckParametersFromConcentration(p[0], p[1]),
                ToCanonical = p => D.Beta.FromConcentration(p[0], p[1]),
                LogDensity = (x, p) => D.Beta.LogDensityFromConcentration(x, p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.Beta.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Beta.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Beta.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Beta.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Beta.Quantile(x, p[0], p[1]),
        Mean = p => D.Beta.Mean(p[0], p[1]),
        Variance = p => D.Beta.Variance(p[0], p[1]),
        Draw = (random, p) => D.Beta.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Beta.InSupport(x, p[0], p[1]),
        SupportText = p => D.Beta.SupportText(p[0], p[1]),
    };

    public static readonly Family Bernoulli = new(nameof(Bernoulli), "p", "logitP")
    {
        IsDiscrete = true,
        Sets =
        [
            new("p") { Check = p => D.Bernoulli.CheckParameters(p[0]) },
            new("logitP")
            {
                Check = p => D.Bernoulli.CheckParametersFromLogit(p[0]),
                ToCanonical = p => D.Bernoulli.FromLogit(p[0]),
                LogDensity = (x, p) => D.Bernoulli.LogDensityFromLogit(x, p[0]),
            },
        ],
        LogDensity = (x, p) => D.Bernoulli.LogDensity(x, p[0]),
        Cdf = (x, p) => D.Bernoulli.Cdf(x, p[0]),
        LogCdf = (x, p) => D.Bernoulli.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.Bernoulli.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.Bernoulli.Quantile(x, p[0]),
        Mean = p => D.Bernoulli.Mean(p[0]),
        Variance = p => D.Bernoulli.Variance(p[0]),
        Draw = (random, p) => D.Bernoulli.Draw(random, p[0]),
        InSupport = (x, p) => D.Bernoulli.InSupport(x, p[0]),
        SupportText = p => D.Bernoulli.SupportText(p[0]),
    };

    public static readonly Family Binomial = new(nameof(Binomial), "n", "p", "logitP")
    {
        IsDiscrete = true,
        Sets =
        [
            new("n", "p") { Check = p => D.Binomial.CheckParameters(p[0], p[1]) },
            new("n", "logitP")
            {
                Check = p => D.Binomial.CheckParametersFromLogit(p[0], p[1]),
                ToCanonical = p => D.Binomial.FromLogit(p[0], p[1]),
                LogDensity = (x, p) => D.Binomial.LogDensityFromLogit(x, p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.Binomial.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Binomial.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Binomial.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Binomial.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Binomial.Quantile(x, p[0], p[1]),
        Mean = p => D.Binomial.Mean(p[0], p[1]),
        Variance = p => D.Binomial.Variance(p[0], p[1]),
        Draw = (random, p) => D.Binomial.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Binomial.InSupport(x, p[0], p[1]),
        SupportText = p => D.Binomial.SupportText(p[0], p[1]),
    };

    public static readonly Family BetaBinomial = new(nameof(BetaBinomial), "n", "alpha", "beta")
    {
        IsDiscrete = true,
        Sets =
        [
            new("n", "alpha", "beta") { Check = p => D.BetaBinomial.CheckParameters(p[0], p[1], p[2]) },
        ],
        LogDensity = (x, p) => D.BetaBinomial.LogDensity(x, p[0], p[1], p[2]),
        Cdf = (x, p) => D.BetaBinomial.Cdf(x, p[0], p[1], p[2]),
        LogCdf = (x, p) => D.BetaBinomial.LogCdf(x, p[0], p[1], p[2]),
        LogSurvival = (x, p) => D.BetaBinomial.LogSurvival(x, p[0], p[1], p[2]),
        Quantile = (x, p) => D.BetaBinomial.Quantile(x, p[0], p[1], p[2]),
        Mean = p => D.BetaBinomial.Mean(p[0], p[1], p[2]),
        Variance = p => D.BetaBinomial.Variance(p[0], p[1], p[2]),
        Draw = (random, p) => D.BetaBinomial.Draw(random, p[0], p[1], p[2]),
        InSupport = (x, p) => D.BetaBinomial.InSupport(x, p[0], p[1], p[2]),
        SupportText = p => D.BetaBinomial.SupportText(p[0], p[1], p[2]),
    };
}
