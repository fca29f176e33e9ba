using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Gen.Compiler.Tests.Fuzzing;
using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>Models written by hand, to be compared as fuzzed ones are: executed body, interpreter after every pass, emitted code.</summary>
internal static class WrittenModel
{
    private const int Points = 5;

    // Seeds are the models' names too; those of fuzzing are below.
    private const int FirstSeed = 2_000_000;

    /// <summary>The data that the models share, by name.</summary>
    private static readonly FuzzParameter[] Data =
    [
        new("Vector", "y", new Vector([0.3, -1.2, 2.1, 0.7, 1.4])),
        new("Vector", "z", new Vector([0.9, 0.2, 1.7, 0.4, 2.2])),
        new("Matrix", "x", (Matrix)new double[,] { { 0.5, -1, 2 }, { 1.5, 0.3, -0.7 }, { -0.2, 0.9, 1.1 }, { 0.8, -0.4, 0.6 }, { 1.2, 2.2, -1.3 } }),
        new("int[]", "group", new[] { 0, 2, 1, 1, 2 }),
        new("int[]", "other", new[] { 1, 0, 0, 2, 1 }),
        new("int[,]", "counts", new[,] { { 3, 0, 1 }, { 2, 2, 0 }, { 1, 0, 4 }, { 0, 1, 2 }, { 5, 3, 1 } }),
        new("int[,]", "classes", new[,] { { 0, 2 }, { 1, 1 }, { 2, 0 }, { 0, 1 }, { 2, 2 } }),
        new("int[]", "start", new[] { 0, 2, 3 }),
        new("int[]", "end", new[] { 2, 3, 5 }),
        new("int", "n", 4),
        new("int", "kind", 2),
        new("bool", "flag", true),
        new("double", "scale", 1.5),
        new("Dim", "states", new Dim(3)),
    ];

    /// <summary>
    /// Requires that executed body, interpreter and emitted code agree. Latents are given in the order in which they are sampled: their names, the
    /// number of elements where there is not one, and <c>positive</c> or <c>fraction</c> where they are not real; vectors of a set as <c>w[2 of 3] simplex</c>.
    /// </summary>
    public static void Agrees(string what, string latents, string statements, params string[] methods)
    {
        var failures = Trial.Run([Of(what, latents, statements, Data, methods)], Points);
        Assert.True(failures.Count == 0, $"{what}\n{string.Join("\n\n", failures)}");
    }

    /// <summary>A model of some data and methods.</summary>
    public static FuzzModel Of(string what, string latents, string statements, FuzzParameter[] data, string[] methods) => new(
        Seed(what), data,
        [new(statements.ReplaceLineEndings("\n").Split('\n')), .. latents.Split(", ").Select(latent => new FuzzStatement([], "", Latent(latent)))], methods);

    private static int Seed(string what) => FirstSeed + what.Aggregate(0, (hash, letter) => (31 * hash + letter) % 1_000_003);

    private static FuzzLatent Latent(string text)
    {
        if (Regex.Match(text, @"^(\w+)\[(?:(\d+) of )?(\d+)\] (\w+)$") is { Success: true } vector && Enum.TryParse<VectorSet>(vector.Groups[4].Value, ignoreCase: true, out var set))
        {
            var constraint = new VectorConstraint(set, Integer(vector.Groups[3], 1));
            return new(vector.Groups[1].Value, Integer(vector.Groups[2], 1) * constraint.Coordinates, Constraint.None) { Vectors = constraint };
        }

        var match = Regex.Match(text, @"^(\w+)(?:\[(\d+)\])?(?: (positive|fraction))?$");
        var range = match.Groups[3].Value switch { "positive" => Constraint.Positive, "fraction" => Constraint.Interval, _ => Constraint.None };
        return new(match.Groups[1].Value, Integer(match.Groups[2], 1), range);
    }

    private static int Integer(Group group, int otherwise) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : otherwise;
}
