using System;

namespace Gen;

/// <summary>How well the momentum resampling of Hamiltonian Monte Carlo explores the energy of a posterior.</summary>
internal static class EnergyDiagnostics
{
    /// <summary>The value below which exploration is poor.</summary>
    public const double Threshold = 0.3;

    /// <summary>
    /// The estimated Bayesian fraction of missing information of one chain: mean((E_t − E_{t−1})²) / var(E). NaN for fewer than two draws
    /// and for constant energies.
    /// </summary>
    /// <remarks>Betancourt (2016), "Diagnosing suboptimal cotangent disintegrations in Hamiltonian Monte Carlo", arXiv 1604.00695.</remarks>
    public static double FractionOfMissingInformation(ReadOnlySpan<double> energies)
    {
        if (energies.Length < 2)
            return double.NaN;

        var sum = 0.0;
        for (var t = 1; t < energies.Length; t++)
            sum += (energies[t] - energies[t - 1]) * (energies[t] - energies[t - 1]);

        // The variance of equal numbers may be a rounding error instead of 0.
        return sum == 0 ? double.NaN : sum / (energies.Length - 1) / Moments.Variance(energies);
    }
}
