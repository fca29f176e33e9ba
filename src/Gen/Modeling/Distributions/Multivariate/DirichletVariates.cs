using System;
using Gen.Numerics;
using D = Gen.Distributions.Dirichlet;

namespace Gen;

/// <summary>Vectors of probabilities.</summary>
internal sealed class DirichletVariates(Rows a) : JointVariates("Dirichlet", a.Count, a.Length)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(a[variate], result);

    public override string Description(int variate) => $"{Name}(a: {Numbers.Text(a[variate])})";

    protected override void Check(int variate) => D.CheckParameters(a[variate]);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, a[variate]);

    protected override string SupportText(int variate) => D.SupportText(a[variate]);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(new Vector(x), a.Vector(variate));

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, a[variate], result);
}
