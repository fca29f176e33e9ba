using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>nn_rbm1bJ10</c>: a neural network with a layer of ten units that reads digits; of the first class the logit is 1.</summary>
public partial class Digits
{
    [Model]
    static partial void Define(Matrix x, int[] y, int classes)
    {
        Dim units = 10;
        var varianceAlpha = Sample(InverseGamma(0.25, 0.25 * Pow(0.05 / Square(x.Columns), 2)));
        var varianceBeta = Sample(InverseGamma(0.25, 0.25 * Pow(0.05 / Square(units), 2)));
        var alpha = Sample(Normal(0, Sqrt(varianceAlpha)), x.Columns, units);
        var beta = Sample(Normal(0, Sqrt(varianceBeta)), units, classes - 1);
        var alpha1 = Sample(Normal(0, 1), units);
        var beta1 = Sample(Normal(0, 1), classes - 1);
        var output = beta1 + Dot(Tanh(alpha1 + Dot(x, alpha)), beta);
        for (var n = 0; n < y.Length; n++)
        {
            Observe(y[n], Categorical(logitP: [1, .. output[n]]));
        }
    }
}
