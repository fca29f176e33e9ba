using System;

namespace Gen.Sampling;

/// <summary>
/// A log-density in the coordinates η that <see cref="IRecentering"/> speaks of, at centrings that tuning chooses. Where all are centred, it is the density itself,
/// at its cost.
/// </summary>
internal sealed class RecenteredDensity : ILogDensity
{
    private readonly IRecentering density;
    private readonly bool[] isRecentered;
    private readonly double[] centering, centered, slopes, locations, logScales;
    private bool isPlain = true;

    /// <summary>The density, centred; null where no coordinate has a location and a scale.</summary>
    public static RecenteredDensity? Of(IRecentering density) => new RecenteredDensity(density) is var made && Array.IndexOf(made.isRecentered, true) >= 0 ? made : null;

    private RecenteredDensity(IRecentering density)
    {
        this.density = density;
        isRecentered = new bool[Dimension];
        density.Mark(isRecentered);
        (centering, centered, slopes) = (new double[Dimension], new double[Dimension], new double[Dimension]);
        (locations, logScales) = (new double[Dimension], new double[Dimension]);
        Array.Fill(centering, 1);
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
            isPlain = Array.TrueForAll(centering, lambda => lambda == 1);
        }
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
    {
        if (isPlain)
            return density.Evaluate(position, gradient);
        position.CopyTo(centered);
        var logJacobian = density.Center(position, centering, centered, locations, logScales);
        var value = density.Evaluate(centered, slopes) + logJacobian;
        density.Pull(position, centering, slopes, gradient);
        for (var i = 0; i < gradient.Length; i++)
        {
            if (!isRecentered[i])
                gradient[i] += slopes[i];
        }

        return value;
    }

    /// <summary>Writes the centred coordinates of a position.</summary>
    public void Center(ReadOnlySpan<double> position, Span<double> result) => Locate(position, centering, result, locations, logScales);

    /// <summary>Writes the centred coordinates of a position, the locations and the logarithms of the scales.</summary>
    public void Locate(ReadOnlySpan<double> position, Span<double> result, Span<double> m, Span<double> logS) => Locate(position, centering, result, m, logS);

    /// <summary>Gives a centred position in the present coordinates.</summary>
    public void Uncenter(Span<double> position)
    {
        var ones = new double[Dimension];
        Array.Fill(ones, 1);
        Move(position, ones);
    }

    /// <summary>Gives a position at other centrings in the present ones.</summary>
    public void Move(Span<double> position, ReadOnlySpan<double> from)
    {
        Locate(position, from, centered, locations, logScales);
        for (var i = 0; i < position.Length; i++)
        {
            if (isRecentered[i])
                position[i] = centering[i] == 1 ? centered[i] : centering[i] * locations[i] + Math.Exp((centering[i] - 1) * logScales[i]) * (centered[i] - locations[i]);
        }
    }

    private void Locate(ReadOnlySpan<double> position, ReadOnlySpan<double> at, Span<double> result, Span<double> m, Span<double> logS)
    {
        position.CopyTo(result);
        density.Center(position, at, result, m, logS);
    }
}
