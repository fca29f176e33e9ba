using System;

namespace Gen.Optimization;

/// <summary>An objective function that wants to know which points were accepted, the start among them.</summary>
internal interface IIterates : IObjectiveFunction
{
    /// <summary>A point was accepted; the spans are the optimiser's own.</summary>
    void Accepted(ReadOnlySpan<double> point, ReadOnlySpan<double> gradient);
}
