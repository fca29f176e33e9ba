using D = Gen.Distributions;

namespace Gen;

/// <summary>Families without an integral of 1.</summary>
internal static partial class Families
{
    public static readonly Family Flat = new(nameof(Flat), "lower", "upper")
    {
        Sets =
        [
            new(("lower", double.NegativeInfinity), ("upper", double.PositiveInfinity)) { Check = p => D.Flat.CheckParameters(p[0], p[1]) },
        ],
        LogDensity = (x, p) => D.Flat.LogDensity(x, p[0], p[1]),
        Cdf = (x, p) => D.Flat.Cdf(x, p[0], p[1]),
        LogCdf = (x, p) => D.Flat.LogCdf(x, p[0], p[1]),
        LogSurvival = (x, p) => D.Flat.LogSurvival(x, p[0], p[1]),
        Quantile = (x, p) => D.Flat.Quantile(x, p[0], p[1]),
        Mean = p => D.Flat.Mean(p[0], p[1]),
        Variance = p => D.Flat.Variance(p[0], p[1]),
        Draw = (random, p) => D.Flat.Draw(random, p[0], p[1]),
        InSupport = (x, p) => D.Flat.InSupport(x, p[0], p[1]),
        SupportText = p => D.Flat.SupportText(p[0], p[1]),
    };

    public static readonly Family HalfFlat = new(nameof(HalfFlat))
    {
        Sets =
        [
            new() { Check = _ => D.HalfFlat.CheckParameters() },
        ],
        LogDensity = (x, _) => D.HalfFlat.LogDensity(x),
        Cdf = (x, _) => D.HalfFlat.Cdf(x),
        LogCdf = (x, _) => D.HalfFlat.LogCdf(x),
        LogSurvival = (x, _) => D.HalfFlat.LogSurvival(x),
        Quantile = (x, _) => D.HalfFlat.Quantile(x),
        Mean = _ => D.HalfFlat.Mean(),
        Variance = _ => D.HalfFlat.Variance(),
        Draw = (random, _) => D.HalfFlat.Draw(random),
        InSupport = (x, _) => D.HalfFlat.InSupport(x),
        SupportText = _ => D.HalfFlat.SupportText(),
    };
}
