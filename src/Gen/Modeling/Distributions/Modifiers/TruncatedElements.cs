using System;
using Gen.Distributions;
using Gen.Numerics;
using static Gen.Numerics.Functions;

namespace Gen;

/// <summary>Independent truncated distributions.</summary>
internal sealed class TruncatedElements(IndependentElements inner, double[]? lower, double[]? upper, int count)
    : BoundedElements("Truncated", inner, lower, upper, count)
{
    // Where a tenth of the draws are inside, drawing again is quicker than a quantile. So many draws that are all outside do not happen then.
    private const double Often = 0.1;
    private const int MaxDraws = 10_000;

    // A quantile's probability has digits enough from here on: below, where it would underflow, and above, where it would round to 1.
    private static readonly double LeastLower = Math.Log(1e-290);
    private static readonly double LeastUpper = Math.Log(0.01);

    protected override bool EndsAreValues => false;

    public override double Quantile(int element, double probability)
    {
        CheckElement(element);
        if (!(probability is >= 0 and <= 1))
        {
            return double.NaN;
        }

        var (start, end) = (Lower(element) ?? double.NegativeInfinity, Upper(element) ?? double.PositiveInfinity);
        (start, end) = IsDiscrete ? (Math.Ceiling(start), Math.Floor(end)) : (start, end);
        var component = new ElementComponent(Inner, element);
        if (probability is 0 or 1)
        {
            return Math.Clamp(component.Elements.Quantile(component.Element, probability), start, end);
        }

        var logProbability = Of(element).LogProbability;
        var below = double.IsInfinity(start) ? double.NegativeInfinity : component.LogCdf(IsDiscrete ? start - 1 : start);
        var above = double.IsInfinity(end) ? double.NegativeInfinity : component.LogSurvival(end);
        var logLower = LogSpace.Add(below, Log(probability) + logProbability);
        var logUpper = LogSpace.Add(above, Log1p(-probability) + logProbability);
        var x = logLower < logUpper ? OfLower(component, logLower, end) : OfUpper(component, logUpper, start);
        return Math.Clamp(x, start, end);
    }

    public override double Mean(int element) => Moments(element).Mean;

    public override double Variance(int element) => Moments(element).Variance;

    /// <summary>One draw.</summary>
    /// <exception cref="InvalidOperationException">There is no probability between the ends.</exception>
    public override double Draw(int element, RandomStream random)
    {
        CheckElement(element);
        var logProbability = Of(element).LogProbability;
        if (!(logProbability > double.NegativeInfinity))
        {
            throw new InvalidOperationException($"{Description(element)} cannot be drawn from: there is no probability between its ends");
        }

        if (Exp(logProbability) < Often)
        {
            return Quantile(element, random.NextDouble());
        }

        for (var i = 0; i < MaxDraws; i++)
        {
            var x = Inner.Draw(element % Inner.Count, random);
            if (InSupport(element, x))
            {
                return x;
            }
        }

        throw new InvalidOperationException($"{Description(element)} cannot be drawn from: of {MaxDraws} draws of {Inner.Name} none lies between its ends");
    }

    /// <summary>The logarithm of the probability that the inner distribution has between the ends.</summary>
    public double LogProbability(int element) => Of(element).LogProbability;

    protected override IComponent Definition(int element) => Of(element);

    protected override double LogMass(int element) => LogProbability(element);

    private static double OfLower(ElementComponent component, double logLower, double end)
    {
        if (logLower >= LeastLower)
        {
            return component.Elements.Quantile(component.Element, Exp(logLower));
        }

        var start = Math.Min(end, component.Elements.Quantile(component.Element, Exp(LeastLower)));
        return MonotoneSearch.First(start, component.IsDiscrete, x => component.LogCdf(x) >= logLower);
    }

    private static double OfUpper(ElementComponent component, double logUpper, double start)
    {
        if (logUpper >= LeastUpper)
        {
            return component.Elements.Quantile(component.Element, -Expm1(logUpper));
        }

        var from = Math.Max(start, component.Elements.Quantile(component.Element, -Expm1(LeastUpper)));
        return MonotoneSearch.First(from, component.IsDiscrete, x => component.LogSurvival(x) <= logUpper);
    }

    private Truncated Of(int element) => new(new ElementComponent(Inner, element), Lower(element), Upper(element));

    private (double Mean, double Variance) Moments(int element)
    {
        CheckElement(element);
        return NumericMoments.Of(IsDiscrete, x => Exp(LogDensity(element, x)), p => Quantile(element, p));
    }
}
