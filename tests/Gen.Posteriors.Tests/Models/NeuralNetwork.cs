using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A regression by one hidden layer.</summary>
public partial class NeuralNetwork
{
    [Model]
    static partial void Define(Matrix x, Vector y, int hidden)
    {
        var w1 = Sample(Normal(0, 1), x.Columns, hidden);
        var b1 = Sample(Normal(0, 1), hidden);
        var w2 = Sample(Normal(0, 1), hidden);
        var sigma = Sample(HalfNormal(1));
        Observe(y, Normal(Dot(Tanh(Dot(x, w1) + b1), w2), sigma));
    }
}
