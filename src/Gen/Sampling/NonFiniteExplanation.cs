using System;

namespace Gen.Sampling;

/// <summary>Says in the words of the model what is not finite at <paramref name="position"/>, an unconstrained point at which a chain could not start.</summary>
public delegate string NonFiniteExplanation(ReadOnlySpan<double> position);
