using System;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Interpretation;

/// <summary>The meaning of routines, in their plainest form, on values with derivatives: what kernels and adjoints are tested against.</summary>
internal static class Routines
{
    /// <summary>Runs a routine; the outputs, each the size of its operand, are assigned or added to in place. An operand that is not there is null.</summary>
    /// <param name="routine">Which.</param>
    /// <param name="n">The order of the matrix.</param>
    /// <param name="columns">The number of right-hand sides.</param>
    /// <param name="inputs">The inputs, row by row.</param>
    /// <param name="outputs">The outputs.</param>
    public static void Run(Routine routine, int n, int columns, Dual[]?[] inputs, Dual[]?[] outputs)
    {
        switch (routine)
        {
            case Routine.Cholesky:
                Cholesky(n, inputs[0]!, outputs[0]!);
                break;
            case Routine.CholeskyAdjoint:
                CholeskyAdjoint(n, inputs[0]!, inputs[1]!, outputs[0]!);
                break;
            case Routine.SolveLower or Routine.SolveLowerTransposed:
                Array.Copy(Solved(Triangle(n, inputs[0]!, routine == Routine.SolveLowerTransposed), n, columns, inputs[1]!), outputs[0]!, n * columns);
                break;
            case Routine.Solve:
                Array.Copy(Solved(inputs[0]!, n, columns, inputs[1]!), outputs[0]!, n * columns);
                break;
            case Routine.SolveLowerAdjoint:
                SolveAdjoint(Triangle(n, inputs[0]!, transposed: false), (i, j) => j <= i, transposed: false);
                break;
            case Routine.SolveLowerTransposedAdjoint:
                SolveAdjoint(Triangle(n, inputs[0]!, transposed: true), (i, j) => j <= i, transposed: true);
                break;
            case Routine.SolveAdjoint:
                SolveAdjoint(inputs[0]!, (_, _) => true, transposed: false);
                break;
            default:
                throw new NotSupportedException(routine.ToString());
        }

        // A x = b: b̄ += A⁻ᵀ x̄ =: λ and Ā −= λ xᵀ, of which a triangular matrix keeps its triangle.
        void SolveAdjoint(Dual[] matrix, Func<int, int, bool> isElement, bool transposed)
        {
            var (x, adjoint) = (inputs[1]!, inputs[2]!);
            var lambda = Solved(Transposed(n, matrix), n, columns, adjoint);
            for (var i = 0; i < n * columns && outputs[1] is { } right; i++)
            {
                right[i] += lambda[i];
            }

            for (var i = 0; i < n && outputs[0] is not null; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    for (var c = 0; c < columns && isElement(transposed ? j : i, transposed ? i : j); c++)
                    {
                        outputs[0]![transposed ? j * n + i : i * n + j] -= lambda[i * columns + c] * x[j * columns + c];
                    }
                }
            }
        }
    }

    private static void Cholesky(int n, Dual[] a, Dual[] l)
    {
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i < n; i++)
            {
                Dual sum = i < j ? 0 : a[i * n + j];
                for (var k = 0; k < j && i >= j; k++)
                {
                    sum -= l[i * n + k] * l[j * n + k];
                }

                l[i * n + j] = i < j ? 0 : i == j ? Dual.Sqrt(sum) : sum / l[j * n + j];
            }
        }
    }

    /// <summary>Ā = ½ L⁻ᵀ (Φ + Φᵀ) L⁻¹ with Φ the lower triangle of Lᵀ L̄, its diagonal halved (Murray 2016, arXiv 1602.07527, equation 8).</summary>
    private static void CholeskyAdjoint(int n, Dual[] l, Dual[] adjoint, Dual[] result)
    {
        var middle = new Dual[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                Dual sum = 0;
                for (var k = i; k < n; k++)
                {
                    sum += l[k * n + i] * adjoint[k * n + j];
                }

                middle[i * n + j] = 0.5 * sum;
                middle[j * n + i] = 0.5 * sum;
            }
        }

        var left = Solved(Triangle(n, l, transposed: true), n, n, middle);
        var both = Solved(Triangle(n, l, transposed: true), n, n, Transposed(n, left));
        for (var i = 0; i < n * n; i++)
        {
            result[i] += both[i];
        }
    }

    private static Dual[] Triangle(int n, Dual[] l, bool transposed)
    {
        var triangle = new Dual[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                triangle[transposed ? j * n + i : i * n + j] = l[i * n + j];
            }
        }

        return triangle;
    }

    private static Dual[] Transposed(int n, Dual[] a)
    {
        var result = new Dual[n * n];
        for (var i = 0; i < n * n; i++)
        {
            result[i % n * n + i / n] = a[i];
        }

        return result;
    }

    /// <summary>A⁻¹ b by elimination with partial pivoting.</summary>
    private static Dual[] Solved(Dual[] matrix, int n, int columns, Dual[] right)
    {
        var (a, x) = ((Dual[])matrix.Clone(), (Dual[])right.Clone());
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                pivot = Math.Abs(a[i * n + k].Value) > Math.Abs(a[pivot * n + k].Value) ? i : pivot;
            }

            for (var j = 0; j < n; j++)
            {
                (a[k * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[k * n + j]);
            }

            for (var c = 0; c < columns; c++)
            {
                (x[k * columns + c], x[pivot * columns + c]) = (x[pivot * columns + c], x[k * columns + c]);
            }

            for (var i = 0; i < n; i++)
            {
                var factor = i == k ? a[k * n + k] : a[i * n + k] / a[k * n + k];
                for (var j = k; j < n && i != k; j++)
                {
                    a[i * n + j] -= factor * a[k * n + j];
                }

                for (var c = 0; c < columns && i != k; c++)
                {
                    x[i * columns + c] -= factor * x[k * columns + c];
                }
            }
        }

        for (var i = 0; i < n * columns; i++)
        {
            x[i] /= a[i / columns * n + i / columns];
        }

        return x;
    }
}
