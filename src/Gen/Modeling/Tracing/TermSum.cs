using System;

namespace Gen;

/// <summary>The sum of one statement's contributions to the log-density.</summary>
internal sealed class TermSum
{
    private double sum;
    private int count;
    private NonFiniteElement? firstNonFinite;

    /// <summary>Adds the log-density of a variate at <paramref name="x"/>: −∞ where it or a parameter is out of range.</summary>
    public void Add(IVariates distribution, int variate, ReadOnlySpan<double> x)
    {
        var logDensity = distribution.LogDensity(variate, x);
        if (!double.IsFinite(logDensity))
        {
            firstNonFinite ??= new NonFiniteElement(count, x.Length == 1 ? x[0] : double.NaN, logDensity, distribution.Explain(variate, x));
        }

        sum += logDensity;
        count++;
    }

    /// <summary>Adds a potential.</summary>
    public void Add(double potential)
    {
        if (!double.IsFinite(potential))
        {
            firstNonFinite ??= new NonFiniteElement(count, potential, potential, $"the potential is {Numbers.Text(potential)}");
        }

        sum += potential;
        count++;
    }

    /// <summary>Adds a potential that is made of a probability which there is not: as little is possible as where a density's parameters are out of range.</summary>
    public void AddImpossible(string reason)
    {
        firstNonFinite ??= new NonFiniteElement(count, double.NaN, double.NegativeInfinity, reason);
        sum += double.NegativeInfinity;
        count++;
    }

    public TraceTerm Term(TraceSite site) => new(site.Name, site.Kind, site.Text, site.Line, sum, count, firstNonFinite);
}
