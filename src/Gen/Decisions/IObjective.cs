using System;
using System.ComponentModel;

namespace Gen;

/// <summary>
/// The expected utility of a decision over a posterior, with its gradient. Generated from a model's <c>[Objective]</c>; any class may
/// implement it. An instance may own buffers; it serves one thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IObjective
{
    /// <summary>The number of decision variables.</summary>
    int Dimension { get; }

    /// <summary>The number of posterior draws over all chains.</summary>
    int Draws { get; }

    /// <summary>The number of chains that the draws divide into, chain after chain.</summary>
    int Chains => 1;

    /// <summary>
    /// The mean utility over draws at <paramref name="decision"/>; fills <paramref name="gradient"/> with its gradient. Both have length
    /// <see cref="Dimension"/>. Allocates nothing.
    /// </summary>
    double Evaluate(ReadOnlySpan<double> decision, Span<double> gradient);

    /// <summary>Fills the utility of <paramref name="decision"/> in every draw; <paramref name="utilities"/> has length <see cref="Draws"/>.</summary>
    void Utilities(ReadOnlySpan<double> decision, Span<double> utilities);
}
