using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>logmesquite</c>: the yield of mesquite bushes by all that was measured of them (Gelman and Hill 2007, section 4.6).</summary>
public partial class MesquiteByAll
{
    [Model]
    static partial void Define(
        Vector weight, Vector diam1, Vector diam2, Vector canopyHeight, Vector totalHeight, Vector density, Vector group)
    {
        var beta = Sample(Flat(), 7);
        var sigma = Sample(HalfFlat());
        var logWeight = Log(weight);
        Observe(logWeight, Normal(
            beta[0] + beta[1] * Log(diam1) + beta[2] * Log(diam2) + beta[3] * Log(canopyHeight) + beta[4] * Log(totalHeight)
                + beta[5] * Log(density) + beta[6] * group,
            sigma));
    }
}

/// <summary>posteriordb's <c>logmesquite_logva</c>: by volume and area of the canopy.</summary>
public partial class MesquiteByArea
{
    [Model]
    static partial void Define(Vector weight, Vector diam1, Vector diam2, Vector canopyHeight, Vector group)
    {
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        var logWeight = Log(weight);
        Observe(logWeight, Normal(beta[0] + beta[1] * Log(diam1 * diam2 * canopyHeight) + beta[2] * Log(diam1 * diam2) + beta[3] * group, sigma));
    }
}

/// <summary>posteriordb's <c>logmesquite_logvash</c>: by volume, area and shape of the canopy and the bush's height.</summary>
public partial class MesquiteByShape
{
    [Model]
    static partial void Define(Vector weight, Vector diam1, Vector diam2, Vector canopyHeight, Vector totalHeight, Vector group)
    {
        var beta = Sample(Flat(), 6);
        var sigma = Sample(HalfFlat());
        var logWeight = Log(weight);
        Observe(logWeight, Normal(
            beta[0] + beta[1] * Log(diam1 * diam2 * canopyHeight) + beta[2] * Log(diam1 * diam2) + beta[3] * Log(diam1 / diam2)
                + beta[4] * Log(totalHeight) + beta[5] * group,
            sigma));
    }
}

/// <summary>posteriordb's <c>logmesquite_logvolume</c>: by the canopy's volume.</summary>
public partial class MesquiteByVolume
{
    [Model]
    static partial void Define(Vector weight, Vector diam1, Vector diam2, Vector canopyHeight)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfFlat());
        var logWeight = Log(weight);
        Observe(logWeight, Normal(beta[0] + beta[1] * Log(diam1 * diam2 * canopyHeight), sigma));
    }
}
