using Gen.Distributions;

namespace Gen;

/// <summary>One of independent elements, as modifiers see it. A vector of distributions meets the elements of a matrix along its columns.</summary>
internal sealed class ElementComponent(IndependentElements elements, int element) : IComponent
{
    private readonly int own = element % elements.Count;

    public IndependentElements Elements => elements;

    public int Element => own;

    public bool IsDiscrete => elements.IsDiscrete;

    public double LogDensity(double x) => elements.LogDensity(own, x);

    public double Cdf(double x) => elements.Cdf(own, x);

    public double LogCdf(double x) => elements.LogCdf(own, x);

    public double LogSurvival(double x) => elements.LogSurvival(own, x);

    public double? LogBetween(double start, double end) => null;
}
