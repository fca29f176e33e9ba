using System;

namespace Gen;

/// <summary>The sum of one statement's contributions to the log-density.</summary>
internal sealed class TermSum
{
    private double sum;
    private int count;
    private NonFiniteElement? firstNonFinite;

    /// <summary>Adds the log-density of an element at <paramref name="x"/>; NaN when its parameters are refused.</summary>
    public void Add(IndependentElements distribution, int element, double x)
    {
        double logDensity;
        try
        {
            logDensity = distribution.LogDensity(element, x);
        }
        catch (ArgumentException)
        {
            logDensity = double.NaN;
        }

        if (!double.IsFinite(logDensity))
        {
            firstNonFinite ??= new NonFiniteElement(count, x, logDensity, distribution.Explain(element, x));
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

    public TraceTerm Term(TraceSite site) => new(site.Name, site.Kind, site.Text, site.Line, sum, count, firstNonFinite);
}
