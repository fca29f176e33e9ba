using System;
using System.Linq;

namespace Gen.Tests.Numerics.DifferentialEquations;

static class Regression
{
    /// <summary>The slope of the least-squares line of log y on log x: the power of x to which y is proportional.</summary>
    public static double LogarithmicSlope(double[] x, double[] y)
    {
        var (xs, ys) = (Array.ConvertAll(x, Math.Log), Array.ConvertAll(y, Math.Log));
        var (meanX, meanY) = (xs.Average(), ys.Average());
        return xs.Zip(ys, (a, b) => (a - meanX) * (b - meanY)).Sum() / xs.Sum(a => (a - meanX) * (a - meanX));
    }
}
