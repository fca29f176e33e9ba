using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Numerics;
using Gen.Optimization;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>
/// One path of Pathfinder: L-BFGS from a random point uphill, a normal distribution at every point of it, one more at its end by second derivatives where coordinates are few, and of
/// those the one whose evidence lower bound is highest.
/// </summary>
/// <remarks>Zhang, Carpenter, Gelman and Vehtari (2022), algorithms 1 and 2.</remarks>
internal sealed class PathfinderPath(ILogDensity density, RandomStream random) : IIterates
{
    private const int History = 6;
    private const int FewCoordinates = 100;
    private const int DrawsOfBound = 10;
    private const double LeastCurvature = 1e-12;

    private readonly int n = density.Dimension;
    private readonly double[] position = new double[density.Dimension], slopes = new double[density.Dimension];
    private readonly List<double[]> steps = [], changes = [];
    private double[]? alpha;
    private double[] lastPoint = [], lastGradient = [];
    private double bound = double.NegativeInfinity;

    /// <summary>The best distribution; null where none had a finite bound.</summary>
    public IDistributionOfPositions? Best { get; private set; }

    /// <inheritdoc/>
    public int Dimension => n;

    /// <summary>Runs a path from a point.</summary>
    public void Run(ReadOnlySpan<double> start)
    {
        LbfgsB.Minimize(this, start, options: new LbfgsBOptions { Memory = History, MaxIterations = 1000, ValueTolerance = 1e-9, GradientTolerance = 1e-8 });
        if (n > FewCoordinates || lastPoint.Length == 0)
            return;

        // Of few coordinates second derivatives at the end cost little, and of a normal distribution they are exact.
        var precision = DensityHessian.Negative(density, lastPoint);
        double[] factor = new double[n * n], step = new double[n];
        if (!Cholesky.Factor(precision, n, factor))
            return;
        TriangularSolve.Lower(factor, n, lastGradient, step);
        TriangularSolve.LowerTransposed(factor, n, step, step);
        if (NormalApproximation.OfPrecision([.. lastPoint.Zip(step, (x, s) => x - s)], precision) is { } normal)
            Consider(normal);
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var value = density.Evaluate(x, gradient);
        foreach (ref var slope in gradient)
            slope = -slope;
        return -value;
    }

    /// <inheritdoc/>
    public void Accepted(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient)
    {
        if (alpha is null)
        {
            (alpha, lastPoint, lastGradient) = (new double[n], point.ToArray(), gradient.ToArray());
            Array.Fill(alpha, 1);
            return;
        }

        double[] step = new double[n], change = new double[n];
        for (var i = 0; i < n; i++)
            (step[i], change[i]) = (point[i] - lastPoint[i], gradient[i] - lastGradient[i]);
        (lastPoint, lastGradient) = (point.ToArray(), gradient.ToArray());
        if (RowOperations.Dot(step, change) >= LeastCurvature * RowOperations.Dot(change, change) && RowOperations.Dot(step, change) > 0)
        {
            Scale(alpha, step, change);
            steps.Add(step);
            changes.Add(change);
            if (steps.Count > History)
            {
                steps.RemoveAt(0);
                changes.RemoveAt(0);
            }
        }

        if (PathNormal.At(point, gradient, alpha, steps, changes) is { } normal)
            Consider(normal);
    }

    private void Consider(IDistributionOfPositions normal)
    {
        if (Bound(normal) is var found && found > bound)
            (bound, Best) = (found, normal);
    }

    /// <summary>The evidence lower bound, from a few draws; −∞ where one is impossible.</summary>
    private double Bound(IDistributionOfPositions normal)
    {
        var sum = 0.0;
        for (var draw = 0; draw < DrawsOfBound; draw++)
        {
            var logDensity = normal.Draw(random, position);
            sum += density.Evaluate(position, slopes) - logDensity;
        }

        return double.IsFinite(sum) ? sum / DrawsOfBound : double.NegativeInfinity;
    }

    /// <summary>Renews the diagonal of the inverse Hessian from one step; where that is not positive it stays.</summary>
    private static void Scale(double[] alpha, double[] step, double[] change)
    {
        var (a, c) = (0.0, 0.0);
        for (var i = 0; i < alpha.Length; i++)
        {
            a += alpha[i] * change[i] * change[i];
            c += step[i] * step[i] / alpha[i];
        }

        var b = RowOperations.Dot(change, step);
        var renewed = new double[alpha.Length];
        for (var i = 0; i < alpha.Length; i++)
        {
            renewed[i] = 1 / (a / (b * alpha[i]) + change[i] * change[i] / b - a * step[i] * step[i] / (b * c * alpha[i] * alpha[i]));
            if (!(renewed[i] > 0 && double.IsFinite(renewed[i])))
                return;
        }

        renewed.CopyTo(alpha, 0);
    }
}
