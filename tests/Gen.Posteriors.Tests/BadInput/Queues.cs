using static Gen.Modeling;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>Lengths of queues, seen from a least one up to a most.</summary>
public partial class Queues
{
    [Model]
    static partial void Define(Vector seen, double least, Vector most)
    {
        var share = Sample(Beta(2, 2));
        Observe(seen, Censored(Geometric(share), least, most));
    }
}
