using D = Gen.Distributions;

namespace Gen;

/// <summary>Families on intervals and of angles.</summary>
internal static partial class Families
{
    public static readonly Family Triangular = new(nameof(Triangular), "lower", "upper", "c")
    {
        Sets =
        [
            new(("lower", 0), ("upper", 1), ("c", 0.5)) { Check = p => D.Triangular.CheckParameters(p[0], p[1], p[2]) },
        ],
        LogDensity = (x, p) => D.Triangular.LogDensity(x, p[0], p[1], p[2]),
        Cdf = (x, p) => D.Triangular.Cdf(x, p[0], p[1], p[2]),
        LogCdf = (x, p) => D.Triangular.LogCdf(x, p[0], p[1], p[2]),
        LogSurvival = (x, p) => D.Triangular.LogSurvival(x, p[0], p[1], p[2]),
        Quantile = (x, p) => D.Triangular.Quantile(x, p[0], p[1], p[2]),
        Mean = p => D.Triangular.Mean(p[0], p[1], p[2]),
        Variance = p => D.Triangular.Variance(p[0], p[1], p[2]),
        Draw = (random, p) => D.Triangular.Draw(random, p[0], p[1], p[2]),
        InSupport = (x, p) => D.Triangular.InSupport(x, p[0], p[1], p[2]),
        SupportText = p => D.Triangular.SupportText(p[0], p[1], p[2]),
    };

    public static readonly Family LogitNormal = new(nameof(LogitNormal), "mu", "sigma", "tau")
    {
        Sets =
        [
            new(("mu", 0), ("sigma", 1)) { Check = p => D.LogitNormal.CheckParameters(p[0], p[1]) },
            new(("mu", 0), "tau")
            {
                Check = p => D.LogitNormal.CheckParametersFromPrecision(p[0], p[1]),
                ToCanonical = p => D.LogitNormal.FromPrecision(p[0], p[1]),
            },
        ],
        LogDensity = (x, p) => D.LogitNormal.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.LogitNormal.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.LogitNormal.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.LogitNormal.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.LogitNormal.Quantile(x, p[0], p[1]),
        Mean = p => D.LogitNormal.Mean(p[0], p[1]),
        Variance = p => D.LogitNormal.Variance(p[0], p[1]),
        Draw = (random, p) => D.LogitNormal.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.LogitNormal.InSupport(x, p[0], p[1]),
        SupportText = p => D.LogitNormal.SupportText(p[0], p[1]),
    };

    public static readonly Family VonMises = new(nameof(VonMises), "mu", "kappa")
    {
        Sets =
        [
            new(("mu", 0), ("kappa", 1)) { Check = p => D.VonMises.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.VonMises.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.VonMises.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.VonMises.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.VonMises.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.VonMises.Quantile(x, p[0], p[1]),
        Mean = p => D.VonMises.Mean(p[0], p[1]),
        Variance = p => D.VonMises.Variance(p[0], p[1]),
        Draw = (random, p) => D.VonMises.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.VonMises.InSupport(x, p[0], p[1]),
        SupportText = p => D.VonMises.SupportText(p[0], p[1]),
    };
}
