using System;
using Gen.Distributions;
using Gen.Numerics;

namespace Gen;

/// <summary>Independent zero-inflated distributions of counts.</summary>
internal sealed class ZeroInflatedElements : ZeroElements
{
    /// <exception cref="ArgumentException"><paramref name="inner"/> is not of counts.</exception>
    public ZeroInflatedElements(double[] psi, IndependentElements inner, int count)
        : base("ZeroInflated", psi, inner, count)
    {
        if (!inner.IsDiscrete)
        {
            throw new ArgumentException($"ZeroInflated of {inner.Name}: that is no distribution of counts.");
        }
    }

    public override double Quantile(int element, double probability)
    {
        CheckElement(element);
        var psi = Psi(element);
        return probability <= 1 - psi ? probability >= 0 ? 0 : double.NaN
            : Inner.Quantile(element % Inner.Count, Math.Min((probability - (1 - psi)) / psi, Math.Max(probability, 1)));
    }

    protected override IComponent Definition(int element) => new ZeroInflated(Psi(element), new ElementComponent(Inner, element));

    protected override double DrawInner(int element, RandomStream random) => Inner.Draw(element % Inner.Count, random);

    protected override (double Mean, double Variance) InnerMoments(int element) =>
        (Inner.Mean(element % Inner.Count), Inner.Variance(element % Inner.Count));
}
