using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Gen.Numerics;
using Gen.Optimization;
using Gen.Sampling;

namespace Gen.Approximations;

/// <summary>
/// Finds where a log-density is highest: from several random starts by L-BFGS, and from the best end of those by Newton's method, whose second derivatives tell
/// whether it is a mode at all.
/// </summary>
internal sealed class ModeSearch(ILogDensity density, Func<int, string> nameOf) : IObjectiveFunction
{
    /// <summary>Of more coordinates second derivatives cost more than they tell.</summary>
    public const int MostCoordinates = 1000;

    private const int MostNewtonSteps = 20;
    private const int MostHalvings = 10;

    // Half the squared Newton decrement, which is what is left to gain: beyond it lies rounding.
    private const double Exact = 1e-18;
    private const double Rounding = 1e-13;

    // Ends that differ by less are the same mode; one that is lower by more holds next to nothing of the whole, unless it is much wider.
    private const double SameHeight = 1e-4;
    private const double Negligible = 10;

    /// <inheritdoc/>
    public int Dimension => density.Dimension;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> x, Span<double> gradient)
    {
        var value = density.Evaluate(x, gradient);
        foreach (ref var slope in gradient)
            slope = -slope;
        return -value;
    }

    /// <summary>The highest mode that is found from a number of starts; null where the log-density is finite at none.</summary>
    public FoundMode? Find(StartingPoint starts, int count, RandomStream random, CancellationToken cancellation)
    {
        var ends = new List<OptimizationResult>();
        var start = new double[Dimension];
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (starts.Find(random, start) is null)
                break;
            ends.Add(LbfgsB.Minimize(this, start, options: new LbfgsBOptions { GradientTolerance = 1e-8, ValueTolerance = 1e-14 }));
        }

        if (ends.Count == 0)
            return null;
        var best = ends.Where(end => end.End != OptimizationEnd.Unbounded).DefaultIfEmpty(ends[0]).MinBy(end => end.Value)!;
        if (ends.Any(end => end.End == OptimizationEnd.Unbounded))
            return Unbounded(ends.First(end => end.End == OptimizationEnd.Unbounded));
        var found = Polish([.. best.Point], cancellation);
        double[] lower = [.. ends.Where(end => end.Converged).Select(end => found.LogDensity + end.Value).Where(depth => depth > SameHeight)];
        return found with { Starts = ends.Count, LowerModes = lower.Length, RivalModes = lower.Count(depth => depth < Negligible) };
    }

    /// <summary>Goes on by Newton's method to where the gradient is nought.</summary>
    private FoundMode Polish(double[] point, CancellationToken cancellation)
    {
        var n = Dimension;
        double[] gradient = new double[n], step = new double[n], trial = new double[n], trialGradient = new double[n];
        var value = density.Evaluate(point, gradient);
        if (n > MostCoordinates)
            return new(point, value, null, $"Of {n} coordinates no second derivatives are taken: whether this is a mode was not looked at, and there are no standard errors.");
        var factor = new double[n * n];
        for (var taken = 0; ; taken++)
        {
            cancellation.ThrowIfCancellationRequested();
            var hessian = DensityHessian.Negative(density, point);
            if (!Cholesky.Factor(hessian, n, factor))
                return new(point, value, null, NotCurved(hessian));
            TriangularSolve.Lower(factor, n, gradient, step);
            TriangularSolve.LowerTransposed(factor, n, step, step);
            var gain = 0.5 * RowOperations.Dot(gradient, step);
            if (gain <= Exact || taken == MostNewtonSteps)
                return new(point, value, NormalApproximation.OfPrecision(point, hessian), gain <= Rounding * Math.Max(1, Math.Abs(value)) ? null : $"Newton's method has not arrived after {taken} steps: {Numbers.Text(gain)} of log-density are left to gain.");
            if (!TryStep(point, ref value, gradient, step, trial, trialGradient))
                return new(point, value, NormalApproximation.OfPrecision(point, hessian), gain <= Rounding * Math.Max(1, Math.Abs(value)) ? null : $"No step of Newton's method gains anything, although {Numbers.Text(gain)} of log-density are left to gain.");
        }
    }

    private bool TryStep(double[] point, ref double value, double[] gradient, double[] step, double[] trial, double[] trialGradient)
    {
        var length = 1.0;
        for (var halved = 0; halved <= MostHalvings; halved++, length /= 2)
        {
            for (var i = 0; i < point.Length; i++)
                trial[i] = point[i] + length * step[i];
            var there = density.Evaluate(trial, trialGradient);
            if (double.IsFinite(there) && there >= value - Rounding * Math.Max(1, Math.Abs(value)) && trialGradient.All(double.IsFinite)
                && (there > value || Norm(trialGradient) < Norm(gradient)))
            {
                trial.CopyTo(point, 0);
                trialGradient.CopyTo(gradient, 0);
                value = there;
                return true;
            }
        }

        return false;
    }

    private static double Norm(double[] values) => Math.Sqrt(RowOperations.Dot(values, values));

    private FoundMode Unbounded(OptimizationResult end)
    {
        var furthest = Enumerable.Range(0, Dimension).MaxBy(i => Math.Abs(end.Point[i]));
        return new([.. end.Point], -end.Value, null, $"The log-density grows without end as {nameOf(furthest)} goes to {(end.Point[furthest] > 0 ? "the upper" : "the lower")} end of where it may lie: it has no mode.");
    }

    /// <summary>Names the coordinate that has the greatest part in the direction in which the log-density is not curved downwards.</summary>
    private string NotCurved(double[] hessian)
    {
        var n = Dimension;
        double[] values = new double[n], vectors = new double[n * n];
        if (!SymmetricEigen.TryDecompose([.. hessian], n, values, vectors, new double[2 * n]))
            return "Second derivatives are not finite where the search ended.";
        var flattest = Enumerable.Range(0, n).MinBy(i => values[i]);
        var coordinate = Enumerable.Range(0, n).MaxBy(i => Math.Abs(vectors[flattest * n + i]));
        return $"The log-density does not fall on both sides of where the search ended: in a direction that is mostly {nameOf(coordinate)} it is flat or still rises, so that this is no mode.";
    }
}
