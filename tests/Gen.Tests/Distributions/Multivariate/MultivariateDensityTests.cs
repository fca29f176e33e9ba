using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Xunit;
using D = Gen.Distributions;

namespace Gen.Tests.Distributions;

/// <summary>Log-densities of vectors and matrices against values computed elsewhere, and against one another.</summary>
public sealed class MultivariateDensityTests
{
    [Fact]
    public void Dirichlet_has_the_values_computed_elsewhere()
    {
        foreach (var (x, a, expected) in MultivariateReferences.Dirichlet)
        {
            Near(expected, D.Dirichlet.LogDensity(x, a), a.Sum());
        }
    }

    [Fact]
    public void MvNormal_has_the_values_computed_elsewhere_in_all_its_parameterizations()
    {
        foreach (var (x, mu, cov, expected) in MultivariateReferences.MvNormal)
        {
            var covariance = Square(cov);
            var precision = Inverse(covariance);
            var fromCovariance = D.MvNormal.FromCovariance(mu, covariance);
            var fromPrecision = D.MvNormal.FromPrecision(mu, precision);

            // A solution's relative error is the rounding times the matrix's condition.
            var size = Norm(covariance) * Norm(precision) * Math.Max(1, Math.Abs(expected));
            Near(expected, D.MvNormal.LogDensity(x, (Vector)fromCovariance[0], (Matrix)fromCovariance[1]), size);
            Near(expected, D.MvNormal.LogDensity(x, (Vector)fromPrecision[0], (Matrix)fromPrecision[1]), size);
            Near(expected, D.MvNormal.LogDensityFromPrecision(x, mu, precision), size);
        }
    }

    [Fact]
    public void Categorical_has_the_values_computed_elsewhere()
    {
        foreach (var (x, logitP, expected) in MultivariateReferences.Categorical)
        {
            Near(expected, D.Categorical.LogDensityFromLogit(x, logitP), logitP.Max(Math.Abs));
            var p = (Vector)D.Categorical.FromLogit(logitP)[0];
            if (p[(int)x] > 1e-300)
            {
                Near(expected, D.Categorical.LogDensity(x, p), logitP.Max(Math.Abs));
            }
        }

        Assert.Equal(Math.Log(0.3), D.Categorical.LogDensity(1, [0.2, 0.3, 0.5]), 1e-15);
        Assert.Equal(double.NegativeInfinity, D.Categorical.LogDensity(0, [0, 1]));
    }

    [Fact]
    public void OrderedLogistic_has_the_values_computed_elsewhere()
    {
        foreach (var (x, eta, cutpoints, expected) in MultivariateReferences.OrderedLogistic)
        {
            Near(expected, D.OrderedLogistic.LogDensity(x, eta, cutpoints));
        }
    }

    [Fact]
    public void Multinomial_has_the_values_computed_elsewhere()
    {
        foreach (var (x, p, expected) in MultivariateReferences.Multinomial)
        {
            Near(expected, D.Multinomial.LogDensity(x, x.Sum(), p), x.Sum());
        }

        Assert.Equal(double.NegativeInfinity, D.Multinomial.LogDensity([1, 0], 1, [0, 1]));
    }

    [Fact]
    public void LkjCholesky_has_the_values_computed_elsewhere()
    {
        foreach (var (rows, eta, expected) in MultivariateReferences.LkjCholesky)
        {
            Near(expected, D.LkjCholesky.LogDensity(Factor(rows), rows.Length + 1, eta), eta);
        }
    }

    [Fact]
    public void WishartCholesky_has_the_values_computed_elsewhere()
    {
        foreach (var (x, nu, scale, expected) in MultivariateReferences.WishartCholesky)
        {
            var canonical = D.WishartCholesky.FromScale(nu, Square(scale));
            Near(expected, D.WishartCholesky.LogDensity(Square(x), nu, (Matrix)canonical[1]), nu * Norm(Square(scale)) * Norm(Inverse(Square(scale))));
        }
    }

    [Fact]
    public void UnitVector_is_uniform_over_the_sphere()
    {
        Assert.Equal(-Math.Log(2 * Math.PI), D.UnitVector.LogDensity([1, 0], 2), 1e-14);
        Assert.Equal(-Math.Log(4 * Math.PI), D.UnitVector.LogDensity([0, 1, 0], 3), 1e-14);
        Assert.Equal(-Math.Log(2 * Math.PI * Math.PI), D.UnitVector.LogDensity([0, 1, 0, 0], 4), 1e-14);
    }

    [Fact]
    public void Series_have_the_values_computed_elsewhere()
    {
        foreach (var (x, q, expected) in MultivariateReferences.GaussianRandomWalk)
        {
            Near(expected, D.GaussianRandomWalk.LogDensity(x, q[0], q[1], q[2], q[3]), Math.Abs(expected));
        }

        foreach (var (x, rho, q, expected) in MultivariateReferences.Autoregression)
        {
            Near(expected, D.AR.LogDensity(x, rho, q[0], q[1], q[2], q[3]), Math.Abs(expected));
        }

        foreach (var (x, q, expected) in MultivariateReferences.Garch)
        {
            Near(expected, D.Garch.LogDensity(x, q[0], q[1], q[2], q[3]), Math.Abs(expected));
        }
    }

