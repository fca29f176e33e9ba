using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Logistic regressions. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Wells() =>
    [
        new("nes_logit_data-nes_logit_model", typeof(IncomeVote),
            data => new IncomeVote(data.Vector("income"), data.Integers("vote")).Compiled,
            "alpha", "beta") { StanLines = 15, IsCompared = false },
        new("wells_data-wells_daae_c_model", typeof(WellsByAssociation),
            data => new WellsByAssociation(
                data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic"), data.Vector("assoc"), data.Vector("educ")).Compiled,
            "alpha", "beta") { StanLines = 22, IsCompared = false },
        new("wells_data-wells_dae_c_model", typeof(WellsByCenteredEducation),
            data => new WellsByCenteredEducation(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic"), data.Vector("educ")).Compiled,
            "alpha", "beta") { StanLines = 21, IsCompared = false },
        new("wells_data-wells_dae_model", typeof(WellsByEducation),
            data => new WellsByEducation(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic"), data.Vector("educ")).Compiled,
            "alpha", "beta") { StanLines = 19, IsCompared = false },
        new("wells_data-wells_dist", typeof(WellsByDistance),
            data => new WellsByDistance(data.Integers("switched"), data.Vector("dist")).Compiled,
            "beta") { StanLines = 11, IsCompared = false },
        new("wells_data-wells_dist100_model", typeof(WellsByDistance100),
            data => new WellsByDistance100(data.Integers("switched"), data.Vector("dist")).Compiled,
            "alpha", "beta") { StanLines = 16, IsCompared = false },
        new("wells_data-wells_dist100ars_model", typeof(WellsByArsenic),
            data => new WellsByArsenic(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic")).Compiled,
            "alpha", "beta") { StanLines = 17, IsCompared = false },
        new("wells_data-wells_interaction_c_model", typeof(WellsByCenteredInteraction),
            data => new WellsByCenteredInteraction(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic")).Compiled,
            "alpha", "beta") { StanLines = 19, IsCompared = false },
        new("wells_data-wells_interaction_model", typeof(WellsByInteraction),
            data => new WellsByInteraction(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic")).Compiled,
            "alpha", "beta") { StanLines = 18, IsCompared = false },
    ];
}
