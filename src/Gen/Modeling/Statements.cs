using System;
using System.Runtime.CompilerServices;

namespace Gen;

/// <summary>
/// The language of models: statements, distributions and functions. A model's body is written with <c>using static Gen.Modeling;</c>.
/// </summary>
/// <remarks>
/// Generated code does not call the statements: the compiler reads them. They execute, with doubles, within <see cref="BodyTrace.Run"/>, and
/// throw <see cref="InvalidOperationException"/> outside it. The parameter <c>line</c> is filled in by C#'s compiler.
/// </remarks>
public static partial class Modeling
{
    // Lines are integers, and integers convert to Dim: without priorities Sample(d, 5) would be a latent number on line 5.

    /// <summary>A latent number. Its name is the variable's to which it is assigned, its constraint the distribution's support.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="centering">How a latent with a location and a scale is parameterised where it is inferred; executing the body ignores it.</param>
    public static double Sample(
        Distribution<double> distribution, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) => Sampled(distribution, line);

    /// <summary>A latent vector along <paramref name="dim"/> of independent and identically distributed elements.</summary>
    [OverloadResolutionPriority(1)]
    public static Vector Sample(
        Distribution<double> distribution, Dim dim, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        Vector.Wrap(BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, dim, line));

    /// <summary>A latent matrix of independent and identically distributed elements.</summary>
    [OverloadResolutionPriority(2)]
    public static Matrix Sample(
        Distribution<double> distribution, Dim rows, Dim columns, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        Matrix.Wrap(rows, columns, BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, rows * columns, line));

    /// <summary>A latent vector of the shape of its parameters.</summary>
    public static Vector Sample(
        Elementwise<Vector> distribution, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        distribution.Wrap(BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, distribution.Elements.Count, line));

    /// <summary>A latent vector of the shape of its parameters, whose axis is <paramref name="dim"/>.</summary>
    /// <exception cref="ArgumentException">The axis and the parameters have different lengths.</exception>
    [OverloadResolutionPriority(1)]
    public static Vector Sample(
        Elementwise<Vector> distribution, Dim dim, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0)
    {
        Require(
            distribution.Elements.Count == dim.Length,
            $"{distribution.Name}: its parameters have {distribution.Elements.Count} elements, the axis has {dim.Length}.");
        return Sample(distribution, centering, line);
    }

    /// <summary>A latent matrix of the shape of its parameters.</summary>
    public static Matrix Sample(
        Elementwise<Matrix> distribution, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        distribution.Wrap(BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, distribution.Elements.Count, line));

    /// <summary>A latent matrix of the shape of its parameters, whose axes are <paramref name="rows"/> and <paramref name="columns"/>.</summary>
    /// <exception cref="ArgumentException">The axes and the parameters have different lengths.</exception>
    [OverloadResolutionPriority(2)]
    public static Matrix Sample(
        Elementwise<Matrix> distribution, Dim rows, Dim columns, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0)
    {
        Require(
            distribution.Columns == columns.Length && distribution.Elements.Count == rows * columns,
            $"{distribution.Name}: its parameters have {distribution.Elements.Count} elements in {distribution.Columns} columns, the axes are {rows.Length} by {columns.Length}.");
        return Sample(distribution, centering, line);
    }

    /// <summary>A likelihood term: a number has the distribution.</summary>
    public static void Observe(double data, Distribution<double> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe([data], distribution.Elements, line);

    /// <summary>A likelihood term: a truth, 1 or 0, has the distribution.</summary>
    public static void Observe(bool data, Distribution<double> distribution, [CallerLineNumber] int line = 0) =>
        Observe(data ? 1.0 : 0, distribution, line);

    /// <summary>A likelihood term: the elements are independent and have the distribution.</summary>
    public static void Observe(Vector data, Distribution<double> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(data.AsSpan(), distribution.Elements, line);

    /// <summary>A likelihood term: the counts or classes are independent and have the distribution.</summary>
    public static void Observe(int[] data, Distribution<double> distribution, [CallerLineNumber] int line = 0) =>
        Observe((Vector)data, distribution, line);

    /// <summary>A likelihood term: the elements are independent and have the distribution.</summary>
    public static void Observe(Matrix data, Distribution<double> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(data.AsSpan(), distribution.Elements, line);

    /// <summary>A likelihood term: every element has the distribution of that element.</summary>
    /// <exception cref="ArgumentException">The data and the parameters have different lengths.</exception>
    public static void Observe(Vector data, Elementwise<Vector> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(distribution.Values(data), distribution.Elements, line);

    /// <summary>A likelihood term: every count or class has the distribution of that element.</summary>
    /// <exception cref="ArgumentException">The data and the parameters have different lengths.</exception>
    public static void Observe(int[] data, Elementwise<Vector> distribution, [CallerLineNumber] int line = 0) =>
        Observe((Vector)data, distribution, line);

    /// <summary>A likelihood term: every element has the distribution of its column.</summary>
    /// <exception cref="ArgumentException">The parameters have not an element for each column.</exception>
    public static void Observe(Matrix data, Elementwise<Vector> distribution, [CallerLineNumber] int line = 0)
    {
        Require(
            distribution.Elements.Count == data.Columns,
            $"{distribution.Name}: its parameters have {distribution.Elements.Count} elements, the data have {data.Columns} columns.");
        BodyTrace.Current(TraceSiteKind.Observe).Observe(data.AsSpan(), distribution.Elements, line);
    }

    /// <summary>A likelihood term: every element has the distribution of that element.</summary>
    /// <exception cref="ArgumentException">The data and the parameters have different shapes.</exception>
    public static void Observe(Matrix data, Elementwise<Matrix> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(distribution.Values(data), distribution.Elements, line);

    /// <summary>Records a quantity under its variable's name, and makes it addressable.</summary>
    /// <returns>The value itself.</returns>
    public static double Deterministic(double value, [CallerLineNumber] int line = 0)
    {
        BodyTrace.Current(TraceSiteKind.Deterministic).Deterministic([value], line);
        return value;
    }

    /// <inheritdoc cref="Deterministic(double, int)"/>
    public static Vector Deterministic(Vector value, [CallerLineNumber] int line = 0)
    {
        BodyTrace.Current(TraceSiteKind.Deterministic).Deterministic(value.AsSpan(), line);
        return value;
    }

    /// <inheritdoc cref="Deterministic(double, int)"/>
    public static Matrix Deterministic(Matrix value, [CallerLineNumber] int line = 0)
    {
        BodyTrace.Current(TraceSiteKind.Deterministic).Deterministic(value.AsSpan(), line);
        return value;
    }

    /// <summary>Records a truth as 1 or 0, so that its mean is a probability, and makes it addressable.</summary>
    /// <returns>1 or 0.</returns>
    public static double Deterministic(bool value, [CallerLineNumber] int line = 0) => Deterministic(value ? 1.0 : 0, line);

    /// <summary>Adds a number to the log-density.</summary>
    public static void Potential(double value, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Potential).Potential([value], line);

    /// <summary>Adds the sum of the elements to the log-density.</summary>
    public static void Potential(Vector value, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Potential).Potential(value.AsSpan(), line);

    /// <summary>Adds the sum of the elements to the log-density.</summary>
    public static void Potential(Matrix value, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Potential).Potential(value.AsSpan(), line);
}
