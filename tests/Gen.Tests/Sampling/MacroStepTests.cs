using System;
using System.Linq;
using Gen.Numerics;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>The macro step of WALNUTS by itself, against its definition spelt out again.</summary>
public class MacroStepTests
{
    private const int Trials = 4000;
    private const double Tolerance = 2;

    public static TheoryData<string, double> Settings => new()
    {
        { "funnel", 0.3 }, { "funnel", 0.8 }, { "funnel", 1.5 }, { "stiff", 0.3 }, { "stiff", 0.8 }, { "stiff", 1.5 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void HalvingsAreTheFewestThatKeepTheEnergyAndTheSameFromBothEnds(string target, double stepSize)
    {
        var leapfrog = Leapfrog(target);
        var macroStep = new MacroStep(leapfrog, Tolerance);
        var random = new RandomStream(1);
        int halved = 0, retraced = 0, refused = 0;
        double furthest = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            // Both directions of time.
            var step = random.NextDouble() < 0.5 ? stepSize : -stepSize;
            var start = Draw(target, leapfrog, random);
            var end = Take(macroStep, step, start);
            var fewest = FewestHalvings(leapfrog, step, start);
            Assert.Equal(fewest, macroStep.Halvings);
            Assert.True(fewest <= MacroStep.MostHalvings);
            halved += fewest > 0 ? 1 : 0;
            var isReversible = macroStep.IsReversible;
            var back = FewestHalvings(leapfrog, step, end.Turned());
            Assert.Equal(back == fewest, isReversible);
            if (!isReversible)
            {
                Assert.True(back < fewest);
                refused++;
                continue;
            }

            var again = Take(macroStep, step, end.Turned());
            Assert.Equal(fewest, macroStep.Halvings);
            Assert.True(macroStep.IsReversible);
            retraced += fewest > 0 ? 1 : 0;
            furthest = Math.Max(furthest, Distance(start, again.Turned()));
        }

        Assert.True(halved > Trials / 20 && retraced > 0 && refused > 0, $"{halved} of {Trials} steps were halved; {retraced} of these could be retraced, {refused} not");

        // There and back are at most 2 · 2^10 steps, each rounded to 2^−53 of what it adds to; the narrowest scale, 0.01, makes of an error of the position one of the
        // momentum that is 100 times as large.
        Assert.True(furthest < 2048 * Math.Pow(2, -53) * 100, $"the way back ends {furthest} from the start");
    }

    [Fact]
    public void AllGradientsAreCounted()
    {
        var counted = new CountingTarget(new FunnelTarget(9));
        var leapfrog = new Leapfrog(counted, new DiagonalMetric(10));
        var macroStep = new MacroStep(leapfrog, Tolerance);
        var random = new RandomStream(1);
        var most = 0;
        for (var trial = 0; trial < 500; trial++)
        {
            var start = Draw("funnel", leapfrog, random);
            var before = counted.Evaluations;
            Take(macroStep, 1, start);
            Assert.Equal(counted.Evaluations - before, macroStep.LeapfrogSteps);
            most = Math.Max(most, macroStep.LeapfrogSteps);
        }

        Assert.True(most > 10);

        var sampler = new NoUTurnSampler(leapfrog, 10, 1000, Tolerance) { StepSize = 1 };
        Assert.True(sampler.TryMoveTo(new double[10]));
        for (var draw = 0; draw < 500; draw++)
        {
            var before = counted.Evaluations;
            Assert.Equal(sampler.Draw(random).LeapfrogSteps, counted.Evaluations - before);
        }
    }

    [Fact]
    public void WhereNoHalvingKeepsTheEnergyTheTrajectoryDiverges()
    {
        // A cliff: the energy jumps by 50 at x = 1.
        var cliff = new CurveTarget(x => ((x < 1 ? 0 : -50) - x * x / 2, -x));
        var leapfrog = new Leapfrog(cliff, new DiagonalMetric(1));
        var macroStep = new MacroStep(leapfrog, Tolerance);
        Take(macroStep, 0.5, State.Of(leapfrog, [0.9], [1.0]), out var value);
        Assert.Equal(double.NegativeInfinity, value);
        Assert.Equal(MacroStep.MostHalvings + 1, macroStep.Halvings);

        var sampler = new NoUTurnSampler(leapfrog, 10, 1000, Tolerance) { StepSize = 0.5 };
        Assert.True(sampler.TryMoveTo([0.9]));
        var random = new RandomStream(1);
        var divergences = 0;
        for (var draw = 0; draw < 200; draw++)
        {
            var transition = sampler.Draw(random);
            Assert.True(sampler.Position[0] < 1);
            if (!transition.Diverging)
                continue;
            divergences++;
            Assert.True(sampler.DivergencePosition[0] < 1);
        }

        Assert.True(divergences > 0);
    }

    private static Leapfrog Leapfrog(string target) => target == "funnel"
        ? new Leapfrog(new FunnelTarget(9), new DiagonalMetric(10))
        : new Leapfrog(new NormalTarget(1, 0.3, 0.05, 0.01), new DiagonalMetric(4));

    /// <summary>An exact draw of a target, with a momentum.</summary>
    private static State Draw(string target, Leapfrog leapfrog, RandomStream random)
    {
        double[] position = [.. Enumerable.Range(0, leapfrog.LogDensity.Dimension).Select(_ => random.NextNormal())], scales = [1, 0.3, 0.05, 0.01];
        for (var i = 0; i < position.Length; i++)
            position[i] *= target == "stiff" ? scales[i] : i == 0 ? 3 : Math.Exp(position[0] / 2);
        return State.Of(leapfrog, position, [.. position.Select(_ => random.NextNormal())]);
    }

    private static State Take(MacroStep macroStep, double stepSize, State start) => Take(macroStep, stepSize, start, out _);

    private static State Take(MacroStep macroStep, double stepSize, State start, out double value)
    {
        double[] momentum = [.. start.Momentum], gradient = [.. start.Gradient], next = new double[momentum.Length];
        value = macroStep.Step(stepSize, start.Energy, start.Position, momentum, gradient, next, out var square);
        return new State(next, momentum, gradient, 0.5 * square - value);
    }

    /// <summary>The definition: the least h for which the energies of the start and of all 2^h points lie within the tolerance.</summary>
    private static int FewestHalvings(Leapfrog leapfrog, double stepSize, State start)
    {
        for (var halvings = 0; halvings <= MacroStep.MostHalvings; halvings++)
        {
            var count = (int)Math.Pow(2, halvings);
            var energies = new double[count + 1];
            energies[0] = start.Energy;
            double[] position = start.Position, momentum = [.. start.Momentum], gradient = [.. start.Gradient];
            for (var i = 1; i <= count; i++)
            {
                var next = new double[position.Length];
                var value = leapfrog.Step(stepSize / count, position, momentum, gradient, next, out var square);
                energies[i] = 0.5 * square - value;
                position = next;
            }

            if (energies.All(double.IsFinite) && energies.Max() - energies.Min() <= Tolerance)
                return halvings;
        }

        return MacroStep.MostHalvings + 1;
    }

    private static double Distance(State one, State other) =>
        one.Position.Concat(one.Momentum).Zip(other.Position.Concat(other.Momentum), (x, y) => Math.Abs(x - y) / (1 + Math.Abs(x))).Max();

    /// <summary>A point with its momentum and gradient, padded, and its energy.</summary>
    private sealed record State(double[] Position, double[] Momentum, double[] Gradient, double Energy)
    {
        public static State Of(Leapfrog leapfrog, double[] position, double[] momentum)
        {
            var length = PaddedLength.Of(position.Length);
            var (at, u, gradient) = (new double[length], new double[length], new double[length]);
            position.CopyTo(at, 0);
            momentum.CopyTo(u, 0);
            var value = leapfrog.LogDensity.Evaluate(position, gradient.AsSpan(0, position.Length));
            return new State(at, u, gradient, 0.5 * momentum.Sum(x => x * x) - value);
        }

        public State Turned() => this with { Momentum = [.. Momentum.Select(x => -x)] };
    }

    private sealed class CountingTarget(ILogDensity target) : ILogDensity
    {
        public int Evaluations { get; private set; }

        public int Dimension => target.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            Evaluations++;
            return target.Evaluate(position, gradient);
        }
    }
}
