using System;

namespace Gen.Numerics;

/// <summary>Where a solution goes: a row of states, and one of sensitivities if wanted, for each output time.</summary>
internal ref struct SolutionOutput
{
    private readonly ReadOnlySpan<double> times;
    private readonly Span<double> states;
    private readonly Span<double> sensitivities;
    private readonly int stateSize;
    private readonly int sensitivitySize;
    private int next;

    public SolutionOutput(
        string function,
        double initialTime,
        ReadOnlySpan<double> times,
        Span<double> states,
        Span<double> sensitivities,
        int stateCount,
        int columns)
    {
        OutputTimes.Check(function, initialTime, times);
        stateSize = stateCount;
        sensitivitySize = stateCount * columns;
        if (states.Length != times.Length * stateSize)
        {
            throw new ArgumentException(
                $"The states have {states.Length} elements; {times.Length} times and {stateCount} states make {times.Length * stateSize}.");
        }

        if (!sensitivities.IsEmpty && sensitivities.Length != times.Length * sensitivitySize)
        {
            throw new ArgumentException(
                $"The sensitivities have {sensitivities.Length} elements; {times.Length} times, {stateCount} states and {columns} columns make "
                + $"{times.Length * sensitivitySize}.");
        }

        this.times = times;
        this.states = states;
        this.sensitivities = sensitivities;
    }

    /// <summary>Whether sensitivities are wanted.</summary>
    public readonly bool WithSensitivities => !sensitivities.IsEmpty;

    /// <summary>Whether all times have their rows.</summary>
    public readonly bool IsComplete => next == times.Length;

    /// <summary>The next time; NaN after the last.</summary>
    public readonly double Target => next < times.Length ? times[next] : double.NaN;

    /// <summary>The last time.</summary>
    public readonly double Last => times[^1];

    /// <summary>The row of states at the next time.</summary>
    public readonly Span<double> States => states.Slice(next * stateSize, stateSize);

    /// <summary>The rows of sensitivities at the next time, if wanted.</summary>
    public readonly Span<double> Sensitivities => WithSensitivities ? sensitivities.Slice(next * sensitivitySize, sensitivitySize) : [];

    /// <summary>Turns to the time after the next.</summary>
    public void Advance() => next++;

    /// <summary>Marks the times that were not reached with NaN.</summary>
    public readonly void Abandon()
    {
        states[(next * stateSize)..].Fill(double.NaN);
        if (WithSensitivities)
        {
            sensitivities[(next * sensitivitySize)..].Fill(double.NaN);
        }
    }
}
