using D = Gen.Distributions;

namespace Gen;

/// <summary>Families on the real line and on intervals.</summary>
internal static partial class Families
{
    public static readonly Family Normal = new(nameof(Normal), "mu", "sigma", "tau")
    {
        Sets =
        [
            new(("mu", 0), ("sigma", 1)) { Check = p => D.Normal.CheckParameters(p[0], p[1]) },
            new(("mu", 0), "tau")
            {
                Check = p => D.Normal.CheckParametersFromPrecision(p[0], p[1]),
                ToCanonical = p => D.Normal.FromPrecision(p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.Normal.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Normal.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Normal.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Normal.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Normal.Quantile(x, p[0], p[1]),
        Mean = p => D.Normal.Mean(p[0], p[1]),
        Variance = p => D.Normal.Variance(p[0], p[1]),
        Draw = (random, p) => D.Normal.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Normal.InSupport(x, p[0], p[1]),
        SupportText = p => D.Normal.SupportText(p[0], p[1]),
    };

    public static readonly Family StudentT = new(nameof(StudentT), "nu", "mu", "sigma", "lam")
    {
        Sets =
        [
            new("nu", ("mu", 0), ("sigma", 1)) { Check = p => D.StudentT.CheckParameters(p[0], p[1], p[2]) },
            new("nu", ("mu", 0), "lam")
            {
                Check = p => D.StudentT.CheckParametersFromPrecision(p[0], p[1], p[2]),
                ToCanonical = p => D.StudentT.FromPrecision(p[0], p[1], p[2]),
            },
        ],
        LogDensity = (x, p) => D.StudentT.LogDensity(x, p[0], p[1], p[2]),
        Cdf = (x, p) => D.StudentT.Cdf(x, p[0], p[1], p[2]),
        LogCdf = (x, p) => D.StudentT.LogCdf(x, p[0], p[1], p[2]),
        LogSurvival = (x, p) => D.StudentT.LogSurvival(x, p[0], p[1], p[2]),
        Quantile = (x, p) => D.StudentT.Quantile(x, p[0], p[1], p[2]),
        Mean = p => D.StudentT.Mean(p[0], p[1], p[2]),
        Variance = p => D.StudentT.Variance(p[0], p[1], p[2]),
        Draw = (random, p) => D.StudentT.Draw(random, p[0], p[1], p[2]),
        InSupport = (x, p) => D.StudentT.InSupport(x, p[0], p[1], p[2]),
        SupportText = p => D.StudentT.SupportText(p[0], p[1], p[2]),
    };

    public static readonly Family Cauchy = new(nameof(Cauchy), "alpha", "beta")
    {
        Sets =
        [
            new(("alpha", 0), ("beta", 1)) { Check = p => D.Cauchy.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Cauchy.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Cauchy.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Cauchy.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Cauchy.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Cauchy.Quantile(x, p[0], p[1]),
        Mean = p => D.Cauchy.Mean(p[0], p[1]),
        Variance = p => D.Cauchy.Variance(p[0], p[1]),
        Draw = (random, p) => D.Cauchy.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Cauchy.InSupport(x, p[0], p[1]),
        SupportText = p => D.Cauchy.SupportText(p[0], p[1]),
    };

    public static readonly Family Uniform = new(nameof(Uniform), "lower", "upper")
    {
        Sets =
        [
            new(("lower", 0), ("upper", 1)) { Check = p => D.Uniform.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Uniform.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Uniform.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Uniform.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Uniform.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Uniform.Quantile(x, p[0], p[1]),
        Mean = p => D.Uniform.Mean(p[0], p[1]),
        Variance = p => D.Uniform.Variance(p[0], p[1]),
        Draw = (random, p) => D.Uniform.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Uniform.InSupport(x, p[0], p[1]),
        SupportText = p => D.Uniform.SupportText(p[0], p[1]),
    };

    public static readonly Family Laplace = new(nameof(Laplace), "mu", "b")
    {
        Sets =
        [
            new("mu", "b") { Check = p => D.Laplace.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Laplace.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Laplace.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Laplace.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Laplace.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Laplace.Quantile(x, p[0], p[1]),
        Mean = p => D.Laplace.Mean(p[0], p[1]),
        Variance = p => D.Laplace.Variance(p[0], p[1]),
        Draw = (random, p) => D.Laplace.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Laplace.InSupport(x, p[0], p[1]),
        SupportText = p => D.Laplace.SupportText(p[0], p[1]),
    };

    public static readonly Family Logistic = new(nameof(Logistic), "mu", "s")
    {
        Sets =
        [
            new(("mu", 0), ("s", 1)) { Check = p => D.Logistic.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Logistic.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Logistic.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Logistic.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Logistic.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Logistic.Quantile(x, p[0], p[1]),
        Mean = p => D.Logistic.Mean(p[0], p[1]),
        Variance = p => D.Logistic.Variance(p[0], p[1]),
        Draw = (random, p) => D.Logistic.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Logistic.InSupport(x, p[0], p[1]),
        SupportText = p => D.Logistic.SupportText(p[0], p[1]),
    };

    public static readonly Family Gumbel = new(nameof(Gumbel), "mu", "beta")
    {
        Sets =
        [
            new("mu", "beta") { Check = p => D.Gumbel.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Gumbel.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Gumbel.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Gumbel.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Gumbel.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Gumbel.Quantile(x, p[0], p[1]),
        Mean = p => D.Gumbel.Mean(p[0], p[1]),
        Variance = p => D.Gumbel.Variance(p[0], p[1]),
        Draw = (random, p) => D.Gumbel.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Gumbel.InSupport(x, p[0], p[1]),
        SupportText = p => D.Gumbel.SupportText(p[0], p[1]),
    };

    public static readonly Family SkewNormal = new(nameof(SkewNormal), "mu", "sigma", "alpha", "tau")
    {
        Sets =
        [
            new(("mu", 0), ("sigma", 1), ("alpha", 1)) { Check = p => D.SkewNormal.CheckParameters(p[0], p[1], p[2]) },
            new(("mu", 0), "tau", ("alpha", 1))
            {
                Check = p => D.SkewNormal.CheckParametersFromPrecision(p[0], p[1], p[2]),
                ToCanonical = p => D.SkewNormal.FromPrecision(p[0], p[1], p[2]),
            },
        ],
        LogDensity = (x, p) => D.SkewNormal.LogDensity(x, p[0], p[1], p[2]),
        Cdf = (x, p) => D.SkewNormal.Cdf(x, p[0], p[1], p[2]),
        LogCdf = (x, p) => D.SkewNormal.LogCdf(x, p[0], p[1], p[2]),
        LogSurvival = (x, p) => D.SkewNormal.LogSurvival(x, p[0], p[1], p[2]),
        Quantile = (x, p) => D.SkewNormal.Quantile(x, p[0], p[1], p[2]),
        Mean = p => D.SkewNormal.Mean(p[0], p[1], p[2]),
        Variance = p => D.SkewNormal.Variance(p[0], p[1], p[2]),
        Draw = (random, p) => D.SkewNormal.Draw(random, p[0], p[1], p[2]),
        InSupport = (x, p) => D.SkewNormal.InSupport(x, p[0], p[1], p[2]),
        SupportText = p => D.SkewNormal.SupportText(p[0], p[1], p[2]),
    };
}
