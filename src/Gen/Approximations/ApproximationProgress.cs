namespace Gen;

/// <summary>How far a search for a mode or an approximation has come.</summary>
/// <param name="Method">What is being done.</param>
/// <param name="Gradients">The number of gradients computed so far.</param>
/// <param name="Finished">Whether this is the last report.</param>
public readonly record struct ApproximationProgress(ApproximationMethod Method, long Gradients, bool Finished);
