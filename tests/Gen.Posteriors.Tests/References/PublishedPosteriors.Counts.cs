using System;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Rates, seeds, birds, and animals captured again. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Counts() =>
    [
        new("Rate_1_data-Rate_1_model", typeof(Rate),
            data => new Rate(data.Integer("n"), data.Integer("k")).Compiled,
            "theta") { StanLines = 11, IsCompared = false },
        new("Rate_2_data-Rate_2_model", typeof(RateDifference),
            data => new RateDifference(data.Integer("n1"), data.Integer("n2"), data.Integer("k1"), data.Integer("k2")).Compiled,
            "theta1", "theta2", "delta") { StanLines = 20, IsCompared = false },
        new("Rate_4_data-Rate_4_model", typeof(RatePrediction),
            data => new RatePrediction(data.Integer("n"), data.Integer("k")).Compiled,
            "theta", ("thetaprior", "thetaPrior")) { StanLines = 19, IsCompared = false },
        new("Rate_5_data-Rate_5_model", typeof(RateInCommon),
            data => new RateInCommon(data.Integer("n1"), data.Integer("n2"), data.Integer("k1"), data.Integer("k2")).Compiled,
            "theta") { StanLines = 20, IsCompared = false },
        new("seeds_data-seeds_centered_model", typeof(SeedsCentered),
            data => new SeedsCentered(data.Integers("n"), data.Integers("N"), data.Vector("x1"), data.Vector("x2")).Compiled,
            "alpha0", "alpha1", "alpha12", "alpha2", "c", "sigma")
            { StanLines = 33, Offset = LogTwo, StanOrder = ["alpha0", "alpha1", "alpha12", "alpha2", "c", "sigma"], IsCompared = false },
        new("seeds_data-seeds_stanified_model", typeof(Seeds),
            data => new Seeds(data.Integers("n"), data.Integers("N"), data.Vector("x1"), data.Vector("x2")).Compiled,
            "alpha0", "alpha1", "alpha12", "alpha2", "b", "sigma")
            { StanLines = 29, Offset = LogTwo, StanOrder = ["alpha0", "alpha1", "alpha12", "alpha2", "b", "sigma"], IsCompared = false },
        new("GLMM_data-GLMM1_model", typeof(SiteCounts),
            data => new SiteCounts(data.Integers("obs"), data.Indices("obssite"), data.Indices("missite"), data.Integer("nsite")).Compiled,
            "alpha", ("mu_alpha", "mu"), ("sd_alpha", "sd"))
            { StanLines = 33, Offset = -Math.Log(5), StanOrder = ["alpha", "mu", "sd"], IsCompared = false },
        new("M0_data-M0_model", typeof(CaptureAlike),
            data => new CaptureAlike(data.Matrix("y")).Compiled,
            "omega", "p") { StanLines = 36, IsCompared = false },
        new("Mb_data-Mb_model", typeof(CaptureBehaviour),
            data => new CaptureBehaviour(data.Matrix("y")).Compiled,
            "omega", "p", "c") { StanLines = 47, IsCompared = false },
        new("Mh_data-Mh_model", typeof(CaptureHeterogeneous),
            data => new CaptureHeterogeneous(data.Integers("y"), data.Integer("T")).Compiled,
            "omega", ("mean_p", "meanP"), "sigma", ("eps_raw", "raw")) { StanLines = 51, Offset = -Math.Log(5), IsCompared = false },
        new("Mth_data-Mth_model", typeof(CaptureTimeHeterogeneous),
            data => new CaptureTimeHeterogeneous(data.Matrix("y")).Compiled,
            "omega", ("mean_p", "meanP"), "sigma", ("eps_raw", "raw")) { StanLines = 58, Offset = -Math.Log(5), IsCompared = false },
        new("Mtbh_data-Mtbh_model", typeof(CaptureTimeBehaviourHeterogeneous),
            data => new CaptureTimeBehaviourHeterogeneous(data.Matrix("y")).Compiled,
            "omega", ("mean_p", "meanP"), "gamma", "sigma", ("eps_raw", "raw")) { StanLines = 63, Offset = -Math.Log(3), IsCompared = false },
    ];
}
