using System;
using System.Collections.Generic;

namespace Gen;

/// <summary>The draws of a vector, its elements labelled by a <see cref="Dim"/>.</summary>
public sealed class VectorDraws : Draws
{
    private readonly Dim dim;

    /// <summary>The draws of <paramref name="name"/>: <paramref name="values"/> by element, then chain, then draw.</summary>
    /// <exception cref="ArgumentException">The values do not divide into <c>dim.Length</c> elements of <paramref name="chains"/> chains.</exception>
    public VectorDraws(string name, double[] values, int chains, Dim dim)
        : base(name, values, chains, dim?.Length ?? throw new ArgumentNullException(nameof(dim))) => this.dim = dim;

    /// <summary>The number of elements.</summary>
    public int Length => Size;

    /// <summary>The axis that the elements lie along.</summary>
    public Dim Dim => dim;

    /// <summary>The mean of every element.</summary>
    public Vector Mean => Vector.Wrap(PerElement(static element => element.Mean));

    /// <summary>The standard deviation of every element (divisor: draws − 1).</summary>
    public Vector Sd => Vector.Wrap(PerElement(static element => element.Sd));

    /// <summary>The median of every element.</summary>
    public Vector Median => Quantile(0.5);

    /// <summary>R-hat of every element.</summary>
    public Vector Rhat => Vector.Wrap(PerElement(static element => element.Rhat));

    /// <summary>The bulk effective sample size of every element.</summary>
    public Vector EssBulk => Vector.Wrap(PerElement(static element => element.EssBulk));

    /// <summary>The tail effective sample size of every element.</summary>
    public Vector EssTail => Vector.Wrap(PerElement(static element => element.EssTail));

    /// <summary>The draws of an element, by its 0-based index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element; the message says how many there are.</exception>
    public ScalarDraws this[int index] => new(Label(index), Slice(index), Chains);

    /// <summary>The draws of an element, by its label.</summary>
    /// <exception cref="KeyNotFoundException">No element has that label; the message lists the labels.</exception>
    public ScalarDraws this[string label] => this[dim.IndexOf(label)];

    /// <summary>The quantile of every element at <paramref name="probability"/> in [0, 1].</summary>
    public Vector Quantile(double probability) => Vector.Wrap(PerElement(element => element.Quantile(probability)));

    /// <summary>The ends of every element's highest-density interval.</summary>
    public (Vector Lower, Vector Upper) Hdi(double probability = 0.94)
    {
        var lower = new double[Size];
        var upper = new double[Size];
        for (var i = 0; i < Size; i++)
            (lower[i], upper[i]) = HighestDensityInterval.Of(Element(i), probability);
        return (Vector.Wrap(lower), Vector.Wrap(upper));
    }

    /// <summary>The share of draws for which <paramref name="predicate"/> holds, by element.</summary>
    public Vector Probability(Func<double, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return Vector.Wrap(PerElement(element => element.Probability(predicate)));
    }

    /// <summary>The whole vector at draw <paramref name="draw"/> of chain <paramref name="chain"/>.</summary>
    public Vector At(int chain, int draw)
    {
        var vector = new double[Size];
        for (var i = 0; i < Size; i++)
            vector[i] = Value(i, chain, draw);
        return Vector.Wrap(vector);
    }

    /// <inheritdoc/>
    public override string Label(int element)
    {
        Require(element);
        return $"{Name}[{dim.Label(element)}]";
    }
}
