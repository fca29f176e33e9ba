using System;
using Gen;

namespace HiddenMarkov;

/// <summary>
/// A simulated market: on calm days returns have a standard deviation of 0.7 %, on turbulent ones of 2.2 %. A calm day follows a calm one with
/// probability 0.98, a turbulent one a turbulent one with probability 0.93, about what two-regime models find in share indices.
/// </summary>
public static class Market
{
    /// <summary>The standard deviation of a day's return in each regime, in percent.</summary>
    public static readonly double[] Scale = [0.7, 2.2];

    /// <summary>The probability that a day of each regime is followed by another of it.</summary>
    public static readonly double[] Stay = [0.98, 0.93];

    /// <summary>The mean of a day's return, in percent.</summary>
    public const double Drift = 0.05;

    /// <summary>Returns in percent, and the regime of each day (0 calm, 1 turbulent) that an observer does not see.</summary>
    public static (Vector Returns, int[] Regimes) Days(int count, int seed)
    {
        var random = new Random(seed);
        var returns = new double[count];
        var regimes = new int[count];
        for (var day = 0; day < count; day++)
        {
            var before = day == 0 ? 0 : regimes[day - 1];
            regimes[day] = random.NextDouble() < Stay[before] ? before : 1 - before;
            returns[day] = Drift + Scale[regimes[day]] * Normal(random);
        }

        return (returns, regimes);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
