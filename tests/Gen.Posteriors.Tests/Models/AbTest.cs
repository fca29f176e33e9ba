using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Two variants of a page: which converts more of its visitors?</summary>
public partial class AbTest
{
    [Model]
    static partial void Define(int visitorsA, int visitorsB, int conversionsA, int conversionsB)
    {
        var pA = Sample(Beta(1, 1));
        var pB = Sample(Beta(1, 1));
        Observe(conversionsA, Binomial(visitorsA, pA));
        Observe(conversionsB, Binomial(visitorsB, pB));
        var difference = Deterministic(pB - pA);
    }
}
