using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// Independent univariate distributions, one for each element of a vector or matrix of parameters. Parameters are checked when the distribution
/// is used: all functions throw <see cref="ArgumentException"/>, naming the element, when one is out of its range.
/// </summary>
/// <typeparam name="T"><see cref="Vector"/> or <see cref="Matrix"/>.</typeparam>
public abstract class Elementwise<T>
{
    private protected Elementwise(IndependentElements elements) => Elements = elements;

    /// <summary>The family's name.</summary>
    public string Name => Elements.Name;

    /// <summary>The mean of every element; NaN or infinite where there is none.</summary>
    public T Mean => OfElements(Elements.Mean);

    /// <summary>The variance of every element; NaN or infinite where there is none.</summary>
    public T Variance => OfElements(Elements.Variance);

    internal IndependentElements Elements { get; }

    /// <summary>The length of the last axis.</summary>
    internal abstract int Columns { get; }

    /// <summary>The log-density (log-probability) of every element at the value of <paramref name="x"/> there; −∞ where that cannot occur.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range, or <paramref name="x"/> has another shape.</exception>
    public T LogDensity(T x) => OfValues(x, Elements.LogDensity);

    /// <summary>The log-density of every element at <paramref name="x"/>.</summary>
    public T LogDensity(double x) => OfElements(i => Elements.LogDensity(i, x));

    /// <summary>The probability, for every element, of a value at or below that of <paramref name="x"/>.</summary>
    public T Cdf(T x) => OfValues(x, Elements.Cdf);

    /// <summary>The probability, for every element, of a value at or below <paramref name="x"/>.</summary>
    public T Cdf(double x) => OfElements(i => Elements.Cdf(i, x));

    /// <summary>The logarithm of <see cref="Cdf(T)"/>, accurate where it underflows.</summary>
    public T LogCdf(T x) => OfValues(x, Elements.LogCdf);

    /// <summary>The logarithm of <see cref="Cdf(double)"/>, accurate where it underflows.</summary>
    public T LogCdf(double x) => OfElements(i => Elements.LogCdf(i, x));

    /// <summary>The logarithm of the probability, for every element, of a value above that of <paramref name="x"/>.</summary>
    public T LogSurvival(T x) => OfValues(x, Elements.LogSurvival);

    /// <summary>The logarithm of the probability, for every element, of a value above <paramref name="x"/>.</summary>
    public T LogSurvival(double x) => OfElements(i => Elements.LogSurvival(i, x));

    /// <summary>For every element, the smallest value at or below which the probability is at least <paramref name="probability"/>.</summary>
    public T Quantile(double probability) => OfElements(i => Elements.Quantile(i, probability));

    /// <summary>One draw of every element.</summary>
    public T Draw(RandomStream random) => OfElements(i => Elements.Draw(i, random));

    /// <summary>The elements of <paramref name="x"/>, which has the shape of the parameters.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    internal abstract double[] Values(T x);

    /// <summary>An array of the parameters' shape over <paramref name="values"/>.</summary>
    internal abstract T Wrap(double[] values);

    private T OfElements(Func<int, double> function)
    {
        var values = new double[Elements.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = function(i);
        }

        return Wrap(values);
    }

    private T OfValues(T x, Func<int, double, double> function)
    {
        var values = Values(x);
        return OfElements(i => function(i, values[i]));
    }
}

/// <summary>Independent distributions along a vector.</summary>
internal sealed class ElementwiseVector(IndependentElements elements) : Elementwise<Vector>(elements)
{
    internal override int Columns => Elements.Count;

    internal override Vector Wrap(double[] values) => Vector.Wrap(values);

    internal override double[] Values(Vector x) => x.Length == Elements.Count ? x.Owned : throw new ArgumentException(
        $"{Name}: its parameters have {Elements.Count} elements, the value has {x.Length}.");
}

/// <summary>Independent distributions over a matrix.</summary>
internal sealed class ElementwiseMatrix(IndependentElements elements, int rows, int columns) : Elementwise<Matrix>(elements)
{
    internal override int Columns => columns;

    internal override Matrix Wrap(double[] values) => Matrix.Wrap(rows, columns, values);

    internal override double[] Values(Matrix x) => x.Rows == rows && x.Columns == columns ? x.AsSpan().ToArray() : throw new ArgumentException(
        $"{Name}: its parameters are {rows} by {columns}, the value is {x.Rows} by {x.Columns}.");
}
