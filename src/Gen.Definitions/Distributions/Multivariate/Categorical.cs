using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>
/// One of the categories 0, 1, …, K − 1 with probabilities p, of which there are K, or with logitP: any numbers whose exponentials are proportional to
/// the probabilities.
/// </summary>
[Distribution(Support.Category)]
public static partial class Categorical
{
    /// <summary>The log-probability of category <paramref name="x"/>.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Simplex)] RealVector p) => Log(At(p, x));

    /// <summary>From the logarithms of probabilities, up to a constant.</summary>
    [Parameterization]
    public static object[] FromLogit(RealVector logitP)
    {
        var sum = LogSumExp(0, logitP.Length, k => logitP[k]);
        return [Map(logitP.Length, k => Exp(logitP[k] - sum))];
    }

    /// <summary>The log-probability of category <paramref name="x"/> given logarithms, without exponentials that underflow.</summary>
    public static Real LogDensityFromLogit(Real x, RealVector logitP) => At(logitP, x) - LogSumExp(0, logitP.Length, k => logitP[k]);
}
