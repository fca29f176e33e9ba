using System;

namespace Gen.Distributions;

/// <summary>The root of an increasing function of one variable: Newton's method, held inside a bracket.</summary>
internal static class MonotoneRoot
{
    // A step this small leaves an error of its square after a Newton step, which is below rounding.
    private const double Close = 1e-9;
    private const int MaxSteps = 400;

    /// <summary>The root of <paramref name="function"/>, which gives value and slope, searched for from <paramref name="start"/>.</summary>
    public static double Find(double start, Func<double, (double Value, double Slope)> function)
    {
        double low = double.NegativeInfinity, high = double.PositiveInfinity, y = start, reach = 1;
        for (var i = 0; i < MaxSteps; i++)
        {
            var (value, slope) = function(y);
            if (value == 0)
                return y;
            if (value < 0)
                low = y;
            else
                high = y;

            var next = y - value / slope;
            if (Math.Abs(next - y) <= Close * (1 + Math.Abs(y)))
                return next;
            if (next > low && next < high && Math.Abs(next - y) < 100 * reach)
            {
                y = next;
                continue;
            }

            if (double.IsInfinity(low) || double.IsInfinity(high))
            {
                y += value < 0 ? reach : -reach;
                reach *= 2;
            }
            else
            {
                y = 0.5 * (low + high);
            }
        }

        return y;
    }
}
