using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Gen.Numerics;

namespace Gen.Sampling;

/// <summary>
/// The No-U-Turn sampler: trajectories doubled in random directions until they turn back, a draw from each by multinomial weights within a
/// doubling and biased progressively towards the newest doubling across them. Points follow one another by leapfrog steps or, as in WALNUTS, by macro steps;
/// a doubling that cannot be completed by steps that can be retraced is none, as if it turned back. Allocates nothing after construction.
/// </summary>
/// <remarks>
/// Hoffman and Gelman (2014), "The No-U-Turn sampler"; Betancourt (2017), "A conceptual introduction to Hamiltonian Monte Carlo", appendix A.
/// Within a doubling the draw is kept by a running choice over its points, which has the same law as the choices at every join of Stan's recursion.
/// </remarks>
internal sealed class NoUTurnSampler : ICheckpointed
{
    // Energy gains beyond this over the reference of the weights would overflow once several are summed.
    private const double LargestLogWeight = 600;

    private readonly Leapfrog leapfrog;
    private readonly MacroStep? macroStep;
    private readonly int dimension;
    private readonly int maxTreeDepth;
    private readonly double maxEnergyError;
    private readonly VectorPool pool;
    private readonly Subtree subtree;

    // Indices into the pool; exchanged rather than copied where that serves.
    private int drawPosition = 0, drawGradient = 1, candidatePosition = 2, candidateGradient = 3, spare = 4;
    private readonly int sum = 5, innerMomentum = 6;
    private Edge backward = new(7, 8, 9, 0), forward = new(10, 11, 12, 0);

    /// <summary>A sampler of the integrator's density, at no position yet: call <see cref="TryMoveTo"/> first.</summary>
    /// <param name="leapfrog">The integrator.</param>
    /// <param name="maxTreeDepth">The largest number of doublings.</param>
    /// <param name="maxEnergyError">The error of the energy above which a trajectory diverges.</param>
    /// <param name="energyTolerance">The range of the energy above which a step is halved; null where steps have one size.</param>
    public NoUTurnSampler(Leapfrog leapfrog, int maxTreeDepth, double maxEnergyError, double? energyTolerance = null)
    {
        this.leapfrog = leapfrog;
        macroStep = energyTolerance is { } tolerance ? new MacroStep(leapfrog, tolerance) : null;
        this.maxTreeDepth = maxTreeDepth;
        this.maxEnergyError = maxEnergyError;
        dimension = leapfrog.LogDensity.Dimension;
        pool = new VectorPool(13, dimension);
        subtree = new Subtree(dimension, maxTreeDepth);
    }

    /// <summary>The density that is sampled.</summary>
    public ILogDensity Density => leapfrog.LogDensity;

    /// <summary>The position of the newest draw.</summary>
    public ReadOnlySpan<double> Position => pool[drawPosition][..dimension];

    /// <summary>The gradient of the log-density at <see cref="Position"/>.</summary>
    public ReadOnlySpan<double> Gradient => pool[drawGradient][..dimension];

    /// <summary>The log-density at <see cref="Position"/>.</summary>
    public double LogDensity { get; private set; }

    /// <summary>The size of the leapfrog steps, or of the macro steps.</summary>
    public double StepSize { get; set; } = 1;

    /// <summary>After a diverging transition, the last point before the step that diverged.</summary>
    public ReadOnlySpan<double> DivergencePosition => pool[spare][..dimension];

    /// <summary>Starts from <paramref name="position"/>; false when the log-density or its gradient is not finite there.</summary>
    public bool TryMoveTo(ReadOnlySpan<double> position)
    {
        position.CopyTo(pool[drawPosition]);
        var gradient = pool[drawGradient][..dimension];
        LogDensity = leapfrog.LogDensity.Evaluate(Position, gradient);
        if (!double.IsFinite(LogDensity))
            return false;
        foreach (var slope in gradient)
        {
            if (!double.IsFinite(slope))
                return false;
        }

        return true;
    }

    /// <summary>The loss of energy, −∞ when not finite, over one step of size <paramref name="stepSize"/> from here with a fresh momentum.</summary>
    public double TrialStep(double stepSize, RandomStream random)
    {
        var energy = Begin(random);
        var value = leapfrog.Step(
            stepSize, pool[forward.Position], pool[forward.Momentum], pool[forward.Gradient], pool[spare], out var square);
        var change = energy - (0.5 * square - value);
        return double.IsFinite(change) ? change : double.NegativeInfinity;
    }

