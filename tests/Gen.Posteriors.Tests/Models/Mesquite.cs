using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>logmesquite_logvas</c>: the yield of mesquite bushes by their volume, area and shape (Gelman and Hill 2007, section 4.6).</summary>
public partial class Mesquite
{
    [Model]
    static partial void Define(
        Vector weight, Vector diam1, Vector diam2, Vector canopyHeight, Vector totalHeight, Vector density, Vector group)
    {
        var beta = Sample(Flat(), 7);
        var sigma = Sample(HalfFlat());
        var logWeight = Log(weight);
        Observe(logWeight, Normal(
            beta[0] + beta[1] * Log(diam1 * diam2 * canopyHeight) + beta[2] * Log(diam1 * diam2) + beta[3] * Log(diam1 / diam2)
                + beta[4] * Log(totalHeight) + beta[5] * Log(density) + beta[6] * group,
            sigma));
    }
}
