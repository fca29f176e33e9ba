using System;
using System.Runtime.CompilerServices;
using Gen.Numerics;

namespace Gen;

// Distributions that the user defines by static methods.
public static partial class Modeling
{
    /// <summary>
    /// A distribution that the user defines: <paramref name="logDensity"/> is a static method <c>double RayleighLogDensity(double x, …)</c> marked
    /// <see cref="DistributionAttribute"/>, whose further parameters are given here in order. Its name is that of the method without <c>LogDensity</c>.
    /// </summary>
    /// <param name="logDensity">The log-density, normalised; written in the language of models.</param>
    /// <param name="draw">The sampler, which may hold any C#; without it the distribution cannot be simulated.</param>
    /// <param name="logCdf">The logarithm of the cumulative distribution function, which truncation and censoring need.</param>
    /// <param name="name">Filled in by C#'s compiler.</param>
    /// <remarks>Where it is used often, give it a name: <c>static Univariate Rayleigh(double scale) => Custom(RayleighLogDensity, scale);</c>.</remarks>
    public static Univariate Custom(
        Func<double, double> logDensity, Func<RandomStream, double>? draw = null, Func<double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Scalar(CustomFamilies.Of(name, 0, (x, p) => logDensity(x), draw is null ? null : (random, p) => draw(random), logCdf is null ? null : (x, p) => logCdf(x)));

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    public static Univariate Custom(
        Func<double, double, double> logDensity, double first, Func<RandomStream, double, double>? draw = null, Func<double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Scalar(CustomFamilies.Of(name, 1, (x, p) => logDensity(x, p[0]), draw is null ? null : (random, p) => draw(random, p[0]), logCdf is null ? null : (x, p) => logCdf(x, p[0])), first);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Custom(
        Func<double, double, double> logDensity, VectorArgument first, Func<RandomStream, double, double>? draw = null, Func<double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Along(CustomFamilies.Of(name, 1, (x, p) => logDensity(x, p[0]), draw is null ? null : (random, p) => draw(random, p[0]), logCdf is null ? null : (x, p) => logCdf(x, p[0])), first);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Custom(
        Func<double, double, double> logDensity, MatrixArgument first, Func<RandomStream, double, double>? draw = null, Func<double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Over(CustomFamilies.Of(name, 1, (x, p) => logDensity(x, p[0]), draw is null ? null : (random, p) => draw(random, p[0]), logCdf is null ? null : (x, p) => logCdf(x, p[0])), first);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    public static Univariate Custom(
        Func<double, double, double, double> logDensity, double first, double second, Func<RandomStream, double, double, double>? draw = null, Func<double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Scalar(CustomFamilies.Of(name, 2, (x, p) => logDensity(x, p[0], p[1]), draw is null ? null : (random, p) => draw(random, p[0], p[1]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1])), first, second);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Custom(
        Func<double, double, double, double> logDensity, VectorArgument first, VectorArgument second, Func<RandomStream, double, double, double>? draw = null, Func<double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Along(CustomFamilies.Of(name, 2, (x, p) => logDensity(x, p[0], p[1]), draw is null ? null : (random, p) => draw(random, p[0], p[1]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1])), first, second);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Custom(
        Func<double, double, double, double> logDensity, MatrixArgument first, MatrixArgument second, Func<RandomStream, double, double, double>? draw = null, Func<double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Over(CustomFamilies.Of(name, 2, (x, p) => logDensity(x, p[0], p[1]), draw is null ? null : (random, p) => draw(random, p[0], p[1]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1])), first, second);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    public static Univariate Custom(
        Func<double, double, double, double, double> logDensity, double first, double second, double third, Func<RandomStream, double, double, double, double>? draw = null, Func<double, double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Scalar(CustomFamilies.Of(name, 3, (x, p) => logDensity(x, p[0], p[1], p[2]), draw is null ? null : (random, p) => draw(random, p[0], p[1], p[2]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1], p[2])), first, second, third);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-1)]
    public static Elementwise<Vector> Custom(
        Func<double, double, double, double, double> logDensity, VectorArgument first, VectorArgument second, VectorArgument third, Func<RandomStream, double, double, double, double>? draw = null, Func<double, double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Along(CustomFamilies.Of(name, 3, (x, p) => logDensity(x, p[0], p[1], p[2]), draw is null ? null : (random, p) => draw(random, p[0], p[1], p[2]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1], p[2])), first, second, third);

    /// <inheritdoc cref="Custom(Func{double, double}, Func{RandomStream, double}, Func{double, double}, string)"/>
    [OverloadResolutionPriority(-2)]
    public static Elementwise<Matrix> Custom(
        Func<double, double, double, double, double> logDensity, MatrixArgument first, MatrixArgument second, MatrixArgument third, Func<RandomStream, double, double, double, double>? draw = null, Func<double, double, double, double, double>? logCdf = null,
        [CallerArgumentExpression(nameof(logDensity))] string name = "") =>
        Over(CustomFamilies.Of(name, 3, (x, p) => logDensity(x, p[0], p[1], p[2]), draw is null ? null : (random, p) => draw(random, p[0], p[1], p[2]), logCdf is null ? null : (x, p) => logCdf(x, p[0], p[1], p[2])), first, second, third);
}
