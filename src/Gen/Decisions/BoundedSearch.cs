using System;
using System.Globalization;
using System.Linq;
using Gen.Models;
using Gen.Optimization;

namespace Gen;

/// <summary>L-BFGS-B on a decision's objective from any number of starts, in units that make tolerances relative.</summary>
internal sealed class BoundedSearch
{
    // A second pass is worth while when the first one's scale was that much too coarse.
    private const double Coarse = 0.1;

    // Of a sum over thousands of draws, relative to its value.
    private const double RoundingError = 1e-13;

    // Where a smooth function converges its slope is less than that beside its value, and than that where values and slopes disagree.
    private const double Uneven = 1e-5, Steep = 1e-3;

    // How far inside a bound its slope is looked at, in units of the variable and of the bounds' distance, and how often a search goes on from there.
    private const double Inside = 1e-7;
    private const int MostLifts = 10;

    private readonly ScaledObjective scaled;
    private readonly double[] lower, upper, scaledLower, scaledUpper;
    private readonly double sign;
    private readonly LbfgsBOptions tolerances;
    private readonly OutcomeText text;

    public BoundedSearch(IObjective objective, DecisionPoint decisions, double[] lower, double[] upper, double[] sizes, bool maximize, OptimizeOptions options)
    {
        scaled = new ScaledObjective(objective, maximize, sizes);
        text = new OutcomeText(decisions, lower, upper, maximize);
        sign = maximize ? -1 : 1;
        this.lower = lower;
        this.upper = upper;
        scaledLower = Divide(lower, sizes);
        scaledUpper = Divide(upper, sizes);
        tolerances = new LbfgsBOptions
        {
            MaxIterations = options.MaxIterations,
            GradientTolerance = options.GradientTolerance,
            ValueTolerance = options.ValueTolerance,
        };
    }

    /// <summary>The steps of all searches so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>The evaluations of all searches so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>Searches from <paramref name="start"/>.</summary>
    public SearchOutcome From(double[] start)
    {
        var x = Divide(start, scaled.Units);
        var gradient = new double[x.Length];
        scaled.Scale = 1;
        var value = scaled.Evaluate(x, gradient);
        Evaluations++;
        var steepness = new Box(x.Length, scaledLower, scaledUpper).ProjectedGradient(x, gradient);
        if (!double.IsFinite(value) || !double.IsFinite(steepness))
        {
            return new SearchOutcome(
                start, start, double.NaN, false, string.Create(CultureInfo.InvariantCulture, $"The expected utility is {sign * value} at this start."));
        }

        // A gradient that is nought but for rounding (a start at the optimum) is no scale: the tolerance stays above the value's rounding error.
        var scale = Math.Max(steepness, RoundingError * Math.Abs(value) / tolerances.GradientTolerance);
        if (scale > 0)
            scaled.Scale = scale;
        var result = Minimize(x);

        // From a steep start the scale is too coarse for where the search ends; the size of the utility there is the finest scale that
        // rounding lets tolerances refer to.
        var size = Math.Abs(result.Value * scaled.Scale);
        if (size > 0 && size < Coarse * scaled.Scale)
        {
            var coarse = scaled.Scale;
            scaled.Scale = size;
            var finer = Minimize([.. result.Point]);

            // A utility that is nought by cancellation is no scale: the second pass then fails for rounding error alone.
            if (finer.Converged || !result.Converged)
                result = finer;
            else
                scaled.Scale = coarse;
        }

        result = Lifted(result);

        // Of a function with kinks no gradient is nought: whether there is one where the search got stuck is looked for.
        var steep = new Box(x.Length, scaledLower, scaledUpper).ProjectedGradient([.. result.Point], [.. result.Gradient]) / Math.Max(1, Math.Abs(result.Value));
        KinkSearch? kinks = null;
        if (result.End == OptimizationEnd.NoProgress || (result.Converged && steep > Uneven))
        {
            kinks = new KinkSearch(scaled, scaledLower, scaledUpper, tolerances.GradientTolerance);
            var isProven = kinks.TryFind(result.Point);
            Evaluations += kinks.Evaluations;
            if (isProven)
                result = result with { Point = kinks.Point, Value = kinks.Value, Converged = true, End = OptimizationEnd.Stationary };
            else if (steep > Steep)
                result = result with { Converged = false, End = OptimizationEnd.NoProgress };
            kinks = isProven ? kinks : null;
        }

        var point = new double[x.Length];
        scaled.ToDecision([.. result.Point], point);
        for (var i = 0; i < point.Length; i++)
        {
            // A bound that was met in scaled units is met exactly.
            point[i] = result.Point[i] == scaledLower[i] ? lower[i]
                : result.Point[i] == scaledUpper[i] ? upper[i]
                : Math.Clamp(point[i], lower[i], upper[i]);
        }

        var found = kinks?.Kinks.Select(kink => new Kink(
            kink.Variable, sign * kink.Below * scaled.Scale / scaled.Units[kink.Variable], sign * kink.Above * scaled.Scale / scaled.Units[kink.Variable]));
        return new SearchOutcome(start, Vector.Wrap(point), sign * result.Value * scaled.Scale, result.Converged, text.Of(result, [.. found ?? []], point));
    }

