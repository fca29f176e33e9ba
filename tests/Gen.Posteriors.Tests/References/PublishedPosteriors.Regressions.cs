using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Linear regressions.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Regressions() =>
    [
        new("earnings-log10earn_height", typeof(Log10EarningsByHeight),
            data => new Log10EarningsByHeight(data.Vector("earn"), data.Vector("height")).Compiled,
            "beta", "sigma") { StanLines = 18 },
        new("earnings-logearn_height", typeof(LogEarningsByHeight),
            data => new LogEarningsByHeight(data.Vector("earn"), data.Vector("height")).Compiled,
            "beta", "sigma") { StanLines = 16 },
        new("earnings-logearn_height_male", typeof(LogEarningsByHeightAndSex),
            data => new LogEarningsByHeightAndSex(data.Vector("earn"), data.Vector("height"), data.Vector("male")).Compiled,
            "beta", "sigma") { StanLines = 17 },
        new("earnings-logearn_interaction_z", typeof(LogEarningsStandardized),
            data => new LogEarningsStandardized(data.Vector("earn"), data.Vector("height"), data.Vector("male")).Compiled,
            "beta", "sigma") { StanLines = 22 },
        new("kidiq-kidscore_momhs", typeof(KidScoreBySchool),
            data => new KidScoreBySchool(data.Vector("mom_hs"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 13, Offset = LogTwo },
        new("kidiq-kidscore_momhsiq", typeof(KidScoreBySchoolAndIq),
            data => new KidScoreBySchoolAndIq(data.Vector("mom_hs"), data.Vector("mom_iq"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 14, Offset = LogTwo },
        new("kidiq_with_mom_work-kidscore_interaction_c2", typeof(KidScoreCentered),
            data => new KidScoreCentered(data.Vector("mom_hs"), data.Vector("mom_iq"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 22 },
        new("kidiq_with_mom_work-kidscore_interaction_z", typeof(KidScoreStandardized),
            data => new KidScoreStandardized(data.Vector("mom_hs"), data.Vector("mom_iq"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 22 },
        new("kidiq_with_mom_work-kidscore_mom_work", typeof(KidScoreByWork),
            data => new KidScoreByWork(data.Integers("mom_work"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 23 },
        new("mesquite-logmesquite", typeof(MesquiteByAll),
            data => new MesquiteByAll(
                data.Vector("weight"), data.Vector("diam1"), data.Vector("diam2"), data.Vector("canopy_height"), data.Vector("total_height"),
                data.Vector("density"), data.Vector("group")).Compiled,
            "beta", "sigma") { StanLines = 34 },
        new("mesquite-logmesquite_logva", typeof(MesquiteByArea),
            data => new MesquiteByArea(
                data.Vector("weight"), data.Vector("diam1"), data.Vector("diam2"), data.Vector("canopy_height"), data.Vector("group")).Compiled,
            "beta", "sigma") { StanLines = 24 },
        new("mesquite-logmesquite_logvash", typeof(MesquiteByShape),
            data => new MesquiteByShape(
                data.Vector("weight"), data.Vector("diam1"), data.Vector("diam2"), data.Vector("canopy_height"), data.Vector("total_height"),
                data.Vector("group")).Compiled,
            "beta", "sigma") { StanLines = 31 },
        new("mesquite-logmesquite_logvolume", typeof(MesquiteByVolume),
            data => new MesquiteByVolume(data.Vector("weight"), data.Vector("diam1"), data.Vector("diam2"), data.Vector("canopy_height")).Compiled,
            "beta", "sigma") { StanLines = 20 },
        new("nes1972-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("nes1976-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("nes1980-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("nes1984-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("nes1992-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("sesame_data-sesame_one_pred_a", typeof(SesameStreet),
            data => new SesameStreet(data.Vector("encouraged"), data.Vector("watched")).Compiled,
            "beta", "sigma") { StanLines = 12, IsCompared = false },
    ];
}
