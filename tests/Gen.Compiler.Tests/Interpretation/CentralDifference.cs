using System;

namespace Gen.Compiler.Tests.Interpretation;

/// <summary>Derivatives by central differences, extrapolated to a step of zero.</summary>
/// <remarks>Ridders, C. J. F. (1982), Accurate computation of F′(x) and F′(x) F″(x), Advances in Engineering Software 4(2): Neville's tableau over shrinking steps, cut where its error estimate is least.</remarks>
internal static class CentralDifference
{
    private const int Steps = 12;
    private const double Shrink = 1.6;

    public static double Of(Func<double, double> function, double x)
    {
        var h = 0.1 * Math.Max(Math.Abs(x), 0.05);
        while (!double.IsFinite(function(x + h)) || !double.IsFinite(function(x - h)))
        {
            h /= 2;
        }

        var tableau = new double[Steps, Steps];
        var (best, error) = (double.NaN, double.PositiveInfinity);
        for (var i = 0; i < Steps; i++, h /= Shrink)
        {
            tableau[0, i] = (function(x + h) - function(x - h)) / (x + h - (x - h));
            var factor = Shrink * Shrink;
            for (var j = 1; j <= i; j++, factor *= Shrink * Shrink)
            {
                tableau[j, i] = (factor * tableau[j - 1, i] - tableau[j - 1, i - 1]) / (factor - 1);
                var estimate = Math.Max(Math.Abs(tableau[j, i] - tableau[j - 1, i]), Math.Abs(tableau[j, i] - tableau[j - 1, i - 1]));
                if (estimate <= error)
                {
                    (best, error) = (tableau[j, i], estimate);
                }
            }
        }

        return best;
    }
}
