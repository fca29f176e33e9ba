using D = Gen.Distributions;

namespace Gen;

/// <summary>Families of positive numbers.</summary>
internal static partial class Families
{
    public static readonly Family HalfNormal = new(nameof(HalfNormal), "sigma", "tau")
    {
        Sets =
        [
            new(("sigma", 1)) { Check = p => D.HalfNormal.CheckParameters(p[0]) },
            new("tau")
            {
                Check = p => D.HalfNormal.CheckParametersFromPrecision(p[0]),
                ToCanonical = p => D.HalfNormal.FromPrecision(p[0]),
            },
        ],
        LogDensity = (x, p) => D.HalfNormal.LogDensity(x, p[0]),
        Cdf = (x, p) => D.HalfNormal.Cdf(x, p[0]),
        LogCdf = (x, p) => D.HalfNormal.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.HalfNormal.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.HalfNormal.Quantile(x, p[0]),
        Mean = p => D.HalfNormal.Mean(p[0]),
        Variance = p => D.HalfNormal.Variance(p[0]),
        Draw = (random, p) => D.HalfNormal.Draw(random, p[0]),
        InSupport = (x, p) => D.HalfNormal.InSupport(x, p[0]),
        SupportText = p => D.HalfNormal.SupportText(p[0]),
    };

    public static readonly Family HalfCauchy = new(nameof(HalfCauchy), "beta")
    {
        Sets =
        [
            new(("beta", 1)) { Check = p => D.HalfCauchy.CheckParameters(p[0]) },
        ],
        LogDensity = (x, p) => D.HalfCauchy.LogDensity(x, p[0]),
        Cdf = (x, p) => D.HalfCauchy.Cdf(x, p[0]),
        LogCdf = (x, p) => D.HalfCauchy.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.HalfCauchy.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.HalfCauchy.Quantile(x, p[0]),
        Mean = p => D.HalfCauchy.Mean(p[0]),
        Variance = p => D.HalfCauchy.Variance(p[0]),
        Draw = (random, p) => D.HalfCauchy.Draw(random, p[0]),
        InSupport = (x, p) => D.HalfCauchy.InSupport(x, p[0]),
        SupportText = p => D.HalfCauchy.SupportText(p[0]),
    };

