using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>
/// Stiff problems against the reference solutions of E. Hairer and G. Wanner, <i>Solving Ordinary Differential Equations II</i>, and of the Test Set
/// for Initial Value Problem Solvers (F. Mazzia and C. Magherini, release 2.4, 2008).
/// </summary>
public class BackwardDifferentiationTests
{
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void ExponentialDecay(double tolerance)
    {
        double[] times = [0.5, 1, 2, 5, 10];
        var solution = Solve(new ExponentialDecay(0.7), [3], times, tolerance, tolerance);
        for (var i = 0; i < times.Length; i++)
            Close(3 * Math.Exp(-0.7 * times[i]), solution[i], 50 * tolerance);
    }

    /// <summary>The problem of Robertson as in the solvers' literature, t = 0.4 to 4e10, and the test set's reference at 1e11.</summary>
    [Fact]
    public void Robertson()
    {
        double[] times = [0.4, 40, 4e5, 1e11];
        var solution = Solve(new Robertson(0.04, 1e4, 3e7), [1, 0, 0], times, 1e-9, 1e-16);
        double[] expected =
        [
            0.98517212, 3.386396e-5, 0.01479402,
            0.7158270688, 9.185534765e-6, 0.2841637457,
            4.938e-3, 1.985e-8, 0.99506,
            0.2083340149701255e-7, 0.8333360770334713e-13, 0.9999999791665050,
        ];
        double[] digits = [1e-6, 1e-8, 5e-4, 1e-6];
        for (var i = 0; i < expected.Length; i++)
            Relative(expected[i], solution[i], digits[i / 3]);
        for (var i = 0; i < times.Length; i++)
            Close(1, solution[3 * i] + solution[3 * i + 1] + solution[3 * i + 2], 1e-12);
    }