    /// <summary>The largest element of the utility's gradient that no bound explains.</summary>
    public double Residual(Vector point, ReadOnlySpan<double> gradient)
    {
        var residual = 0.0;
        for (var i = 0; i < gradient.Length; i++)
        {
            var downhill = -sign * gradient[i];
            var isHeld = (downhill < 0 && point[i] == lower[i]) || (downhill > 0 && point[i] == upper[i]);
            residual = isHeld ? residual : Math.Max(residual, Math.Abs(gradient[i]));
        }

        return residual;
    }

    /// <summary>
    /// Goes on from inside the bounds for as long as it is better there: a slope that is infinite at a bound, as that of <c>Sqrt(x)</c> at 0, counts as none
    /// where it is computed, so that a search takes the bound for the optimum.
    /// </summary>
    private OptimizationResult Lifted(OptimizationResult result)
    {
        for (var lifts = 0; lifts < MostLifts; lifts++)
        {
            var (x, gradient) = (result.Point.ToArray(), new double[result.Point.Count]);
            double Into(int i) => lower[i] == upper[i] ? 0 : x[i] == scaledLower[i] ? 1 : x[i] == scaledUpper[i] ? -1 : 0;
            double[] steps = [.. x.Select((_, i) => Into(i) * Inside * Math.Min(Math.Max(1, Math.Abs(x[i])), scaledUpper[i] - scaledLower[i]))];
            Evaluate(steps);
            for (var i = 0; i < steps.Length; i++)
                steps[i] = Math.Sign(steps[i]) * gradient[i] < -tolerances.GradientTolerance ? steps[i] : 0;

            // What a bound really holds stays where it is.
            if (!Array.Exists(steps, step => step != 0) || !(Evaluate(steps) < result.Value - RoundingError * Math.Max(1, Math.Abs(result.Value))))
                return result;
            var next = Minimize([.. x.Zip(steps, (at, step) => at + step)]);
            if (!(next.Value < result.Value))
                return result;
            result = next;

            double Evaluate(double[] by)
            {
                Evaluations++;
                return scaled.Evaluate([.. x.Zip(by, (at, step) => at + step)], gradient);
            }
        }

        return result with { Converged = false, End = OptimizationEnd.NoProgress };
    }

    private OptimizationResult Minimize(double[] x)
    {
        var result = LbfgsB.Minimize(scaled, x, scaledLower, scaledUpper, tolerances);
        Iterations += result.Iterations;
        Evaluations += result.Evaluations;
        return result;
    }

    private static double[] Divide(double[] values, double[] sizes)
    {
        var scaled = new double[values.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = values[i] / sizes[i];
        return scaled;
    }
}
