using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>A layer that squeezes rows into few numbers, and one that restores them.</summary>
public partial class Autoencoder
{
    [Model]
    static partial void Define(Matrix x, int hidden)
    {
        var down = Sample(Normal(0, 1), x.Columns, hidden);
        var up = Sample(Normal(0, 1), hidden, x.Columns);
        Observe(x, Normal(Dot(Tanh(Dot(x, down)), up), 0.5));
    }
}
