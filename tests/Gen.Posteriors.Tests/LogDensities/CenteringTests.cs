using System;
using System.Linq;
using Gen.Numerics;
using Gen.Posteriors.Tests.Models;
using Gen.Sampling;
using Xunit;

namespace Gen.Posteriors.Tests.LogDensities;

/// <summary>
/// A latent that is not centred by an option is the model in which it is written out; one that tuning centres is the same model, whatever it chooses.
/// </summary>
public sealed class CenteringTests
{
    private static readonly Vector Y = new([1.3, -0.4, 2.2, 0.9]);
    private static readonly int[] Group = [0, 1, 1, 0];

    [Fact]
    public void An_option_says_what_is_otherwise_written_out()
    {
        var (option, written) = (new Uncentered(Y, Group, 2).CreateLogDensity(), new WrittenUncentered(Y, Group, 2).CreateLogDensity());
        var random = new RandomStream(5);
        Assert.Equal(written.Dimension, option.Dimension);
        for (var point = 0; point < 10; point++)
        {
            var position = Enumerable.Range(0, option.Dimension).Select(_ => random.NextNormal()).ToArray();
            var (gradient, expected) = (new double[position.Length], new double[position.Length]);
            Assert.Equal(written.Evaluate(position, expected), option.Evaluate(position, gradient), 1e-12);
            for (var i = 0; i < gradient.Length; i++)
            {
                Assert.Equal(expected[i], gradient[i], 1e-12 * (1 + Math.Abs(expected[i])));
            }
        }
    }

