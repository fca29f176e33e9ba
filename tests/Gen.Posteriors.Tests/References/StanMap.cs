using System;

namespace Gen.Posteriors.Tests.References;

/// <summary>A transform that is not Stan's: how our coordinates of a piece of a latent follow from Stan's.</summary>
/// <param name="Elements">The elements of a piece, of which a latent is one or several.</param>
/// <param name="Coordinates">The coordinates of a piece.</param>
public abstract record StanMap(int Elements, int Coordinates)
{
    /// <summary>Computes our coordinates of a piece, and gives log |∂ours/∂Stan's|.</summary>
    public abstract double Map(ReadOnlySpan<double> stan, Span<double> ours);

    /// <summary>The slopes by Stan's coordinates of what has <paramref name="slopes"/> by ours, with those of log |∂ours/∂Stan's|.</summary>
    public abstract void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient);
}

/// <summary>The same coordinate.</summary>
public sealed record StanSame() : StanMap(1, 1)
{
    /// <inheritdoc/>
    public override double Map(ReadOnlySpan<double> stan, Span<double> ours)
    {
        ours[0] = stan[0];
        return 0;
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient) => gradient[0] = slopes[0];
}

/// <summary>A matrix, which Stan has by columns and we by rows; so also vectors of Stan's that are columns of a matrix of ours.</summary>
public sealed record StanColumns(int Rows, int Columns) : StanMap(Rows * Columns, Rows * Columns)
{
    /// <inheritdoc/>
    public override double Map(ReadOnlySpan<double> stan, Span<double> ours)
    {
        for (var i = 0; i < stan.Length; i++)
        {
            ours[i % Rows * Columns + i / Rows] = stan[i];
        }

        return 0;
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = slopes[i % Rows * Columns + i / Rows];
        }
    }
}

/// <summary>Numbers that Stan's program leaves unconstrained, and whose priors keep them between bounds: our coordinates are log((x − lower) / (upper − x)).</summary>
public sealed record StanUnbounded(double[] Lower, double[] Upper) : StanMap(Lower.Length, Lower.Length)
{
    /// <inheritdoc/>
    public override double Map(ReadOnlySpan<double> stan, Span<double> ours)
    {
        var logVolume = 0.0;
        for (var i = 0; i < stan.Length; i++)
        {
            ours[i] = Math.Log((stan[i] - Lower[i]) / (Upper[i] - stan[i]));
            logVolume += Math.Log(Slope(stan[i], i));
        }

        return logVolume;
    }

    /// <inheritdoc/>
    public override void Pull(ReadOnlySpan<double> stan, ReadOnlySpan<double> slopes, Span<double> gradient)
    {
        for (var i = 0; i < stan.Length; i++)
        {
            gradient[i] = slopes[i] * Slope(stan[i], i) - 1 / (stan[i] - Lower[i]) + 1 / (Upper[i] - stan[i]);
        }
    }

    private double Slope(double x, int i) => (Upper[i] - Lower[i]) / ((x - Lower[i]) * (Upper[i] - x));
}
