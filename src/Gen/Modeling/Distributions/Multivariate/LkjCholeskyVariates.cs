using System;
using Gen.Numerics;
using D = Gen.Distributions.LkjCholesky;

namespace Gen;

/// <summary>Cholesky factors of correlation matrices.</summary>
internal sealed class LkjCholeskyVariates(int n, double eta) : JointVariates("LkjCholesky", 1, n * n)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(n, eta, result);

    public override string Description(int variate) => $"{Name}(n: {n}, eta: {Numbers.Text(eta)})";

    protected override void Check(int variate) => D.CheckParameters(n, eta);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, n, eta);

    protected override string SupportText(int variate) => D.SupportText(n, eta);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(Matrix.Wrap(n, n, x.ToArray()), n, eta);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, n, eta, result);
}
