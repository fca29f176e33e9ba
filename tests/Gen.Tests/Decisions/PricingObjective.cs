using System;

namespace Gen.Tests.Decisions;

/// <summary>
/// Profit at constant elasticity, Σ_p (p − c)·a·p^b, for every draw of (a, b). With one b the best price is c·b/(1 + b), whatever a.
/// </summary>
internal sealed class PricingObjective(double[] a, double[] b, double cost, int products = 1, double factor = 1, int chains = 1) : IObjective
{
    public int Dimension => products;

    public int Draws => a.Length;

    public int Chains => chains;

    public double Evaluate(ReadOnlySpan<double> decision, Span<double> gradient)
    {
        gradient.Clear();
        var sum = 0.0;
        for (var s = 0; s < a.Length; s++)
        {
            for (var i = 0; i < products; i++)
            {
                var p = decision[i];
                var sold = a[s] * Math.Pow(p, b[s]);
                sum += factor * (p - cost) * sold / a.Length;
                gradient[i] += factor * (sold + (p - cost) * b[s] * sold / p) / a.Length;
            }
        }

        return sum;
    }

    public void Utilities(ReadOnlySpan<double> decision, Span<double> utilities)
    {
        for (var s = 0; s < a.Length; s++)
        {
            utilities[s] = 0;
            foreach (var p in decision)
                utilities[s] += factor * (p - cost) * a[s] * Math.Pow(p, b[s]);
        }
    }
}
