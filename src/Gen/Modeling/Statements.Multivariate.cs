using System;
using System.Runtime.CompilerServices;

namespace Gen;

// Statements about whole vectors and matrices.
public static partial class Modeling
{
    /// <summary>A latent vector, whose constraint is the distribution's support.</summary>
    /// <inheritdoc cref="Sample(Distribution{double}, Centering, int)" path="/param"/>
    public static Vector Sample(
        Distribution<Vector> distribution, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) => Sampled(distribution, line);

    /// <summary>A latent matrix of independent rows, each of which has the distribution.</summary>
    /// <inheritdoc cref="Sample(Distribution{double}, Centering, int)" path="/param"/>
    [OverloadResolutionPriority(1)]
    public static Matrix Sample(
        Distribution<Vector> distribution, Dim rows, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) => Matrix.Wrap(
            rows, distribution.Elements.Size, BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, rows, line));

    /// <summary>A latent matrix, whose constraint is the distribution's support.</summary>
    /// <inheritdoc cref="Sample(Distribution{double}, Centering, int)" path="/param"/>
    public static Matrix Sample(
        Distribution<Matrix> distribution, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) => Sampled(distribution, line);

    /// <summary>A likelihood term: the vector has the distribution.</summary>
    /// <exception cref="ArgumentException">The data and the variate have different lengths.</exception>
    public static void Observe(Vector data, Distribution<Vector> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(distribution.Values(data), distribution.Elements, line);

    /// <summary>A likelihood term: the vector of counts has the distribution.</summary>
    /// <exception cref="ArgumentException">The data and the variate have different lengths.</exception>
    public static void Observe(int[] data, Distribution<Vector> distribution, [CallerLineNumber] int line = 0) =>
        Observe((Vector)data, distribution, line);

    /// <summary>A likelihood term: the rows are independent and have the distribution.</summary>
    /// <exception cref="ArgumentException">The rows and the variate have different lengths.</exception>
    public static void Observe(Matrix data, Distribution<Vector> distribution, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        var size = distribution.Elements.Size;
        Require(data.Columns == size, $"{distribution.Name}: its variate has {size} elements, the data have {data.Columns} columns.");
        BodyTrace.Current(TraceSiteKind.Observe).Observe(data.AsSpan(), distribution.Elements, line);
    }

    /// <summary>A likelihood term: the matrix has the distribution.</summary>
    /// <exception cref="ArgumentException">The data and the variate have different shapes.</exception>
    public static void Observe(Matrix data, Distribution<Matrix> distribution, [CallerLineNumber] int line = 0) =>
        BodyTrace.Current(TraceSiteKind.Observe).Observe(distribution.Values(data), distribution.Elements, line);

    /// <summary>A latent series along <paramref name="dim"/>.</summary>
    /// <inheritdoc cref="Sample(Distribution{double}, Centering, int)" path="/param"/>
    /// <exception cref="ArgumentException">The axis is shorter than the series' order.</exception>
    [OverloadResolutionPriority(1)]
    public static Vector Sample(Series series, Dim dim, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        Sample(series.Along(dim), centering, line);

    /// <summary>A latent matrix of independent series, a row each.</summary>
    /// <inheritdoc cref="Sample(Distribution{double}, Centering, int)" path="/param"/>
    /// <exception cref="ArgumentException">The rows are shorter than the series' order.</exception>
    [OverloadResolutionPriority(2)]
    public static Matrix Sample(
        Series series, Dim rows, Dim columns, Centering centering = Centering.Auto, [CallerLineNumber] int line = 0) =>
        Sample(series.Along(columns), rows, centering, line);

    /// <summary>A likelihood term: the vector is a series.</summary>
    /// <exception cref="ArgumentException">The data are shorter than the series' order.</exception>
    public static void Observe(Vector data, Series series, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        Observe(data, series.Along(data.Length), line);
    }

    /// <summary>A likelihood term: every row is a series, independent of the others.</summary>
    /// <exception cref="ArgumentException">The rows are shorter than the series' order.</exception>
    public static void Observe(Matrix data, Series series, [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        Observe(data, series.Along(data.Columns), line);
    }

    private static T Sampled<T>(Distribution<T> distribution, int line) => distribution.Wrap(
        BodyTrace.Current(TraceSiteKind.Sample).Sample(distribution.Elements, distribution.Elements.Count, line));
}
