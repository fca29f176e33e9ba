using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gen.Numerics;

/// <summary>The eigenvalues and eigenvectors of a symmetric matrix A = Vᵀ Λ V, row-major. Nothing is allocated.</summary>
/// <remarks>
/// Householder reflections to a tridiagonal matrix and the implicit QL method with Wilkinson's shift: G. H. Golub and C. F. Van Loan, <i>Matrix
/// Computations</i> (4th edition, 2013), sections 8.3.1 to 8.3.3. Eigenvectors are kept as rows, so that a rotation is of two rows and a reflection of
/// each row.
/// </remarks>
internal static class SymmetricEigen
{
    // Three are usual; more than this means that something is not a number.
    private const int MostSweeps = 60;

    private const double Roundoff = 1.1102230246251565e-16;

    /// <summary>Decomposes a matrix; false when it is not finite or does not converge.</summary>
    /// <param name="matrix">A, <paramref name="order"/> by <paramref name="order"/>, both triangles; it is overwritten.</param>
    /// <param name="order">The number of rows.</param>
    /// <param name="values">The eigenvalues, in no order.</param>
    /// <param name="vectors">The eigenvectors, of length 1, a row for each eigenvalue.</param>
    /// <param name="scratch">Of twice the order.</param>
    public static bool TryDecompose(Span<double> matrix, int order, Span<double> values, Span<double> vectors, Span<double> scratch)
    {
        if (order == 0)
            return true;
        var diagonal = values[..order];
        var beside = scratch[..order];
        Tridiagonalize(matrix, order, diagonal, beside, scratch[order..(2 * order)]);
        vectors[..(order * order)].Clear();
        for (var i = 0; i < order; i++)
            vectors[i * order + i] = 1;
        if (!Diagonalize(order, diagonal, beside, vectors))
            return false;
        ReflectBack(matrix, order, vectors);
        return true;
    }

    /// <summary>
    /// Makes row after row, from the last, zero but for the element beside the diagonal: beside[i] = T[i + 1, i]. The rows of the matrix keep the reflections'
    /// vectors u, H = I − u uᵀ, of length √2 (zero for none).
    /// </summary>
    private static void Tridiagonalize(Span<double> matrix, int order, Span<double> diagonal, Span<double> beside, Span<double> product)
    {
        for (var i = order - 1; i > 0; i--)
        {
            var u = matrix.Slice(i * order, i);
            diagonal[i] = matrix[i * order + i];
            var norm = Math.Sqrt(RowOperations.Dot(u, u));

            // The sign that does not cancel.
            var last = u[i - 1];
            beside[i - 1] = last > 0 ? -norm : norm;
            if (norm == 0)
                continue;
            u[i - 1] -= beside[i - 1];
            RowOperations.Scale(Math.Sqrt(1 / (norm * (norm + Math.Abs(last)))), u);

            // H A H = A − u qᵀ − q uᵀ with q = A u − ½ (uᵀ A u) u.
            var q = product[..i];
            for (var j = 0; j < i; j++)
                q[j] = RowOperations.Dot(u, matrix.Slice(j * order, i));
            RowOperations.AddScaled(-0.5 * RowOperations.Dot(u, q), u, q);
            for (var j = 0; j < i; j++)
            {
                var row = matrix.Slice(j * order, i);
                RowOperations.AddScaled(-u[j], q, row);
                RowOperations.AddScaled(-q[j], u, row);
            }
        }

        diagonal[0] = matrix[0];
        beside[order - 1] = 0;
    }

    /// <summary>Rotates the tridiagonal matrix to a diagonal one, and the rows of <paramref name="vectors"/> with it.</summary>
    private static bool Diagonalize(int order, Span<double> diagonal, Span<double> beside, Span<double> vectors)
    {
        for (var first = 0; first < order; first++)
        {
            var sweeps = 0;
            for (var last = BlockEnd(first, diagonal, beside); last > first; last = BlockEnd(first, diagonal, beside))
            {
                if (sweeps++ == MostSweeps)
                    return false;
                Sweep(order, first, last, diagonal, beside, vectors);
            }
        }

        return true;
    }

    /// <summary>The last row of the block that begins at a row: what is beside it has no digits left next to the diagonal.</summary>
    private static int BlockEnd(int first, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> beside)
    {
        var last = first;
        while (last + 1 < diagonal.Length && !(Math.Abs(beside[last]) <= Roundoff * (Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1]))))
            last++;
        return last;
    }

    /// <summary>One QL step on a block: a rotation that shifts, and those that chase the bulge to the block's beginning.</summary>
    private static void Sweep(int order, int first, int last, Span<double> diagonal, Span<double> beside, Span<double> vectors)
    {
        var half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        var shift = diagonal[first] - beside[first] / (half + Math.CopySign(double.Hypot(half, 1), half));
        var (cosine, sine, carried) = (1.0, 1.0, 0.0);
        var edge = diagonal[last] - shift;
        for (var i = last - 1; i >= first; i--)
        {
            var (bulge, inner) = (sine * beside[i], cosine * beside[i]);
            var length = double.Hypot(bulge, edge);
            beside[i + 1] = length;
            if (length == 0)
            {
                // The block falls apart here.
                diagonal[i + 1] -= carried;
                beside[last] = 0;
                return;
            }

            (sine, cosine) = (bulge / length, edge / length);
            var corner = diagonal[i + 1] - carried;
            var turned = (diagonal[i] - corner) * sine + 2 * cosine * inner;
            carried = sine * turned;
            diagonal[i + 1] = corner + carried;
            edge = cosine * turned - inner;
            Rotate(vectors.Slice(i * order, order), vectors.Slice((i + 1) * order, order), cosine, sine);
        }

        diagonal[first] -= carried;
        beside[first] = edge;
        beside[last] = 0;
    }

    /// <summary>Takes eigenvectors of the tridiagonal matrix, a row each, to those of the matrix.</summary>
    private static void ReflectBack(ReadOnlySpan<double> matrix, int order, Span<double> vectors)
    {
        for (var row = 0; row < order; row++)
        {
            var vector = vectors.Slice(row * order, order);
            for (var i = 1; i < order; i++)
            {
                var u = matrix.Slice(i * order, i);
                RowOperations.AddScaled(-RowOperations.Dot(u, vector), u, vector);
            }
        }
    }

    /// <summary>(x, y) ← (cosine x − sine y, sine x + cosine y).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rotate(Span<double> x, Span<double> y, double cosine, double sine)
    {
        var i = 0;
        for (; i + Vector<double>.Count <= x.Length; i += Vector<double>.Count)
        {
            var (a, b) = (new Vector<double>(x[i..]), new Vector<double>(y[i..]));
            (cosine * a - sine * b).CopyTo(x[i..]);
            (sine * a + cosine * b).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
            (x[i], y[i]) = (cosine * x[i] - sine * y[i], sine * x[i] + cosine * y[i]);
    }
}
