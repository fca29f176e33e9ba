using System;
using Gen.Numerics;
using D = Gen.Distributions.GaussianRandomWalk;

namespace Gen;

/// <summary>Random walks of a length.</summary>
internal sealed class GaussianRandomWalkVariates(double mu, double sigma, double initialMu, double initialSigma, int length)
    : JointVariates("GaussianRandomWalk", 1, length)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(mu, sigma, initialMu, initialSigma, result);

    public override string Description(int variate) =>
        $"{Name}(mu: {Numbers.Text(mu)}, sigma: {Numbers.Text(sigma)}, initialMu: {Numbers.Text(initialMu)}, initialSigma: {Numbers.Text(initialSigma)})";

    protected override void Check(int variate) => D.CheckParameters(mu, sigma, initialMu, initialSigma);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, mu, sigma, initialMu, initialSigma);

    protected override string SupportText(int variate) => D.SupportText(mu, sigma, initialMu, initialSigma);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(new Vector(x), mu, sigma, initialMu, initialSigma);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, mu, sigma, initialMu, initialSigma, result);
}
