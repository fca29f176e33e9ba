using System;
using Gen.Numerics;
using D = Gen.Distributions.Multinomial;

namespace Gen;

/// <summary>Vectors of counts: a number of trials and probabilities for each.</summary>
internal sealed class MultinomialVariates(Rows n, Rows p) : JointVariates("Multinomial", Math.Max(n.Count, p.Count), p.Length)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(n[variate][0], p[variate], result);

    public override string Description(int variate) => $"{Name}(n: {Numbers.Text(n[variate][0])}, p: {Numbers.Text(p[variate])})";

    protected override void Check(int variate) => D.CheckParameters(n[variate][0], p[variate]);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, n[variate][0], p[variate]);

    protected override string SupportText(int variate) => D.SupportText(n[variate][0], p[variate]);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(new Vector(x), n[variate][0], p.Vector(variate));

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, n[variate][0], p[variate], result);
}
