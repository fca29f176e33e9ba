using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Posteriors.Tests.References;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>Emitted log-densities and gradients are Stan's for the same model, data and unconstrained position.</summary>
public class StanLogDensityTests
{
    // The published values have 12 decimals, and those in the millions 15 digits.
    private const double Tolerance = 1e-8;

    private static readonly double LogTwo = Math.Log(2);

    /// <summary>
    /// Each model, and what our log-density has beyond Stan's: priors of Stan's that are cut in half are not normalised, flat ones have no constant.
    /// </summary>
    private static readonly Dictionary<string, (Func<ILogDensity> Create, double Offset)> Models = new()
    {
        ["eight_schools-eight_schools_noncentered"] = (() => PublishedModels.EightSchools().CreateLogDensity(), LogTwo),
        ["eight_schools-eight_schools_centered"] = (() => new InStansOrder(PublishedModels.Funnel().CreateLogDensity(), [9, 8, .. Enumerable.Range(0, 8)]), LogTwo),
        ["sblri-blr"] = (() => PublishedModels.Regression().CreateLogDensity(), LogTwo),
        ["kidiq-kidscore_momiq"] = (() => PublishedModels.KidScore().CreateLogDensity(), LogTwo + 2 * FlatNormal),
        ["nes1996-nes"] = (() => PublishedModels.Party().CreateLogDensity(), LogTwo + 10 * FlatNormal),
        ["garch-garch11"] = (() => PublishedModels.Garch().CreateLogDensity(), LogTwo + 2 * FlatNormal),
        ["arK-arK"] = (() => PublishedModels.Autoregression().CreateLogDensity(), LogTwo),
        ["radon_mn-radon_hierarchical_intercept_noncentered"] = (() => PublishedModels.Radon().CreateLogDensity(), 2 * LogTwo),
        ["wells_data-wells_dae_inter_model"] = (() => PublishedModels.Wells().CreateLogDensity(), 7 * FlatNormal),
        ["GLM_Poisson_Data-GLM_Poisson_model"] = (() => PublishedModels.Peregrines().CreateLogDensity(), -Math.Log(40) - 3 * Math.Log(20)),
        ["irt_2pl-irt_2pl"] = (() => PublishedModels.ItemResponse().CreateLogDensity(), 3 * LogTwo),
        ["radon_all-radon_variable_intercept_slope_noncentered"] = (() => PublishedModels.RadonSlopes().CreateLogDensity(), 3 * LogTwo),
        ["earnings-logearn_interaction"] = (() => PublishedModels.LogEarnings().CreateLogDensity(), LogTwo + 5 * FlatNormal),
        ["dogs-dogs"] = (() => PublishedModels.Dogs().CreateLogDensity(), 0),
    };

    /// <summary>The log-density of Normal(0, 1e8) near 0.</summary>
    private static double FlatNormal => -Math.Log(1e8) - 0.5 * Math.Log(2 * Math.PI);

    public static TheoryData<string> Posteriors() => [.. Models.Keys];

    [StanTheory]
    [MemberData(nameof(Posteriors))]
    public void The_log_density_and_its_gradient_are_Stans(string posterior)
    {
        var (create, offset) = Models[posterior];
        var density = create();
        double[] position = [.. Enumerable.Range(1, density.Dimension).Select(i => 0.3 * Math.Sin(i))];
        var gradient = new double[density.Dimension];

        var value = density.Evaluate(position, gradient);

        var (expected, head, norm) = PosteriorDatabase.StanCheck(posterior);
        Close("the log-density", expected + offset, value, Math.Abs(expected));
        var actualNorm = Math.Sqrt(gradient.Sum(slope => slope * slope));
        Close("the gradient's norm", norm, actualNorm, norm);
        for (var i = 0; i < head.Length; i++)
        {
            Close($"slope {i}", head[i], gradient[i], norm);
        }
    }

    private static void Close(string what, double expected, double actual, double scale) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * scale, $"{what} is {actual:R}, Stan's {expected:R}");

    /// <summary>A log-density over Stan's order of parameters, where a model of ours cannot declare them so: <c>places[i]</c> is Stan's place of our coordinate i.</summary>
    private sealed class InStansOrder(ILogDensity inner, int[] places) : ILogDensity
    {
        public int Dimension => inner.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var (own, slopes) = (new double[places.Length], new double[places.Length]);
            for (var i = 0; i < own.Length; i++)
            {
                own[i] = position[places[i]];
            }

            var value = inner.Evaluate(own, slopes);
            for (var i = 0; i < own.Length; i++)
            {
                gradient[places[i]] = slopes[i];
            }

            return value;
        }
    }
}
