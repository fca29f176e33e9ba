using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Mixtures. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Mixtures() =>
    [
        new("low_dim_gauss_mix_collapse-low_dim_gauss_mix_collapse", typeof(CollapsingNormals),
            data => new CollapsingNormals(data.Vector("y")).Compiled,
            "mu", "sigma", "theta") { StanLines = 18, Offset = 2 * LogTwo, IsCompared = false },
        new("normal_2-normal_mixture", typeof(TwoNormals),
            data => new TwoNormals(data.Vector("y")).Compiled,
            "theta", "mu") { StanLines = 18, IsCompared = false },
    ];
}
