using System;
using Gen.Distributions;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen;

/// <summary>Independent hurdle distributions.</summary>
internal sealed class HurdleElements : ZeroElements
{
    private readonly TruncatedElements? positive;

    /// <exception cref="ArgumentException"><paramref name="inner"/> has points of probability among other values.</exception>
    public HurdleElements(double[] psi, IndependentElements inner, int count)
        : base("Hurdle", psi, inner, count)
    {
        if (inner.HasAtoms)
        {
            throw new ArgumentException($"Hurdle of {inner.Name}: that has probability at single points as well as between them.");
        }

        if (inner.IsDiscrete)
        {
            var ones = new double[count];
            Array.Fill(ones, 1);
            positive = new(inner, ones, null, count);
        }
    }

    public override bool HasAtoms => !IsDiscrete;

    public override double Quantile(int element, double probability)
    {
        CheckElement(element);
        var psi = Psi(element);
        if (probability <= 1 - psi)
        {
            return probability >= 0 ? 0 : double.NaN;
        }

        var share = Math.Min((probability - (1 - psi)) / psi, Math.Max(probability, 1));
        return positive is null ? Inner.Quantile(element % Inner.Count, share) : positive.Quantile(element, share);
    }

    protected override IComponent Definition(int element) => Of(element);

    protected override double LogMass(int element) => Of(element).LogPositive;

    protected override double DrawInner(int element, RandomStream random) =>
        positive is null ? Inner.Draw(element % Inner.Count, random) : positive.Draw(element, random);

    protected override (double Mean, double Variance) InnerMoments(int element)
    {
        var (mean, variance) = (Inner.Mean(element % Inner.Count), Inner.Variance(element % Inner.Count));
        if (positive is null)
        {
            return (mean, variance);
        }

        var share = -Expm1(Inner.LogDensity(element % Inner.Count, 0));
        return (mean / share, (variance + Square(mean)) / share - Square(mean / share));
    }

    private Hurdle Of(int element) => new(Psi(element), new ElementComponent(Inner, element));
}