    [Fact]
    public void Precision_and_covariance_have_the_same_factor()
    {
        Matrix tau = new double[,] { { 4, 1, 0.5 }, { 1, 3, 0.2 }, { 0.5, 0.2, 2 } };
        var fromPrecision = (Matrix)D.MvNormal.FromPrecision(new Vector(3), tau)[1];
        var fromCovariance = (Matrix)D.MvNormal.FromCovariance(new Vector(3), Inverse(tau))[1];

        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal(fromCovariance[i, j], fromPrecision[i, j], 1e-14);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.3, 2.5)]
    [InlineData(20, 3)]
    public void Dirichlet_of_two_is_beta_and_integrates_to_one(double a, double b)
    {
        Assert.Equal(D.Beta.LogDensity(0.3, a, b), D.Dirichlet.LogDensity([0.3, 0.7], [a, b]), 1e-12);
        var mass = Line(-120, 120, 0.05).Sum(y =>
        {
            var (x, rest) = (Functions.InverseLogit(y), Functions.InverseLogit(-y));
            return 0.05 * Math.Exp(D.Dirichlet.LogDensity([x, rest], [a, b])) * x * rest;
        });

        Assert.Equal(1, mass, 1e-11);
    }

    [Fact]
    public void Dirichlet_of_three_integrates_to_one()
    {
        const double Step = 0.2;
        Vector a = [2, 3.5, 1.5];
        var mass = Grid(-30, 30, Step).Sum(y =>
        {
            // x₀ = s and x₁ = (1 − s) t.
            var (s, left, t, rest) = (
                Functions.InverseLogit(y.First), Functions.InverseLogit(-y.First), Functions.InverseLogit(y.Second), Functions.InverseLogit(-y.Second));
            return Step * Step * Math.Exp(D.Dirichlet.LogDensity([s, left * t, left * rest], a)) * s * left * left * t * rest;
        });

        Assert.Equal(1, mass, 1e-10);
    }

    [Fact]
    public void MvNormal_of_two_integrates_to_one()
    {
        Matrix chol = new double[,] { { 1, 0 }, { 0.8, 0.6 } };
        var mass = Grid(-12, 12, 0.1).Sum(x => 0.01 * Math.Exp(D.MvNormal.LogDensity([x.First, x.Second], [0.5, -0.25], chol)));

        Assert.Equal(1, mass, 1e-12);
    }

    [Fact]
    public void LkjCholesky_of_two_is_beta_in_the_correlation()
    {
        foreach (var eta in (double[])[0.5, 1, 2, 30])
        {
            foreach (var r in (double[])[-0.95, 0, 0.4])
            {
                Assert.Equal(D.Beta.LogDensity(0.5 * (r + 1), eta, eta) - Functions.LogTwo, D.LkjCholesky.LogDensity(Factor([[r]]), 2, eta), 1e-12);
            }
        }
    }

    [Fact]
    public void LkjCholesky_of_three_integrates_to_one()
    {
        const double Step = 0.3;
        foreach (var eta in (double[])[1, 1.7])
        {
            var mass = Grid(-12, 12, Step).Sum(y => Line(-12, 12, Step).Sum(z =>
            {
                // Partial correlations a, b, c: L₁₀ = a, L₂₀ = b, L₂₁ = c √(1 − b²); of each √(1 − r²), without its cancellation, stands beside it.
                var (a, b, c) = (Math.Tanh(y.First), Math.Tanh(y.Second), Math.Tanh(z));
                var (besideA, besideB, besideC) = (1 / Math.Cosh(y.First), 1 / Math.Cosh(y.Second), 1 / Math.Cosh(z));
                Matrix factor = new double[,] { { 1, 0, 0 }, { a, besideA, 0 }, { b, c * besideB, besideB * besideC } };
                var jacobian = Functions.Square(besideA * besideB * besideC) * besideB;
                return Step * Step * Step * Math.Exp(D.LkjCholesky.LogDensity(factor, 3, eta)) * jacobian;
            }));

            Assert.Equal(1, mass, 1e-8);
        }
    }

    [Fact]
    public void Series_of_two_integrate_to_one()
    {
        var densities = new Func<Vector, double>[]
        {
            x => D.GaussianRandomWalk.LogDensity(x, 0.3, 1.2, -0.5, 0.8),
            x => D.AR.LogDensity(x, [0.6], 1.1, 0.2, 0.5, 0.9),
            x => D.AR.LogDensity(x, [0.6, 0.2], 1.1, 0.2, 0.5, 0.9),
            x => D.Garch.LogDensity(x, 0.5, 0.1, 0.4, 0.9),
        };
        Assert.All(densities, density => Assert.Equal(1, Grid(-14, 14, 0.1).Sum(x => 0.01 * Math.Exp(density([x.First, x.Second]))), 1e-10));
    }

    [Fact]
    public void Counts_and_categories_sum_to_one()
    {
        var multinomial = 0.0;
        for (var i = 0; i <= 5; i++)
        {
            for (var j = 0; j <= 5 - i; j++)
            {
                multinomial += Math.Exp(D.Multinomial.LogDensity([i, j, 5 - i - j], 5, [0.2, 0.7, 0.1]));
            }
        }

        Assert.Equal(1, multinomial, 1e-13);
        Assert.Equal(1, Enumerable.Range(0, 4).Sum(k => Math.Exp(D.Categorical.LogDensityFromLogit(k, [0.3, -2, 5, 1]))), 1e-14);
        foreach (var eta in (double[])[-30, -0.4, 3, 50])
        {
            Assert.Equal(1, Enumerable.Range(0, 5).Sum(k => Math.Exp(D.OrderedLogistic.LogDensity(k, eta, [-1, 0, 0.5, 4]))), 1e-14);
        }
    }

    [Fact]
    public void Category_probabilities_accumulate_to_the_cdf_and_quantiles_invert_it()
    {
        Vector p = [0.1, 0, 0.6, 0.3];
        Vector cutpoints = [-1, 0.2, 2];
        double lower = 0, ordered = 0;
        for (var k = 0; k < 4; k++)
        {
            lower += p[k];
            ordered += Math.Exp(D.OrderedLogistic.LogDensity(k, 0.7, cutpoints));
            Assert.Equal(lower, D.Categorical.Cdf(k + 0.5, p.AsSpan()), 1e-15);
            Assert.Equal(1 - lower, Math.Exp(D.Categorical.LogSurvival(k, p.AsSpan())), 1e-15);
            Assert.Equal(ordered, D.OrderedLogistic.Cdf(k + 0.5, 0.7, cutpoints.AsSpan()), 1e-15);
            Assert.Equal(1 - ordered, Math.Exp(D.OrderedLogistic.LogSurvival(k, 0.7, cutpoints.AsSpan())), 1e-15);
            Assert.Equal(p[k] > 0 ? k : 0, D.Categorical.Quantile(lower - 1e-9, p.AsSpan()));
            Assert.Equal(k, D.OrderedLogistic.Quantile(ordered - 1e-9, 0.7, cutpoints.AsSpan()));
        }

        Assert.Equal(0, D.Categorical.Cdf(-0.1, p.AsSpan()));
        Assert.Equal(2.1, D.Categorical.Mean(p.AsSpan()), 1e-15);
        Assert.Equal(0.1 * 4.41 + 0.6 * 0.01 + 0.3 * 0.81, D.Categorical.Variance(p.AsSpan()), 1e-15);
        var mean = Enumerable.Range(0, 4).Sum(k => k * Math.Exp(D.OrderedLogistic.LogDensity(k, 0.7, cutpoints)));
        Assert.Equal(mean, D.OrderedLogistic.Mean(0.7, cutpoints.AsSpan()), 1e-14);
        Assert.Equal(
            Enumerable.Range(0, 4).Sum(k => (k - mean) * (k - mean) * Math.Exp(D.OrderedLogistic.LogDensity(k, 0.7, cutpoints))),
            D.OrderedLogistic.Variance(0.7, cutpoints.AsSpan()), 1e-14);
        Assert.True(double.IsNaN(D.Categorical.Quantile(1.1, p.AsSpan())));
    }

    /// <summary>Within rounding: twenty units of the last digit of the value, and of the largest number that went into it.</summary>
    private static void Near(double expected, double actual, double size = 1) =>
        Assert.True(Math.Abs(expected - actual) <= 20 * 2.2e-16 * (Math.Abs(expected) + 1 + size), $"{actual} for {expected}");

    private static Matrix Square(double[] values)
    {
        var order = (int)Math.Sqrt(values.Length);
        return Functions.Map(order, order, (i, j) => values[i * order + j]);
    }

    private static Matrix Inverse(Matrix matrix)
    {
        var half = Functions.SolveLower(Functions.Cholesky(matrix), Functions.Map(matrix.Rows, matrix.Rows, (i, j) => i == j ? 1.0 : 0));
        return Functions.Map(matrix.Rows, matrix.Rows, (i, j) => Functions.Sum(0, matrix.Rows, k => half[k, i] * half[k, j]));
    }

    private static double Norm(Matrix matrix) => matrix.AsSpan().ToArray().Max(Math.Abs);

    private static Matrix Factor(double[][] rows) => Functions.Map(rows.Length + 1, rows.Length + 1, (i, j) =>
        j > i ? 0 : j < i ? rows[i - 1][j] : i == 0 ? 1 : Math.Sqrt(1 - rows[i - 1].Sum(value => value * value)));

    private static IEnumerable<double> Line(double from, double to, double step) =>
        Enumerable.Range(0, (int)Math.Round((to - from) / step) + 1).Select(i => from + i * step);

    private static IEnumerable<(double First, double Second)> Grid(double from, double to, double step) =>
        Line(from, to, step).SelectMany(first => Line(from, to, step).Select(second => (first, second)));
}
