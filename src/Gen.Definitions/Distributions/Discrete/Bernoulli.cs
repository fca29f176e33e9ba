using static Gen.Numerics.Functions;

namespace Gen.Distributions;

/// <summary>One trial that is 1 with probability <c>p</c>, else 0; <c>logitP</c> is log(p / (1 − p)).</summary>
[Distribution(Support.Boolean)]
public static partial class Bernoulli
{
    /// <summary>The log-probability of <paramref name="x"/>, 0 or 1; a certain outcome (p of 0 or 1) has 0.</summary>
    public static Real LogDensity(Real x, [Requires(Support.Unit)] Real p)
        => Where(Less(0.5, x), Log(p), Log1p(-p));

    /// <summary>From the log-odds.</summary>
    [Parameterization]
    public static Real[] FromLogit(Real logitP) => [InverseLogit(logitP)];

    /// <summary>The log-probability of <paramref name="x"/> given log-odds.</summary>
    /// <remarks>Linear in <paramref name="x"/>, so that the compiler can collapse its sum over data.</remarks>
    public static Real LogDensityFromLogit(Real x, Real logitP) => x * logitP - Log1pExp(logitP);
}
