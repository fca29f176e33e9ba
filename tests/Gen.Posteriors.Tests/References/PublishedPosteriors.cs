using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

/// <summary>
/// The posteriors of posteriordb that are tested, all of them in one list: known log-densities, both forms of the comparison of moments and the
/// benchmark go through it.
/// </summary>
public static partial class PublishedPosteriors
{
    private static readonly double LogTwo = Math.Log(2);

    /// <summary>Every posterior, by name.</summary>
    public static IReadOnlyList<PublishedPosterior> All { get; } =
    [
        new("GLM_Poisson_Data-GLM_Poisson_model", typeof(PopulationTrend),
            data => new PopulationTrend(data.Vector("year"), data.Integers("C")).Compiled,
            "alpha", "beta1", "beta2", "beta3") { StanLines = 29, Offset = -Math.Log(40) - 3 * Math.Log(20) },
        new("arK-arK", typeof(Autoregression),
            data => new Autoregression(data.Vector("y"), data.Integer("K")).Compiled,
            "alpha", "beta", "sigma") { StanLines = 23, Offset = LogTwo },
        new("dogs-dogs", typeof(Dogs),
            data => new Dogs(data.Matrix("y")).Compiled,
            "beta") { StanLines = 32 },
        new("earnings-earn_height", typeof(EarningsByHeight),
            data => new EarningsByHeight(data.Vector("height"), data.Vector("earn")).Compiled,
            "beta", "sigma") { StanLines = 12 },
        new("earnings-logearn_interaction", typeof(LogEarnings),
            data => new LogEarnings(data.Vector("earn"), data.Vector("height"), data.Vector("male")).Compiled,
            "beta", "sigma") { StanLines = 20 },
        new("eight_schools-eight_schools_centered", typeof(EightSchoolsCentered),
            data => new EightSchoolsCentered(data.Vector("sigma"), data.Vector("y")).Compiled,
            "theta", "mu", "tau") { StanLines = 16, Offset = LogTwo, StanOrder = ["theta", "mu", "tau"] },
        new("eight_schools-eight_schools_noncentered", typeof(EightSchoolsNoncentered),
            data => new EightSchoolsNoncentered(data.Vector("sigma"), data.Vector("y")).Compiled,
            "theta", "mu", "tau") { StanLines = 20, Offset = LogTwo },
        new("garch-garch11", typeof(Garch),
            data => new Garch(data.Vector("y"), data.Number("sigma1")).Compiled,
            "mu", "alpha0", "alpha1", "beta1") { StanLines = 20 },
        new("gp_pois_regr-gp_pois_regr", typeof(LatentGaussianProcess),
            data => new LatentGaussianProcess(data.Vector("x"), data.Integers("k")).Compiled,
            "rho", "alpha", "f")
        {
            StanLines = 25, Offset = LogTwo,
            Sampling = new() { Draws = 10_000, TargetAccept = 0.95, Seed = 20_240_601 },
            ShortSampling = new() { Draws = 1000, TargetAccept = 0.95, Seed = 20_240_602 },
        },
        new("gp_pois_regr-gp_regr", typeof(GaussianProcess),
            data => new GaussianProcess(data.Vector("x"), data.Vector("y")).Compiled,
            "rho", "alpha", "sigma") { StanLines = 19, Offset = 2 * LogTwo },
        new("hmm_example-hmm_example", typeof(HiddenMarkov),
            data => new HiddenMarkov(data.Vector("y")).Compiled,
            ("theta1", "theta", 0), ("theta2", "theta", 2), "mu")
        {
            StanLines = 70, StanMaps = new Dictionary<string, StanMap> { ["theta"] = new StanSimplex(2) },
        },
        new("hudson_lynx_hare-lotka_volterra", typeof(LotkaVolterra),
            data => new LotkaVolterra(data.Vector("y_init"), data.Matrix("y"), data.Vector("ts"), 1e-5, 1e-3).Compiled,
            ("theta", "rate"), ("z_init", "start"), "sigma")
        {
            StanLines = 53,
            CreateExact = data => new LotkaVolterra(data.Vector("y_init"), data.Matrix("y"), data.Vector("ts"), 1e-12, 1e-12).Compiled,
        },
        new("irt_2pl-irt_2pl", typeof(ItemResponse),
            data => new ItemResponse(data.Matrix("y")).Compiled,
            ("sigma_theta", "sigmaTheta"), "theta", ("sigma_a", "sigmaA"), "a", ("mu_b", "muB"), ("sigma_b", "sigmaB"), "b")
        {
            StanLines = 26,
            Offset = 3 * LogTwo,

            // Discriminations have long tails: of few draws, with any metric, a standard deviation is too small and its standard error too.
            ShortSampling = new() { Draws = 10_000, Seed = 20_240_602 },
        },
        new("kidiq-kidscore_interaction", typeof(KidScoreInteraction),
            data => new KidScoreInteraction(data.Vector("mom_iq"), data.Vector("mom_hs"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 19, Offset = LogTwo },
        new("kidiq-kidscore_momiq", typeof(KidScore),
            data => new KidScore(data.Vector("mom_iq"), data.Vector("kid_score")).Compiled,
            "beta", "sigma") { StanLines = 13, Offset = LogTwo },
        new("kilpisjarvi_mod-kilpisjarvi", typeof(SummerTemperature),
            data => new SummerTemperature(
                data.Vector("x"), data.Vector("y"), data.Number("pmualpha"), data.Number("psalpha"), data.Number("pmubeta"), data.Number("psbeta")).Compiled,
            "alpha", "beta", "sigma") { StanLines = 20 },
        new("low_dim_gauss_mix-low_dim_gauss_mix", typeof(NormalMixture),
            data => new NormalMixture(data.Vector("y")).Compiled,
            "mu", "sigma", "theta") { StanLines = 18, Offset = 2 * LogTwo },
        new("mesquite-logmesquite_logvas", typeof(Mesquite),
            data => new Mesquite(
                data.Vector("weight"), data.Vector("diam1"), data.Vector("diam2"), data.Vector("canopy_height"), data.Vector("total_height"),
                data.Vector("density"), data.Vector("group")).Compiled,
            "beta", "sigma") { StanLines = 35 },
        new("nes1996-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("nes2000-nes", typeof(PartyIdentification), Party, "beta", "sigma") { StanLines = 30 },
        new("one_comp_mm_elim_abs-one_comp_mm_elim_abs", typeof(DrugAbsorption),
            data => Absorption(data, 1e-6),
            ("k_a", "ka"), ("K_m", "km"), ("V_m", "vm"), "sigma")
        {
            // Where both are large, only the ratio of V_m and K_m matters, and their Cauchy priors leave densities with tails like x⁻³: of infinite variance. A few
            // long excursions make the upper quantiles, and a run that misses them does not know it by its own standard errors: hence many draws in the short form too.
            StanLines = 61, Offset = 4 * LogTwo, WithoutVariance = ["K_m", "V_m"], CreateExact = data => Absorption(data, 1e-12),
            Sampling = new() { Draws = 10_000, TargetAccept = 0.95, Seed = 20_240_601 },
            ShortSampling = new() { Draws = 4000, Tune = 500, TargetAccept = 0.95, Seed = 20_240_602 },
        },
        new("radon_all-radon_variable_intercept_slope_noncentered", typeof(RadonSlopes),
            data => new RadonSlopes(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("sigma_y", "sigma"), ("sigma_alpha", "sigmaAlpha"), ("sigma_beta", "sigmaBeta"), ("alpha_raw", "alphaRaw"), ("beta_raw", "betaRaw"),
            ("mu_alpha", "muAlpha"), ("mu_beta", "muBeta")) { StanLines = 36, Offset = 3 * LogTwo },
        new("radon_mn-radon_hierarchical_intercept_noncentered", typeof(Radon),
            data => new Radon(
                data.Indices("county_idx"), data.Vector("log_uppm"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("alpha_raw", "alphaRaw"), "beta", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            { StanLines = 33, Offset = 2 * LogTwo },
        new("radon_mn-radon_partially_pooled_centered", typeof(RadonPooled),
            data => new RadonPooled(data.Indices("county_idx"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            { StanLines = 23, Offset = 2 * LogTwo, StanOrder = ["alpha", "muAlpha", "sigmaAlpha", "sigma"] },
        new("sblri-blr", typeof(BayesianLinearRegression),
            data => new BayesianLinearRegression(data.Matrix("X"), data.Vector("y")).Compiled,
            "beta", "sigma") { StanLines = 15, Offset = LogTwo },
        new("wells_data-wells_dae_inter_model", typeof(WellSwitching),
            data => new WellSwitching(data.Integers("switched"), data.Vector("dist"), data.Vector("arsenic"), data.Vector("educ")).Compiled,
            "alpha", "beta") { StanLines = 24 },
        .. Regressions(), .. Radon(), .. Wells(), .. Counts(), .. Mixtures(), .. Learning(), .. Structured(),
    ];

    /// <summary>The posterior of a name.</summary>
    public static PublishedPosterior Named(string name) => All.Single(posterior => posterior.Name == name);

    private static CompiledModel Absorption(PublishedData data, double tolerance) => new DrugAbsorption(
        data.Number("t0"), data.Number("D"), data.Number("V"), data.Vector("times"), data.Vector("C_hat"), tolerance, tolerance).Compiled;

    private static CompiledModel Party(PublishedData data) => new PartyIdentification(
        data.Vector("real_ideo"), data.Vector("race_adj"), data.Integers("age_discrete"), data.Vector("educ1"), data.Vector("gender"),
        data.Vector("income"), data.Vector("partyid7")).Compiled;
}
