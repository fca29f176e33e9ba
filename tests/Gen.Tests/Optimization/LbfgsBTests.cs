using System;
using System.Linq;
using Gen.Numerics;
using Gen.Optimization;
using Xunit;

namespace Gen.Tests.Optimization;

/// <summary>L-BFGS-B on the problems of Moré, Garbow and Hillstrom (1981) and of Hock and Schittkowski (1981), with their published optima.</summary>
public class LbfgsBTests
{
    private static readonly LbfgsBOptions Tight = new() { ValueTolerance = 1e-15, GradientTolerance = 1e-8 };

    private static OptimizationResult Solve(TestProblem problem, double[] start, double[]? lower = null, double[]? upper = null) =>
        LbfgsB.Minimize(problem, start, lower, upper, Tight);

    private static void AssertAt(OptimizationResult result, double value, double[] point, double tolerance = 1e-5)
    {
        Assert.True(result.Converged, result.Message);
        Assert.Equal(value, result.Value, tolerance * Math.Max(1, Math.Abs(value)));
        for (var i = 0; i < point.Length; i++)
            Assert.Equal(point[i], result.Point[i], tolerance * Math.Max(1, Math.Abs(point[i])));
    }

    private static double[] Repeat(int n, params double[] values) => [.. Enumerable.Range(0, n).Select(i => values[i % values.Length])];

    private static double[] Open(double bound, int n) => Repeat(n, bound);

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void Rosenbrock(int n)
    {
        var problem = TestProblem.Rosenbrock(n);
        var result = Solve(problem, Repeat(n, -1.2, 1));
        AssertAt(result, 0, Repeat(n, 1));
        Assert.Equal(problem.Evaluations, result.Evaluations);
        Assert.InRange(result.Evaluations, 20, 100);
        Assert.All(result.Gradient, slope => Assert.InRange(slope, -1e-6, 1e-6));
    }

    [Fact]
    public void Beale() => AssertAt(Solve(TestProblem.Beale, [1, 1]), 0, [3, 0.5]);

    [Fact]
    public void Freudenstein_and_Roth() => AssertAt(Solve(TestProblem.FreudensteinRoth, [0.5, -2]), 48.98425, [11.41278, -0.896805], 1e-6);

    [Fact]
    public void Jennrich_and_Sampson() => AssertAt(Solve(TestProblem.JennrichSampson, [0.3, 0.4]), 124.3622, [0.257825, 0.257825], 1e-5);

    [Fact]
    public void Brown_badly_scaled() => AssertAt(Solve(TestProblem.BrownBadlyScaled, [1, 1]), 0, [1e6, 2e-6], 1e-6);

    [Fact]
    public void Wood() => AssertAt(Solve(TestProblem.Wood, [-3, -1, -3, -1]), 0, [1, 1, 1, 1]);

    [Fact]
    public void Powell_singular() => AssertAt(Solve(TestProblem.PowellSingular, [3, -1, 0, 1]), 0, [0, 0, 0, 0], 2e-2);

    [Fact]
    public void Hs1() => AssertAt(Solve(TestProblem.Rosenbrock(2), [-2, 1], [double.NegativeInfinity, -1.5]), 0, [1, 1]);

    [Theory]
    [InlineData(-2, 1, true)]
    [InlineData(2, 2, false)]
    public void Hs2_has_two_local_minima_on_its_bound(double x, double y, bool eitherWillDo)
    {
        var a = Math.Sqrt(598 / 1200.0);
        var b = 400 * a * a * a;
        var global = 2 * a * Math.Cos(Math.Acos(1 / b) / 3);
        var result = Solve(TestProblem.Rosenbrock(2), [x, y], [double.NegativeInfinity, 1.5]);
        if (eitherWillDo && result.Point[0] < 0)
            AssertAt(result, 4.941229318, [2 * a * Math.Cos(2 * Math.PI / 3 + Math.Acos(1 / b) / 3), 1.5]);
        else
            AssertAt(result, 0.0504261879, [global, 1.5], 1e-7);
    }

    [Fact]
    public void Hs3() => AssertAt(Solve(TestProblem.Hs3, [10, 1], [double.NegativeInfinity, 0]), 0, [0, 0], 2e-3);

