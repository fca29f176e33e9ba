using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;
using Gen.Models;

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
    public static Optimum Solve(IObjective objective, ReadOnlySpan<double> start, Bounds bounds, bool maximize, OptimizeOptions? options = null) =>
        Solve(objective, new DecisionPoint(("decision", Vector.Wrap(start.ToArray()))), bounds, maximize, options);

    /// <summary>Optimises decisions that have names, with which messages speak of them.</summary>
    /// <param name="objective">The expected utility over draws, with its gradient.</param>
    /// <param name="decisions">Where to begin: decisions within the bounds. Their elements' sizes tell the solver their units.</param>
    /// <param name="bounds">The bounds of every element.</param>
    /// <param name="maximize">Whether more utility is better.</param>
    /// <param name="options">Starts, seed and tolerances.</param>
    /// <exception cref="ArgumentException">As of the other form; the message names decision, element and values.</exception>
    public static Optimum Solve(IObjective objective, DecisionPoint decisions, Bounds bounds, bool maximize, OptimizeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentNullException.ThrowIfNull(decisions);
        ArgumentNullException.ThrowIfNull(bounds);
        options ??= new OptimizeOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.GradientTolerance);

        var n = objective.Dimension;
        var start = decisions.Values;
        if (start.Length != n)
            throw new ArgumentException($"The start has {start.Length} elements; the decision has {n}.", nameof(decisions));

        var lower = bounds.Lower(n);
        var upper = bounds.Upper(n);
        CheckWithin(decisions, lower, upper);
        CheckFinite(objective, decisions);

        var first = start.ToArray();
        var sizes = ScaledObjective.TypicalSizes(first, lower, upper);
        var search = new BoundedSearch(objective, decisions, lower, upper, sizes, maximize, options);
        var searches = new List<SearchOutcome> { search.From(first) };
        foreach (var other in StartingPoints.Spread(options.Starts - 1, first, lower, upper, sizes, options.Seed))
            searches.Add(search.From(other));

        // A search from another start may have begun where the utility is not finite; the given start's is finite.
        var finite = searches.Where(outcome => double.IsFinite(outcome.ExpectedUtility));
        var best = maximize ? finite.MaxBy(outcome => outcome.ExpectedUtility)! : finite.MinBy(outcome => outcome.ExpectedUtility)!;
        return Describe(objective, decisions, best, searches, search);
    }

    private static Optimum Describe(IObjective objective, DecisionPoint decisions, SearchOutcome best, List<SearchOutcome> searches, BoundedSearch search)
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
            searches)
        {
            Decisions = decisions.With(best.Point.AsSpan()),
        };
    }

    private static void CheckWithin(DecisionPoint start, double[] lower, double[] upper)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            var value = start.Values[i];
            var fault = !double.IsFinite(value) ? "" : value < lower[i] ? Text($", below its lower bound {lower[i]:R}") : value > upper[i] ? Text($", above its upper bound {upper[i]:R}") : null;
            if (fault is not null)
                throw new ArgumentException(Text($"The start of '{start.Label(i)}' is {value:R}{fault}."), start.Name(i));
        }
    }

    private static void CheckFinite(IObjective objective, DecisionPoint start)
    {
        var gradient = new double[objective.Dimension];
        var value = objective.Evaluate(start.Values, gradient);
        var steep = Array.FindIndex(gradient, slope => !double.IsFinite(slope));
        if (double.IsFinite(value) && steep < 0)
            return;

        if (double.IsFinite(value))
            throw new ArgumentException(Text($"The slope of the expected utility by '{start.Label(steep)}' is {gradient[steep]} at the start."), start.Name(steep));

        var utilities = new double[objective.Draws];
        objective.Utilities(start.Values, utilities);
        var count = utilities.Count(utility => !double.IsFinite(utility));
        var draw = Array.FindIndex(utilities, utility => !double.IsFinite(utility));
        throw new ArgumentException(
            draw < 0
                ? Text($"The expected utility is {value} at the start, {start}.")
                : Text($"The expected utility is {value} at the start, {start}: the utility is not finite in {count} of {utilities.Length} draws, the first of them draw {draw}."),
            nameof(start));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
