using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Registers = System.Numerics.Vector;

namespace Gen.Sampling;

/// <summary>Sums over vectors whose length is a whole number of registers (see <see cref="PaddedLength"/>).</summary>
/// <remarks>
/// These and all else that every step runs are compiled fully at once: a small model is done sampling before the runtime would have replaced
/// their first, unoptimised code.
/// </remarks>
internal static class PaddedVectors
{
    /// <summary>x·y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var sum = Vector<double>.Zero;
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)Vector<double>.Count)
            sum += Registers.LoadUnsafe(ref a, i) * Registers.LoadUnsafe(ref b, i);
        return Registers.Sum(sum);
    }

    /// <summary>x·y for vectors of any one length.</summary>
    public static double DotUnpadded(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var whole = x.Length / Vector<double>.Count * Vector<double>.Count;
        var sum = Dot(x[..whole], y[..whole]);
        for (var i = whole; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>y ← y + factor · x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(double factor, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        var scale = new Vector<double>(factor);
        for (nuint i = 0; i < (nuint)x.Length; i += (nuint)Vector<double>.Count)
            (Registers.LoadUnsafe(ref b, i) + scale * Registers.LoadUnsafe(ref a, i)).StoreUnsafe(ref b, i);
    }
}
