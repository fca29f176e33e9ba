using System;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>Polynomials on lanes.</summary>
internal static class PolynomialLanes
{
    /// <summary>
    /// c[0] + c[1] x + c[2] x² + …, by Horner's rule for even and odd powers apart, which halves the chain of dependent operations. The number of
    /// coefficients is even.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of<V>(V x, ReadOnlySpan<double> coefficients)
        where V : struct, ILanePrimitives<V>
    {
        var square = x * x;
        var even = V.Broadcast(coefficients[^2]);
        var odd = V.Broadcast(coefficients[^1]);
        for (var i = coefficients.Length - 4; i >= 0; i -= 2)
        {
            even = V.MultiplyAdd(even, square, coefficients[i]);
            odd = V.MultiplyAdd(odd, square, coefficients[i + 1]);
        }

        return V.MultiplyAdd(odd, x, even);
    }
}
