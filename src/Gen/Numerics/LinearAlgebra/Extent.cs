using System;

namespace Gen.Numerics;

/// <summary>Checks, once before a computation, that spans hold the matrices that they stand for: kernels do not check.</summary>
internal static class Extent
{
    /// <summary>Throws when a span of <paramref name="length"/> numbers does not hold <paramref name="rows"/> by <paramref name="columns"/>.</summary>
    public static void Check(int length, int rows, int columns, string name)
    {
        if (rows < 0 || columns < 0 || length < (long)rows * columns)
            Throw(length, rows, columns, name);
    }

    /// <summary>The same for a span that may be empty where it is not wanted.</summary>
    public static void CheckOptional(int length, int rows, int columns, string name)
    {
        if (length > 0)
            Check(length, rows, columns, name);
    }

    private static void Throw(int length, int rows, int columns, string name) =>
        throw new ArgumentException($"{name} has {length} elements; {rows} by {columns} are needed.", name);
}
