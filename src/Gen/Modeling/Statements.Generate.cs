using System.Runtime.CompilerServices;

namespace Gen;

// Quantities that are drawn once the latents are known.
public static partial class Modeling
{
    /// <summary>
    /// A quantity that is drawn from the distribution once the latents are known: replicated data, a forecast, a class by its probabilities. It is
    /// recorded with the posterior's draws under its variable's name, simulated and predicted; it adds no term to the log-density.
    /// </summary>
    /// <param name="distribution">The distribution, discrete or continuous, whose parameters may be anything in the model.</param>
    /// <remarks>
    /// Later deterministics and generated quantities may be computed from it (<c>Deterministic(Mean(yRep &gt; 3))</c>); latents, likelihoods and
    /// potentials may not. An objective reads it as it was recorded with each draw.
    /// </remarks>
    public static double Generate(Distribution<double> distribution, [CallerLineNumber] int line = 0) => Generated(distribution, line);

    /// <summary>A generated vector along <paramref name="dim"/> of independent and identically distributed elements.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    [OverloadResolutionPriority(1)]
    public static Vector Generate(Distribution<double> distribution, Dim dim, [CallerLineNumber] int line = 0) =>
        Vector.Wrap(BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, dim, line));

    /// <summary>A generated matrix of independent and identically distributed elements.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    [OverloadResolutionPriority(2)]
    public static Matrix Generate(Distribution<double> distribution, Dim rows, Dim columns, [CallerLineNumber] int line = 0) =>
        Matrix.Wrap(rows, columns, BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, rows * columns, line));

    /// <summary>A generated vector of the shape of its distribution's parameters.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    public static Vector Generate(Elementwise<Vector> distribution, [CallerLineNumber] int line = 0) =>
        distribution.Wrap(BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, distribution.Elements.Count, line));

    /// <summary>A generated vector of the shape of its distribution's parameters, whose axis is <paramref name="dim"/>.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    /// <exception cref="System.ArgumentException">The axis and the parameters have different lengths.</exception>
    [OverloadResolutionPriority(1)]
    public static Vector Generate(Elementwise<Vector> distribution, Dim dim, [CallerLineNumber] int line = 0)
    {
        Require(
            distribution.Elements.Count == dim.Length,
            $"{distribution.Name}: its parameters have {distribution.Elements.Count} elements, the axis has {dim.Length}.");
        return Generate(distribution, line: line);
    }

    /// <summary>A generated matrix of the shape of its distribution's parameters.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    public static Matrix Generate(Elementwise<Matrix> distribution, [CallerLineNumber] int line = 0) =>
        distribution.Wrap(BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, distribution.Elements.Count, line));

    /// <summary>A generated vector that has the distribution.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    public static Vector Generate(Distribution<Vector> distribution, [CallerLineNumber] int line = 0) => Generated(distribution, line);

    /// <summary>A generated matrix of independent rows, each of which has the distribution.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    [OverloadResolutionPriority(1)]
    public static Matrix Generate(Distribution<Vector> distribution, Dim rows, [CallerLineNumber] int line = 0) => Matrix.Wrap(
        rows, distribution.Elements.Size, BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, rows, line));

    /// <summary>A generated matrix that has the distribution.</summary>
    /// <inheritdoc cref="Generate(Distribution{double}, int)" path="/param"/>
    public static Matrix Generate(Distribution<Matrix> distribution, [CallerLineNumber] int line = 0) => Generated(distribution, line);

    /// <summary>A generated series along <paramref name="dim"/>.</summary>
    /// <exception cref="System.ArgumentException">The axis is shorter than the series' order.</exception>
    [OverloadResolutionPriority(1)]
    public static Vector Generate(Series series, Dim dim, [CallerLineNumber] int line = 0) => Generate(series.Along(dim), line: line);

    /// <summary>A generated matrix of independent series, a row each.</summary>
    /// <exception cref="System.ArgumentException">The rows are shorter than the series' order.</exception>
    [OverloadResolutionPriority(2)]
    public static Matrix Generate(Series series, Dim rows, Dim columns, [CallerLineNumber] int line = 0) => Generate(series.Along(columns), rows, line: line);

    private static T Generated<T>(Distribution<T> distribution, int line) => distribution.Wrap(
        BodyTrace.Current(TraceSiteKind.Generate).Generate(distribution.Elements, distribution.Elements.Count, line));
}
