using System;
using System.Collections.Generic;
using Gen.Models;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Items, hidden states, topics, curves, networks, an epidemic. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Structured() =>
    [
        new("bones_data-bones_model", typeof(Bones),
            data => new Bones(data.IntegerMatrix("grade"), data.Integers("ncat"), data.Vector("delta"), data.Matrix("gamma")).Compiled,
            "theta") { StanLines = 31, IsCompared = false },
        new("butterfly-multi_occupancy", typeof(Butterflies),
            data => new Butterflies(data.IntegerMatrix("X"), data.Integer("K"), data.Integer("S")).Compiled,
            "alpha", "beta", ("Omega", "omega"), ("rho_uv", "rho"), ("sigma_uv", "sigma"))
        {
            StanLines = 95, Offset = 2 * LogTwo, IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["uv"] = new StanColumns(50, 2) },
        },
        .. Over(["ecdc0401", "ecdc0501"], days => Imperial($"{days}-covid19imperial_v2")),
        .. Over(["ecdc0401", "ecdc0501"], days => Imperial($"{days}-covid19imperial_v3")),
        new("fims_Aus_Jpn_irt-2pl_latent_reg_irt", typeof(ExplainedAbilities),
            data => new ExplainedAbilities(data.Indices("ii"), data.Indices("jj"), data.Integers("y"), data.Matrix("W")).Compiled,
            "alpha", ("beta_free", "betaFree"), "theta", ("lambda_adj", "lambda"))
            { StanLines = 72, StanOrder = ["alpha", "betaFree", "theta", "lambda"], IsCompared = false },
        new("hmm_gaussian_simulated-hmm_gaussian", typeof(HiddenRegimes),
            data => new HiddenRegimes(data.Vector("y"), data.Integer("K")).Compiled,
            ("pi1", "initial"), ("A", "transition"), "mu", "sigma")
        {
            StanLines = 107, Offset = 4 * LogTwo, IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["initial"] = new StanSimplex(3), ["transition"] = new StanSimplex(3) },
        },
        new("iohmm_reg_simulated-iohmm_reg", typeof(DrivenRegimes),
            data => new DrivenRegimes(data.Vector("y"), data.Matrix("u"), data.Integer("K")).Compiled,
            ("pi1", "initial"), "w", "b", "sigma")
        {
            StanLines = 157, Offset = 4 * LogTwo, IsCompared = false, StanMaps = new Dictionary<string, StanMap> { ["initial"] = new StanSimplex(3) },
        },
        new("mcycle_gp-accel_gp", typeof(MotorcycleProcess),
            data => new MotorcycleProcess(
                data.Vector("Y"), data.Matrix("Xgp_1"), data.Matrix("slambda_1")[.., 0], data.Matrix("Xgp_sigma_1"), data.Matrix("slambda_sigma_1")[.., 0]).Compiled,
            ("Intercept", "intercept"), ("sdgp_1", "sd"), ("lscale_1", "length"), ("zgp_1", "z"), ("Intercept_sigma", "interceptSigma"),
            ("sdgp_sigma_1", "sdSigma"), ("lscale_sigma_1", "lengthSigma"), ("zgp_sigma_1", "zSigma"))
        {
            // Where a length is about 1, the amplitudes of high frequencies are below the smallest number, and Stan's gradient is none.
            StanLines = 108, CheckedAt = i => 3 * Math.Sin(i + 2), IsCompared = false,
        },
        new("mcycle_splines-accel_splines", typeof(MotorcycleSplines),
            data => new MotorcycleSplines(
                data.Vector("Y"), data.Matrix("Xs"), data.Matrix("Zs_1_1"), data.Matrix("Xs_sigma"), data.Matrix("Zs_sigma_1_1")).Compiled,
            ("Intercept", "intercept"), ("bs", "b"), ("zs_1_1", "raw"), ("sds_1_1", "scale"), ("Intercept_sigma", "interceptSigma"),
            ("bs_sigma", "bSigma"), ("zs_sigma_1_1", "rawSigma"), ("sds_sigma_1_1", "scaleSigma")) { StanLines = 54, IsCompared = false },
        new("mnist_100-nn_rbm1bJ10", typeof(Digits),
            data => new Digits(data.Matrix("x"), data.Indices("y"), data.Integer("K")).Compiled,
            ("sigma2_alpha", "varianceAlpha"), ("sigma2_beta", "varianceBeta"))
        {
            StanLines = 39, IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["alpha"] = new StanColumns(784, 10), ["beta"] = new StanColumns(10, 9) },
        },
        new("prideprejudice_chapter-ldaK5", typeof(Topics), GivenTopics) { StanLines = 28, IsCompared = false, StanMaps = Simplices(5, 1495) },
        new("prideprejudice_paragraph-ldaK5", typeof(Topics), GivenTopics) { StanLines = 28, IsCompared = false, StanMaps = Simplices(5, 1495) },
        new("prostate-logistic_regression_rhs", typeof(Prostate),
            data => new Prostate(
                data.Integers("y"), data.Matrix("x"), data.Number("scale_icept"), data.Number("scale_global"), data.Number("nu_global"),
                data.Number("nu_local"), data.Number("slab_scale"), data.Number("slab_df")).Compiled,
            "beta0", "z", "tau", "lambda", "caux") { StanLines = 44, Offset = (1 + 5966) * LogTwo, IsCompared = false },
        new("sat-hier_2pl", typeof(CorrelatedItems),
            data => new CorrelatedItems(data.Indices("ii"), data.Indices("jj"), data.Integers("y")).Compiled,
            "theta", "mu", "tau")
        {
            StanLines = 45, StanOrder = ["theta", "xi", "mu", "tau", "chol"], IsCompared = false,
            StanMaps = new Dictionary<string, StanMap> { ["xi"] = new StanColumns(32, 2), ["chol"] = new StanCorrelation(2) },
        },
        new("synthetic_grid_RBF_kernels-kronecker_gp", typeof(KroneckerProcess),
            data => new KroneckerProcess(data.Vector("x1"), data.Matrix("y")).Compiled,
            ("var1", "variance"), ("bw1", "width"), ("sigma1", "noise"))
            { StanLines = 69, Offset = LogTwo, IsCompared = false, StanMaps = new Dictionary<string, StanMap> { ["chol"] = new StanCorrelation(30) } },
        new("three_docs1200-ldaK2", typeof(Topics), TwoTopics) { StanLines = 37, IsCompared = false, StanMaps = Simplices(2, 3) },
        new("three_men2-ldaK2", typeof(Topics), TwoTopics) { StanLines = 37, IsCompared = false, StanMaps = Simplices(2, 249) },
        new("three_men3-ldaK2", typeof(Topics), TwoTopics) { StanLines = 37, IsCompared = false, StanMaps = Simplices(2, 249) },
        new("timssAusTwn_irt-gpcm_latent_reg_irt", typeof(PartialCredit),
            data => new PartialCredit(data.Indices("ii"), data.Indices("jj"), data.Integers("y"), data.Matrix("W")).Compiled,
            "alpha", ("beta_free", "betaFree"), "theta", ("lambda_adj", "lambda"))
            { StanLines = 94, StanOrder = ["alpha", "betaFree", "theta", "lambda"], IsCompared = false },
    ];

    private static Dictionary<string, StanMap> Simplices(int topics, int words) =>
        new() { ["theta"] = new StanSimplex(topics), ["phi"] = new StanSimplex(words) };

    private static CompiledModel GivenTopics(PublishedData data) =>
        new Topics(data.Indices("w"), data.Indices("doc"), data.Vector("alpha"), data.Vector("beta")).Compiled;

    private static CompiledModel TwoTopics(PublishedData data) =>
        new Topics(data.Indices("w"), data.Indices("doc"), Modeling.Ones(2), Modeling.Ones(data.Integer("V"))).Compiled;

    private static PublishedPosterior Imperial(string name) => new(name, typeof(Epidemic),
        data => new Epidemic(
            data.IntegerMatrix("deaths"), data.Matrix("f"), data.Vector("SI"), data.Matrices("X"), data.Integers("EpidemicStart"), data.Integers("N"),
            data.Vector("pop"), data.Integer("N0")).Compiled,
        "mu", ("alpha_hier", "alpha"), "kappa", "y", "phi", "tau", ("ifr_noise", "noise"))
    {
        StanLines = 110, Offset = 2 * LogTwo, StanOrder = ["mu", "alpha", "kappa", "y", "phi", "tau", "noise"], IsCompared = false,
    };
}
