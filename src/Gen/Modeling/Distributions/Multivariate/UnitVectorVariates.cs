using System;
using Gen.Numerics;
using D = Gen.Distributions.UnitVector;

namespace Gen;

/// <summary>Vectors of length 1.</summary>
internal sealed class UnitVectorVariates(int n) : JointVariates("UnitVector", 1, n)
{
    public override void Mean(int variate, Span<double> result) => D.Mean(Size, result);

    public override string Description(int variate) => $"{Name}(n: {Size})";

    protected override void Check(int variate) => D.CheckParameters(Size);

    protected override bool InSupport(int variate, ReadOnlySpan<double> x) => D.InSupport(x, Size);

    protected override string SupportText(int variate) => D.SupportText(Size);

    protected override double Density(int variate, ReadOnlySpan<double> x) => D.LogDensity(new Vector(x), Size);

    protected override void DrawInto(int variate, RandomStream random, Span<double> result) => D.Draw(random, Size, result);
}
