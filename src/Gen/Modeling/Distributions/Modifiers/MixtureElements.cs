using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Distributions;
using Gen.Numerics;

namespace Gen;

/// <summary>Independent mixtures. Every element has the same number of components, and weights of its own or those of all.</summary>
/// <param name="weights">A weight for each component, for every element in turn or once for all.</param>
/// <param name="size">The number of components.</param>
/// <param name="component">A component of an element.</param>
/// <param name="kinds">What the components are made of.</param>
/// <param name="count">The number of elements.</param>
internal sealed class MixtureElements(
    double[] weights, int size, Func<int, int, ElementComponent> component, IReadOnlyList<IndependentElements> kinds, int count)
    : ModifiedElements("Mixture", count)
{
    // Weights are sums and quotients of several numbers.
    private const double Rounding = 1e-9;

    public override bool IsDiscrete => kinds.All(kind => kind.IsDiscrete);

    public override bool HasAtoms => !IsDiscrete && kinds.Any(kind => kind.IsDiscrete || kind.HasAtoms);

    public override bool InSupport(int element, double x) => Present(element).Any(part => part.Component.Elements.InSupport(part.Component.Element, x));

    public override string SupportText(int element) =>
        string.Join(", or ", Present(element).Select(part => part.Component.Elements.SupportText(part.Component.Element)).Distinct());

    public override double Quantile(int element, double probability)
    {
        CheckElement(element);
        if (!(probability is >= 0 and <= 1))
        {
            return double.NaN;
        }

        // The mixture's lies between those of its components.
        var quantiles = Present(element).Select(part => part.Component.Elements.Quantile(part.Component.Element, probability)).ToArray();
        var (low, high) = (quantiles.Min(), quantiles.Max());
        return low == high || probability is 0 ? low
            : probability is 1 ? high
            : MonotoneSearch.First(low, high, IsDiscrete, x => Cdf(element, x) >= probability);
    }

    public override double Mean(int element)
    {
        CheckElement(element);
        return Present(element).Sum(part => part.Weight * part.Component.Elements.Mean(part.Component.Element));
    }

    public override double Variance(int element)
    {
        var mean = Mean(element);
        return Present(element).Sum(part => part.Weight
            * (part.Component.Elements.Variance(part.Component.Element) + Functions.Square(part.Component.Elements.Mean(part.Component.Element) - mean)));
    }

    public override double Draw(int element, RandomStream random)
    {
        CheckElement(element);
        var rest = random.NextDouble();
        var drawn = Present(element)[^1].Component;
        foreach (var (weight, candidate) in Present(element))
        {
            if (rest < weight)
            {
                drawn = candidate;
                break;
            }

            rest -= weight;
        }

        return drawn.Elements.Draw(drawn.Element, random);
    }

    public override string Description(int element)
    {
        var parts = new double[size];
        for (var k = 0; k < size; k++)
        {
            parts[k] = Weight(element, k);
        }

        return $"Mixture({Numbers.Text(parts)}, {string.Join(", ", Enumerable.Range(0, size).Select(k => component(element, k)).Select(own => own.Elements.Description(own.Element)))})";
    }

    protected override IComponent Definition(int element) => new Mixture(new Weighted(this, element));

    protected override void Check(int element)
    {
        var sum = 0.0;
        for (var k = 0; k < size; k++)
        {
            ParameterCheck.Unit(Weight(element, k), Name, $"w[{k}]");
            sum += Weight(element, k);
        }

        ParameterCheck.Require(Math.Abs(sum - 1) <= Rounding, sum, Name, "the sum of w", "1");
    }

    protected override void CheckComponents(int element)
    {
        for (var k = 0; k < size; k++)
        {
            var part = component(element, k);
            part.Elements.RequireParameters(part.Element);
        }
    }

    private double Weight(int element, int k) => weights[(element * size + k) % weights.Length];

    /// <summary>The components that have weight.</summary>
    private (double Weight, ElementComponent Component)[] Present(int element) =>
        [.. Enumerable.Range(0, size).Where(k => Weight(element, k) > 0).Select(k => (Weight(element, k), component(element, k)))];

    private sealed class Weighted(MixtureElements mixture, int element) : IComponents
    {
        private readonly (double Weight, ElementComponent Component)[] present = mixture.Present(element);

        public bool AreDiscrete => mixture.IsDiscrete;

        public double Sum(Func<double, IComponent, double> term) => present.Sum(part => term(part.Weight, part.Component));

        public double Largest(Func<double, IComponent, double> value) => present.Max(part => value(part.Weight, part.Component));
    }
}
