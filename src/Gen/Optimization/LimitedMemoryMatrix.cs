using System;

namespace Gen.Optimization;

/// <summary>
/// The limited-memory BFGS approximation of a Hessian in compact form, B = θI − W M Wᵀ with W = [Y  θS] and
/// M⁻¹ = [−D  Lᵀ; L  θSᵀS].
/// </summary>
/// <remarks>
/// Byrd, Nocedal and Schnabel (1994), Mathematical Programming 63. Pairs (s, y) are stored with ‖s‖ = 1: a common factor of s and y leaves
/// B as it is, and M⁻¹ is then well scaled.
/// </remarks>
internal sealed class LimitedMemoryMatrix
{
    private readonly int capacity;
    private readonly double[][] steps, changes;
    private readonly LuFactorization middle;

    public LimitedMemoryMatrix(int dimension, int capacity)
    {
        this.capacity = capacity;
        steps = new double[capacity][];
        changes = new double[capacity][];
        for (var j = 0; j < capacity; j++)
        {
            steps[j] = new double[dimension];
            changes[j] = new double[dimension];
        }

        middle = new LuFactorization(2 * capacity);
    }

    /// <summary>The number of pairs remembered.</summary>
    public int Count { get; private set; }

    /// <summary>The number of columns of W.</summary>
    public int Rank => 2 * Count;

    /// <summary>The scale θ of the identity.</summary>
    public double Theta { get; private set; } = 1;

    /// <summary>Whether θ is the curvature seen along a step, not the 1 of the beginning.</summary>
    public bool HasScale { get; private set; }

    /// <summary>Forgets all pairs but keeps the scale: B becomes θI.</summary>
    public void Forget()
    {
        Count = 0;
        middle.Begin(0);
    }

    /// <summary>Forgets everything: B becomes the identity.</summary>
    public void Reset()
    {
        Forget();
        Theta = 1;
        HasScale = false;
    }

    /// <summary>Remembers a pair with sᵀy &gt; 0, in place of the oldest when the memory is full; resets when M cannot be formed.</summary>
    public void Update(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
    {
        if (Count == capacity)
        {
            var (oldStep, oldChange) = (steps[0], changes[0]);
            Array.Copy(steps, 1, steps, 0, capacity - 1);
            Array.Copy(changes, 1, changes, 0, capacity - 1);
            (steps[capacity - 1], changes[capacity - 1]) = (oldStep, oldChange);
            Count--;
        }

        var scale = 1 / Math.Sqrt(Dot(step, step));
        for (var i = 0; i < step.Length; i++)
        {
            steps[Count][i] = step[i] * scale;
            changes[Count][i] = change[i] * scale;
        }

        Theta = Dot(changes[Count], changes[Count]) / Dot(steps[Count], changes[Count]);
        HasScale = true;
        Count++;
        Assemble(middle);
        if (!double.IsFinite(Theta) || !middle.Factorize())
            Reset();
    }

    /// <summary>Writes M⁻¹ into <paramref name="matrix"/>.</summary>
    public void Assemble(LuFactorization matrix)
    {
        var k = Count;
        matrix.Begin(2 * k);
        for (var i = 0; i < k; i++)
        {
            matrix[i, i] = -Dot(steps[i], changes[i]);
            for (var j = 0; j <= i; j++)
            {
                if (j < i)
                    matrix[k + i, j] = matrix[j, k + i] = Dot(steps[i], changes[j]);
                matrix[k + i, k + j] = matrix[k + j, k + i] = Theta * Dot(steps[i], steps[j]);
            }
        }
    }

    /// <summary>Replaces v by M v; v has <see cref="Rank"/> elements.</summary>
    public void MultiplyMiddle(Span<double> v) => middle.Solve(v);

    /// <summary>p = Wᵀ v.</summary>
    public void MultiplyTransposed(ReadOnlySpan<double> v, Span<double> p)
    {
        for (var j = 0; j < Count; j++)
        {
            p[j] = Dot(changes[j], v);
            p[Count + j] = Theta * Dot(steps[j], v);
        }
    }

    /// <summary>Row <paramref name="variable"/> of W.</summary>
    public void Row(int variable, Span<double> row)
    {
        for (var j = 0; j < Count; j++)
        {
            row[j] = changes[j][variable];
            row[Count + j] = Theta * steps[j][variable];
        }
    }

    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
