using System;
using System.Globalization;

namespace Gen.Numerics;

/// <summary>What the times at which a solution is wanted have to fulfil.</summary>
internal static class OutputTimes
{
    /// <summary>Checks that the times are finite, increase strictly, and begin after the initial time.</summary>
    /// <param name="function">The function that asks, with which a message begins: <c>OdeRk45</c>.</param>
    /// <param name="initialTime">The initial time.</param>
    /// <param name="times">The output times.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void Check(string function, double initialTime, ReadOnlySpan<double> times)
    {
        var before = initialTime;
        for (var i = 0; i < times.Length; i++)
        {
            // Written so that a NaN anywhere fails; an initial time that is not finite is the solver's to report.
            if (!(times[i] > before || (i == 0 && !double.IsFinite(before))) || double.IsInfinity(times[i]))
            {
                throw new ArgumentException($"{function}: {Fault(initialTime, times, i)}");
            }

            before = times[i];
        }
    }

    private static string Fault(double initialTime, ReadOnlySpan<double> times, int at)
    {
        var name = $"times[{at.ToString(CultureInfo.InvariantCulture)}] = {Numbers.Text(times[at])}";
        return !double.IsFinite(times[at]) ? $"{name} is not finite."
            : at == 0 ? $"{name} is not after the initial time {Numbers.Text(initialTime)}."
            : $"{name} is not after the time before it, {Numbers.Text(times[at - 1])}: times must increase.";
    }
}
