using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

public class DormandPrince45Tests
{
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void ExponentialDecay(double tolerance)
    {
        double[] times = [0.5, 1, 2, 5, 10];
        var solution = Solve(new ExponentialDecay(0.7), [3], 0, times, tolerance);
        for (var i = 0; i < times.Length; i++)
            Close(3 * Math.Exp(-0.7 * times[i]), solution[i], 3 * tolerance);
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void HarmonicOscillator(double tolerance)
    {
        var times = Enumerable.Range(1, 40).Select(i => -1 + 0.25 * i).ToArray();
        var solution = Solve(new HarmonicOscillator(1.5), [1, 0], -1, times, tolerance);
        for (var i = 0; i < times.Length; i++)
        {
            var phase = 1.5 * (times[i] + 1);
            // The errors of the steps add up along the 2.4 periods.
            Close(Math.Cos(phase), solution[2 * i], 20 * tolerance);
            Close(-1.5 * Math.Sin(phase), solution[2 * i + 1], 20 * tolerance);
        }
    }

    /// <summary>Problems A2 and A3 of DETEST (Hull, Enright, Fellen and Sedgwick 1972), which have closed forms, and A4, a logistic curve.</summary>
    [Fact]
    public void Detest()
    {
        double[] times = [1, 5, 20];
        var a2 = Solve(new Given(1, (t, y, d) => d[0] = -y[0] * y[0] * y[0] / 2), [1], 0, times, 1e-9);
        var a3 = Solve(new Given(1, (t, y, d) => d[0] = y[0] * Math.Cos(t)), [1], 0, times, 1e-9);
        var a4 = Solve(new Given(1, (t, y, d) => d[0] = y[0] / 4 * (1 - y[0] / 20)), [1], 0, times, 1e-9);
        for (var i = 0; i < times.Length; i++)
        {
            Close(1 / Math.Sqrt(times[i] + 1), a2[i], 1e-8);
            Close(Math.Exp(Math.Sin(times[i])), a3[i], 1e-8);
            Close(20 / (1 + 19 * Math.Exp(-times[i] / 4)), a4[i], 1e-7);
        }

        // The value that DETEST prints.
        Close(17.73016648131483, a4[2], 1e-7);
    }

    /// <summary>Problems D1 to D5 of DETEST: orbits of eccentricity ε, whose closed form goes by Kepler's equation.</summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(0.9)]
    public void KeplerOrbits(double eccentricity)
    {
        var orbit = new Given(4, (t, y, d) =>
        {
            var cube = Math.Pow(y[0] * y[0] + y[1] * y[1], 1.5);
            (d[0], d[1], d[2], d[3]) = (y[2], y[3], -y[0] / cube, -y[1] / cube);
        });
        double[] start = [1 - eccentricity, 0, 0, Math.Sqrt((1 + eccentricity) / (1 - eccentricity))];
        var solution = Solve(orbit, start, 0, [20], 1e-11);
        var anomaly = 20.0;
        for (var i = 0; i < 100; i++)
            anomaly -= (anomaly - eccentricity * Math.Sin(anomaly) - 20) / (1 - eccentricity * Math.Cos(anomaly));
        Close(Math.Cos(anomaly) - eccentricity, solution[0], 1e-7);
        Close(Math.Sqrt(1 - eccentricity * eccentricity) * Math.Sin(anomaly), solution[1], 1e-7);
    }

    [Fact]
    public void ArenstorfOrbitIsPeriodic()
    {
        var start = Arenstorf.Start;
        var solution = Solve(new Arenstorf(), start, 0, [Arenstorf.Period], 1e-13);
        // The orbit passes close to the moon, which magnifies errors of 1e-13 by eight orders of magnitude (Hairer et al. I, figure II.0.1).
        for (var i = 0; i < 4; i++)
            Close(start[i], solution[i], i == 3 ? 1e-2 : 1e-4);
    }

    [Fact]
    public void LotkaVolterraConservesItsIntegral()
    {
        var system = new LotkaVolterra(0.55, 0.028, 0.8, 0.024);
        var times = Enumerable.Range(1, 60).Select(i => (double)i).ToArray();
        var solution = Solve(system, [33, 6], 0, times, 1e-10);
        double Integral(double u, double v) =>
            system.Delta * u - system.Gamma * Math.Log(u) + system.Beta * v - system.Alpha * Math.Log(v);
        for (var i = 0; i < times.Length; i++)
            Close(Integral(33, 6), Integral(solution[2 * i], solution[2 * i + 1]), 1e-8);
    }

    /// <summary>
    /// The error of a method of order 5 under control of the error per step is proportional to the tolerance: over six decades of it, a line
    /// through the logarithms has slope 1.
    /// </summary>
    [Fact]
    public void ErrorIsProportionalToTolerance()
    {
        double[] tolerances = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10];
        var errors = tolerances
            .Select(tolerance => Math.Abs(Solve(new HarmonicOscillator(1), [0, 1], 0, [20], tolerance)[0] - Math.Sin(20)))
            .ToArray();
        var slope = Regression.LogarithmicSlope(tolerances, errors);
        Assert.InRange(slope, 0.85, 1.15);
    }