    [Fact]
    public void Hs4() => AssertAt(Solve(TestProblem.Hs4, [1.125, 0.125], [1, 0]), 8 / 3.0, [1, 0], 1e-12);

    [Fact]
    public void Hs5() => AssertAt(
        Solve(TestProblem.Hs5, [0, 0], [-1.5, -3], [4, 3]), -Math.Sqrt(3) / 2 - Math.PI / 3, [0.5 - Math.PI / 3, -0.5 - Math.PI / 3], 1e-7);

    [Fact]
    public void Hs25() => AssertAt(Solve(TestProblem.Hs25, [60, 22, 1.8], [0.1, 0, 0], [100, 25.6, 5]), 0, [50, 25, 1.5], 1e-3);

    [Fact]
    public void Hs38() => AssertAt(Solve(TestProblem.Wood, [-3, -1, -3, -1], Open(-10, 4), Open(10, 4)), 0, [1, 1, 1, 1]);

    [Fact]
    public void Hs45_starts_outside_and_ends_at_a_vertex() =>
        AssertAt(Solve(TestProblem.Hs45, [2, 2, 2, 2, 2], Open(0, 5), [1, 2, 3, 4, 5]), 1, [1, 2, 3, 4, 5], 1e-15);

    [Fact]
    public void Hs110() => AssertAt(Solve(TestProblem.Hs110, Repeat(10, 9), Open(2.001, 10), Open(9.999, 10)), -45.77846971, Repeat(10, 9.350266), 1e-6);

