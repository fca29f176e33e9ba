using Gen.Distributions;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen;

/// <summary>Independent censored distributions.</summary>
internal sealed class CensoredElements(IndependentElements inner, double[]? lower, double[]? upper, int count)
    : BoundedElements("Censored", inner, lower, upper, count)
{
    private readonly TruncatedElements between = new(inner, lower, upper, count);

    public override bool HasAtoms => !IsDiscrete;

    protected override bool EndsAreValues => true;

    public override double Quantile(int element, double probability)
    {
        CheckElement(element);
        return Clipped(element, Inner.Quantile(element % Inner.Count, probability));
    }

    public override double Mean(int element) => Moments(element).Mean;

    public override double Variance(int element) => Moments(element).Variance;

    public override double Draw(int element, RandomStream random)
    {
        CheckElement(element);
        return Clipped(element, Inner.Draw(element % Inner.Count, random));
    }

    protected override IComponent Definition(int element) => new Censored(new ElementComponent(Inner, element), Lower(element), Upper(element));

    private double Clipped(int element, double x)
    {
        x = Lower(element) is { } start && x < start ? start : x;
        return Upper(element) is { } end && x > end ? end : x;
    }

    /// <summary>From those of the values between the ends, and the probabilities beyond them.</summary>
    private (double Mean, double Variance) Moments(int element)
    {
        CheckElement(element);
        var (start, end) = (Lower(element), Upper(element));
        var component = new ElementComponent(Inner, element);
        var above = end is { } high ? Exp(component.LogSurvival(high)) : 0;
        var inside = Exp(between.LogProbability(element));
        var below = start is null ? 0 : 1 - inside - above;
        var (mean, variance) = inside > 0 ? (between.Mean(element), between.Variance(element)) : (0, 0);
        var first = below * (start ?? 0) + inside * mean + above * (end ?? 0);
        var second = below * Square((start ?? 0) - first) + inside * (variance + Square(mean - first)) + above * Square((end ?? 0) - first);
        return (first, second);
    }
}
