using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// A distribution whose variate is one <typeparamref name="T"/>: a number, or a vector or matrix whose elements depend on each other.
/// </summary>
public abstract class Distribution<T>
{
    private protected Distribution()
    {
    }

    /// <summary>The family's name.</summary>
    public abstract string Name { get; }

    /// <summary>The mean; NaN or infinite where there is none.</summary>
    /// <exception cref="NotSupportedException">There is no formula for it.</exception>
    public abstract T Mean { get; }

    /// <summary>The log-density (of a discrete distribution, the log-probability) at <paramref name="x"/>; −∞ where x cannot occur.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public abstract double LogDensity(T x);

    /// <summary>One draw.</summary>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    public abstract T Draw(RandomStream random);

    /// <summary>The variates of one value: one, or a row each.</summary>
    internal abstract IVariates Elements { get; }

    /// <summary>The numbers of <paramref name="x"/>, which has the shape of a value.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    internal abstract ReadOnlySpan<double> Values(T x);

    /// <summary>A value of the numbers <paramref name="values"/>.</summary>
    internal abstract T Wrap(double[] values);
}
