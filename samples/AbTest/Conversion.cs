using Gen;
using static Gen.Modeling;

namespace AbTest;

/// <summary>Two variants of a page, each with a rate of its own at which visitors buy.</summary>
public partial class Conversion
{
    [Model]
    static partial void Define(int visitorsA, int conversionsA, int visitorsB, int conversionsB)
    {
        var pA = Sample(Beta(1, 1));
        var pB = Sample(Beta(1, 1));
        var difference = Deterministic(pB - pA);
        var regret = Deterministic(Max(pA - pB, 0));

        Observe(conversionsA, Binomial(visitorsA, pA));
        Observe(conversionsB, Binomial(visitorsB, pB));
    }
}
