using System;

namespace Gen;

// Vectors and matrices from lengths. Where a length is asked for, a Dim serves.
public static partial class Modeling
{
    /// <summary>0, 1, …, <paramref name="length"/> − 1.</summary>
    public static Vector Arange(int length) => Arange(0, length);

    /// <summary>start, start + <paramref name="step"/>, … as long as <paramref name="stop"/> is not reached; nothing where it lies the other way.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static Vector Arange(double start, double stop, double step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(step);
        var values = new double[Math.Max(0, (int)Math.Ceiling((stop - start) / step))];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = start + i * step;
        }

        return Vector.Wrap(values);
    }

    /// <summary>A vector of ones.</summary>
    public static Vector Ones(int length)
    {
        var values = new double[length];
        Array.Fill(values, 1);
        return Vector.Wrap(values);
    }

    /// <summary>A matrix of ones.</summary>
    public static Matrix Ones(int rows, int columns) => Matrix.Wrap(rows, columns, Ones(rows * columns).ToArray());

    /// <summary>A vector of zeros.</summary>
    public static Vector Zeros(int length) => new(length);

    /// <summary>A matrix of zeros.</summary>
    public static Matrix Zeros(int rows, int columns) => new(rows, columns);

    /// <summary>The identity matrix.</summary>
    public static Matrix Identity(int length)
    {
        var identity = new Matrix(length, length);
        for (var i = 0; i < length; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }
}
