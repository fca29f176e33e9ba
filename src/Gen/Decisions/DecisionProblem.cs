using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using Gen.Optimization;

namespace Gen;

/// <summary>Finds the decision with the highest (or lowest) expected utility over a posterior, within bounds.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecisionProblem
{
    /// <summary>Optimises <paramref name="objective"/> from <paramref name="start"/>, and from other points when the options say so.</summary>
    /// <param name="objective">The expected utility over draws, with its gradient.</param>
    /// <param name="start">Where to begin: a decision within the bounds. Its elements' sizes tell the solver the units of the decision.</param>
    /// <param name="bounds">The bounds of every element.</param>
    /// <param name="maximize">Whether more utility is better.</param>
    /// <param name="options">Starts, seed and tolerances.</param>
    /// <exception cref="ArgumentException">
    /// The start has the wrong length or is outside the bounds, the bounds have the wrong length, or the expected utility is not finite at the
    /// start; the message names element and values.
    /// </exception>
    public static Optimum Solve(IObjective objective, ReadOnlySpan<double> start, Bounds bounds, bool maximize, OptimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(bounds);
        options ??= new OptimizeOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.GradientTolerance);

        var n = objective.Dimension;
        if (start.Length != n)
            throw new ArgumentException($"The start has {start.Length} elements; the decision has {n}.", nameof(start));

        var lower = bounds.Lower(n);
        var upper = bounds.Upper(n);
        CheckWithin(start, lower, upper);
        CheckFinite(objective, start);

        var first = start.ToArray();
        var sizes = ScaledObjective.TypicalSizes(first, lower, upper);
        var search = new BoundedSearch(objective, lower, upper, sizes, maximize, options);
        var searches = new List<SearchOutcome> { search.From(first) };
        foreach (var other in StartingPoints.Spread(options.Starts - 1, first, lower, upper, sizes, options.Seed))
            searches.Add(search.From(other));

        // A search from another start may have begun where the utility is not finite; the given start's is finite.
        var finite = searches.Where(outcome => double.IsFinite(outcome.ExpectedUtility));
        var best = maximize ? finite.MaxBy(outcome => outcome.ExpectedUtility)! : finite.MinBy(outcome => outcome.ExpectedUtility)!;
        return Describe(objective, best, searches, search);
    }

    private static Optimum Describe(IObjective objective, SearchOutcome best, List<SearchOutcome> searches, BoundedSearch search)
    {
        var gradient = new double[objective.Dimension];
        objective.Evaluate(best.Point.AsSpan(), gradient);
        var utilities = new double[objective.Draws];
        objective.Utilities(best.Point.AsSpan(), utilities);
        return new Optimum(
            best.Point,
            best.ExpectedUtility,
            Vector.Wrap(gradient),
            search.Residual(best.Point, gradient),
            new ScalarDraws("utility", utilities, objective.Chains),
            search.Iterations,
            search.Evaluations,
            best.Converged,
            best.Message,
            searches);
    }

    private static void CheckWithin(ReadOnlySpan<double> start, double[] lower, double[] upper)
    {
        for (var i = 0; i < start.Length; i++)
        {
            if (!double.IsFinite(start[i]))
                throw new ArgumentException(Text($"Element {i} of the start is {start[i]}."), nameof(start));
            if (start[i] < lower[i])
                throw new ArgumentException(Text($"Element {i} of the start is {start[i]:R}, below its lower bound {lower[i]:R}."), nameof(start));
            if (start[i] > upper[i])
                throw new ArgumentException(Text($"Element {i} of the start is {start[i]:R}, above its upper bound {upper[i]:R}."), nameof(start));
        }
    }

    private static void CheckFinite(IObjective objective, ReadOnlySpan<double> start)
    {
        var gradient = new double[objective.Dimension];
        var value = objective.Evaluate(start, gradient);
        var steep = Array.FindIndex(gradient, slope => !double.IsFinite(slope));
        if (double.IsFinite(value) && steep < 0)
            return;

        if (double.IsFinite(value))
            throw new ArgumentException(Text($"The gradient of the expected utility is {gradient[steep]} for element {steep} of the start."), nameof(start));

        var utilities = new double[objective.Draws];
        objective.Utilities(start, utilities);
        var count = utilities.Count(utility => !double.IsFinite(utility));
        var draw = Array.FindIndex(utilities, utility => !double.IsFinite(utility));
        throw new ArgumentException(
            draw < 0
                ? Text($"The expected utility is {value} at the start.")
                : Text($"The expected utility is {value} at the start: the utility is not finite in {count} of {utilities.Length} draws, the first of them draw {draw}."),
            nameof(start));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
