using System;
using System.Runtime.CompilerServices;

namespace Gen;

// Modifiers of distributions.
public static partial class Modeling
{
    /// <summary>
    /// A distribution given that its variate lies between <paramref name="lower"/> and <paramref name="upper"/>, both included: its density there,
    /// divided by the probability of that.
    /// </summary>
    /// <param name="distribution">What is truncated.</param>
    /// <param name="lower">The smallest value; left out, there is none.</param>
    /// <param name="upper">The largest value; left out, there is none.</param>
    /// <exception cref="ArgumentException">Neither end is given.</exception>
    public static Univariate Truncated(Distribution<double> distribution, double lower = Unspecified, double upper = Unspecified) =>
        Bounded(nameof(Truncated), distribution, lower, upper, (elements, low, high, count) => new TruncatedElements(elements, low, high, count));

    /// <inheritdoc cref="Truncated(Distribution{double}, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Truncated(VectorDistribution distribution, VectorArgument lower = default, VectorArgument upper = default) =>
        Bounded(nameof(Truncated), distribution, lower, upper, (elements, low, high, count) => new TruncatedElements(elements, low, high, count));

    /// <inheritdoc cref="Truncated(Distribution{double}, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Truncated(MatrixDistribution distribution, MatrixArgument lower = default, MatrixArgument upper = default) =>
        Bounded(nameof(Truncated), distribution, lower, upper, (elements, low, high, count) => new TruncatedElements(elements, low, high, count));

    /// <summary>
    /// A distribution whose variate is seen only between <paramref name="lower"/> and <paramref name="upper"/>: a value beyond an end is seen as that
    /// end, which has the whole probability beyond it.
    /// </summary>
    /// <param name="distribution">What is censored.</param>
    /// <param name="lower">The smallest value that is seen, of counts a whole number; left out, all small ones are.</param>
    /// <param name="upper">The largest value that is seen, of counts a whole number; left out, all large ones are.</param>
    /// <exception cref="ArgumentException">Neither end is given.</exception>
    public static Univariate Censored(Distribution<double> distribution, double lower = Unspecified, double upper = Unspecified) =>
        Bounded(nameof(Censored), distribution, lower, upper, (elements, low, high, count) => new CensoredElements(elements, low, high, count));

    /// <inheritdoc cref="Censored(Distribution{double}, double, double)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Censored(VectorDistribution distribution, VectorArgument lower = default, VectorArgument upper = default) =>
        Bounded(nameof(Censored), distribution, lower, upper, (elements, low, high, count) => new CensoredElements(elements, low, high, count));

    /// <inheritdoc cref="Censored(Distribution{double}, double, double)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Censored(MatrixDistribution distribution, MatrixArgument lower = default, MatrixArgument upper = default) =>
        Bounded(nameof(Censored), distribution, lower, upper, (elements, low, high, count) => new CensoredElements(elements, low, high, count));

    /// <summary>A count that is an extra 0 with probability 1 − <paramref name="psi"/>, and otherwise has a distribution of counts, which may be 0 too.</summary>
    /// <param name="psi">The probability that the count is no extra zero.</param>
    /// <param name="distribution">A distribution of counts.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Univariate ZeroInflated(double psi, Distribution<double> distribution) =>
        WithZeros(psi, distribution, (own, elements, count) => new ZeroInflatedElements(own, elements, count));

    /// <inheritdoc cref="ZeroInflated(double, Distribution{double})"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> ZeroInflated(VectorArgument psi, VectorDistribution distribution) =>
        WithZeros(nameof(ZeroInflated), psi, distribution, (own, elements, count) => new ZeroInflatedElements(own, elements, count));

    /// <inheritdoc cref="ZeroInflated(double, Distribution{double})"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> ZeroInflated(MatrixArgument psi, MatrixDistribution distribution) =>
        WithZeros(nameof(ZeroInflated), psi, distribution, (own, elements, count) => new ZeroInflatedElements(own, elements, count));

    /// <summary>
    /// A variate that is positive with probability <paramref name="psi"/>, and 0 otherwise. Positive ones have a distribution of positive numbers, or
    /// one of counts given that they are not 0.
    /// </summary>
    /// <param name="psi">The probability of a positive value.</param>
    /// <param name="distribution">A distribution of counts or of positive numbers.</param>
    public static Univariate Hurdle(double psi, Distribution<double> distribution) =>
        WithZeros(psi, distribution, (own, elements, count) => new HurdleElements(own, elements, count));

    /// <inheritdoc cref="Hurdle(double, Distribution{double})"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Hurdle(VectorArgument psi, VectorDistribution distribution) =>
        WithZeros(nameof(Hurdle), psi, distribution, (own, elements, count) => new HurdleElements(own, elements, count));

    /// <inheritdoc cref="Hurdle(double, Distribution{double})"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Hurdle(MatrixArgument psi, MatrixDistribution distribution) =>
        WithZeros(nameof(Hurdle), psi, distribution, (own, elements, count) => new HurdleElements(own, elements, count));

    private static Univariate Bounded(
        string name, Distribution<double> distribution, double lower, double upper, Func<IndependentElements, double[]?, double[]?, int, IndependentElements> make) =>
        new(make(IndependentElements.Of(distribution), lower == Unspecified ? null : [lower], upper == Unspecified ? null : [upper], 1));

    private static ElementwiseVector Bounded(
        string name, VectorDistribution distribution, VectorArgument lower, VectorArgument upper, Func<IndependentElements, double[]?, double[]?, int, IndependentElements> make)
    {
        var length = CommonShape.Length(name, [distribution], lower, upper);
        double[]? Values(VectorArgument end) => end.IsGiven ? Filled(length, i => end[i]) : null;
        return new ElementwiseVector(make(distribution.Elements, Values(lower), Values(upper), length));
    }

    private static ElementwiseMatrix Bounded(
        string name, MatrixDistribution distribution, MatrixArgument lower, MatrixArgument upper, Func<IndependentElements, double[]?, double[]?, int, IndependentElements> make)
    {
        var (rows, columns) = CommonShape.Of(name, [distribution], lower, upper);
        double[]? Values(MatrixArgument end) => end.IsGiven ? Filled(rows * columns, i => end.At(i, columns)) : null;
        return new ElementwiseMatrix(make(distribution.Elements, Values(lower), Values(upper), rows * columns), rows, columns);
    }

    private static Univariate WithZeros(double psi, Distribution<double> distribution, Func<double[], IndependentElements, int, IndependentElements> make) =>
        new(make([psi], IndependentElements.Of(distribution), 1));

    private static ElementwiseVector WithZeros(
        string name, VectorArgument psi, VectorDistribution distribution, Func<double[], IndependentElements, int, IndependentElements> make)
    {
        var length = CommonShape.Length(name, [distribution], psi);
        return new ElementwiseVector(make(Filled(length, i => psi[i]), distribution.Elements, length));
    }

    private static ElementwiseMatrix WithZeros(
        string name, MatrixArgument psi, MatrixDistribution distribution, Func<double[], IndependentElements, int, IndependentElements> make)
    {
        var (rows, columns) = CommonShape.Of(name, [distribution], psi);
        return new ElementwiseMatrix(make(Filled(rows * columns, i => psi.At(i, columns)), distribution.Elements, rows * columns), rows, columns);
    }

    private static double[] Filled(int length, Func<int, double> value)
    {
        var values = new double[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = value(i);
        }

        return values;
    }
}
