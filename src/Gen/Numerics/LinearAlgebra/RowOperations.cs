using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>Operations on one or two rows, on lanes where the rows are long enough.</summary>
internal static class RowOperations
{
    // Shorter rows are not worth a call.
    private const int Short = 8;

    /// <summary>Σ xᵢ yᵢ; as many as <paramref name="x"/> has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length >= Short)
            return DotOnLanes(x, y);
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    /// <summary>y += s x; as many as <paramref name="x"/> has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(double scale, ReadOnlySpan<double> x, Span<double> y)
    {
        if (x.Length >= Short)
        {
            AddScaledOnLanes(scale, x, y);
            return;
        }

        for (var i = 0; i < x.Length; i++)
            y[i] += scale * x[i];
    }

    /// <summary>x ← s x.</summary>
    public static void Scale(double scale, Span<double> x)
    {
        foreach (ref var element in x)
            element *= scale;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double DotOnLanes(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var i = 0;
        var sum = 0.0;
        if (Vector512.IsHardwareAccelerated && x.Length >= 4 * Lanes512.Count)
            sum += Dot<Lanes512>(x, y, ref i);
        if (Vector256.IsHardwareAccelerated && x.Length - i >= Lanes256.Count)
            sum += Dot<Lanes256>(x, y, ref i);
        for (; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaledOnLanes(double scale, ReadOnlySpan<double> x, Span<double> y)
    {
        var i = 0;
        if (Vector512.IsHardwareAccelerated && x.Length >= 4 * Lanes512.Count)
            AddScaled<Lanes512>(scale, x, y, ref i);
        if (Vector256.IsHardwareAccelerated && x.Length - i >= Lanes256.Count)
            AddScaled<Lanes256>(scale, x, y, ref i);
        for (; i < x.Length; i++)
            y[i] += scale * x[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot<V>(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ref int at)
        where V : struct, ILanes<V>
    {
        var i = at;
        V a = V.Zero, b = V.Zero, c = V.Zero, d = V.Zero;
        for (; i + 4 * V.Count <= x.Length; i += 4 * V.Count)
        {
            a = V.MultiplyAdd(V.Load(x, i), V.Load(y, i), a);
            b = V.MultiplyAdd(V.Load(x, i + V.Count), V.Load(y, i + V.Count), b);
            c = V.MultiplyAdd(V.Load(x, i + 2 * V.Count), V.Load(y, i + 2 * V.Count), c);
            d = V.MultiplyAdd(V.Load(x, i + 3 * V.Count), V.Load(y, i + 3 * V.Count), d);
        }

        for (; i + V.Count <= x.Length; i += V.Count)
            a = V.MultiplyAdd(V.Load(x, i), V.Load(y, i), a);
        at = i;
        return V.Sum((a + b) + (c + d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled<V>(double scale, ReadOnlySpan<double> x, Span<double> y, ref int at)
        where V : struct, ILanes<V>
    {
        var i = at;
        var factor = V.Broadcast(scale);
        for (; i + V.Count <= x.Length; i += V.Count)
            V.Store(V.MultiplyAdd(factor, V.Load(x, i), V.Load(y, i)), y, i);
        at = i;
    }
}
