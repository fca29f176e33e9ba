using System;

namespace Gen.Distributions;

/// <summary>Integrals of functions that fall away from one end, such as the tails of distributions without a closed form.</summary>
internal static class FallingIntegral
{
    // Where the function varies over a hundredth of what its end suggested.
    private const int MaxDepth = 7;

    // Gauss and Legendre's rule with 16 nodes: half of the nodes and weights (Abramowitz and Stegun, table 25.4).
    private static ReadOnlySpan<double> Nodes =>
    [
        0.0950125098376374401853193, 0.2816035507792589132304605, 0.4580167776572273863424194, 0.6178762444026437484466718,
        0.7554044083550030338951012, 0.8656312023878317438804679, 0.9445750230732325760779884, 0.9894009349916499325961542,
    ];

    private static ReadOnlySpan<double> Weights =>
    [
        0.1894506104550684962853967, 0.1826034150449235888667637, 0.1691565193950025381893121, 0.1495959888165767320815017,
        0.1246289712555338720524763, 0.0951585116824927848099251, 0.0622535239386478928628438, 0.0271524594117540948517806,
    ];

    /// <summary>
    /// ∫ exp(g(t) − g(from)) dt between <paramref name="from"/> and <paramref name="to"/>, which may be infinite and on either side; positive.
    /// </summary>
    /// <remarks>
    /// Panels of doubling width, each halved until the rule agrees with itself, until the rest no longer counts. The relative error is
    /// some 1e-15, or the rounding of g where that is more.
    /// </remarks>
    /// <param name="g">The logarithm of a function that falls from <paramref name="from"/> on.</param>
    /// <param name="from">The near end.</param>
    /// <param name="to">The far end.</param>
    /// <param name="width">About the distance over which the function falls to a third.</param>
    public static double Of(Func<double, double> g, double from, double to, double width)
    {
        var scale = g(from);
        var tolerance = 1e-15 + 2e-16 * Math.Abs(scale);
        double Function(double t) => Math.Exp(g(t) - scale);
        var length = Math.Abs(to - from);
        var direction = Math.Sign(to - from);
        double sum = 0, covered = 0;
        while (covered < length)
        {
            var end = Math.Min(covered + width, length);
            var (left, right) = (from + direction * covered, from + direction * end);
            var panel = Panel(Function, left, right, Rule(Function, left, right), tolerance, sum, 0);
            sum += panel;
            if (panel < 1e-18 * sum)
                break;
            covered = end;
            width *= 2;
        }

        return sum;
    }

    private static double Panel(Func<double, double> function, double left, double right, double whole, double tolerance, double before, int depth)
    {
        var middle = 0.5 * (left + right);
        var (first, second) = (Rule(function, left, middle), Rule(function, middle, right));
        return Math.Abs(first + second - whole) <= tolerance * (before + whole) || depth == MaxDepth
            ? first + second
            : Panel(function, left, middle, first, tolerance, before + second, depth + 1)
                + Panel(function, middle, right, second, tolerance, before + first, depth + 1);
    }

    private static double Rule(Func<double, double> function, double left, double right)
    {
        var (middle, half) = (0.5 * (left + right), 0.5 * (right - left));
        var sum = 0.0;
        for (var i = 0; i < Nodes.Length; i++)
            sum += Weights[i] * (function(middle - half * Nodes[i]) + function(middle + half * Nodes[i]));
        return sum * Math.Abs(half);
    }
}
