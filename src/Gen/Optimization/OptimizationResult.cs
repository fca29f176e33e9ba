using System.Collections.Generic;

namespace Gen.Optimization;

/// <summary>Where an optimiser ended, and why.</summary>
/// <param name="Point">The best point found.</param>
/// <param name="Value">The function's value there.</param>
/// <param name="Gradient">Its gradient there.</param>
/// <param name="Iterations">The number of steps taken.</param>
/// <param name="Evaluations">The number of values and gradients computed.</param>
/// <param name="Converged">Whether a criterion of convergence was met.</param>
/// <param name="Message">The criterion, or what stopped the search short of it.</param>
public sealed record OptimizationResult(
    IReadOnlyList<double> Point,
    double Value,
    IReadOnlyList<double> Gradient,
    int Iterations,
    int Evaluations,
    bool Converged,
    string Message)
{
    /// <summary>The same reason as <see cref="Message"/>.</summary>
    internal OptimizationEnd End { get; init; }
}
