using System;
using System.Linq;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

// Radon in houses, by county: those of Minnesota, and all. None has reference draws.
public static partial class PublishedPosteriors
{
    private static PublishedPosterior[] Radon() =>
    [
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_county_intercept", typeof(RadonByCounty),
            data => new RadonByCounty(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", "beta", ("sigma_y", "sigma"))
            {
                StanLines = 22, Offset = LogTwo, IsCompared = false,
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_hierarchical_intercept_centered", typeof(RadonCentered),
            data => new RadonCentered(data.Indices("county_idx"), data.Vector("log_uppm"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", "beta", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 29, Offset = 2 * LogTwo, IsCompared = false,
                StanOrder = ["alpha", "beta", "muAlpha", "sigmaAlpha", "sigma"],
            }),
        .. Over(["radon_all"], houses => new($"{houses}-radon_hierarchical_intercept_noncentered", typeof(Radon),
            data => new Radon(data.Indices("county_idx"), data.Vector("log_uppm"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("alpha_raw", "alphaRaw"), "beta", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 33, Offset = 2 * LogTwo, IsCompared = false,
            }),
        .. Over(["radon_all"], houses => new($"{houses}-radon_partially_pooled_centered", typeof(RadonPooled),
            data => new RadonPooled(data.Indices("county_idx"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 23, Offset = 2 * LogTwo, IsCompared = false,
                StanOrder = ["alpha", "muAlpha", "sigmaAlpha", "sigma"],
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_partially_pooled_noncentered", typeof(RadonPooledNoncentered),
            data => new RadonPooledNoncentered(data.Indices("county_idx"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("alpha_raw", "alphaRaw"), ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 27, Offset = 2 * LogTwo, IsCompared = false,
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_pooled", typeof(RadonByFloor),
            data => new RadonByFloor(data.Vector("floor_measure"), data.Vector("log_radon")).Compiled,
            "alpha", "beta", ("sigma_y", "sigma"))
            {
                StanLines = 20, Offset = LogTwo, IsCompared = false,
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_variable_intercept_centered", typeof(RadonIntercepts),
            data => new RadonIntercepts(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", "beta", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 26, Offset = 2 * LogTwo, IsCompared = false,
                StanOrder = ["alpha", "beta", "muAlpha", "sigmaAlpha", "sigma"],
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_variable_intercept_noncentered", typeof(RadonInterceptsNoncentered),
            data => new RadonInterceptsNoncentered(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("alpha_raw", "alphaRaw"), "beta", ("mu_alpha", "muAlpha"), ("sigma_alpha", "sigmaAlpha"), ("sigma_y", "sigma"))
            {
                StanLines = 30, Offset = 2 * LogTwo, IsCompared = false,
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_variable_slope_centered", typeof(RadonFloors),
            data => new RadonFloors(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", "beta", ("mu_beta", "muBeta"), ("sigma_beta", "sigmaBeta"), ("sigma_y", "sigma"))
            {
                StanLines = 26, Offset = 2 * LogTwo, IsCompared = false,
                StanOrder = ["alpha", "beta", "muBeta", "sigmaBeta", "sigma"],
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_variable_slope_noncentered", typeof(RadonFloorsNoncentered),
            data => new RadonFloorsNoncentered(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            "alpha", ("beta_raw", "betaRaw"), ("mu_beta", "muBeta"), ("sigma_beta", "sigmaBeta"), ("sigma_y", "sigma"))
            {
                StanLines = 30, Offset = 2 * LogTwo, IsCompared = false,
            }),
        .. Over(["radon_mn", "radon_all"], houses => new($"{houses}-radon_variable_intercept_slope_centered", typeof(RadonSlopesCentered),
            data => new RadonSlopesCentered(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("sigma_y", "sigma"), ("sigma_alpha", "sigmaAlpha"), ("sigma_beta", "sigmaBeta"), "alpha", "beta", ("mu_alpha", "muAlpha"), ("mu_beta", "muBeta"))
            {
                StanLines = 30, Offset = 3 * LogTwo, IsCompared = false,
                StanOrder = ["sigma", "sigmaAlpha", "sigmaBeta", "alpha", "beta", "muAlpha", "muBeta"],
            }),
        .. Over(["radon_mn"], houses => new($"{houses}-radon_variable_intercept_slope_noncentered", typeof(RadonSlopes),
            data => new RadonSlopes(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J")).Compiled,
            ("sigma_y", "sigma"), ("sigma_alpha", "sigmaAlpha"), ("sigma_beta", "sigmaBeta"), ("alpha_raw", "alphaRaw"), ("beta_raw", "betaRaw"), ("mu_alpha", "muAlpha"), ("mu_beta", "muBeta"))
            {
                StanLines = 36, Offset = 3 * LogTwo, IsCompared = false,
            }),
        new("radon_mod-radon_county", typeof(RadonByCountyAlone),
            data => new RadonByCountyAlone(data.Indices("county"), data.Vector("y"), data.Integer("J")).Compiled,
            "a", ("mu_a", "muA"), ("sigma_a", "sigmaA"), ("sigma_y", "sigmaY"))
            { StanLines = 21, Offset = -2 * Math.Log(100), StanOrder = ["a", "muA", "sigmaA", "sigmaY"], IsCompared = false },
    ];

    private static PublishedPosterior[] Over(string[] data, Func<string, PublishedPosterior> posterior) => [.. data.Select(posterior)];
}
