using System;
using System.Linq;
using Gen.Numerics;
using Xunit;

namespace Gen.Tests.Numerics.DifferentialEquations;

/// <summary>∂y/∂y₀ and ∂y/∂θ against closed forms and against central differences of solutions, by each method.</summary>
public class SensitivityTests
{
    static readonly double[] Times = [0.3, 1, 2.5, 6];

    [Theory]
    [ClassData(typeof(Methods))]
    public void OfAnExponentialDecay(Method method)
    {
        var (solution, sensitivities) = Solve(method, new ExponentialDecay(0.7), [3], 1e-9);
        for (var i = 0; i < Times.Length; i++)
        {
            var decay = Math.Exp(-0.7 * Times[i]);
            Close(3 * decay, solution[i], method.Tolerance(1e-9));
            Close(decay, sensitivities[2 * i], method.Tolerance(1e-9));
            Close(-3 * Times[i] * decay, sensitivities[2 * i + 1], method.Tolerance(1e-9));
        }
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void OfAHarmonicOscillator(Method method)
    {
        const double frequency = 1.5;
        var (_, sensitivities) = Solve(method, new HarmonicOscillator(frequency), [1, 0.5], 1e-9);
        for (var i = 0; i < Times.Length; i++)
        {
            var (t, sine, cosine) = (Times[i], Math.Sin(frequency * Times[i]), Math.Cos(frequency * Times[i]));
            var x = -t * sine + 0.5 * (t * cosine / frequency - sine / (frequency * frequency));
            var v = -sine - frequency * t * cosine - 0.5 * t * sine;
            double[] expected = [cosine, sine / frequency, x, -frequency * sine, cosine, v];
            for (var j = 0; j < expected.Length; j++)
                Close(expected[j], sensitivities[6 * i + j], 10 * method.Tolerance(1e-9));
        }
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void OfALogisticCurve(Method method)
    {
        const double r = 1.2, k = 5, start = 0.5;
        var (_, sensitivities) = Solve(method, new Logistic(r, k), [start], 1e-9);
        for (var i = 0; i < Times.Length; i++)
        {
            var (t, decay) = (Times[i], Math.Exp(-r * Times[i]));
            var bottom = start + (k - start) * decay;
            double[] expected =
            [
                k * k * decay / (bottom * bottom),
                k * start * (k - start) * t * decay / (bottom * bottom),
                start * start * (1 - decay) / (bottom * bottom),
            ];
            for (var j = 0; j < expected.Length; j++)
                Close(expected[j], sensitivities[3 * i + j], 10 * method.Tolerance(1e-9));
        }
    }

    [Theory]
    [ClassData(typeof(Methods))]
    public void OfPredatorAndPreyAgreeWithDifferences(Method method)
    {
        double[] at = [33, 6, 0.55, 0.028, 0.8, 0.024];
        var (_, sensitivities) = Solve(method, new LotkaVolterra(at[2], at[3], at[4], at[5]), at[..2], 1e-11);
        for (var j = 0; j < at.Length; j++)
        {
            // Differences of the other kind of solution, to a tolerance that leaves them seven digits.
            double[] Shifted(double by)
            {
                var to = (double[])at.Clone();
                to[j] += by;
                return Solve(new RungeKutta(), new LotkaVolterra(to[2], to[3], to[4], to[5]), to[..2], 1e-13).States;
            }

            var h = 1e-4 * at[j];
            var (up, down) = (Shifted(h), Shifted(-h));
            for (var i = 0; i < up.Length; i++)
            {
                var expected = (up[i] - down[i]) / (2 * h);
                Close(expected, sensitivities[6 * i + j], 1e-6 * Math.Abs(expected) + 1e-5);
            }
        }
    }

    /// <summary>Without those to the initial state, the columns are those of the parameters, and they are the same functions.</summary>
    [Theory]
    [ClassData(typeof(Methods))]
    public void ToParametersAlone(Method method)
    {
        var system = new LotkaVolterra(0.55, 0.028, 0.8, 0.024);
        var (_, all) = Solve(method, system, [33, 6], 1e-10);
        var solver = method.Solver<LotkaVolterra>(2, 4, Accuracy(1e-10), false);
        Assert.Equal(4, solver.SensitivityColumns);
        var (states, some) = (new double[2 * Times.Length], new double[8 * Times.Length]);
        Assert.True(solver.Solve(system, [33, 6], 0, Times, states, some));
        for (var row = 0; row < 2 * Times.Length; row++)
        for (var j = 0; j < 4; j++)
            Close(all[6 * row + 2 + j], some[4 * row + j], 1e-6 * Math.Max(1, Math.Abs(all[6 * row + 2 + j])));
    }

    /// <summary>More states and columns than fit one block of either, at an initial time other than 0.</summary>
    [Theory]
    [ClassData(typeof(Methods))]
    public void OfAChainOfSixCompartments(Method method)
    {
        double[] rates = [0.5, 0.9, 1.3, 1.7, 2.1, 2.5];
        var solver = method.Solver<Chain>(6, 6, Accuracy(1e-10));
        Assert.Equal(12, solver.SensitivityColumns);
        var (states, sensitivities) = (new double[12], new double[144]);
        Assert.True(solver.Solve(new Chain(rates), [5, 4, 3, 2, 1, 0], 2, [3, 4.5], states, sensitivities));
        for (var time = 0; time < 2; time++)
        for (var i = 0; i < 6; i++)
        {
            var elapsed = time == 0 ? 1 : 2.5;
            for (var j = 0; j < 6; j++)
            {
                // The system is linear: Bateman's solution from a unit in compartment j is ∂yᵢ/∂y₀ⱼ.
                Close(Chain.Bateman(rates, j, i, elapsed), sensitivities[72 * time + 12 * i + j], method.Tolerance(1e-10));
                double Total(double by)
                {
                    var to = (double[])rates.Clone();
                    to[j] += by;
                    return Enumerable.Range(0, 6).Sum(from => (5 - from) * Chain.Bateman(to, from, i, elapsed));
                }

                Close((Total(1e-4) - Total(-1e-4)) / 2e-4, sensitivities[72 * time + 12 * i + 6 + j], 1e-7);
            }

            Close(Enumerable.Range(0, 6).Sum(from => (5 - from) * Chain.Bateman(rates, from, i, elapsed)), states[6 * time + i], 1e-8);
        }
    }

    /// <summary>What a solver did before leaves no trace in what it does next.</summary>
    [Theory]
    [ClassData(typeof(Methods))]
    public void AreTheSameWhateverWasSolvedBefore(Method method)
    {
        var solver = method.Solver<LotkaVolterra>(2, 4);
        (double[] States, double[] Sensitivities) Result(LotkaVolterra system)
        {
            var (states, sensitivities) = (new double[2 * Times.Length], new double[12 * Times.Length]);
            Assert.True(solver.Solve(system, [33, 6], 0, Times, states, sensitivities));
            return (states, sensitivities);
        }

        var first = Result(new LotkaVolterra(0.55, 0.028, 0.8, 0.024));
        Result(new LotkaVolterra(1, 0.05, 0.3, 0.01));
        Assert.True(solver.Solve(new LotkaVolterra(1, 0.05, 0.3, 0.01), [1, 1], 0, Times, new double[2 * Times.Length], []));
        var again = Result(new LotkaVolterra(0.55, 0.028, 0.8, 0.024));
        Assert.Equal(first.States, again.States);
        Assert.Equal(first.Sensitivities, again.Sensitivities);
    }

    /// <summary>A sensitivity that changes fast beside a state that does not is within the tolerance, too.</summary>
    [Theory]
    [ClassData(typeof(Methods))]
    public void CountInTheControlOfErrors(Method method)
    {
        // y = 0 solves y′ = cos(20 t) θ y for every θ, so only ∂y/∂y₀ = exp(θ sin(20 t) / 20) moves.
        var system = new Modulated(3);
        var (states, sensitivities) = Solve(method, system, [0], 1e-8);
        Assert.All(states, y => Assert.Equal(0.0, y));
        for (var i = 0; i < Times.Length; i++)
            Close(Math.Exp(3 * Math.Sin(20 * Times[i]) / 20), sensitivities[2 * i], 10 * method.Tolerance(1e-8));
    }

    readonly record struct Modulated(double Theta) : IDifferentialEquation
    {
        public int States => 1;

        public int Parameters => 1;

        public void Derivative(double time, ReadOnlySpan<double> y, Span<double> derivative) => derivative[0] = Math.Cos(20 * time) * Theta * y[0];

        public void Jacobians(double time, ReadOnlySpan<double> y, Span<double> byState, Span<double> byParameter)
        {
            byState[0] = Math.Cos(20 * time) * Theta;
            if (!byParameter.IsEmpty)
                byParameter[0] = Math.Cos(20 * time) * y[0];
        }
    }

    static DifferentialEquationOptions Accuracy(double tolerance) => new() { RelativeTolerance = tolerance, AbsoluteTolerance = tolerance };

    static (double[] States, double[] Sensitivities) Solve<TSystem>(Method method, TSystem system, double[] start, double tolerance)
        where TSystem : IDifferentialEquation
    {
        var solver = method.Solver<TSystem>(system.States, system.Parameters, Accuracy(tolerance));
        var states = new double[Times.Length * system.States];
        var sensitivities = new double[Times.Length * system.States * solver.SensitivityColumns];
        Assert.True(solver.Solve(system, start, 0, Times, states, sensitivities), solver.Message);
        Assert.True(states.Concat(sensitivities).All(double.IsFinite));
        return (states, sensitivities);
    }

    static void Close(double expected, double actual, double tolerance) => Assert.InRange(actual, expected - tolerance, expected + tolerance);
}
