using System;
using System.Numerics;

namespace Gen;

/// <summary>A discrete Fourier transform of a length that is a power of two, in place.</summary>
/// <remarks>Cooley and Tukey (1965), radix 2, decimation in time. An instance holds the roots of unity of its length and may be shared by threads.</remarks>
internal sealed class FourierTransform
{
    private static FourierTransform latest = new(1);

    private readonly double[] cosines, sines;

    private FourierTransform(int length)
    {
        Length = length;
        cosines = new double[length / 2];
        sines = new double[length / 2];
        for (var i = 0; i < length / 2; i++)
            (sines[i], cosines[i]) = Math.SinCos(-2 * Math.PI * i / length);
    }

    /// <summary>The number of points.</summary>
    public int Length { get; }

    /// <summary>The transform of the least power of two that is at least <paramref name="length"/>.</summary>
    public static FourierTransform OfAtLeast(int length)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)length);
        var transform = latest;
        if (transform.Length != size)
            latest = transform = new FourierTransform(size);
        return transform;
    }

    /// <summary>Replaces z by Σ_t z_t exp(−2πi·kt/n).</summary>
    public void Forward(Span<double> real, Span<double> imaginary)
    {
        Permute(real, imaginary);
        for (var half = 1; half < Length; half *= 2)
        {
            var stride = Length / (2 * half);
            for (var start = 0; start < Length; start += 2 * half)
            {
                for (var k = 0; k < half; k++)
                {
                    var i = start + k;
                    var j = i + half;
                    var c = cosines[k * stride];
                    var s = sines[k * stride];
                    var re = real[j] * c - imaginary[j] * s;
                    var im = real[j] * s + imaginary[j] * c;
                    real[j] = real[i] - re;
                    imaginary[j] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private void Permute(Span<double> real, Span<double> imaginary)
    {
        for (int i = 1, j = 0; i < Length; i++)
        {
            var bit = Length >> 1;
            for (; (j & bit) != 0; bit >>= 1)
                j ^= bit;
            j |= bit;
            if (i < j)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }
    }
}
