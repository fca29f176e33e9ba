using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models in which likelihoods read observed data, other elements, lags, reductions, each other's, and latents with centres. The oracle is written beside each by the same
/// seed: plain C# with two arrays for what is observed, the given and the drawn one, that says at every read which of them it means and takes the same
/// variates from the same stream. Simulations agree with it element by element; without the data they agree too, or are refused where it meets what is missing.
/// Latents are mapped to their coordinates and back, those that were simulated, those of the posterior and others; the log-densities that were recorded are those of the draws.
/// </summary>
public sealed class SimulationModelTests
{
    [Fact]
    public void Simulations_read_what_was_given_and_what_a_process_has_drawn() => Campaign.Run(SimulationWriter.Write, seed => $"Sim{seed}", first: 0, share: 50);
}
