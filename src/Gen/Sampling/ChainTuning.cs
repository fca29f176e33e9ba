namespace Gen.Sampling;

/// <summary>What the tuning of one chain arrived at.</summary>
/// <param name="StepSize">The step size, before jitter.</param>
/// <param name="InverseMass">The inverse mass matrix: its diagonal (length d), or all of it (length d², row-major) when it is dense.</param>
public sealed record ChainTuning(double StepSize, double[] InverseMass);