    /// <summary>HIRES, eight equations of photomorphogenesis, at t = 321.8122.</summary>
    [Fact]
    public void Hires()
    {
        var hires = new Given(8, (t, y, d) =>
        {
            d[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
            d[1] = 1.71 * y[0] - 8.75 * y[1];
            d[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
            d[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
            d[4] = -1.745 * y[4] + 0.43 * y[5] + 0.43 * y[6];
            d[5] = -280 * y[5] * y[7] + 0.69 * y[3] + 1.71 * y[4] - 0.43 * y[5] + 0.69 * y[6];
            d[6] = 280 * y[5] * y[7] - 1.81 * y[6];
            d[7] = -d[6];
        });
        double[] reference =
        [
            0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
            0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
        ];
        var solution = Solve(hires, [1, 0, 0, 0, 0, 0, 0, 0.0057], [321.8122], 1e-10, 1e-14);
        for (var i = 0; i < 8; i++)
            Relative(reference[i], solution[i], 1e-6);
    }

    /// <summary>Van der Pol's equation in the stiff scaling, μ = 1000: y″ = ((1 − y²) y′ − y) / 1e-6, at t = 1 and 2.</summary>
    [Fact]
    public void VanDerPol()
    {
        var solution = Solve(new VanDerPol(1e-6), [2, 0], [1, 2], 1e-10, 1e-10);
        double[] reference = [-0.1863646254808130e1, 0.7535430865435460e0, 0.1706167732170483e1, -0.8928097010247975e0];
        for (var i = 0; i < 4; i++)
            Relative(reference[i], solution[i], 1e-6);
    }

    /// <summary>Stiffness costs no steps, as it does with an explicit method.</summary>
    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void ProtheroAndRobinson(double stiffness)
    {
        var system = new Given(1, (t, y, d) => d[0] = -stiffness * (y[0] - Math.Cos(t)) - Math.Sin(t));
        var solver = new BackwardDifferentiation<Given>(1, 0);
        var solution = new double[1];
        Assert.True(solver.Solve(system, [1], 0, [10], solution, []));
        Close(Math.Cos(10), solution[0], 1e-4);
        Assert.InRange(solver.Steps, 10, 300);
    }

    /// <summary>Sensitivities of a stiff system: S of Robertson's problem against differences, at the times that CVODES prints.</summary>
    [Theory]
    [InlineData(0.4)]
    [InlineData(40)]
    [InlineData(4e4)]
    public void RobertsonsSensitivities(double time)
    {
        double[] at = [0.04, 1e4, 3e7];
        var solver = new BackwardDifferentiation<Robertson>(3, 3, Accuracy(1e-10, 1e-18), false);
        var (states, sensitivities) = (new double[3], new double[9]);
        Assert.True(solver.Solve(new Robertson(at[0], at[1], at[2]), [1, 0, 0], 0, [time], states, sensitivities), solver.Message);
        for (var j = 0; j < 3; j++)
        {
            double[] Shifted(double by)
            {
                var to = (double[])at.Clone();
                to[j] += by;
                return Solve(new Robertson(to[0], to[1], to[2]), [1, 0, 0], [time], 1e-12, 1e-20);
            }

            var h = 1e-3 * at[j];
            var (up, down) = (Shifted(h), Shifted(-h));
            for (var i = 0; i < 3; i++)
                Relative((up[i] - down[i]) / (2 * h), sensitivities[3 * i + j], 1e-5);
        }
    }

    /// <summary>The first line of the sensitivities that SUNDIALS prints for its example cvsRoberts_FSA_dns.</summary>
    [Fact]
    public void RobertsonsSensitivitiesAsPublished()
    {
        var solver = new BackwardDifferentiation<Robertson>(3, 3, Accuracy(1e-10, 1e-18), false);
        var sensitivities = new double[9];
        Assert.True(solver.Solve(new Robertson(0.04, 1e4, 3e7), [1, 0, 0], 0, [0.4], new double[3], sensitivities), solver.Message);
        double[] published = [-3.5595e-1, 9.5431e-8, -1.5833e-11, 3.9025e-4, -2.1309e-10, -5.2900e-13, 3.5556e-1, -9.5218e-8, 1.6362e-11];
        for (var i = 0; i < 9; i++)
            Relative(published[i], sensitivities[i], 1e-3);
    }

    /// <summary>The error decreases with the tolerance nearly in proportion: a multistep method loses a little by its many steps.</summary>
    [Fact]
    public void ErrorDecreasesWithTolerance()
    {
        double[] tolerances = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];
        var errors = tolerances
            .Select(tolerance => Math.Abs(Solve(new HarmonicOscillator(1), [0, 1], [20], tolerance, tolerance)[0] - Math.Sin(20)))
            .ToArray();
        Assert.InRange(Regression.LogarithmicSlope(tolerances, errors), 0.7, 1.2);
    }

    [Fact]
    public void DenseOutputIsAsAccurateAsTheSteps()
    {
        var times = Enumerable.Range(1, 2000).Select(i => 0.01 * i).ToArray();
        var solver = new BackwardDifferentiation<HarmonicOscillator>(2, 1, Accuracy(1e-6, 1e-6));
        var solution = new double[2 * times.Length];
        Assert.True(solver.Solve(new HarmonicOscillator(1), [0, 1], 0, times, solution, []));
        Assert.True(solver.Steps < times.Length / 2);
        var atLast = Math.Abs(solution[^2] - Math.Sin(20));
        var worst = times.Select((t, i) => Math.Abs(solution[2 * i] - Math.Sin(t))).Max();
        Assert.InRange(worst, atLast, 1e-4);
    }

    [Fact]
    public void StepLimit()
    {
        var solver = new BackwardDifferentiation<Robertson>(3, 3, new DifferentialEquationOptions { MaxSteps = 20 });
        Assert.False(solver.Solve(new Robertson(0.04, 1e4, 3e7), [1, 0, 0], 0, [1e-3, 1e9], new double[6], []));
        Assert.Equal(IntegrationStatus.StepLimit, solver.Status);
        Assert.Equal(
            $"OdeBdf: 20 steps from t = 0.001 did not reach t = 1E+09 (reached {Numbers.Text(solver.Reached)}); raise maxSteps.",
            solver.Message);
    }

    static DifferentialEquationOptions Accuracy(double relative, double absolute) =>
        new() { RelativeTolerance = relative, AbsoluteTolerance = absolute };

    static double[] Solve<TSystem>(TSystem system, double[] start, double[] times, double relative, double absolute)
        where TSystem : IDifferentialEquation
    {
        var solver = new BackwardDifferentiation<TSystem>(system.States, system.Parameters, Accuracy(relative, absolute));
        var solution = new double[times.Length * system.States];
        Assert.True(solver.Solve(system, start, 0, times, solution, []), solver.Message);
        return solution;
    }

    static void Relative(double expected, double actual, double tolerance) => Close(expected, actual, tolerance * Math.Abs(expected));

    static void Close(double expected, double actual, double tolerance) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
