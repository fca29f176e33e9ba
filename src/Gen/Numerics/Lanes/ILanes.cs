using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// A fixed number of doubles that are computed with together. Emitted kernels are generic over a lane type, so that one text runs at
/// every width that a processor offers: <c>static double Kernel&lt;V&gt;(…) where V : struct, ILanes&lt;V&gt;</c>.
/// </summary>
/// <remarks>
/// <para>Conditions are doubles: 1 where they hold and 0 where they do not; <see cref="Where"/> takes every number but 0 as true.</para>
/// <para>Memory is accessed without bounds checks; a kernel's caller has checked lengths and indices once, before its loop.</para>
/// <para>
/// Every lane type computes a function by the same formula, so that a loop and its remainder agree; errors in units in the last place
/// (ulp) are stated on the formula: <see cref="Functions"/> lists them.
/// </para>
/// </remarks>
/// <typeparam name="V">The lane type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILanes<V>
    where V : struct, ILanes<V>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Zero in every lane.</summary>
    static abstract V Zero { get; }

    /// <summary>One number in every lane.</summary>
    static abstract V Broadcast(double value);

    /// <summary>source[index + l] in lane l.</summary>
    static abstract V Load(ReadOnlySpan<double> source, int index);

    /// <summary>Writes lane l to destination[index + l].</summary>
    static abstract void Store(V value, Span<double> destination, int index);

    /// <summary>Writes lane l to destination[index + l * stride].</summary>
    static abstract void StoreStrided(V value, Span<double> destination, int index, int stride);

    /// <summary>source[index + l * stride] in lane l.</summary>
    static abstract V LoadStrided(ReadOnlySpan<double> source, int index, int stride);

    /// <summary>source[indices[at + l]] in lane l.</summary>
    static abstract V Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at);

    /// <summary>source[indices[at + l] * stride + offset] in lane l.</summary>
    static abstract V Gather(ReadOnlySpan<double> source, ReadOnlySpan<int> indices, int at, int stride, int offset);

    /// <summary>Adds lane l to destination[indices[at + l]], in the order of lanes.</summary>
    static abstract void ScatterAdd(V value, Span<double> destination, ReadOnlySpan<int> indices, int at);

    /// <summary>Adds lane l to destination[indices[at + l] * stride + offset], in the order of lanes.</summary>
    static abstract void ScatterAdd(V value, Span<double> destination, ReadOnlySpan<int> indices, int at, int stride, int offset);

    /// <summary>source[index + l] as a double in lane l.</summary>
    static abstract V LoadInt(ReadOnlySpan<int> source, int index);

    /// <summary>start + l in lane l.</summary>
    static abstract V Iota(int start);

    static abstract V operator +(V left, V right);
    static abstract V operator +(V left, double right);
    static abstract V operator +(double left, V right);
    static abstract V operator -(V left, V right);
    static abstract V operator -(V left, double right);
    static abstract V operator -(double left, V right);
    static abstract V operator *(V left, V right);
    static abstract V operator *(V left, double right);
    static abstract V operator *(double left, V right);
    static abstract V operator /(V left, V right);
    static abstract V operator /(V left, double right);
    static abstract V operator /(double left, V right);
    static abstract V operator -(V value);

    /// <summary>a * b + c, rounded once where the processor can.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    /// <summary>The sum over lanes, in an order that depends only on the lane type.</summary>
    static abstract double Sum(V value);

    /// <summary>The largest lane; NaN if any lane is.</summary>
    static abstract double MaxLane(V value);

    /// <summary>The smallest lane; NaN if any lane is.</summary>
    static abstract double MinLane(V value);

    static abstract V Square(V x);
    static abstract V Sqrt(V x);
    static abstract V Exp(V x);
    static abstract V Expm1(V x);
    static abstract V Log(V x);
    static abstract V Log1p(V x);
    static abstract V Pow(V x, V y);
    static abstract V Abs(V x);
    static abstract V Sign(V x);
    static abstract V Floor(V x);
    static abstract V Truncate(V x);
    static abstract V Remainder(V x, V y);
    static abstract V Sin(V x);
    static abstract V Cos(V x);
    static abstract V Tan(V x);
    static abstract V Atan(V x);
    static abstract V Tanh(V x);
    static abstract V Max(V x, V y);
    static abstract V Min(V x, V y);
    static abstract V InverseLogit(V x);
    static abstract V Logit(V p);
    static abstract V Log1pExp(V x);
    static abstract V LogGamma(V x);
    static abstract V Digamma(V x);
    static abstract V LogBesselI0(V x);
    static abstract V BesselRatio(V x);
    static abstract V Erf(V x);
    static abstract V Erfc(V x);
    static abstract V NormalCdf(V x);
    static abstract V LogNormalCdf(V x);
    static abstract V StirlingExcess(V x);
    static abstract V StirlingExcessSlope(V x);
    static abstract V LogScaledBesselI0(V x);
    static abstract V ScaledBesselSlope(V x);
    static abstract V InverseMills(V x);
    static abstract V XLogY(V x, V y);
    static abstract V XLog1pY(V x, V y);
    static abstract V LogRatio(V x, V y);
    static abstract V PoissonDeviance(V x, V y);
    static abstract V Where(V condition, V a, V b);
    static abstract V Less(V a, V b);
    static abstract V LessOrEqual(V a, V b);
    static abstract V Equal(V a, V b);
    static abstract V And(V a, V b);
    static abstract V Or(V a, V b);
    static abstract V Not(V a);
}
