using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen;

/// <summary>
/// The posterior of a model: the draws of its quantities and what the sampler recorded. A generated posterior derives from it and adds
/// a typed member per quantity.
/// </summary>
public abstract class ModelPosterior
{
    /// <summary>A posterior of <paramref name="quantities"/>, all with the same chains and draws.</summary>
    /// <exception cref="ArgumentException">Two quantities disagree on chains or draws, or have one name.</exception>
    protected ModelPosterior(IReadOnlyList<Draws> quantities, SampleStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(quantities);
        ArgumentNullException.ThrowIfNull(statistics);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quantity in quantities)
        {
            if (!names.Add(quantity.Name))
                throw new ArgumentException($"Two quantities are named '{quantity.Name}'.", nameof(quantities));

            if (quantity.Size > 0 && (quantity.Chains != statistics.Chains || quantity.DrawsPerChain != statistics.DrawsPerChain))
            {
                throw new ArgumentException(
                    $"{quantity.Name}: {quantity.Chains} chains × {quantity.DrawsPerChain} draws, but the sampler recorded {statistics.Chains} chains × {statistics.DrawsPerChain} draws.", nameof(quantities));
            }
        }

        Quantities = quantities;
        Statistics = statistics;
    }

    /// <summary>The draws of every recorded quantity, in the order of the model's statements.</summary>
    public IReadOnlyList<Draws> Quantities { get; }

    /// <summary>What the sampler recorded for every draw.</summary>
    public SampleStatistics Statistics { get; }

    /// <summary>
    /// The table of <c>mean sd hdi_3% hdi_97% mcse_mean mcse_sd ess_bulk ess_tail r_hat</c> with the warnings that go with it, for all
    /// quantities or for those named. A long vector is shown in part unless it is named.
    /// </summary>
    /// <param name="names">Quantities (<c>"beta"</c>) or elements of them (<c>"beta[burstiness]"</c>); none means all.</param>
    /// <exception cref="KeyNotFoundException">There is no such quantity; the message lists those there are.</exception>
    public SummaryTable Summary(params string[] names) => Summary(SummaryOptions.Default, names);

    /// <summary>The same table by other <paramref name="options"/>.</summary>
    public SummaryTable Summary(SummaryOptions options, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(names);
        return SummaryTable.Of(Select(names), Statistics, options, elide: names.Length == 0);
    }

    /// <summary>The number of chains and draws, then <see cref="Summary(string[])"/> as text.</summary>
    public override string ToString() =>
        $"{Statistics.Chains} {(Statistics.Chains == 1 ? "chain" : "chains")} of {Statistics.DrawsPerChain} draws\n{Summary()}";

    private List<(Draws Quantity, int First, int Count)> Select(string[] names) =>
        names.Length == 0
            ? [.. Quantities.Select(quantity => (quantity, 0, quantity.Size))]
            : [.. names.Select(Find)];

    private (Draws Quantity, int First, int Count) Find(string name)
    {
        foreach (var quantity in Quantities)
        {
            if (quantity.Name == name)
                return (quantity, 0, quantity.Size);
        }

        foreach (var quantity in Quantities)
        {
            if (!name.StartsWith(quantity.Name + "[", StringComparison.Ordinal))
                continue;

            for (var i = 0; i < quantity.Size; i++)
            {
                if (quantity.Label(i) == name)
                    return (quantity, i, 1);
            }
        }

        throw new KeyNotFoundException(
            $"The posterior has no quantity '{name}'; it has {string.Join(", ", Quantities.Select(quantity => quantity.Name))}.");
    }
}
