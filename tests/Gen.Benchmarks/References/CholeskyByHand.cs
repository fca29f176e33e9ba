using System;

namespace Gen.Benchmarks.References;

/// <summary>The Cholesky factorisation and its derivative as the formulas read, a number at a time.</summary>
internal static class CholeskyByHand
{
    public static void Factor(double[] matrix, int n, double[] factor)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * n + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= factor[i * n + k] * factor[j * n + k];
                }

                factor[i * n + j] = i == j ? Math.Sqrt(sum) : sum / factor[j * n + j];
            }
        }
    }

    /// <summary>Smith (1995): the factorisation's statements in reverse.</summary>
    public static void Adjoint(double[] factor, int n, double[] factorAdjoint, double[] matrixAdjoint, double[] scratch)
    {
        Array.Copy(factorAdjoint, scratch, n * n);
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i; j >= 0; j--)
            {
                if (i == j)
                {
                    scratch[i * n + i] *= 0.5 / factor[i * n + i];
                }
                else
                {
                    scratch[i * n + j] /= factor[j * n + j];
                    scratch[j * n + j] -= scratch[i * n + j] * factor[i * n + j];
                }

                var weight = scratch[i * n + j];
                for (var k = 0; k < j; k++)
                {
                    scratch[i * n + k] -= weight * factor[j * n + k];
                    scratch[j * n + k] -= weight * factor[i * n + k];
                }

                matrixAdjoint[i * n + j] += 0.5 * weight;
                matrixAdjoint[j * n + i] += 0.5 * weight;
            }
        }
    }
}
