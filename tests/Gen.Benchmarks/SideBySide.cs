using System;
using System.Diagnostics;
using System.Linq;
using Gen.Sampling;

namespace Gen.Benchmarks;

/// <summary>Times the gradients of two log-densities that are one and the same function.</summary>
internal static class SideBySide
{
    private const int Rounds = 50;

    // Long enough for the clock, short enough for a round to see one state of the machine.
    private static readonly long Turn = Stopwatch.Frequency / 100;

    /// <summary>Prints the microseconds of a gradient of each, the fastest of several turns, and their ratio.</summary>
    /// <exception cref="InvalidOperationException">The functions differ.</exception>
    public static void Measure(string name, ILogDensity emitted, ILogDensity byHand)
    {
        Compare(name, emitted, byHand);
        var times = new double[2];
        Array.Fill(times, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            times[0] = Math.Min(times[0], Microseconds(emitted));
            times[1] = Math.Min(times[1], Microseconds(byHand));
        }

        Console.WriteLine(FormattableString.Invariant($"{name,-34} {times[0],12:F3} {times[1],12:F3} {times[0] / times[1],8:F2}"));
    }

    private static double Microseconds(ILogDensity density)
    {
        var position = Position(density.Dimension);
        var gradient = new double[density.Dimension];
        var evaluations = 0;
        var start = Stopwatch.GetTimestamp();
        long elapsed;
        do
        {
            for (var i = 0; i < 10; i++)
            {
                position[0] += 1e-9;
                density.Evaluate(position, gradient);
            }

            evaluations += 10;
            elapsed = Stopwatch.GetTimestamp() - start;
        }
        while (elapsed < Turn);
        return 1e6 * elapsed / Stopwatch.Frequency / evaluations;
    }

    private static void Compare(string name, ILogDensity emitted, ILogDensity byHand)
    {
        var position = Position(emitted.Dimension);
        var (first, second) = (new double[position.Length], new double[position.Length]);
        var (a, b) = (emitted.Evaluate(position, first), byHand.Evaluate(position, second));
        var scale = first.Max(Math.Abs);
        if (Math.Abs(a - b) > 1e-9 * Math.Abs(a) || first.Zip(second, (s, t) => Math.Abs(s - t)).Max() > 1e-9 * scale)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"{name}: emitted {a:R} [{string.Join(", ", first)}], by hand {b:R} [{string.Join(", ", second)}]"));
        }
    }

    private static double[] Position(int dimension) => [.. Enumerable.Range(1, dimension).Select(i => 0.3 * Math.Sin(i))];
}
