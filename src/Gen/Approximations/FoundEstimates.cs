using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;

namespace Gen.Approximations;

/// <summary>A mode as the runtime found it; for emitted code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FoundEstimates
{
    internal FoundEstimates(IReadOnlyList<Estimate> quantities, FoundMode mode, long gradients) =>
        (Quantities, LogDensity, Fault, Gradients, Starts, LowerModes) = (quantities, mode.LogDensity, mode.Fault, gradients, mode.Starts, mode.LowerModes);

    internal IReadOnlyList<Estimate> Quantities { get; }

    internal double LogDensity { get; }

    internal string? Fault { get; }

    internal long Gradients { get; }

    internal string Message => Fault ?? string.Create(
        CultureInfo.InvariantCulture,
        $"Log-density {LogDensity:F3}, the highest from {Starts} {(Starts == 1 ? "start" : "starts")}{(LowerModes == 0 ? "" : $", {LowerModes} of which ended at lower modes: there are several")}.");

    private int Starts { get; }

    private int LowerModes { get; }
}
