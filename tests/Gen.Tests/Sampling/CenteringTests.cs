using System;
using System.Linq;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>How tuning centres what has a location and a scale, on densities written by hand.</summary>
public sealed class CenteringTests
{
    [Fact]
    public void A_density_in_other_coordinates_has_the_derivatives_that_differences_have()
    {
        var density = RecenteredDensity.Of(new CenteredFunnel(3))!;
        density.Centering = [1, 0.3, 0.6, 0];
        double[] position = [0.7, -0.4, 1.1, 0.2], gradient = new double[4], ignored = new double[4];
        density.Evaluate(position, gradient);
        for (var i = 0; i < 4; i++)
        {
            double At(double step)
            {
                double[] moved = [.. position];
                moved[i] += step;
                return density.Evaluate(moved, ignored);
            }

            Assert.Equal((At(1e-5) - At(-1e-5)) / 2e-5, gradient[i], 1e-8);
        }
    }

    [Fact]
    public void A_position_goes_there_and_back()
    {
        var density = RecenteredDensity.Of(new CenteredFunnel(3))!;
        double[] centered = [0.7, -0.4, 1.1, 0.2], position = [.. centered], back = new double[4];
        density.Centering = [1, 0.3, 0.6, 0];
        density.FromOwn(position);
        density.ToOwn(position, back);
        Assert.Equal(centered, back, (a, b) => Math.Abs(a - b) < 1e-14);

        // x = e^(v/2 · (1 − λ)) η.
        Assert.Equal(-0.4, position[1] * Math.Exp(0.35 * 0.7), 1e-14);
        double[] before = [.. density.Centering], moved = [.. position];
        density.Centering = [1, 0, 1, 0.5];
        density.Move(moved, before);
        density.ToOwn(moved, back);
        Assert.Equal(centered, back, (a, b) => Math.Abs(a - b) < 1e-14);
    }

    [Fact]
    public void A_density_without_centres_is_left_alone() => Assert.Null(RecenteredDensity.Of(new CenteredFunnel(0)));

    [Theory]
    [InlineData(9)]
    [InlineData(99)]
    public void Neals_funnel_is_reached_to_its_neck_as_it_is_written(int leaves)
    {
        var run = MarkovChains.Sample(_ => new CenteredFunnel(leaves), new SamplingOptions { Seed = 1 });
        var v = new ScalarDraws("v", [.. Enumerable.Range(0, run.Chains * run.DrawsPerChain).Select(draw => run.Positions[draw * run.Dimension])], run.Chains);
        Assert.InRange(v.Rhat, 0.99, 1.01);
        Assert.True(v.EssBulk > 400 && v.EssTail > 400, $"{v.EssBulk} and {v.EssTail} effective draws");
        Assert.DoesNotContain(true, run.Statistics.Diverging);

        // v ~ Normal(0, 3): each share below a quantile is binomial over as many draws as are effective.
        foreach (var (probability, quantile) in new[] { (0.05, -4.934561), (0.5, 0.0), (0.95, 4.934561) })
        {
            var share = v.Values.ToArray().Count(value => value < quantile) / (double)v.Count;
            Assert.InRange(share, probability - 4 * Math.Sqrt(probability * (1 - probability) / v.EssTail), probability + 4 * Math.Sqrt(probability * (1 - probability) / v.EssTail));
        }

        // Nothing is known of the leaves but their prior: uncentred they are independent of the scale.
        Assert.InRange(run.Tuning.Average(chain => chain.Centering.Skip(1).Average()), 0, 0.1);
    }

    [Fact]
    public void What_data_tell_stays_nearly_centred()
    {
        var run = MarkovChains.Sample(_ => new MeasuredLeaves(30, error: 0.05), new SamplingOptions { Seed = 1 });
        Assert.InRange(run.Tuning.Average(chain => chain.Centering.Skip(1).Average()), 0.6, 1);
        Assert.DoesNotContain(true, run.Statistics.Diverging);
    }

    [Fact]
    public void A_given_starting_point_is_the_densitys_own()
    {
        // A trajectory of one step at most ends where it begins or a tenth of a standard deviation from it.
        double[] point = [6, 30, -10, 5];
        var run = MarkovChains.Sample(_ => new CenteredFunnel(3), new SamplingOptions { Tune = 0, Draws = 1, Chains = 1, MaxTreeDepth = 1, InitialPoint = point });
        foreach (var (given, drawn) in point.Zip(run.Positions))
            Assert.InRange(drawn, given - 4, given + 4);
    }

    [Fact]
    public void Draws_are_the_same_on_any_number_of_threads()
    {
        double[] Of(int threads) => MarkovChains.Sample(_ => new CenteredFunnel(5), new SamplingOptions { Seed = 3, Draws = 50, Tune = 200, Threads = threads }).Positions;
        Assert.Equal(Of(1), Of(4));
    }
}
