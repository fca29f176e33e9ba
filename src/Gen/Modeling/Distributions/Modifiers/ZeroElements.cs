using Gen.Distributions;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen;

/// <summary>Independent elements of a modifier that gives 0 a probability of its own: psi is that of the inner distribution.</summary>
internal abstract class ZeroElements(string name, double[] psi, IndependentElements inner, int count) : ModifiedElements(name, count)
{
    public sealed override bool IsDiscrete => Inner.IsDiscrete;

    protected IndependentElements Inner => inner;

    public sealed override bool InSupport(int element, double x) => x == 0 || inner.InSupport(element % inner.Count, x);

    public sealed override string SupportText(int element) =>
        inner.InSupport(element % inner.Count, 0) ? inner.SupportText(element % inner.Count) : $"0 and {inner.SupportText(element % inner.Count)}";

    public sealed override double Mean(int element) => Moments(element).Mean;

    public sealed override double Variance(int element) => Moments(element).Variance;

    public sealed override double Draw(int element, RandomStream random)
    {
        CheckElement(element);
        return random.NextDouble() < Psi(element) ? DrawInner(element, random) : 0;
    }

    public sealed override string Description(int element) => $"{Name}(psi: {Numbers.Text(Psi(element))}, {inner.Description(element % inner.Count)})";

    protected double Psi(int element) => psi[element];

    protected sealed override void CheckComponents(int element) => inner.RequireParameters(element % inner.Count);

    protected sealed override void Check(int element) => ParameterCheck.Unit(Psi(element), Name, nameof(psi));

    /// <summary>A draw that is not an extra zero.</summary>
    protected abstract double DrawInner(int element, RandomStream random);

    /// <summary>The mean and variance of what is not an extra zero.</summary>
    protected abstract (double Mean, double Variance) InnerMoments(int element);

    private (double Mean, double Variance) Moments(int element)
    {
        CheckElement(element);
        var (mean, variance) = InnerMoments(element);
        return (Psi(element) * mean, Psi(element) * (variance + (1 - Psi(element)) * Square(mean)));
    }
}