    /// <summary>The continuous extension is of order 4: its error between steps is of the size of the tolerance, as that of the steps is.</summary>
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    public void DenseOutputIsAsAccurateAsTheSteps(double tolerance)
    {
        var times = Enumerable.Range(1, 2000).Select(i => 0.01 * i).ToArray();
        var solver = new DormandPrince45<HarmonicOscillator>(2, 1, Accuracy(tolerance));
        var solution = new double[2 * times.Length];
        Assert.True(solver.Solve(new HarmonicOscillator(1), [0, 1], 0, times, solution, []));
        Assert.True(solver.Steps < times.Length / 2);
        var worst = times.Select((t, i) => Math.Abs(solution[2 * i] - Math.Sin(t))).Max();
        Assert.InRange(worst, 0, 20 * tolerance);
    }

    [Fact]
    public void SizesAreChecked()
    {
        var solver = new DormandPrince45<LotkaVolterra>(2, 4);
        var system = new LotkaVolterra(1, 1, 1, 1);
        Assert.Equal(6, solver.SensitivityColumns);
        Assert.Throws<ArgumentException>(() => solver.Solve(system, [1], 0, [1], new double[2], []));
        Assert.Throws<ArgumentException>(() => solver.Solve(system, [1, 1], 0, [1], new double[3], []));
        Assert.Throws<ArgumentException>(() => solver.Solve(system, [1, 1], 0, [1], new double[2], new double[8]));
        Assert.Throws<ArgumentException>(() => new DormandPrince45<LotkaVolterra>(2, 3).Solve(system, [1, 1], 0, [1], new double[2], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DormandPrince45<LotkaVolterra>(0, 4));
    }

    [Fact]
    public void NoTimesNeedNoSteps()
    {
        var solver = new DormandPrince45<ExponentialDecay>(1, 1);
        Assert.True(solver.Solve(new ExponentialDecay(1), [1], 0, [], [], []));
        Assert.Equal(0, solver.Steps);
        Assert.Equal(IntegrationStatus.Reached, solver.Status);
    }

    static DifferentialEquationOptions Accuracy(double tolerance) => new() { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance };

    static double[] Solve<TSystem>(TSystem system, double[] start, double time, double[] times, double tolerance)
        where TSystem : IDifferentialEquation
    {
        var solver = new DormandPrince45<TSystem>(system.States, system.Parameters, Accuracy(tolerance));
        var solution = new double[times.Length * system.States];
        Assert.True(solver.Solve(system, start, time, times, solution, []), solver.Message);
        return solution;
    }

    static void Close(double expected, double actual, double tolerance) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
