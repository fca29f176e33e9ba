using System;

namespace Gen.Sampling;

/// <summary>
/// A log-density in the coordinates η that <see cref="IRecentering"/> speaks of, at centrings that tuning chooses. Where all are as they are written, it is the density
/// itself, at its cost.
/// </summary>
internal sealed class RecenteredDensity : ILogDensity
{
    private readonly IRecentering density;
    private readonly bool[] isRecentered;
    private readonly double[] written, centering, own, slopes, locations, logScales;
    private bool isPlain = true;

    /// <summary>The density, as it is written; null where no coordinate has a location and a scale.</summary>
    public static RecenteredDensity? Of(IRecentering density) => new RecenteredDensity(density) is var made && Array.IndexOf(made.isRecentered, true) >= 0 ? made : null;

    private RecenteredDensity(IRecentering density)
    {
        this.density = density;
        (written, centering) = (new double[Dimension], new double[Dimension]);
        (own, slopes) = (new double[Dimension], new double[Dimension]);
        (locations, logScales) = (new double[Dimension], new double[Dimension]);
        Array.Fill(written, double.NaN);
        density.Mark(written);
        isRecentered = Array.ConvertAll(written, lambda => !double.IsNaN(lambda));
        for (var i = 0; i < Dimension; i++)
            centering[i] = written[i] = isRecentered[i] ? written[i] : 1;
    }

    /// <inheritdoc/>
    public int Dimension => density.Dimension;

    /// <summary>Whether a coordinate has a location and a scale.</summary>
    public ReadOnlySpan<bool> IsRecentered => isRecentered;

    /// <summary>λ of each coordinate: 1 where it has no location and scale.</summary>
    public ReadOnlySpan<double> Centering
    {
        get => centering;
        set
        {
            value.CopyTo(centering);
            isPlain = value.SequenceEqual(written);
        }
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        if (isPlain)
            return density.Evaluate(position, gradient);
        position.CopyTo(own);
        var logJacobian = density.Center(position, centering, own, locations, logScales);
        var value = density.Evaluate(own, slopes) + logJacobian;
        density.Pull(position, centering, slopes, gradient);
        for (var i = 0; i < gradient.Length; i++)
        {
            if (!isRecentered[i])
                gradient[i] += slopes[i];
        }

        return value;
    }

    /// <summary>Writes the density's own coordinates of a position.</summary>
    public void ToOwn(ReadOnlySpan<double> position, Span<double> result)
    {
        position.CopyTo(result);
        density.Center(position, centering, result, locations, logScales);
    }

    /// <summary>Gives a position in the density's own coordinates in the present ones.</summary>
    public void FromOwn(Span<double> position) => Move(position, written);

    /// <summary>Writes the centred coordinates of a position, the locations and the logarithms of the scales.</summary>
    public void Locate(ReadOnlySpan<double> position, Span<double> result, Span<double> m, Span<double> logS) => Locate(position, centering, result, m, logS);

    /// <summary>Gives a position at other centrings in the present ones.</summary>
    public void Move(Span<double> position, ReadOnlySpan<double> from)
    {
        Locate(position, from, own, locations, logScales);
        for (var i = 0; i < position.Length; i++)
        {
            if (isRecentered[i] && centering[i] != from[i])
                position[i] = centering[i] == 1 ? own[i] : centering[i] * locations[i] + Math.Exp((centering[i] - 1) * logScales[i]) * (own[i] - locations[i]);
        }
    }

    private void Locate(ReadOnlySpan<double> position, ReadOnlySpan<double> at, Span<double> result, Span<double> m, Span<double> logS)
    {
        position.CopyTo(result);
        density.Center(position, at, result, m, logS);
        for (var i = 0; i < result.Length; i++)
        {
            if (written[i] == 0)
                result[i] = m[i] + Math.Exp(logS[i]) * result[i];
        }
    }
}
