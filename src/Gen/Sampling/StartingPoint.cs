using System;
using Gen.Numerics;
using Gen.Optimization;

namespace Gen.Sampling;

/// <summary>
/// Finds where a chain starts: at a random point, brought near to the mass of the density where that is far. A trajectory of Hamiltonian dynamics that starts
/// on a steep slope turns downhill at both of its ends and stops within a few steps, so that a chain could spend all of its tuning on the way.
/// </summary>
/// <remarks>
/// Random points are Stan's: uniform on the unconstrained scale, so that chains start apart and R-hat can tell when they have not met. Where the density is not finite
/// at one, every other further one is a draw of the prior, which may lie far from there. The way is that of
/// L-BFGS, left where its quadratic model predicts a gain of no more than d for d coordinates (a draw of a normal has d/2 below the mode, on average): in the
/// mass, not at the mode, which may be at infinity or in the neck of a funnel. Where the way, if it were gone on, would end at a mode that has much more mass, the
/// model was wrong, and such a place may be between two modes: it is gone on until d below the mode. What has mass is told by height and width, as Laplace's
/// approximation has it, with the curvature by each coordinate. Of several ways those count that lead to much of it.
/// </remarks>
internal sealed class StartingPoint(ILogDensity density, double radius, PriorDraw prior)
{
    /// <summary>The number of random points, none of them finite, after which a chain cannot start.</summary>
    public const int MostTries = 100;

    // Of several ways one may end in a local maximum that no trajectory leaves; of those that end where other chains do not, many may.
    private const int Ways = 3;
    private const int MoreWays = 20;

    // A way of more steps is lost in a density's bends.
    private const int MostSteps = 100;
    private const int MostEvaluations = 300;

    // What is left to gain where a way has come to the mode.
    private const double GainAtMode = 0.1;

    // A draw of a normal of some dimensions that lies deeper, in multiples of them, is hardly ever seen.
    private const int DeepestDraw = 3;

    // Of more coordinates curvatures cost more than they tell.
    private const int MostCurvatures = 100;
    private const double CurvatureStep = 1e-4;
    private const double FlattestCurvature = 1e-12;

    /// <summary>
    /// Fills <paramref name="point"/>; returns the logarithm of the mass that is there, as far as it was found, or null when the density or its gradient is not finite at
    /// any of <see cref="MostTries"/> random points.
    /// </summary>
    public double? Find(RandomStream random, double[] point) => Find(random, point, null, (_, way) => way < Ways);

    /// <summary>Looks on from a point that is far below others of the density, until one is found that is not; returns the logarithm of the mass that is there.</summary>
    public double LookOn(RandomStream random, double[] point, double mass, double others) =>
        Find(random, point, mass, (best, way) => IsFarBelow(best, others, point.Length) && way < MoreWays) ?? mass;

    /// <summary>Fills <paramref name="point"/> with a random one at which density and gradient are finite, and goes no further; false where none of <see cref="MostTries"/> is.</summary>
    public bool TryPlace(RandomStream random, double[] point)
    {
        var descent = new Descent(density);
        for (var failures = 0; failures < MostTries; failures++)
        {
            Place(random, point, failures);
            if (descent.IsFinite(point))
                return true;
        }

        return false;
    }

    /// <summary>A random point; after a failure, and after every other further one, a draw of the prior if there is one.</summary>
    private void Place(RandomStream random, double[] point, int failures)
    {
        if (failures % 2 != 0 && prior(random, point))
            return;
        for (var i = 0; i < point.Length; i++)
            point[i] = radius * (2 * random.NextDouble() - 1);
    }

    private double? Find(RandomStream random, double[] point, double? mass, Func<double, int, bool> goesOn)
    {
        var descent = new Descent(density);
        double[] start = new double[point.Length], best = point;
        var (tries, failures, most) = (0, 0, mass);
        for (var way = 0; goesOn(most ?? double.NegativeInfinity, way) && tries < MostTries; way++)
        {
            for (var finite = false; !finite && tries < MostTries; tries++)
            {
                Place(random, start, failures);
                finite = descent.IsFinite(start);
                if (!finite)
                {
                    failures++;
                    continue;
                }

                var (end, found) = descent.From(start);

                // The first serves unless it is far below what draws differ by, so that chains stay apart.
                if (most is not { } before || IsFarBelow(before, found, point.Length))
                    (best, most) = (end, found);
            }
        }

        // Where none is finite, the last one tells why.
        (most is null ? start : best).CopyTo(point, 0);
        return most;
    }

    /// <summary>
    /// Whether two log-densities, or the logarithms of two masses, differ by more than draws' do: their distance below a normal's mode is a χ² of d degrees of freedom,
    /// halved.
    /// </summary>
    public static bool IsFarBelow(double value, double other, int dimension) => other - value > dimension + 10 * Math.Sqrt(0.5 * dimension);

    private sealed class Descent(ILogDensity density) : IObjectiveFunction
    {
        private readonly double[] slopes = new double[density.Dimension];

        private readonly LbfgsBOptions options = new() { MaxIterations = MostSteps, MaxEvaluations = MostEvaluations };

        // Where the log-density was first at least so high.
        private double height = double.PositiveInfinity;
        private double[]? reached;

        public int Dimension => density.Dimension;

        /// <summary>Where a way from a point ends, and the logarithm of the mass to which it leads.</summary>
        public (double[] End, double Mass) From(double[] point)
        {
            var end = Minimize(point, Dimension);
            double[] there = [.. end.Point];
            if (Dimension > MostCurvatures)
                return (there, -end.Value);
            var (mode, mass) = (Minimize(there, GainAtMode), LogMass(there));
            var massOfMode = mode.Converged ? LogMass([.. mode.Point]) : double.NegativeInfinity;
            if (!(massOfMode > mass))
                return (there, mass);
            if (end.Value - mode.Value <= DeepestDraw * Dimension)
                return (there, massOfMode);
            (height, reached) = (-mode.Value - Dimension, null);
            Minimize(there, GainAtMode);
            height = double.PositiveInfinity;
            return (reached ?? there, massOfMode);
        }

        /// <summary>The logarithm of the integral, but for a constant, over a bell of the height and the curvatures at a point.</summary>
        private double LogMass(double[] point)
        {
            double[] moved = [.. point], there = new double[Dimension];
            var mass = density.Evaluate(point, there);
            for (var i = 0; i < Dimension; i++)
            {
                var step = CurvatureStep * Math.Max(1, Math.Abs(point[i]));
                moved[i] += step;
                if (!double.IsFinite(density.Evaluate(moved, slopes)))
                    return double.NegativeInfinity;
                moved[i] = point[i];
                mass -= 0.5 * Math.Log(Math.Max(Math.Abs(slopes[i] - there[i]) / step, FlattestCurvature));
            }

            return double.IsFinite(mass) ? mass : double.NegativeInfinity;
        }

        public bool IsFinite(double[] point) =>
            double.IsFinite(density.Evaluate(point, slopes)) && Array.TrueForAll(slopes, double.IsFinite);

        public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
        {
            var value = density.Evaluate(x, gradient);
            foreach (ref var slope in gradient)
                slope = -slope;
            if (value >= height && reached is null)
                reached = x.ToArray();
            return -value;
        }

        private OptimizationResult Minimize(double[] from, double gain) => LbfgsB.Minimize(this, from, options: options with { ModelTolerance = gain });
    }
}