    [Fact]
    public void Draws_are_of_the_latent_itself()
    {
        // A few draws: rounding differs between the two, and trajectories let differences grow.
        var (option, written) = (new Uncentered(Y, Group, 2), new WrittenUncentered(Y, Group, 2));
        var (first, second) = (option.Sample(draws: 5, tune: 10, chains: 1, seed: 3), written.Sample(draws: 5, tune: 10, chains: 1, seed: 3));
        for (var t = 0; t < Y.Length; t++)
        {
            Assert.Equal(second.Level[t].Values.ToArray(), first.Level[t].Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }

    [Fact]
    public void What_an_option_decides_is_not_tuned()
    {
        Assert.IsNotAssignableFrom<IRecentering>(new Uncentered(Y, Group, 2).CreateLogDensity());
        Assert.IsAssignableFrom<IRecentering>(Schools.CreateLogDensity());
        Assert.Equal(4 * 10, Schools.Sample(draws: 10, tune: 200, seed: 1).Statistics.Centering.Length);
        Assert.Empty(new Uncentered(Y, Group, 2).Sample(draws: 10, tune: 200, seed: 1).Statistics.Centering);
        Assert.Empty(Schools.Sample(new SamplingOptions { Draws = 10, Tune = 200, Adaptation = AdaptationSchedule.Stan }).Statistics.Centering);
    }

    [Fact]
    public void Coordinates_without_a_centre_are_centred()
    {
        var marks = Marks(Schools.CreateLogDensity(), written: 1);
        Assert.Equal(8, marks.Count(mark => mark));
        var centering = Schools.Sample(draws: 10, seed: 1).Statistics.Centering;
        Assert.All(Enumerable.Range(0, centering.Length), i => Assert.True(marks[i % 10] || centering[i] == 1));

        // Eight schools say little of each: what is tuned is nearly the form that the field writes by hand.
        Assert.InRange(Enumerable.Range(0, centering.Length).Where(i => marks[i % 10]).Average(i => centering[i]), 0, 0.2);
    }

    /// <summary>What is written not centred, z with theta = mu + tau · z, is centred where data say much: eight schools that are measured well.</summary>
    [Fact]
    public void What_is_written_not_centred_is_centred_where_data_ask_for_it()
    {
        Vector sigma = new(Enumerable.Repeat(0.2, 8).ToArray());
        var (written, centred) = (new EightSchoolsNoncentered(sigma, Effects), new EightSchoolsCentered(sigma, Effects));
        var marks = Marks(written.CreateLogDensity(), written: 0);
        Assert.Equal(8, marks.Count(mark => mark));
        var (posterior, other) = (written.Sample(seed: 1), centred.Sample(seed: 1));
        var centering = posterior.Statistics.Centering;
        Assert.InRange(Enumerable.Range(0, centering.Length).Where(i => marks[i % 10]).Average(i => centering[i]), 0.8, 1);
        Assert.True(posterior.Tau.Rhat < 1.01 && posterior.Statistics.LeapfrogSteps.Average() < 16, $"R-hat {posterior.Tau.Rhat}, {posterior.Statistics.LeapfrogSteps.Average()} steps a draw");
        for (var i = 0; i < Effects.Length; i++)
        {
            var error = Math.Sqrt(Math.Pow(posterior.Theta[i].McseMean, 2) + Math.Pow(other.Theta[i].McseMean, 2));
            Assert.InRange(posterior.Theta[i].Mean, other.Theta[i].Mean - 4 * error, other.Theta[i].Mean + 4 * error);
        }
    }

    [Fact]
    public void What_an_intervention_sets_stays_where_it_is()
    {
        Assert.Equal(8, Marks(Schools.Do(tau: 3).CreateLogDensity(), written: 1).Count(mark => mark));
        Assert.Empty(new BayesianLinearRegression(new double[,] { { 1 }, { 2 } }, new([1, 2])).Sample(draws: 10, tune: 10, seed: 1).Statistics.Centering);
        var posterior = Schools.Do(tau: 3).Sample(draws: 4000, seed: 1);
        Assert.Equal(4 * 9, posterior.Statistics.Centering.Length);

        // With tau known everything is normal: mu ~ Normal(0, 5), y ~ Normal(mu, √(sigma² + tau²)).
        var weights = Sigma.ToArray().Select(sigma => 1 / (sigma * sigma + 9)).ToArray();
        var precision = weights.Sum() + 1.0 / 25;
        var mean = Effects.ToArray().Zip(weights, (y, w) => y * w).Sum() / precision;
        Assert.InRange(posterior.Mu.Mean, mean - 4 * posterior.Mu.McseMean, mean + 4 * posterior.Mu.McseMean);
        Assert.InRange(posterior.Mu.Sd, 1 / Math.Sqrt(precision) - 4 * posterior.Mu.McseSd, 1 / Math.Sqrt(precision) + 4 * posterior.Mu.McseSd);
    }

    /// <summary>What no data say anything of is distributed as its prior says, to the neck of the funnel: v ~ Normal(0, 3).</summary>
    [Theory]
    [MemberData(nameof(Funnels))]
    public void Funnels_of_all_families_are_reached_to_their_necks(string name, ILogDensity density, Func<SamplingOptions, ModelPosterior> sample)
    {
        Assert.True(density is IRecentering, name);
        var posterior = sample(new SamplingOptions { Seed = 1 });
        var v = (ScalarDraws)posterior.Quantities[0];
        Assert.True(v.Rhat < 1.01 && v.EssBulk > 400 && v.EssTail > 400, $"{name}: R-hat {v.Rhat}, {v.EssBulk} and {v.EssTail} effective draws");
        Assert.DoesNotContain(true, posterior.Statistics.Diverging);
        foreach (var (probability, quantile) in new[] { (0.05, -4.934561), (0.5, 0.0), (0.95, 4.934561) })
        {
            // Each share below a quantile is binomial over as many draws as are effective.
            var share = v.Values.ToArray().Count(value => value < quantile) / (double)v.Count;
            Assert.InRange(share, probability - 4 * Math.Sqrt(probability * (1 - probability) / v.EssTail), probability + 4 * Math.Sqrt(probability * (1 - probability) / v.EssTail));
        }
    }

    public static TheoryData<string, ILogDensity, Func<SamplingOptions, ModelPosterior>> Funnels
    {
        get
        {
            Matrix factor = new double[,] { { 1, 0, 0 }, { 0.9, 0.4, 0 }, { -0.5, 0.7, 2 } }, cov = new Matrix(6, 6);
            for (var i = 0; i < 36; i++)
            {
                cov[i / 6, i % 6] = Math.Exp(-Math.Abs(i / 6 - i % 6) / 3.0);
            }

            return new()
            {
                { "log-normals", new LogNormalFunnel().CreateLogDensity(), options => new LogNormalFunnel().Sample(options) },
                { "logit-normals", new LogitNormalFunnel().CreateLogDensity(), options => new LogitNormalFunnel().Sample(options) },
                { "a walk", new WalkFunnel().CreateLogDensity(), options => new WalkFunnel().Sample(options) },
                { "autoregressions", new AutoregressionFunnel().CreateLogDensity(), options => new AutoregressionFunnel().Sample(options) },
                { "a factor", new FactorFunnel(factor).CreateLogDensity(), options => new FactorFunnel(factor).Sample(options) },
                { "a covariance", new CovarianceFunnel(cov).CreateLogDensity(), options => new CovarianceFunnel(cov).Sample(options) },
                { "scales", new ScaleLadder().CreateLogDensity(), options => new ScaleLadder().Sample(options) },
            };
        }
    }

    private static readonly Vector Effects = new([28, 8, -3, 7, -1, 1, 18, 12]);
    private static readonly Vector Sigma = new([15, 10, 16, 11, 9, 11, 10, 18]);

    /// <summary>Which coordinates have a centre and are written as said.</summary>
    private static bool[] Marks(ILogDensity density, double written)
    {
        var marks = new double[density.Dimension];
        Array.Fill(marks, double.NaN);
        ((IRecentering)density).Mark(marks);
        return [.. marks.Select(mark => mark == written)];
    }

    private static EightSchoolsCentered Schools => new(Sigma, Effects);
}
