using System;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// Solutions of differential equations by Runge and Kutta's classical method, with steps so short that tests cannot tell them from the exact ones.
/// Sensitivities are the solution's own derivatives, carried as tangents.
/// </summary>
internal static class EquationSolution
{
    private const int StepsBetweenTimes = 200;

    /// <summary>Fills the states and, where there is room for them, the sensitivities.</summary>
    /// <param name="equation">The equation.</param>
    /// <param name="start">The initial time.</param>
    /// <param name="inputs">The initial state, the times and the parameters.</param>
    /// <param name="outputs">The states (times × states) and the sensitivities (times × states × columns).</param>
    /// <param name="slope">The right-hand side of time, state and parameters.</param>
    public static void Run(DifferentialEquation equation, double start, Dual[]?[] inputs, Dual[]?[] outputs, Func<Dual, Dual[], Dual[], Dual[]> slope)
    {
        var (y, times, theta) = (inputs[0]!, inputs[1]!, inputs[2] ?? []);
        var (n, withSensitivities) = (y.Length, outputs.Length > 1);
        var columns = withSensitivities ? outputs[1]!.Length / outputs[0]!.Length : 0;
        if (withSensitivities)
        {
            var varied = equation.VariesInitialState ? n : 0;
            y = varied > 0 ? [.. y.Select(Seeded)] : y;
            theta = [.. theta.Select((value, k) => Seeded(value, varied + k))];
        }

        var t = start;
        for (var i = 0; i < times.Length; i++)
        {
            var h = (times[i].Value - t) / StepsBetweenTimes;
            for (var k = 0; k < StepsBetweenTimes; k++, t += h)
            {
                y = Step(t, y, h);
            }

            t = times[i].Value;
            for (var j = 0; j < n; j++)
            {
                outputs[0]![i * n + j] = withSensitivities ? y[j].Value : y[j];
                for (var column = 0; column < columns; column++)
                {
                    outputs[1]![(i * n + j) * columns + column] = y[j].Tangent?[column] ?? 0;
                }
            }
        }

        Dual Seeded(Dual value, int column)
        {
            var tangent = new double[columns];
            tangent[column] = 1;
            return new(value.Value, tangent);
        }

        Dual[] Step(double at, Dual[] from, double h)
        {
            Dual[] Moved(Dual[] slopes, double by) => [.. from.Select((value, j) => value + by * slopes[j])];
            var k1 = slope(at, from, theta);
            var k2 = slope(at + 0.5 * h, Moved(k1, 0.5 * h), theta);
            var k3 = slope(at + 0.5 * h, Moved(k2, 0.5 * h), theta);
            var k4 = slope(at + h, Moved(k3, h), theta);
            return [.. from.Select((value, j) => value + h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]))];
        }
    }
}