    [Fact]
    public void A_bound_that_cuts_the_valley_is_active()
    {
        var result = Solve(TestProblem.Rosenbrock(2), [-1.2, 1], null, [0.5, 10]);
        AssertAt(result, 0.25, [0.5, 0.25], 1e-7);
        Assert.Equal(-1, result.Gradient[0], 1e-5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_convex_quadratic_in_a_box_ends_at_its_stationary_point(int seed)
    {
        // f = ½ Σ_i (a_i·x)² − b·x with 60 rows a_i in 40 dimensions; the conditions of Karush, Kuhn and Tucker are sufficient.
        const int n = 40, m = 60;
        var random = new RandomStream(seed);
        var rows = Enumerable.Range(0, m).Select(_ => Enumerable.Range(0, n).Select(_ => random.NextNormal()).ToArray()).ToArray();
        var b = Enumerable.Range(0, n).Select(_ => 30 * random.NextNormal()).ToArray();
        var lower = Enumerable.Range(0, n).Select(_ => -random.NextDouble()).ToArray();
        var upper = Enumerable.Range(0, n).Select(i => i % 7 == 0 ? double.PositiveInfinity : random.NextDouble()).ToArray();
        var problem = new TestProblem(n, (x, g) =>
        {
            var sum = 0.0;
            foreach (var row in rows)
            {
                var dot = row.Zip(x, (u, v) => u * v).Sum();
                sum += dot * dot / 2;
                for (var i = 0; i < n; i++)
                    g[i] += dot * row[i];
            }

            for (var i = 0; i < n; i++)
            {
                sum -= b[i] * x[i];
                g[i] -= b[i];
            }

            return sum;
        });
        var result = LbfgsB.Minimize(problem, new double[n], lower, upper, new() { ValueTolerance = 0, GradientTolerance = 1e-6 });

        Assert.True(result.Converged, result.Message);
        var active = 0;
        for (var i = 0; i < n; i++)
        {
            Assert.InRange(result.Point[i], lower[i], upper[i]);
            if (result.Point[i] == lower[i])
                Assert.True(result.Gradient[i] >= -1e-6);
            else if (result.Point[i] == upper[i])
                Assert.True(result.Gradient[i] <= 1e-6);
            else
                Assert.InRange(result.Gradient[i], -2e-6, 2e-6);
            active += result.Point[i] == lower[i] || result.Point[i] == upper[i] ? 1 : 0;
        }

        Assert.InRange(active, 5, n - 5);
    }

    [Fact]
    public void A_start_at_a_bound_can_leave_it() =>
        AssertAt(Solve(TestProblem.Rosenbrock(2), [-1.5, 3], [-1.5, -3], [3, 3]), 0, [1, 1]);

    [Fact]
    public void Fixed_variables_stay()
    {
        var result = Solve(TestProblem.Wood, [-3, 2, -3, -1], [-10, 2, -10, -10], [10, 2, 10, 10]);
        Assert.True(result.Converged, result.Message);
        Assert.Equal(2, result.Point[1]);
        Assert.NotEqual(0, result.Gradient[1]);
        Assert.All(new[] { 0, 2, 3 }, i => Assert.Equal(0, result.Gradient[i], 1e-6));

        var nowhere = Solve(TestProblem.Beale, [1, 2], [1, 2], [1, 2]);
        Assert.True(nowhere.Converged);
        Assert.Equal((0, 1), (nowhere.Iterations, nowhere.Evaluations));
    }

    [Fact]
    public void One_dimension()
    {
        var problem = new TestProblem(1, (x, g) =>
        {
            g[0] = 1 - 4 / (x[0] * x[0]);
            return x[0] + 4 / x[0];
        });
        AssertAt(Solve(problem, [17], [1e-3]), 4, [2], 1e-7);
        AssertAt(Solve(problem, [17], [3]), 3 + 4 / 3.0, [3], 1e-12);
    }

    [Fact]
    public void A_value_that_is_not_finite_at_the_start_is_said()
    {
        var result = Solve(new TestProblem(1, (_, _) => double.NaN), [1]);
        Assert.False(result.Converged);
        Assert.Equal("The objective is NaN at the start.", result.Message);
        Assert.Equal(1, result.Evaluations);
    }

    [Fact]
    public void A_region_where_the_value_is_not_finite_is_backed_out_of()
    {
        // x log x − 5x is NaN for x < 0; from far away the first steps overshoot. Its minimum is at e⁴.
        var problem = new TestProblem(1, (x, g) =>
        {
            g[0] = Math.Log(x[0]) - 4;
            return x[0] * Math.Log(x[0]) - 5 * x[0];
        });
        AssertAt(Solve(problem, [1e-3]), -Math.Exp(4), [Math.Exp(4)], 1e-7);

        var steep = new TestProblem(1, (x, g) =>
        {
            g[0] = 1e3 - 1 / x[0];
            return 1e3 * x[0] - Math.Log(x[0]);
        });
        AssertAt(Solve(steep, [0.5]), 1 + Math.Log(1e3), [1e-3], 1e-7);
    }

    [Fact]
    public void An_objective_without_a_minimum_does_not_converge()
    {
        var result = Solve(new TestProblem(1, (x, g) => (g[0] = -1) * x[0]), [0]);
        Assert.False(result.Converged);
        Assert.Contains("without a minimum", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_gradient_is_reported_and_not_taken_for_convergence()
    {
        var result = Solve(new TestProblem(1, (x, g) => (g[0] = -1) * -x[0]), [0]);
        Assert.False(result.Converged);
        Assert.Contains("values and gradient disagree", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_stop_the_search()
    {
        var iterations = LbfgsB.Minimize(TestProblem.Rosenbrock(2), [-1.2, 1], options: new() { MaxIterations = 3 });
        Assert.Equal((3, false, "The limit of 3 iterations was reached."), (iterations.Iterations, iterations.Converged, iterations.Message));
        var evaluations = LbfgsB.Minimize(TestProblem.Rosenbrock(2), [-1.2, 1], options: new() { MaxEvaluations = 9 });
        Assert.Equal((9, false, "The limit of 9 evaluations was reached."), (evaluations.Evaluations, evaluations.Converged, evaluations.Message));
        Assert.True(evaluations.Value < 24.2);
    }

    [Fact]
    public void Nothing_is_allocated_per_evaluation()
    {
        var problem = TestProblem.Rosenbrock(50);
        var start = Repeat(50, -1.2, 1);
        long Allocated(int iterations)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            LbfgsB.Minimize(problem, start, options: new() { MaxIterations = iterations });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(20);
        Assert.Equal(Allocated(10), Allocated(20));
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Solve(TestProblem.Beale, [1]));
        Assert.Throws<ArgumentException>(() => Solve(TestProblem.Beale, [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => Solve(TestProblem.Beale, [1, 1], [0]));
        Assert.Contains(
            "variable 1 cross: the lower is 2, the upper 1",
            Assert.Throws<ArgumentException>(() => Solve(TestProblem.Beale, [1, 1], [0, 2], [1, 1])).Message,
            StringComparison.Ordinal);
    }
}
