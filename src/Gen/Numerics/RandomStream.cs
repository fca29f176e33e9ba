using System;
using System.Numerics;

namespace Gen.Numerics;

/// <summary>
/// A stream of random numbers that depends only on (seed, stream), so that results do not depend on how work is spread over threads.
/// </summary>
/// <remarks>
/// xoshiro256++ 1.0 of Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators"; its state is filled by SplitMix64
/// from the seed and the stream's number, which keeps streams apart with overwhelming probability.
/// </remarks>
public sealed class RandomStream
{
    private ulong s0, s1, s2, s3;
    private double spareNormal = double.NaN;

    /// <summary>The stream numbered <paramref name="stream"/> of <paramref name="seed"/>.</summary>
    public RandomStream(long seed, int stream = 0)
    {
        // Both numbers are mixed before they meet: SplitMix walks by a constant, so states a multiple of it apart would overlap.
        var first = unchecked((ulong)seed);
        var second = unchecked((ulong)stream);
        var state = SplitMix(ref first) ^ BitOperations.RotateLeft(SplitMix(ref second), 32);
        s0 = SplitMix(ref state);
        s1 = SplitMix(ref state);
        s2 = SplitMix(ref state);
        s3 = SplitMix(ref state);
    }

    /// <summary>The stream with a given state, of which not all may be 0.</summary>
    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    /// <summary>All that decides the numbers to come.</summary>
    internal (ulong S0, ulong S1, ulong S2, ulong S3, double SpareNormal) State
    {
        get => (s0, s1, s2, s3, spareNormal);
        set => (s0, s1, s2, s3, spareNormal) = value;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(s0 + s3, 23) + s0;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform on the open interval (0, 1): never 0 and never 1.</summary>
    public double NextDouble() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Standard normal, by the polar method of Marsaglia and Bray (1964).</summary>
    public double NextNormal()
    {
        if (!double.IsNaN(spareNormal))
        {
            var spare = spareNormal;
            spareNormal = double.NaN;
            return spare;
        }

        while (true)
        {
            var u = 2 * NextDouble() - 1;
            var v = 2 * NextDouble() - 1;
            var square = u * u + v * v;
            if (square is > 0 and < 1)
            {
                var scale = Math.Sqrt(-2 * Math.Log(square) / square);
                spareNormal = v * scale;
                return u * scale;
            }
        }
    }

    /// <summary>Uniform on 0, …, <paramref name="exclusiveUpper"/> - 1, without bias.</summary>
    /// <remarks>Lemire (2019), "Fast random integer generation in an interval".</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextInt(int exclusiveUpper)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveUpper);
        var bound = (ulong)exclusiveUpper;
        // The upper 32 bits, which pass more tests than the lower; the product's upper half is the draw.
        var product = (NextBits() >> 32) * bound;
        if ((uint)product < bound)
        {
            // 2^32 mod bound: products whose lower half is below it would come once too often.
            var threshold = (uint)((1UL << 32) % bound);
            while ((uint)product < threshold)
                product = (NextBits() >> 32) * bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>Exponential with mean 1, by inversion.</summary>
    public double NextExponential() => -Math.Log(NextDouble());

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
