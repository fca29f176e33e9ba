namespace Gen.Tests.Distributions;

/// <summary>What a reference says of a distribution with canonical parameters at a point; discrete densities are probabilities.</summary>
internal sealed record ReferenceValue(double X, double[] Parameters, double LogDensity, double LogCdf, double LogSurvival);
