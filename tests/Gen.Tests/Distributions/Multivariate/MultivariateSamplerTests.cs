using System;
using System.Linq;
using Gen.Numerics;
using Xunit;
using static Gen.Modeling;
using D = Gen.Distributions;

namespace Gen.Tests.Distributions;

/// <summary>Draws against the marginals that are known.</summary>
public sealed class MultivariateSamplerTests
{
    private const int Draws = 20_000;

    [Theory]
    [InlineData(new[] { 2.0, 3, 5 })]
    [InlineData(new[] { 0.05, 0.3, 1 })]
    [InlineData(new[] { 400.0, 100 })]
    public void Elements_of_Dirichlet_are_beta(double[] a)
    {
        var draws = Of(a.Length, (random, x) => D.Dirichlet.Draw(random, a, x));
        for (var k = 0; k < a.Length; k++)
        {
            Follow(draws, k, x => D.Beta.Cdf(x, a[k], a.Sum() - a[k]));
        }

        Assert.All(draws, x => Assert.Equal(1, x.Sum(), 1e-14));
    }

    [Fact]
    public void Draws_of_MvNormal_are_white_once_solved_by_the_factor()
    {
        double[] mu = [1, -2, 0.5];
        Matrix chol = new double[,] { { 2, 0, 0 }, { -1, 0.5, 0 }, { 0.3, 0.6, 1.5 } };
        var draws = Of(3, (random, x) => D.MvNormal.Draw(random, mu, chol.AsSpan(), x));
        var white = Array.ConvertAll(draws, x => Functions.SolveLower(chol, (Vector)x - mu).ToArray());
        for (var i = 0; i < 3; i++)
        {
            var sd = Math.Sqrt(Functions.Sum(0, 3, j => chol[i, j] * chol[i, j]));
            Follow(draws, i, x => Functions.NormalCdf((x - mu[i]) / sd));
            Follow(white, i, Functions.NormalCdf);
        }

        // The mean of products of independent standard normal numbers has standard deviation 1 / √n.
        for (var i = 1; i < 3; i++)
        {
            Assert.Equal(0, white.Average(z => z[i] * z[i - 1]), 4 / Math.Sqrt(Draws));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.4)]
    [InlineData(7)]
    public void Correlations_of_LkjCholesky_are_beta(double eta)
    {
        const int N = 4;
        var factors = Of(N * N, (random, x) => D.LkjCholesky.Draw(random, N, eta, x));
        Assert.All(factors, x => Assert.True(D.LkjCholesky.InSupport(x, N, eta)));
        for (var i = 1; i < N; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var correlations = Array.ConvertAll(factors, x => new[] { Functions.Sum(0, N, k => x[i * N + k] * x[j * N + k]) });
                Follow(correlations, 0, r => D.Beta.Cdf(0.5 * (r + 1), eta + 0.5 * N - 1, eta + 0.5 * N - 1));
            }
        }
    }

    [Fact]
    public void The_mean_of_LkjCholesky_is_that_of_its_draws()
    {
        var mean = new double[9];
        D.LkjCholesky.Mean(3, 1.3, mean);
        var factors = Of(9, (random, x) => D.LkjCholesky.Draw(random, 3, 1.3, x));
        for (var k = 0; k < 9; k++)
        {
            // No element's standard deviation is above 1.
            Assert.Equal(mean[k], factors.Average(x => x[k]), 4 / Math.Sqrt(Draws));
        }

        Assert.Equal(1, mean[0]);
    }

    [Fact]
    public void Draws_of_WishartCholesky_are_those_of_Bartlett_once_solved_by_the_factor()
    {
        Matrix chol = new double[,] { { 2, 0, 0 }, { -1, 0.5, 0 }, { 0.3, 0.6, 1.5 } };
        var draws = Of(9, (random, x) => D.WishartCholesky.Draw(random, 3.5, chol.AsSpan(), x));
        var solved = Array.ConvertAll(draws, x => Functions.SolveLower(chol, Functions.Map(3, 3, (i, j) => x[3 * i + j])).AsSpan().ToArray());
        for (var i = 0; i < 3; i++)
        {
            Follow(solved, 4 * i, a => D.Gamma.Cdf(a * a, 0.5 * (3.5 - i), 0.5));
            for (var j = 0; j < i; j++)
            {
                Follow(solved, 3 * i + j, Functions.NormalCdf);
            }
        }

        var mean = new double[9];
        D.WishartCholesky.Mean(3.5, chol.AsSpan(), mean);
        for (var k = 0; k < 9; k++)
        {
            // No element's standard deviation is above 2.
            Assert.Equal(mean[k], draws.Average(x => x[k]), 4 * 2 / Math.Sqrt(Draws));
        }
    }

    [Fact]
    public void Elements_of_UnitVector_are_beta()
    {
        var draws = Of(4, (random, x) => D.UnitVector.Draw(random, 4, x));
        Assert.All(draws, x => Assert.Equal(1, x.Sum(value => value * value), 1e-14));
        for (var k = 0; k < 4; k++)
        {
            Follow(draws, k, x => D.Beta.Cdf(0.5 * (x + 1), 1.5, 1.5));
        }
    }

    [Theory]
    [InlineData(40, new[] { 0.1, 0.0, 0.65, 0.25 })]
    [InlineData(3, new[] { 0.5, 0.5, 0.0 })]
    public void Counts_of_Multinomial_are_binomial(double n, double[] p)
    {
        var draws = Of(p.Length, (random, x) => D.Multinomial.Draw(random, n, p, x));
        Assert.All(draws, x => Assert.Equal(n, x.Sum()));
        for (var k = 0; k < p.Length; k++)
        {
            FollowSteps(draws, k, n, x => D.Binomial.Cdf(x, n, p[k]));
        }
    }

    [Fact]
    public void Categories_have_their_probabilities()
    {
        double[] p = [0.2, 0, 0.7, 0.1];
        double[] cutpoints = [-1, 0.5, 3];
        FollowSteps(Of(1, (random, x) => x[0] = D.Categorical.Draw(random, p)), 0, 3, x => D.Categorical.Cdf(x, p));
        FollowSteps(
            Of(1, (random, x) => x[0] = D.OrderedLogistic.Draw(random, 0.8, cutpoints)), 0, 3, x => D.OrderedLogistic.Cdf(x, 0.8, cutpoints));
        Assert.DoesNotContain(Of(1, (random, x) => x[0] = D.Categorical.Draw(random, p)), x => x[0] == 1);
    }

    [Fact]
    public void A_random_walk_spreads()
    {
        var draws = Of(5, (random, x) => D.GaussianRandomWalk.Draw(random, 0.5, 2, 1, 3, x));
        for (var t = 0; t < 5; t++)
        {
            Follow(draws, t, x => Functions.NormalCdf((x - 1 - 0.5 * t) / Math.Sqrt(9 + 4 * t)));
        }

        Follow(Array.ConvertAll(draws, x => new[] { x[3] - x[2] }), 0, step => Functions.NormalCdf((step - 0.5) / 2));
    }

    [Fact]
    public void Errors_of_an_autoregression_are_normal()
    {
        double[] rho = [0.5, -0.3];
        var draws = Of(6, (random, x) => D.AR.Draw(random, rho, 0.7, 1.5, -1, 2, x));
        Follow(draws, 1, x => Functions.NormalCdf((x + 1) / 2));
        for (var t = 2; t < 6; t++)
        {
            Follow(Array.ConvertAll(draws, x => new[] { x[t] - 1.5 - 0.5 * x[t - 1] + 0.3 * x[t - 2] }), 0, e => Functions.NormalCdf(e / 0.7));
        }
    }

    [Fact]
    public void Values_of_Garch_are_normal_given_their_past()
    {
        var draws = Of(4, (random, x) => D.Garch.Draw(random, 0.4, 0.3, 0.5, 1.2, x));
        var standardized = Array.ConvertAll(draws, x =>
        {
            var (z, variance) = (new double[4], 1.44);
            for (var t = 0; t < 4; t++)
            {
                variance = t == 0 ? variance : 0.4 + 0.3 * x[t - 1] * x[t - 1] + 0.5 * variance;
                z[t] = x[t] / Math.Sqrt(variance);
            }

            return z;
        });
        for (var t = 0; t < 4; t++)
        {
            Follow(standardized, t, Functions.NormalCdf);
        }
    }

    [Fact]
    public void Ordered_elements_of_one_distribution_are_its_order_statistics()
    {
        var ordered = Ordered(Gamma(2, 1), 4);
        var draws = Of(4, (random, x) => ordered.Draw(random).AsSpan().CopyTo(x));
        for (var k = 0; k < 4; k++)
        {
            Follow(draws, k, x => D.Beta.Cdf(D.Gamma.Cdf(x, 2, 1), k + 1, 4 - k));
        }
    }

    [Fact]
    public void Ordered_elements_of_several_distributions_are_drawn_given_their_order()
    {
        var ordered = Ordered(Normal([0, 1], [1, 2]));
        var draws = Of(1, (random, x) =>
        {
            var draw = ordered.Draw(random);
            x[0] = draw[1] - draw[0];
        });
        var below = Functions.NormalCdf(-1 / Math.Sqrt(5));

        Follow(draws, 0, d => (Functions.NormalCdf((d - 1) / Math.Sqrt(5)) - below) / (1 - below));
    }

    [Fact]
    public void Normal_elements_with_sum_zero_are_drawn_given_their_sum()
    {
        var restricted = ZeroSum(Normal(3, 2), 5);
        var draws = Of(5, (random, x) => restricted.Draw(random).AsSpan().CopyTo(x));
        Assert.All(draws, x => Assert.Equal(0, x.Sum(), 1e-13));
        for (var k = 0; k < 5; k++)
        {
            Follow(draws, k, x => Functions.NormalCdf(x / (2 * Math.Sqrt(0.8))));
        }

        // Any two are negatively correlated: −4 / 5; a product of normal numbers has variance v² (1 + r²).
        Assert.Equal(-0.8, draws.Average(x => x[0] * x[4]), 4 * 3.2 * Math.Sqrt((1 + 1.0 / 16) / Draws));
    }

    [Fact]
    public void A_draw_allocates_nothing()
    {
        var random = new RandomStream(1);
        double[] a = [0.2, 0.3, 0.5], chol = [1, 0, 0, 0.5, 1, 0, 0.2, 0.3, 1];
        var (three, nine) = (new double[3], new double[9]);
        Action draw = () =>
        {
            D.Dirichlet.Draw(random, a, three);
            D.MvNormal.Draw(random, a, chol, three);
            D.Multinomial.Draw(random, 10, a, three);
            D.LkjCholesky.Draw(random, 3, 2, nine);
            D.GaussianRandomWalk.Draw(random, 0, 1, 0, 1, three);
            D.AR.Draw(random, a, 1, 0, 0, 1, nine);
            D.Garch.Draw(random, 1, 0.1, 0.1, 1, three);
            D.WishartCholesky.Draw(random, 4, chol, nine);
            D.UnitVector.Draw(random, 3, three);
            D.Categorical.Draw(random, a);
            D.OrderedLogistic.Draw(random, 0, a);
        };
        draw();
        var before = GC.GetAllocatedBytesForCurrentThread();
        draw();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private delegate void Fill(RandomStream random, double[] result);

    private static double[][] Of(int size, Fill draw)
    {
        var random = new RandomStream(20_261_121);
        var draws = new double[Draws][];
        for (var i = 0; i < Draws; i++)
        {
            draw(random, draws[i] = new double[size]);
        }

        return draws;
    }

    /// <summary>
    /// Kolmogorov and Smirnov's statistic against the cdf; √n D exceeds 2.23 once in ten thousand correct samplers (2 exp(−2 · 2.23²)).
    /// </summary>
    private static void Follow(double[][] draws, int element, Func<double, double> cdf)
    {
        var u = Array.ConvertAll(draws, draw => cdf(draw[element]));
        Array.Sort(u);
        var distance = 0.0;
        for (var i = 0; i < u.Length; i++)
        {
            distance = Math.Max(distance, Math.Max((i + 1.0) / u.Length - u[i], u[i] - (double)i / u.Length));
        }

        Assert.True(distance * Math.Sqrt(u.Length) < 2.23, $"element {element}: {distance * Math.Sqrt(u.Length)}");
    }

    /// <summary>The same at 0, 1, …, <paramref name="last"/>; for discrete distributions the bound holds with less probability still.</summary>
    private static void FollowSteps(double[][] draws, int element, double last, Func<double, double> cdf)
    {
        for (var k = 0.0; k <= last; k++)
        {
            var share = draws.Count(draw => draw[element] <= k) / (double)draws.Length;
            Assert.True(Math.Abs(share - cdf(k)) * Math.Sqrt(draws.Length) < 2.23, $"element {element} at {k}: {share} for {cdf(k)}");
        }
    }
}
