using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>
/// Solutions of differential equations, so exact that tests cannot tell them from the true ones, by the extrapolation of Gragg, Bulirsch and Stoer: modified midpoint
/// rules of more and more steps, whose errors are of even powers of the step. A piece of time in which they do not agree is halved, so that a jump or a bend is closed
/// in on from both sides. Sensitivities are the solution's own derivatives, carried as tangents, and decide what is halved as the states do.
/// </summary>
/// <remarks>E. Hairer, S. P. Nørsett and G. Wanner, <i>Solving Ordinary Differential Equations I</i> (2nd edition, 1993), section II.9.</remarks>
internal static class EquationSolution
{
    // What happens within a quarter of the time between two outputs is seen by the first rules already.
    private const int PiecesBetweenTimes = 4;

    // Far below what solutions are compared to, and above the rounding of the rules.
    private const double Tolerance = 1e-13;

    // In pieces that were halved often the solution is smooth, and few rules agree, or it is not, and none would.
    private const int Rules = 7;
    private const int FewRules = 3;
    private const int OftenHalved = 8;
    private const int MostHalvings = 44;

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
        if (times.Length == 0)
        {
            return;
        }

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
            var h = (times[i].Value - t) / PiecesBetweenTimes;
            for (var k = 0; k < PiecesBetweenTimes; k++)
            {
                y = Solved((at, state) => slope(at, state, theta), t + k * h, y, h, 0);
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
    }

    /// <summary>The state at the end of a piece of time.</summary>
    private static Dual[] Solved(Func<Dual, Dual[], Dual[]> slope, double at, Dual[] from, double h, int halvings)
    {
        // Once a solution has left all bounds it stays there.
        if (!from.All(IsFinite))
        {
            return from;
        }

        List<Dual[]> last = [];
        for (var k = 0; k < (halvings < OftenHalved ? Rules : FewRules); k++)
        {
            // Aitken's and Neville's extrapolation to steps of no length, of rules of 2, 4, 6, … steps.
            List<Dual[]> row = [Midpoint(slope, at, from, h / (2 * k + 2), 2 * k + 2)];
            for (var j = 1; j <= k; j++)
            {
                var ratio = (k + 1.0) / (k + 1 - j);
                var (finer, coarser) = (row[j - 1], last[j - 1]);
                row.Add([.. finer.Select((value, s) => value + (value - coarser[s]) / (ratio * ratio - 1))]);
            }

            if (k + 1 >= FewRules && Agree(row[k], row[k - 1]))
            {
                return row[k];
            }

            last = row;
        }

        return halvings == MostHalvings ? last[last.Count - 1] : Solved(slope, at + h / 2, Solved(slope, at, from, h / 2, halvings + 1), h / 2, halvings + 1);
    }

    /// <summary>Gragg's rule of an even number of steps.</summary>
    private static Dual[] Midpoint(Func<Dual, Dual[], Dual[]> slope, double at, Dual[] from, double h, int steps)
    {
        Dual[] Moved(Dual[] state, Dual[] slopes, double by) => [.. state.Select((value, j) => value + by * slopes[j])];
        var (before, here) = (from, Moved(from, slope(at, from), h));
        for (var step = 1; step < steps; step++)
        {
            (before, here) = (here, Moved(before, slope(at + step * h, here), 2 * h));
        }

        var end = slope(at + steps * h, here);
        return [.. here.Select((value, j) => 0.5 * (value + before[j] + h * end[j]))];
    }

    /// <summary>
    /// Whether two states and their tangents are the same but for what is tolerated. A state that is not finite may be so because steps were too long; a tangent that is not stays so.
    /// </summary>
    private static bool Agree(Dual[] first, Dual[] second)
    {
        static bool IsFar(double x, double y) => Math.Abs(x - y) > Tolerance * (1 + Math.Abs(x));
        return first.All(IsFinite) && !first.Zip(second, (x, y) => IsFar(x.Value, y.Value) || (x.Tangent ?? []).Zip(y.Tangent ?? [], IsFar).Any(far => far)).Any(far => far);
    }

    private static bool IsFinite(Dual value) => !double.IsNaN(value.Value) && !double.IsInfinity(value.Value);
}
