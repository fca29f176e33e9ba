using Gen;
using static Gen.Modeling;

namespace Gen.Benchmarks.Robustness;

/// <summary>ARMA(1, 1): each value follows the one before it and the error that that one had.</summary>
public partial class MovingAverage
{
    [Model]
    static partial void Define(Vector y)
    {
        var mu = Sample(Normal(0, 10));
        var phi = Sample(Normal(0, 2));
        var theta = Sample(Normal(0, 2));
        var sigma = Sample(HalfCauchy(5));
        var error = new Vector(y.Length);
        error[0] = y[0] - mu - phi * mu;
        for (var t = 1; t < y.Length; t++)
            error[t] = y[t] - mu - phi * y[t - 1] - theta * error[t - 1];
        Potential(Normal(0, sigma).LogDensity(error));
    }
}
