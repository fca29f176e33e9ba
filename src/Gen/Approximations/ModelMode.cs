using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Approximations;

namespace Gen;

/// <summary>
/// Where the posterior density of a model's latents is highest, as they are written (maximum a posteriori), with standard errors by the curvature there. A generated mode derives from
/// it and adds a typed member per quantity.
/// </summary>
/// <remarks>
/// The density is that of the latents themselves: of <c>p ~ Beta(1, 1)</c> with 7 successes in 10 trials the mode is 0.7, as Stan's <c>optimize</c> and PyMC's <c>find_MAP</c> have it. It depends
/// on how the model is written: the mode of σ is not the root of the mode of σ². Standard errors are those of the normal distribution of the same curvature on the unconstrained
/// scale, brought to the quantities by their derivatives.
/// </remarks>
public abstract class ModelMode
{
    private protected const int RowsShown = 20;

    /// <summary>A mode, from what was found.</summary>
    protected ModelMode(FoundEstimates found)
    {
        ArgumentNullException.ThrowIfNull(found);
        (Quantities, LogDensity, Converged, Message, Gradients) = (found.Quantities, found.LogDensity, found.Fault is null, found.Message, found.Gradients);
    }

    /// <summary>The estimate of every latent and deterministic, in the order of the model's statements.</summary>
    public IReadOnlyList<Estimate> Quantities { get; }

    /// <summary>The log-density of the latents at the mode, with all its constants: what <c>Trace</c> says there.</summary>
    public double LogDensity { get; }

    /// <summary>Whether it is a mode: no direction leads upwards, and the log-density is curved downwards in all.</summary>
    public bool Converged { get; }

    /// <summary>How the search went; where it did not converge, why.</summary>
    public string Message { get; }

    /// <summary>The number of gradients that it took.</summary>
    public long Gradients { get; }

    /// <summary>The table of <c>mode std_error</c>, a line per element, then what is to be said.</summary>
    public override string ToString()
    {
        var rows = Quantities.SelectMany(quantity => Enumerable.Range(0, Math.Min(quantity.Size, RowsShown)).Select(element => (Quantity: quantity, Element: element))).ToList();
        var table = new TextTable(rows.Select(row => row.Quantity.Label(row.Element)));
        table.Add("mode", rows.Select(row => row.Quantity.Values[row.Element]), 3);
        table.Add("std_error", rows.Select(row => row.Quantity.StandardErrors[row.Element]), 3);
        var elided = Quantities.Where(quantity => quantity.Size > RowsShown).Select(quantity => $"… ({quantity.Size - RowsShown} more elements of {quantity.Name})\n");
        return $"{table}{string.Concat(elided)}{(Converged ? "" : "Error: ")}{Message}\n";
    }
}
