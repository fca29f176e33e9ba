using System;
using System.Runtime.CompilerServices;

namespace Gen.Sampling;

/// <summary>
/// A step of a trajectory made of 2^h leapfrog steps, each 2^−h of its size, with the least h that keeps the energy. It is taken only where the same step back
/// would choose the same h, so that a trajectory is the same from whichever of its points it grows.
/// </summary>
/// <remarks>
/// <para>
/// The macro step of WALNUTS (arXiv 2506.18746; walnutpie walnuts.hpp). The way back at h visits the same points, so that only smaller h need be tried from the
/// end.
/// </para>
/// <para>
/// The energy is kept when its greatest and least values over all points of the step, both ends included, are within a tolerance of one another, as in
/// the paper; walnutpie compares the ends only. Both are the same from either end, and so leave the target invariant. But an unstable integration, whose energy swings,
/// may end by chance on the level where it began: the choice of h would be one of chance then, and the way back choose another. By the range it is also given up at the
/// first point that leaves it.
/// </para>
/// </remarks>
internal sealed class MacroStep(Leapfrog leapfrog, double energyTolerance)
{
    /// <summary>The largest h.</summary>
    /// <remarks>
    /// Steps are tuned to where most of the mass is, around v = 0 in Neal's funnel, where its scale is 1; at three standard deviations, v = −9, its scale is
    /// e^−4.5, between 2^−6 and 2^−7, and at four 2^−9. One more leaves some room, and more would only be spent where the density ends abruptly.
    /// </remarks>
    public const int MostHalvings = 10;

    // Where so many halvings still lead to where the density ends, finer steps only come nearer to its end.
    private const int HalvingsAtCliff = 3;

    private const int StartMomentum = 0, StartGradient = 1, BackPosition = 2, BackMomentum = 3, BackGradient = 4;

    private readonly VectorPool pool = new(5, leapfrog.LogDensity.Dimension);
    private bool isDefined;

    /// <summary>h of the last step; that of a step which <see cref="Step"/> could not take is <see cref="MostHalvings"/> + 1.</summary>
    public int Halvings { get; private set; }

    /// <summary>The number of leapfrog steps the last step took, with those that did not keep the energy and those of the way back.</summary>
    public int LeapfrogSteps { get; private set; }

    /// <summary>Whether the same step back from the end of the last one chooses the same h.</summary>
    public bool IsReversible { get; private set; }

    /// <summary>Whether the last step could not be taken because even its finest leapfrog steps came to where the density ends.</summary>
    public bool EndsAbruptly => Halvings > MostHalvings && !isDefined;

    /// <summary>The energy at the end of one leapfrog step of the whole size; +∞ where it is not finite.</summary>
    public double UnhalvedEnergy { get; private set; }

    /// <summary>
    /// Takes the step, like <see cref="Leapfrog.Step"/>, from a point of the given energy; returns −∞ where no h keeps the energy, and leaves momentum and gradient
    /// anywhere then.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Step(
        double stepSize,
        double energy,
        ReadOnlySpan<double> position,
        Span<double> momentum,
        Span<double> gradient,
        Span<double> next,
        out double squaredMomentum)
    {
        momentum.CopyTo(pool[StartMomentum]);
        gradient.CopyTo(pool[StartGradient]);
        LeapfrogSteps = 0;
        for (Halvings = 0; Halvings <= MostHalvings; Halvings++)
        {
            if (Halvings > 0)
            {
                pool[StartMomentum].CopyTo(momentum);
                pool[StartGradient].CopyTo(gradient);
            }

            var isKept = TryKeepEnergy(Halvings, stepSize, energy, position, momentum, gradient, next, out var value, out squaredMomentum);
            if (Halvings == 0)
                UnhalvedEnergy = 0.5 * squaredMomentum - value is var end && double.IsFinite(end) ? end : double.PositiveInfinity;
            if (isKept)
            {
                IsReversible = ChoosesSameBack(stepSize, 0.5 * squaredMomentum - value, next, momentum, gradient);
                return value;
            }

            if (IsCliff(Halvings))
                break;
        }

        Halvings = MostHalvings + 1;
        IsReversible = false;
        squaredMomentum = 0;
        return double.NegativeInfinity;
    }

    /// <summary>Whether a step of so many halvings, which has just left the range of the energy, has come to where the density ends: no more are tried then.</summary>
    private bool IsCliff(int halvings) => halvings >= HalvingsAtCliff && !isDefined;

    /// <summary>Whether no smaller h keeps the energy from the end backwards, or ends at a cliff. The nearest ones, which are likeliest to, come first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ChoosesSameBack(
        double stepSize, double energy, ReadOnlySpan<double> position, ReadOnlySpan<double> momentum, ReadOnlySpan<double> gradient)
    {
        for (var smaller = Halvings - 1; smaller >= 0; smaller--)
        {
            momentum.CopyTo(pool[BackMomentum]);
            gradient.CopyTo(pool[BackGradient]);
            if (TryKeepEnergy(smaller, -stepSize, energy, position, pool[BackMomentum], pool[BackGradient], pool[BackPosition], out _, out _) || IsCliff(smaller))
                return false;
        }

        return true;
    }

    /// <summary>Takes 2^halvings leapfrog steps, or fewer when the energy leaves its range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryKeepEnergy(
        int halvings,
        double stepSize,
        double energy,
        ReadOnlySpan<double> position,
        Span<double> momentum,
        Span<double> gradient,
        Span<double> next,
        out double value,
        out double squaredMomentum)
    {
        var size = Math.ScaleB(stepSize, -halvings);
        double least = energy, greatest = energy;
        var from = position;
        var remaining = 1 << halvings;
        do
        {
            value = leapfrog.Step(size, from, momentum, gradient, next, out squaredMomentum);
            LeapfrogSteps++;
            from = next;
            var here = 0.5 * squaredMomentum - value;
            least = Math.Min(least, here);
            greatest = Math.Max(greatest, here);

            // Not where an energy is not a number.
            if (!(greatest - least <= energyTolerance))
            {
                isDefined = double.IsFinite(here);
                return false;
            }
        }
        while (--remaining > 0);
        return true;
    }
}
