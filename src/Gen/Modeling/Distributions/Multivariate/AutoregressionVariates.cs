using System;
using Gen.Numerics;
using D = Gen.Distributions.AR;

namespace Gen;

/// <summary>Autoregressions of a length.</summary>
internal sealed class AutoregressionVariates(Vector rho, double sigma, double constant, double initialMu, double initialSigma, int length)
    : JointVariates("AR", 1, length)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(rho.AsSpan(), sigma, constant, initialMu, initialSigma, result);

    public override string Description(int variate) => $"{Name}(rho: {Numbers.Text(rho.AsSpan())}, sigma: {Numbers.Text(sigma)}, "
        + $"constant: {Numbers.Text(constant)}, initialMu: {Numbers.Text(initialMu)}, initialSigma: {Numbers.Text(initialSigma)})";

    protected override void Check(int variate) => D.CheckParameters(rho.AsSpan(), sigma, constant, initialMu, initialSigma);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) =>
        D.InSupport(x, rho.AsSpan(), sigma, constant, initialMu, initialSigma);

    protected override string SupportText(int variate) => D.SupportText(rho.AsSpan(), sigma, constant, initialMu, initialSigma);

    protected override double Density(int variate, ReadOnlySpan<double> x) =>
        D.LogDensity(new Vector(x), rho, sigma, constant, initialMu, initialSigma);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) =>
        D.Draw(random, rho.AsSpan(), sigma, constant, initialMu, initialSigma, result);
}
