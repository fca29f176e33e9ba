using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>logearn_height</c>: the log of earnings by height; flat priors (Gelman and Hill 2007, chapter 4).</summary>
public partial class LogEarningsByHeight
{
    [Model]
    static partial void Define(Vector earnings, Vector height)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfFlat());
        var logEarnings = Log(earnings);
        Observe(logEarnings, Normal(beta[0] + beta[1] * height, sigma));
    }
}

/// <summary>posteriordb's <c>log10earn_height</c>: the same to the base 10.</summary>
public partial class Log10EarningsByHeight
{
    [Model]
    static partial void Define(Vector earnings, Vector height)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfFlat());
        var log10Earnings = Log(earnings) / Log(10);
        Observe(log10Earnings, Normal(beta[0] + beta[1] * height, sigma));
    }
}

/// <summary>posteriordb's <c>logearn_height_male</c>: by height and sex.</summary>
public partial class LogEarningsByHeightAndSex
{
    [Model]
    static partial void Define(Vector earnings, Vector height, Vector male)
    {
        var beta = Sample(Flat(), 3);
        var sigma = Sample(HalfFlat());
        var logEarnings = Log(earnings);
        Observe(logEarnings, Normal(beta[0] + beta[1] * height + beta[2] * male, sigma));
    }
}

/// <summary>posteriordb's <c>logearn_interaction_z</c>: by standardised height, sex and what the two do together.</summary>
public partial class LogEarningsStandardized
{
    [Model]
    static partial void Define(Vector earnings, Vector height, Vector male)
    {
        var z = (height - Mean(height)) / Sd(height);
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        var logEarnings = Log(earnings);
        Observe(logEarnings, Normal(beta[0] + beta[1] * z + beta[2] * male + beta[3] * (z * male), sigma));
    }
}
