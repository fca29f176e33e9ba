using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Makes the parameters of a fuzzed model, their data inside the supports, and what a scope may say of them.</summary>
internal static class DataWriter
{
    /// <summary>The observed parameters by kind.</summary>
    public static readonly IReadOnlyDictionary<DataKind, string> Observed = new Dictionary<DataKind, string>
    {
        [DataKind.Real] = "y",
        [DataKind.Positive] = "waiting",
        [DataKind.Unit] = "share",
        [DataKind.Count] = "counts",
        [DataKind.Trials] = "wins",
        [DataKind.Binary] = "hit",
    };

    public static IReadOnlyList<FuzzParameter> Write(Scope scope)
    {
        var (n, m, g) = (scope.Sizes['n'], scope.Sizes['m'], scope.Sizes['g']);
        var scale = scope.Number(0.3, 2);
        var level = scope.Random.Next(1, 5);
        scope.Add(new("scale", (scale, scale), "", true));
        scope.Add(new("(0.5 * level)", (0.5 * level, 0.5 * level), "", true));
        scope.Add(new("x", (-2, 2), "n", true));
        scope.Add(new("dose", (0.1, 3), "n", true));
        scope.Add(new("design", (-2, 2), "nm", true));
        scope.Add(new("weight", (0.2, 1.5), "m", true));
        double[] Numbers(int count, double low, double high) => [.. Enumerable.Range(0, count).Select(_ => scope.Number(low, high))];
        int[] Integers(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => scope.Random.Next(below))];

        var structured = scope.IsStructured ? Structured(scope) : [];

        // No element may be a 0 of a support that excludes it, nor a value where an extreme or |x| has its kink.
        return
        [
            new("double", "scale", scale),
            new("int", "level", level),
            new("bool", "flag", scope.Chance(0.5)),
            new("Vector", "x", new Vector(Numbers(n, -1.97, 1.99))),
            new("Vector", "dose", new Vector(Numbers(n, 0.1, 3))),
            new("Matrix", "design", Matrix(n, m, Numbers(n * m, -2, 2))),
            new("Vector", "weight", new Vector(Numbers(m, 0.2, 1.5))),
            new("int[]", "group", Integers(n, g)),
            new("Dim", "groups", new Dim(g)),
            new("Dim", "hidden", new Dim(scope.Sizes['h'])),
            new("int[]", "trials", Integers(n, 6).Select(t => t + 4).ToArray()),
            new("Vector", "y", new Vector(Numbers(n, -3, 3))),
            new("double", "lift", scope.Number(-1, 1)),
            new("Matrix", "panel", Matrix(n, m, Numbers(n * m, -2, 2))),
            new("Vector", "waiting", new Vector(Numbers(n, 0.05, 4))),
            new("Vector", "share", new Vector(Numbers(n, 0.05, 0.95))),
            new("int[]", "counts", Integers(n, 7)),
            new("int[]", "wins", Integers(n, 5)),
            new("int[]", "hit", Integers(n, 2)),
            .. structured,
        ];
    }

    /// <summary>Data of distributions over vectors, and second indices.</summary>
    private static FuzzParameter[] Structured(Scope scope)
    {
        var (n, m, g) = (scope.Sizes['n'], scope.Sizes['m'], scope.Sizes['g']);
        var tally = new int[n, g];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < g; j++)
            {
                tally[i, j] = scope.Random.Next(5);
            }
        }

        double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => scope.Number(-2, 2))];
        int[] Integers(int below) => [.. Enumerable.Range(0, n).Select(_ => scope.Random.Next(below))];
        return
        [
            new("int[]", "kind", Integers(g)),
            new("int[]", "column", Integers(m)),
            new("int[]", "grade", Integers(scope.Sizes['h'] + 1)),
            new("int[,]", "tally", tally),
            new("Matrix", "table", Matrix(n, g, Numbers(n * g))),
            new("Vector", "series", new Vector(Numbers(n))),
            new("int[]", "choice", Integers(g)),
        ];
    }

    private static Matrix Matrix(int rows, int columns, double[] elements)
    {
        var matrix = new Matrix(rows, columns);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                matrix[i, j] = elements[i * columns + j];
            }
        }

        return matrix;
    }
}
