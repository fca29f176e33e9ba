using System;
using Gen.Posteriors.Tests.Models;
using Gen.Posteriors.Tests.References;
using Xunit;

namespace Gen.Posteriors.Tests.Sampling;

/// <summary>Means and standard deviations of 4 × 10,000 draws are within four Monte Carlo standard errors of posteriordb's reference draws.</summary>
public class ReferencePosteriorTests
{
    private static readonly SamplingOptions Options = new() { Draws = 10_000, Seed = 20_240_601 };

    [ReferenceFact]
    public void Eight_schools()
    {
        var posterior = PublishedModels.EightSchools().Sample(Options);
        Agree("eight_schools-eight_schools_noncentered", posterior, ("theta", posterior.Theta), ("mu", posterior.Mu), ("tau", posterior.Tau));
    }

    [ReferenceFact]
    public void Linear_regression()
    {
        var posterior = PublishedModels.Regression().Sample(Options);
        Agree("sblri-blr", posterior, ("beta", posterior.Beta), ("sigma", posterior.Sigma));
    }

    [ReferenceFact]
    public void Regression_of_childrens_scores()
    {
        var posterior = PublishedModels.KidScore().Sample(Options);
        Agree("kidiq-kidscore_momiq", posterior, ("beta", posterior.Beta), ("sigma", posterior.Sigma));
    }

    [ReferenceFact]
    public void Regression_of_party_identification()
    {
        var posterior = PublishedModels.Party().Sample(Options);
        Agree("nes1996-nes", posterior, ("beta", posterior.Beta), ("sigma", posterior.Sigma));
    }

    [ReferenceFact]
    public void Garch()
    {
        var posterior = PublishedModels.Garch().Sample(Options);
        Agree(
            "garch-garch11", posterior,
            ("mu", posterior.Mu), ("alpha0", posterior.Alpha0), ("alpha1", posterior.Alpha1), ("beta1", posterior.Beta1));
    }

    [ReferenceFact]
    public void Autoregression()
    {
        var posterior = PublishedModels.Autoregression().Sample(Options);
        Agree("arK-arK", posterior, ("alpha", posterior.Alpha), ("beta", posterior.Beta), ("sigma", posterior.Sigma));
    }

    private static void Agree(string name, ModelPosterior posterior, params (string Name, Draws Draws)[] quantities)
    {
        Assert.Equal((4, 10_000), (posterior.Statistics.Chains, posterior.Statistics.DrawsPerChain));
        var reference = PosteriorDatabase.Reference(name);
        var compared = 0;
        foreach (var (quantity, draws) in quantities)
        {
            for (var i = 0; i < draws.Size; i++)
            {
                var key = draws is ScalarDraws ? quantity : $"{quantity}[{i + 1}]";
                var element = new ScalarDraws(key, draws.Element(i).ToArray(), draws.Chains);
                var expected = reference[key];
                Agree($"the mean of {key}", element.Mean, expected.Mean, element.McseMean, expected.McseMean);
                Agree($"the standard deviation of {key}", element.Sd, expected.Sd, element.McseSd, expected.McseSd);
                compared++;
            }
        }

        Assert.Equal(reference.Count, compared);
    }

    private static void Agree(string what, double actual, double expected, double ourError, double theirError)
    {
        var error = Math.Sqrt(ourError * ourError + theirError * theirError);
        Assert.True(
            Math.Abs(actual - expected) <= 4 * error,
            $"{what} is {actual:R}, the reference's {expected:R}: {(actual - expected) / error:F1} standard errors apart");
    }
}
