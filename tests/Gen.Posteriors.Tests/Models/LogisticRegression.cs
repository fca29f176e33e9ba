using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A logistic regression.</summary>
public partial class LogisticRegression
{
    [Model]
    static partial void Define([Dims("row", "feature")] Matrix x, [Dims("row")] int[] outcome)
    {
        var alpha = Sample(Normal(0, 2.5));
        var beta = Sample(Normal(0, 2.5), x.Columns);
        Observe(outcome, Bernoulli(p: InverseLogit(alpha + Dot(x, beta))));
    }
}
