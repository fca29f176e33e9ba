using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>irt_2pl</c>: a student's answers by ability, and by each item's discrimination and difficulty.</summary>
public partial class ItemResponse
{
    [Model]
    static partial void Define(Matrix y)
    {
        var sigmaTheta = Sample(HalfCauchy(2));
        var theta = Sample(Normal(0, sigmaTheta), y.Columns);
        var sigmaA = Sample(HalfCauchy(2));
        var a = Sample(LogNormal(0, sigmaA), y.Rows);
        var muB = Sample(Normal(0, 5));
        var sigmaB = Sample(HalfCauchy(2));
        var b = Sample(Normal(muB, sigmaB), y.Rows);
        for (var item = 0; item < y.Rows; item++)
        {
            Observe(y[item], Bernoulli(logitP: a[item] * (theta - b[item])));
        }
    }
}
