using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Models;

namespace Gen;

/// <summary>Where the search from one start ended.</summary>
/// <param name="Start">The start.</param>
/// <param name="Point">The best point found from it.</param>
/// <param name="ExpectedUtility">The expected utility there.</param>
/// <param name="Converged">Whether the search converged.</param>
/// <param name="Message">Why it ended.</param>
public sealed record SearchOutcome(Vector Start, Vector Point, double ExpectedUtility, bool Converged, string Message)
{
    /// <summary>The start.</summary>
    public Vector Start { get; init; } = Start.ToReadOnly();

    /// <summary>The best point found from it.</summary>
    public Vector Point { get; init; } = Point.ToReadOnly();
}

/// <summary>The best decision that was found, and what is known of it. Generated objectives derive from it to name the decision's parts.</summary>
public class Optimum
{
    /// <summary>An optimum from its parts.</summary>
    public Optimum(
        Vector point,
        double expectedUtility,
        Vector gradient,
        double residual,
        ScalarDraws utility,
        int iterations,
        int evaluations,
        bool converged,
        string message,
        IReadOnlyList<SearchOutcome> searches)
    {
        Point = point.ToReadOnly();
        ExpectedUtility = expectedUtility;
        Gradient = gradient.ToReadOnly();
        Residual = residual;
        Utility = utility;
        Iterations = iterations;
        Evaluations = evaluations;
        Converged = converged;
        Message = message;
        Searches = searches;
    }

    /// <summary>The same optimum, for a derived class that names its parts.</summary>
    public Optimum(Optimum other)
        : this(
            (other ?? throw new ArgumentNullException(nameof(other))).Point,
            other.ExpectedUtility,
            other.Gradient,
            other.Residual,
            other.Utility,
            other.Iterations,
            other.Evaluations,
            other.Converged,
            other.Message,
            other.Searches) => Decisions = other.Decisions;

    /// <summary>The decision; several decisions end to end, matrices row by row.</summary>
    public Vector Point { get; }

    /// <summary>The mean utility over draws at <see cref="Point"/>.</summary>
    public double ExpectedUtility { get; }

    /// <summary>The gradient of the expected utility there: zero but where a bound holds, or at a kink.</summary>
    public Vector Gradient { get; }

    /// <summary>The largest element of the gradient that no bound explains (at a kink it is that of one side), in units of utility per unit of decision.</summary>
    public double Residual { get; }

    /// <summary>The distribution of the utility at <see cref="Point"/>: a value per draw.</summary>
    public ScalarDraws Utility { get; }

    /// <summary>The number of steps, over all starts.</summary>
    public int Iterations { get; }

    /// <summary>The number of expected utilities and gradients computed, over all starts.</summary>
    public int Evaluations { get; }

    /// <summary>Whether the search that found <see cref="Point"/> converged.</summary>
    public bool Converged { get; }

    /// <summary>Why it ended.</summary>
    public string Message { get; }

    /// <summary>Where the search from each start ended, the given start first.</summary>
    public IReadOnlyList<SearchOutcome> Searches { get; }

    /// <summary>
    /// The distance between the best and the worst expected utility that searches converged to; 0 when all agree or there was one. A spread
    /// that matters says that there are local optima.
    /// </summary>
    public double Spread
    {
        get
        {
            var reached = Searches.Where(search => search.Converged).Select(search => search.ExpectedUtility).ToArray();
            return reached.Length == 0 ? 0 : reached.Max() - reached.Min();
        }
    }

    /// <summary>The decisions by name.</summary>
    internal DecisionPoint? Decisions { get; init; }

    /// <summary>The decisions, of many elements the first; the expected utility, and how it varies over draws; whether the search converged, and why it ended.</summary>
    public override string ToString() =>
        $"{Decisions?.ToString() ?? Numbers.Text(Point.AsSpan())}: expected utility {Numbers.Text(ExpectedUtility)}{Spreading}.\n{(Converged ? "Converged" : "Not converged")}: {Message}";

    // What rounding alone leaves of a difference between draws.
    private const double Same = 1e-12;

    private string Spreading => Utility.Count <= 1 ? ""
        : Utility.Sd <= Same * Math.Abs(ExpectedUtility) ? " (the same in every draw: what is uncertain has no part in it)"
        : $" (sd {Numbers.Text(Utility.Sd)} over draws)";
}
