using System;
using System.Numerics;

namespace Gen;

/// <summary>A discrete Fourier transform of a length that is a power of two, in place.</summary>
/// <remarks>Cooley and Tukey (1965), radix 2, decimation in time. An instance holds the roots of unity of its length and may be shared by threads.</remarks>
internal sealed class FourierTransform
{
    private static FourierTransform latest = new(1);

    // The roots of every stage lie one after the other (a stage of half-length h begins at h), so that a butterfly reads them in order.
    private readonly double[] cosines, sines;
    private readonly int[] reversed;

    private FourierTransform(int length)
    {
        Length = length;
        cosines = new double[length];
        sines = new double[length];
        for (var half = 1; half < length; half *= 2)
        {
            for (var k = 0; k < half; k++)
                (sines[half + k], cosines[half + k]) = Math.SinCos(-Math.PI * k / half);
        }

        reversed = new int[length];
        for (var i = 1; i < length; i++)
            reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) * (length >> 1));
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
        for (var i = 0; i < Length; i++)
        {
            var j = reversed[i];
            if (i < j)
            {
                (real[i], real[j]) = (real[j], real[i]);
                (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
            }
        }

        for (var half = 1; half < Length; half *= 2)
        {
            for (var start = 0; start < Length; start += 2 * half)
            {
                Butterflies(
                    real.Slice(start, half),
                    imaginary.Slice(start, half),
                    real.Slice(start + half, half),
                    imaginary.Slice(start + half, half),
                    cosines.AsSpan(half, half),
                    sines.AsSpan(half, half));
            }
        }
    }

    private static void Butterflies(Span<double> a, Span<double> ai, Span<double> b, Span<double> bi, ReadOnlySpan<double> cosines, ReadOnlySpan<double> sines)
    {
        var k = 0;
        for (; k + System.Numerics.Vector<double>.Count <= a.Length; k += System.Numerics.Vector<double>.Count)
        {
            var c = new System.Numerics.Vector<double>(cosines[k..]);
            var s = new System.Numerics.Vector<double>(sines[k..]);
            var (x, y) = (new System.Numerics.Vector<double>(b[k..]), new System.Numerics.Vector<double>(bi[k..]));
            var (u, v) = (new System.Numerics.Vector<double>(a[k..]), new System.Numerics.Vector<double>(ai[k..]));
            var (re, im) = (x * c - y * s, x * s + y * c);
            (u - re).CopyTo(b[k..]);
            (v - im).CopyTo(bi[k..]);
            (u + re).CopyTo(a[k..]);
            (v + im).CopyTo(ai[k..]);
        }

        for (; k < a.Length; k++)
        {
            var re = b[k] * cosines[k] - bi[k] * sines[k];
            var im = b[k] * sines[k] + bi[k] * cosines[k];
            (b[k], bi[k]) = (a[k] - re, ai[k] - im);
            a[k] += re;
            ai[k] += im;
        }
    }
}
