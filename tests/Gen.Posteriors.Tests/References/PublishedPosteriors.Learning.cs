using System;
using System.Collections.Generic;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Dogs that learn. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Learning() =>
    [
        new("dogs-dogs_hierarchical", typeof(DogsProduct),
            data => new DogsProduct(data.Matrix("y")).Compiled,
            "a", "b") { StanLines = 50, IsCompared = false },
        new("dogs-dogs_log", typeof(DogsLog),
            data => new DogsLog(data.Matrix("y")).Compiled,
            "beta")
        {
            // Stan's program leaves both coefficients unconstrained, so that its density jumps to 0 at the ends of their uniform priors.
            StanLines = 33, CheckedAt = i => 0.3 * Math.Sin(i + 5), IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["beta"] = new StanUnbounded([-100, 0], [0, 100]) },
        },
        new("dogs-dogs_nonhierarchical", typeof(DogsCorrelated),
            data => new DogsCorrelated(data.Matrix("y")).Compiled,
            ("mu_logit_ab", "mu"), ("sigma_logit_ab", "sigma"))
        {
            StanLines = 65, Offset = 2 * LogTwo, IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["chol"] = new StanCorrelation(2), ["z"] = new StanColumns(30, 2) },
        },
    ];
}