    public static readonly Family LogNormal = new(nameof(LogNormal), "mu", "sigma", "tau")
    {
        Sets =
        [
            new(("mu", 0), ("sigma", 1)) { Check = p => D.LogNormal.CheckParameters(p[0], p[1]) },
            new(("mu", 0), "tau")
            {
                Check = p => D.LogNormal.CheckParametersFromPrecision(p[0], p[1]),
                ToCanonical = p => D.LogNormal.FromPrecision(p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.LogNormal.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.LogNormal.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.LogNormal.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.LogNormal.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.LogNormal.Quantile(x, p[0], p[1]),
        Mean = p => D.LogNormal.Mean(p[0], p[1]),
        Variance = p => D.LogNormal.Variance(p[0], p[1]),
        Draw = (random, p) => D.LogNormal.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.LogNormal.InSupport(x, p[0], p[1]),
        SupportText = p => D.LogNormal.SupportText(p[0], p[1]),
    };

    public static readonly Family Gamma = new(nameof(Gamma), "alpha", "beta", "mu", "sigma")
    {
        Sets =
        [
            new("alpha", "beta") { Check = p => D.Gamma.CheckParameters(p[0], p[1]) },
            new("mu", "sigma")
            {
                Check = p => D.Gamma.CheckParametersFromMoments(p[0], p[1]),
                ToCanonical = p => D.Gamma.FromMoments(p[0], p[1]),
                LogDensity = (x, p) => D.Gamma.LogDensityFromMoments(x, p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.Gamma.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Gamma.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Gamma.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Gamma.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Gamma.Quantile(x, p[0], p[1]),
        Mean = p => D.Gamma.Mean(p[0], p[1]),
        Variance = p => D.Gamma.Variance(p[0], p[1]),
        Draw = (random, p) => D.Gamma.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Gamma.InSupport(x, p[0], p[1]),
        SupportText = p => D.Gamma.SupportText(p[0], p[1]),
    };

    public static readonly Family InverseGamma = new(nameof(InverseGamma), "alpha", "beta", "mu", "sigma")
    {
        Sets =
        [
            new("alpha", "beta") { Check = p => D.InverseGamma.CheckParameters(p[0], p[1]) },
            new("mu", "sigma")
            {
                Check = p => D.InverseGamma.CheckParametersFromMoments(p[0], p[1]),
                ToCanonical = p => D.InverseGamma.FromMoments(p[0], p[1]),
                LogDensity = (x, p) => D.InverseGamma.LogDensityFromMoments(x, p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.InverseGamma.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.InverseGamma.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.InverseGamma.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.InverseGamma.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.InverseGamma.Quantile(x, p[0], p[1]),
        Mean = p => D.InverseGamma.Mean(p[0], p[1]),
        Variance = p => D.InverseGamma.Variance(p[0], p[1]),
        Draw = (random, p) => D.InverseGamma.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.InverseGamma.InSupport(x, p[0], p[1]),
        SupportText = p => D.InverseGamma.SupportText(p[0], p[1]),
    };

    public static readonly Family Exponential = new(nameof(Exponential), "lam", "scale")
    {
        Sets =
        [
            new("lam") { Check = p => D.Exponential.CheckParameters(p[0]) },
            new("scale")
            {
                Check = p => D.Exponential.CheckParametersFromScale(p[0]),
                ToCanonical = p => D.Exponential.FromScale(p[0]),
            },
        ],
        LogDensity = (x, p) => D.Exponential.LogDensity(x, p[0]),
        Cdf = (x, p) => D.Exponential.Cdf(x, p[0]),
        LogCdf = (x, p) => D.Exponential.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.Exponential.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.Exponential.Quantile(x, p[0]),
        Mean = p => D.Exponential.Mean(p[0]),
        Variance = p => D.Exponential.Variance(p[0]),
        Draw = (random, p) => D.Exponential.Draw(random, p[0]),
        InSupport = (x, p) => D.Exponential.InSupport(x, p[0]),
        SupportText = p => D.Exponential.SupportText(p[0]),
    };

    public static readonly Family Weibull = new(nameof(Weibull), "alpha", "beta")
    {
        Sets =
        [
            new("alpha", "beta") { Check = p => D.Weibull.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Weibull.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Weibull.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Weibull.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Weibull.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Weibull.Quantile(x, p[0], p[1]),
        Mean = p => D.Weibull.Mean(p[0], p[1]),
        Variance = p => D.Weibull.Variance(p[0], p[1]),
        Draw = (random, p) => D.Weibull.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Weibull.InSupport(x, p[0], p[1]),
        SupportText = p => D.Weibull.SupportText(p[0], p[1]),
    };

    public static readonly Family Pareto = new(nameof(Pareto), "alpha", "m")
    {
        Sets =
        [
            new("alpha", "m") { Check = p => D.Pareto.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Pareto.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Pareto.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Pareto.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Pareto.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Pareto.Quantile(x, p[0], p[1]),
        Mean = p => D.Pareto.Mean(p[0], p[1]),
        Variance = p => D.Pareto.Variance(p[0], p[1]),
        Draw = (random, p) => D.Pareto.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Pareto.InSupport(x, p[0], p[1]),
        SupportText = p => D.Pareto.SupportText(p[0], p[1]),
    };

    public static readonly Family ChiSquared = new(nameof(ChiSquared), "nu")
    {
        Sets =
        [
            new("nu") { Check = p => D.ChiSquared.CheckParameters(p[0]) },
        ],
        LogDensity = (x, p) => D.ChiSquared.LogDensity(x, p[0]),
        Cdf = (x, p) => D.ChiSquared.Cdf(x, p[0]),
        LogCdf = (x, p) => D.ChiSquared.LogCdf(x, p[0]),
        LogSurvival = (x, p) => D.ChiSquared.LogSurvival(x, p[0]),
        Quantile = (x, p) => D.ChiSquared.Quantile(x, p[0]),
        Mean = p => D.ChiSquared.Mean(p[0]),
        Variance = p => D.ChiSquared.Variance(p[0]),
        Draw = (random, p) => D.ChiSquared.Draw(random, p[0]),
        InSupport = (x, p) => D.ChiSquared.InSupport(x, p[0]),
        SupportText = p => D.ChiSquared.SupportText(p[0]),
    };

    public static readonly Family HalfStudentT = new(nameof(HalfStudentT), "nu", "sigma", "lam")
    {
        Sets =
        [
            new("nu", ("sigma", 1)) { Check = p => D.HalfStudentT.CheckParameters(p[0], p[1]) },
            new("nu", "lam")
            {
                Check = p => D.HalfStudentT.CheckParametersFromPrecision(p[0], p[1]),
                ToCanonical = p => D.HalfStudentT.FromPrecision(p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.HalfStudentT.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.HalfStudentT.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.HalfStudentT.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.HalfStudentT.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.HalfStudentT.Quantile(x, p[0], p[1]),
        Mean = p => D.HalfStudentT.Mean(p[0], p[1]),
        Variance = p => D.HalfStudentT.Variance(p[0], p[1]),
        Draw = (random, p) => D.HalfStudentT.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.HalfStudentT.InSupport(x, p[0], p[1]),
        SupportText = p => D.HalfStudentT.SupportText(p[0], p[1]),
    };
}
