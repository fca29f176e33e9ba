using System;
using Gen.Numerics;
using Gen.Optimization;

namespace Gen.Sampling;

/// <summary>
/// Finds where a chain starts: at a random point, brought near to the mass of the density where that is far. A trajectory of Hamiltonian dynamics that starts
/// on a steep slope turns downhill at both of its ends and stops within a few steps, so that a chain could spend all of its tuning on the way.
/// </summary>
/// <remarks>
/// Random points are Stan's: uniform on the unconstrained scale, so that chains start apart and R-hat can tell when they have not met. The way is that of
/// L-BFGS, left where its quadratic model predicts a gain of no more than d for d coordinates (a draw of a normal has d/2 below the mode, on average): in the
/// mass, not at the mode, which may be at infinity or in the neck of a funnel.
/// </remarks>
internal static class StartingPoint
{
    /// <summary>The number of random points, none of them finite, after which a chain cannot start.</summary>
    public const int MostTries = 100;

    // Of several ways one may end in a local maximum that no trajectory leaves.
    private const int Ways = 3;

    // A way of more steps is lost in a density's bends.
    private const int MostSteps = 100;
    private const int MostEvaluations = 300;

    /// <summary>Fills <paramref name="point"/>; false when the density or its gradient is not finite at any of <see cref="MostTries"/> random points.</summary>
    public static bool TryFind(ILogDensity density, double radius, RandomStream random, double[] point)
    {
        var descent = new Descent(density);
        OptimizationResult? best = null;
        var tries = 0;
        for (var way = 0; way < Ways && tries < MostTries; way++)
        {
            for (var finite = false; !finite && tries < MostTries; tries++)
            {
                for (var i = 0; i < point.Length; i++)
                    point[i] = radius * (2 * random.NextDouble() - 1);
                finite = descent.IsFinite(point);
                if (!finite)
                    continue;
                var end = descent.From(point);

                // The first serves unless it is far below what draws differ by, so that chains stay apart.
                if (best is null || best.Value - end.Value > FarBelow(point.Length))
                    best = end;
            }
        }

        if (best is null)
            return false;
        for (var i = 0; i < point.Length; i++)
            point[i] = best.Point[i];
        return true;
    }

    /// <summary>A difference of log-densities that draws do not show: their distance below a normal's mode is a χ² of d degrees of freedom, halved.</summary>
    private static double FarBelow(int dimension) => dimension + 10 * Math.Sqrt(0.5 * dimension);

    private sealed class Descent(ILogDensity density) : IObjectiveFunction
    {
        private readonly double[] slopes = new double[density.Dimension];

        private readonly LbfgsBOptions options = new()
        {
            ModelTolerance = density.Dimension,
            MaxIterations = MostSteps,
            MaxEvaluations = MostEvaluations,
        };

        public int Dimension => density.Dimension;

        public OptimizationResult From(double[] point) => LbfgsB.Minimize(this, point, options: options);

        public bool IsFinite(double[] point) =>
            double.IsFinite(density.Evaluate(point, slopes)) && Array.TrueForAll(slopes, double.IsFinite);

        public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
        {
            var value = density.Evaluate(x, gradient);
            foreach (ref var slope in gradient)
                slope = -slope;
            return -value;
        }
    }
}
