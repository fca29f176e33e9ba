using System;
using Gen.Numerics;

namespace Gen;

/// <summary>
/// A distribution of one number. Its functions take a vector or a matrix too, element by element. Parameters are checked when the distribution
/// is used, not when it is made: all functions throw <see cref="ArgumentException"/> when one is out of its range.
/// </summary>
public sealed class Univariate : Distribution<double>
{
    internal Univariate(IndependentElements elements) => Elements = elements;

    /// <inheritdoc/>
    public override string Name => Elements.Name;

    /// <inheritdoc/>
    public override double Mean => Elements.Mean(0);

    /// <summary>The variance; NaN or infinite where there is none.</summary>
    public double Variance => Elements.Variance(0);

    internal override IndependentElements Elements { get; }

    /// <inheritdoc/>
    public override double LogDensity(double x) => Elements.LogDensity(0, x);

    /// <summary>The log-density at every element.</summary>
    public Vector LogDensity(Vector x) => ElementwiseFunctions.Map(x, LogDensity);

    /// <summary>The log-density at every element.</summary>
    public Matrix LogDensity(Matrix x) => ElementwiseFunctions.Map(x, LogDensity);

    /// <summary>The probability of a value at or below <paramref name="x"/>.</summary>
    public double Cdf(double x) => Elements.Cdf(0, x);

    /// <summary>The probability of a value at or below every element.</summary>
    public Vector Cdf(Vector x) => ElementwiseFunctions.Map(x, Cdf);

    /// <summary>The probability of a value at or below every element.</summary>
    public Matrix Cdf(Matrix x) => ElementwiseFunctions.Map(x, Cdf);

    /// <summary>The logarithm of the probability of a value at or below <paramref name="x"/>, accurate where it underflows.</summary>
    public double LogCdf(double x) => Elements.LogCdf(0, x);

    /// <summary>The logarithm of the probability of a value at or below every element, accurate where it underflows.</summary>
    public Vector LogCdf(Vector x) => ElementwiseFunctions.Map(x, LogCdf);

    /// <summary>The logarithm of the probability of a value at or below every element, accurate where it underflows.</summary>
    public Matrix LogCdf(Matrix x) => ElementwiseFunctions.Map(x, LogCdf);

    /// <summary>The logarithm of the probability of a value above <paramref name="x"/>, accurate where it underflows.</summary>
    public double LogSurvival(double x) => Elements.LogSurvival(0, x);

    /// <summary>The logarithm of the probability of a value above every element, accurate where it underflows.</summary>
    public Vector LogSurvival(Vector x) => ElementwiseFunctions.Map(x, LogSurvival);

    /// <summary>The logarithm of the probability of a value above every element, accurate where it underflows.</summary>
    public Matrix LogSurvival(Matrix x) => ElementwiseFunctions.Map(x, LogSurvival);

    /// <summary>The smallest value at or below which the probability is at least <paramref name="probability"/>; NaN unless it is in 0 … 1.</summary>
    public double Quantile(double probability) => Elements.Quantile(0, probability);

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => Elements.Draw(0, random);

    internal override ReadOnlySpan<double> Values(double x) => new double[] { x };

    internal override double Wrap(double[] values) => values[0];

    /// <summary>The distribution as it was written.</summary>
    public override string ToString() => Elements.Description(0);
}
