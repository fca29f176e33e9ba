using System;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>The determinant of a matrix by elimination with pivots.</summary>
internal static class Determinant
{
    /// <summary>The logarithm of its size.</summary>
    public static double LogOf(double[][] rows)
    {
        var sum = 0.0;
        for (var k = 0; k < rows.Length; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < rows.Length; i++)
            {
                pivot = Math.Abs(rows[i][k]) > Math.Abs(rows[pivot][k]) ? i : pivot;
            }

            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            sum += Math.Log(Math.Abs(rows[k][k]));
            for (var i = k + 1; i < rows.Length; i++)
            {
                var factor = rows[i][k] / rows[k][k];
                for (var j = k; j < rows.Length; j++)
                {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }

        return sum;
    }
}
