using System;
using Gen.Numerics;
using D = Gen.Distributions.Garch;

namespace Gen;

/// <summary>GARCH(1, 1) series of a length.</summary>
internal sealed class GarchVariates(double omega, double alpha1, double beta1, double initialVol, int length) : JointVariates("Garch", 1, length)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(omega, alpha1, beta1, initialVol, result);

    public override string Description(int variate) =>
        $"{Name}(omega: {Numbers.Text(omega)}, alpha1: {Numbers.Text(alpha1)}, beta1: {Numbers.Text(beta1)}, initialVol: {Numbers.Text(initialVol)})";

    protected override void Check(int variate) => D.CheckParameters(omega, alpha1, beta1, initialVol);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, omega, alpha1, beta1, initialVol);

    protected override string SupportText(int variate) => D.SupportText(omega, alpha1, beta1, initialVol);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(new Vector(x), omega, alpha1, beta1, initialVol);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, omega, alpha1, beta1, initialVol, result);
}