    /// <summary>Moves to the next draw.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Transition Draw(RandomStream random, CancellationToken cancellation = default)
    {
        var startEnergy = Begin(random);
        double logReference = 0, weight = 1, acceptance = 0, symmetricAcceptance = 0;
        int depth = 0, steps = 0, drawIndex = 0, firstIndex = 0, lastIndex = 0;
        bool diverging = false, abrupt = false, interrupted = false;

        while (depth < maxTreeDepth)
        {
            var ahead = (random.NextBits() >> 63) != 0;
            var edge = ahead ? forward : backward;
            var stepSize = ahead ? StepSize : -StepSize;
            pool[edge.Momentum].CopyTo(pool[innerMomentum]);
            subtree.Clear();
            double newWeight = 0, candidateLogDensity = 0, square = 0;
            var candidateIndex = 0;
            var straight = true;

            for (var remaining = 1L << depth; remaining > 0 && straight; remaining--)
            {
                if (cancellation.IsCancellationRequested)
                {
                    interrupted = true;
                    break;
                }

                var value = macroStep is null
                    ? leapfrog.Step(stepSize, pool[edge.Position], pool[edge.Momentum], pool[edge.Gradient], pool[spare], out square)
                    : macroStep.Step(stepSize, edge.Energy, pool[edge.Position], pool[edge.Momentum], pool[edge.Gradient], pool[spare], out square);
                (edge.Position, spare) = (spare, edge.Position);
                steps += macroStep?.LeapfrogSteps ?? 1;
                var index = ahead ? ++lastIndex : --firstIndex;
                edge.Energy = 0.5 * square - value;
                var gain = startEnergy - edge.Energy;
                if (!(-gain <= maxEnergyError) || double.IsPositiveInfinity(gain))
                {
                    diverging = true;
                    abrupt = macroStep is null ? !double.IsFinite(edge.Energy) : macroStep.EndsAbruptly;
                    break;
                }

                // Halvings keep the energy whatever the size of the steps, which is thus tuned to what it would be without them.
                var ratio = Math.Exp(gain);
                var unhalvedRatio = macroStep is { Halvings: > 0 } ? Math.Exp(startEnergy - macroStep.UnhalvedEnergy) : ratio;
                var accepted = Math.Min(1, unhalvedRatio);
                acceptance += accepted;
                symmetricAcceptance += 2 * accepted / (1 + unhalvedRatio);
                if (macroStep is { IsReversible: false })
                {
                    straight = false;
                    break;
                }

                if (gain - logReference > LargestLogWeight)
                {
                    var shrink = Math.Exp(logReference - gain);
                    weight *= shrink;
                    newWeight *= shrink;
                    logReference = gain;
                }

                var pointWeight = logReference == 0 ? ratio : Math.Exp(gain - logReference);
                newWeight += pointWeight;
                if (newWeight == pointWeight || random.NextDouble() * newWeight < pointWeight)
                {
                    pool[edge.Position].CopyTo(pool[candidatePosition]);
                    pool[edge.Gradient].CopyTo(pool[candidateGradient]);
                    candidateLogDensity = value;
                    candidateIndex = index;
                }

                straight = subtree.Add(pool[edge.Momentum], square);
            }

            (ahead ? ref forward : ref backward) = edge;
            if (!straight || diverging || interrupted)
                break;

            depth++;
            if (newWeight >= weight || random.NextDouble() * weight < newWeight)
            {
                (drawPosition, candidatePosition) = (candidatePosition, drawPosition);
                (drawGradient, candidateGradient) = (candidateGradient, drawGradient);
                LogDensity = candidateLogDensity;
                drawIndex = candidateIndex;
            }

            weight += newWeight;
            if (!UTurn.JoinsStraight(
                pool[(ahead ? backward : forward).Momentum], pool[innerMomentum], pool[sum],
                subtree.First, pool[edge.Momentum], subtree.Sum))
            {
                break;
            }
        }

        var count = Math.Max(1, lastIndex - firstIndex);
        return new Transition(depth, steps, acceptance / count, symmetricAcceptance / count, startEnergy, drawIndex, diverging, abrupt, interrupted);
    }

    /// <inheritdoc/>
    /// <remarks>Trajectories begin with a momentum of their own: all else is decided by the newest draw.</remarks>
    public void Save(BinaryWriter writer)
    {
        writer.Write(StepSize);
        writer.Write(LogDensity);
        writer.Write(Position);
        writer.Write(Gradient);
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        StepSize = reader.ReadDouble();
        LogDensity = reader.ReadDouble();
        reader.Read(pool[drawPosition][..dimension]);
        reader.Read(pool[drawGradient][..dimension]);
    }

    /// <summary>Draws a momentum and puts both edges of the trajectory at the present draw; returns the energy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Begin(RandomStream random)
    {
        var momentum = pool[forward.Momentum];

        // A slope that is no number has made the padding none either, where the trajectory diverged.
        momentum[dimension..].Clear();
        for (var i = 0; i < dimension; i++)
            momentum[i] = random.NextNormal();
        momentum.CopyTo(pool[backward.Momentum]);
        momentum.CopyTo(pool[sum]);
        pool[drawPosition].CopyTo(pool[forward.Position]);
        pool[drawPosition].CopyTo(pool[backward.Position]);
        pool[drawGradient].CopyTo(pool[forward.Gradient]);
        pool[drawGradient].CopyTo(pool[backward.Gradient]);
        return forward.Energy = backward.Energy = 0.5 * PaddedVectors.Dot(momentum, momentum) - LogDensity;
    }

    /// <summary>An end of the trajectory: indices into the pool, and the energy there.</summary>
    private record struct Edge(int Position, int Momentum, int Gradient, double Energy);
}
