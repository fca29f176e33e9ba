using System;

namespace Gen;

/// <summary>Autocovariances of chains by the Wiener–Khinchin theorem.</summary>
internal static class Autocovariance
{
    /// <summary>
    /// The biased autocovariances (divisor: the chain's length) at lags 0 … length − 1, averaged over chains. Each chain is centred at its own mean.
    /// </summary>
    /// <remarks>
    /// Two chains share a transform as real and imaginary part, z = x + iy, because the real part of z's autocovariance is the sum of x's and
    /// y's; and since only the sum over chains is wanted, the power spectra are added and transformed back once.
    /// </remarks>
    public static double[] Averaged(ReadOnlySpan<double> values, int chains)
    {
        var length = values.Length / chains;

        // Padding with as many zeros keeps the circular transform from wrapping round.
        var transform = FourierTransform.OfAtLeast(2 * length);
        var real = new double[transform.Length];
        var imaginary = new double[transform.Length];
        var power = new double[transform.Length];
        for (var c = 0; c < chains; c += 2)
        {
            Array.Clear(real);
            Array.Clear(imaginary);
            Centre(values.Slice(c * length, length), real);
            if (c + 1 < chains)
                Centre(values.Slice((c + 1) * length, length), imaginary);

            transform.Forward(real, imaginary);
            for (var k = 0; k < power.Length; k++)
                power[k] += real[k] * real[k] + imaginary[k] * imaginary[k];
        }

        // The power spectrum is real, so the forward transform differs from the inverse only by conjugation and the factor 1/n.
        Array.Clear(imaginary);
        transform.Forward(power, imaginary);
        var scale = 1.0 / ((double)transform.Length * length * chains);
        var covariances = new double[length];
        for (var t = 0; t < length; t++)
            covariances[t] = power[t] * scale;
        return covariances;
    }

    private static void Centre(ReadOnlySpan<double> chain, Span<double> destination)
    {
        var mean = Moments.Mean(chain);
        for (var t = 0; t < chain.Length; t++)
            destination[t] = chain[t] - mean;
    }
}
