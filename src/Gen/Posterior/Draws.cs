using System;
using System.Globalization;

namespace Gen;

/// <summary>
/// The draws of one named quantity of a model: every element of it, every chain, every draw.
/// </summary>
/// <remarks>
/// Storage is one contiguous array, by element, then chain, then draw: element i's draw t of chain c is at
/// <c>i · Chains · DrawsPerChain + c · DrawsPerChain + t</c>. Elements of a matrix are numbered row by row. Nothing is copied on
/// construction: the array belongs to the draws from then on.
/// </remarks>
public abstract class Draws : IFormattable
{
    private readonly ReadOnlyMemory<double> values;

    private protected Draws(string name, ReadOnlyMemory<double> values, int chains, int size)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(chains, 1);
        if (size == 0 ? values.Length != 0 : values.Length % ((long)chains * size) != 0)
        {
            throw new ArgumentException($"{name}: {values.Length} values do not divide into {size} elements × {chains} chains.", nameof(values));
        }

        Name = name;
        Chains = chains;
        Size = size;
        DrawsPerChain = size == 0 ? 0 : values.Length / size / chains;
        this.values = values;
    }

    /// <summary>The quantity's name, as its variable is called in the model.</summary>
    public string Name { get; }

    /// <summary>The number of chains.</summary>
    public int Chains { get; }

    /// <summary>The number of draws of each chain.</summary>
    public int DrawsPerChain { get; }

    /// <summary>The number of elements: 1 for a scalar, the length of a vector, rows × columns of a matrix.</summary>
    public int Size { get; }

    /// <summary>The number of draws over all chains.</summary>
    public int Count => Chains * DrawsPerChain;

    /// <summary>Everything that is stored: by element, then chain, then draw.</summary>
    public ReadOnlySpan<double> Values => values.Span;

    /// <summary>Element <paramref name="element"/>'s draws, chain after chain: <see cref="Count"/> values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public ReadOnlySpan<double> Element(int element) => Slice(element).Span;

    /// <summary>The name of an element: <c>a</c>, <c>theta[3]</c>, <c>beta[burstiness]</c>, <c>w[2,1]</c>.</summary>
    public abstract string Label(int element);

    /// <summary>
    /// One row per element: the mean of its draws and the ends of the equal-tailed interval that holds <paramref name="interval"/> of them.
    /// It reads best for predictions.
    /// </summary>
    /// <param name="interval">The probability within the interval, strictly between 0 and 1.</param>
    public PredictionTable Summary(double interval = 0.95) => PredictionTable.Of(this, interval);

    /// <summary>
    /// Mean, standard deviation and the highest-density interval of <see cref="SummaryOptions.Default"/>: of a scalar in one line, of a vector or matrix a line
    /// for each of its first elements.
    /// </summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The same text with every number in a <paramref name="format"/>, so that <c>$"{posterior.Slope:F2}"</c> has two decimals.</summary>
    /// <param name="format">A format of numbers; null or empty for three decimals.</param>
    /// <param name="formatProvider">The culture of the numbers; null for the invariant one, as everywhere in Gen's texts.</param>
    /// <exception cref="FormatException">It is no format of numbers.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        DrawsDescription.Of(this, string.IsNullOrEmpty(format) ? null : format, formatProvider ?? CultureInfo.InvariantCulture);

    private protected ReadOnlyMemory<double> Slice(int element)
    {
        Require(element);
        return values.Slice(element * Count, Count);
    }

    /// <summary>Refuses the number of an element that there is not.</summary>
    private protected void Require(int element)
    {
        if ((uint)element >= (uint)Size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(element), $"'{Name}' has no element {element}: it has {(Size == 1 ? "1 element, number 0" : Size == 0 ? "none" : $"{Size} elements, numbered from 0 to {Size - 1}")}.");
        }
    }

    private protected double Value(int element, int chain, int draw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chain);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chain, Chains);
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(draw, DrawsPerChain);
        return values.Span[element * Count + chain * DrawsPerChain + draw];
    }

    /// <summary>A statistic of every element, in the order of elements.</summary>
    private protected double[] PerElement(Func<ScalarDraws, double> statistic)
    {
        var results = new double[Size];
        for (var i = 0; i < Size; i++)
            results[i] = statistic(new ScalarDraws(Label(i), Slice(i), Chains));
        return results;
    }
}
