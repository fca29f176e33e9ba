using System;
using System.Runtime.Intrinsics;

namespace Gen.Numerics;

/// <summary>
/// The history of a method of backward differences on a grid of equal steps: ∇⁰y, ∇¹y, … of coupled states at the time last reached.
/// </summary>
/// <remarks>L. F. Shampine and M. W. Reichelt, <i>The MATLAB ODE Suite</i>, SIAM J. Sci. Comput. 18 (1997) 1–22, section 2.</remarks>
internal sealed class BackwardDifferences
{
    /// <summary>The highest order of the formulae.</summary>
    public const int MaxOrder = 5;

    private readonly Vector256<double>[][] differences = new Vector256<double>[MaxOrder + 3][];
    private readonly double[] change = new double[(MaxOrder + 1) * (MaxOrder + 1)];
    private readonly double[] rescaled = new double[(MaxOrder + 1) * (MaxOrder + 1)];
    private readonly double[] unscaled = new double[(MaxOrder + 1) * (MaxOrder + 1)];

    public BackwardDifferences(int capacity)
    {
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = new Vector256<double>[capacity];
        }
    }

    /// <summary>∇ʲy; the two beyond the order are what the errors of the neighbouring orders are estimated from.</summary>
    public Vector256<double>[] this[int j] => differences[j];

    /// <summary>The history of a beginning: the derivative times the step is the first difference.</summary>
    public void Begin(Vector256<double>[] derivative, double step, int blocks)
    {
        for (var j = 1; j < differences.Length; j++)
        {
            Array.Clear(differences[j]);
        }

        for (var i = 0; i < blocks; i++)
        {
            differences[1][i] = step * derivative[i];
        }
    }

    /// <summary>The extrapolation of the history by a step.</summary>
    public void Predict(int order, int blocks, Vector256<double>[] prediction)
    {
        for (var i = 0; i < blocks; i++)
        {
            var sum = differences[0][i];
            for (var j = 1; j <= order; j++)
            {
                sum += differences[j][i];
            }

            prediction[i] = sum;
        }
    }

    /// <summary>Moves the history on by a step that arrives at the prediction plus a correction.</summary>
    public void Advance(int order, int blocks, Vector256<double>[] correction)
    {
        for (var i = 0; i < blocks; i++)
        {
            var difference = correction[i];
            differences[order + 2][i] = difference - differences[order + 1][i];
            differences[order + 1][i] = difference;
            for (var j = order; j >= 0; j--)
            {
                difference += differences[j][i];
                differences[j][i] = difference;
            }
        }
    }

    /// <summary>The interpolation of the history <paramref name="back"/> steps before the time reached.</summary>
    public void Interpolate(double back, int order, int blocks, Vector256<double>[] result)
    {
        differences[0].AsSpan(0, blocks).CopyTo(result);
        var weight = 1.0;
        for (var j = 1; j <= order; j++)
        {
            weight *= (j - 1 - back) / j;
            for (var i = 0; i < blocks; i++)
            {
                result[i] += weight * differences[j][i];
            }
        }
    }

    /// <summary>Moves the history to a grid whose step is <paramref name="factor"/> times as long, by interpolation.</summary>
    public void Rescale(double factor, int order, int blocks)
    {
        Grid(factor, order, rescaled);
        Grid(1, order, unscaled);
        const int stride = MaxOrder + 1;
        for (var i = 1; i <= order; i++)
        {
            for (var j = 1; j <= order; j++)
            {
                var sum = 0.0;
                for (var k = 1; k <= order; k++)
                {
                    sum += rescaled[i * stride + k] * unscaled[k * stride + j];
                }

                change[i * stride + j] = sum;
            }
        }

        Span<Vector256<double>> old = stackalloc Vector256<double>[MaxOrder + 1];
        for (var at = 0; at < blocks; at++)
        {
            for (var i = 1; i <= order; i++)
            {
                old[i] = differences[i][at];
            }

            for (var j = 1; j <= order; j++)
            {
                var sum = Vector256<double>.Zero;
                for (var i = 1; i <= order; i++)
                {
                    sum += change[i * stride + j] * old[i];
                }

                differences[j][at] = sum;
            }
        }
    }

    /// <summary>R(factor) of Shampine and Reichelt's section 2.3: the differences' binomials at points of the new grid.</summary>
    private static void Grid(double factor, int order, double[] matrix)
    {
        const int stride = MaxOrder + 1;
        for (var j = 1; j <= order; j++)
        {
            var product = 1.0;
            for (var i = 1; i <= order; i++)
            {
                product *= (i - 1 - factor * j) / i;
                matrix[i * stride + j] = product;
            }
        }
    }
}
