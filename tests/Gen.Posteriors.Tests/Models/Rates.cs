using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>Rate_1_model</c>: a rate from one count (Lee and Wagenmakers 2013, chapter 3).</summary>
public partial class Rate
{
    [Model]
    static partial void Define(int n, int k)
    {
        var theta = Sample(Beta(1, 1));
        Observe(k, Binomial(n, theta));
    }
}

/// <summary>posteriordb's <c>Rate_2_model</c>: the difference of two rates.</summary>
public partial class RateDifference
{
    [Model]
    static partial void Define(int n1, int n2, int k1, int k2)
    {
        var theta1 = Sample(Beta(1, 1));
        var theta2 = Sample(Beta(1, 1));
        var delta = Deterministic(theta1 - theta2);
        Observe(k1, Binomial(n1, theta1));
        Observe(k2, Binomial(n2, theta2));
    }
}

/// <summary>posteriordb's <c>Rate_4_model</c>: predictions before and after a count.</summary>
public partial class RatePrediction
{
    [Model]
    static partial void Define(int n, int k)
    {
        var theta = Sample(Beta(1, 1));
        var thetaPrior = Sample(Beta(1, 1));
        Observe(k, Binomial(n, theta));
        var postPredK = Generate(Binomial(n, theta));
        var priorPredK = Generate(Binomial(n, thetaPrior));
    }
}

/// <summary>posteriordb's <c>Rate_5_model</c>: one rate for two counts that may disagree.</summary>
public partial class RateInCommon
{
    [Model]
    static partial void Define(int n1, int n2, int k1, int k2)
    {
        var theta = Sample(Beta(1, 1));
        Observe(k1, Binomial(n1, theta));
        Observe(k2, Binomial(n2, theta));
        var postPredK1 = Generate(Binomial(n1, theta));
        var postPredK2 = Generate(Binomial(n2, theta));
    }
}
