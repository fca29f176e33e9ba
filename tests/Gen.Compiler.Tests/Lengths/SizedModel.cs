using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Fuzzing;
using Gen.Compiler.Tests.Harness;
using Gen.Sampling;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>
/// A model of one latent <c>s</c> whose data are given in all combinations of sizes. The body as it is executed is the witness: where it throws, the
/// constructor must refuse by name; where it does not, the emitted code must give its value, but for data that it may refuse and say why.
/// </summary>
/// <param name="What">What is tried.</param>
/// <param name="Statements">The statements after <c>s</c> is sampled.</param>
internal sealed record SizedModel(string What, string Statements)
{
    // Seeds are the models' names too; those of fuzzing are below.
    private const int FirstSeed = 4_000_000;

    private static readonly double[] Position = [0.7];

    private static readonly int[] Lengths = [0, 1, 2, 3, 5];

    /// <summary>What each parameter may be given: too few and too many, indices that are and are not there.</summary>
    private static readonly (string Type, string Name, object[] Values)[] Data =
    [
        ("Vector", "y", [.. Lengths.Select(length => Numbers(length, 0.5))]),
        ("Vector", "x", [.. Lengths.Select(length => Numbers(length, -0.75))]),
        ("Matrix", "m", [new Matrix(0, 0), new Matrix(0, 2), new Matrix(2, 0), Square(1), Square(2), (Matrix)new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }]),
        ("int[]", "g", [Array.Empty<int>(), new[] { 0 }, new[] { 1, 0 }, new[] { 0, 2, 1 }, new[] { 0, -1, 0 }, new[] { 0, 1, 3, 5 }]),
        ("int", "n", [-1, 0, 1, 2, 3]),
        ("int", "k", [-2, 0, 1, 4]),
        ("Dim", "d", [new Dim(0), new Dim(1), new Dim(3)]),
    ];

    private FuzzModel Model(IReadOnlyList<FuzzParameter> parameters) => new(
        FirstSeed + What.Aggregate(0, (hash, letter) => (31 * hash + letter) % 1_000_003), parameters,
        [new(["var s = Sample(Normal(0, 1));", .. Statements.ReplaceLineEndings("\n").Split('\n')], "", new("s", 1, Constraint.None))], []);

    /// <summary>The cases in which models do something else than their bodies.</summary>
    public static IReadOnlyList<string> Failures(IReadOnlyList<SizedModel> models)
    {
        FuzzModel[] written = [.. models.Select(model => model.Model([.. Data.Select(data => new FuzzParameter(data.Type, data.Name, data.Values[0]))]))];
        using var bodies = CompiledModels.Compile([.. written.Select(model => model.BodySource)]);
        using var compiled = CompiledModels.Compile([.. written.Select(model => model.Source)]);
        return [.. models.Zip(written).SelectMany(pair => pair.First.Failures(pair.Second, bodies, compiled))];
    }

    private IEnumerable<string> Failures(FuzzModel model, CompiledModels bodies, CompiledModels compiled)
    {
        var used = model.UsedParameters.Select(parameter => Data.Single(data => data.Name == parameter.Name)).ToArray();
        foreach (var arguments in Combinations([.. used.Select(data => data.Values)]))
        {
            var (expected, thrown) = Try(() => new ExecutedBody(bodies.Type(model.Name + "Body"), arguments, model.Sites).At(new Dictionary<string, double[]> { ["s"] = Position }).LogDensity);
            var (actual, refused) = Try(() =>
            {
                var data = Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.Data"), BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
                return ((ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.LogDensity"), BindingFlags.DoNotWrapExceptions, null, [data], null)!).Evaluate(Position, new double[1]);
            });
            var isRight = refused is null ? thrown is null && Agreement.Of(expected, actual, Math.Abs(expected))
                : refused is ArgumentException and not ArgumentOutOfRangeException && refused.Message.StartsWith(model.Name + ":", StringComparison.Ordinal) && (thrown is not null || MayRefuse(refused.Message));
            if (!isRight)
            {
                var given = string.Join(", ", used.Zip(arguments, (data, value) => $"{data.Name} = {Show(value)}"));
                yield return $"{What} with {given}: the body {thrown?.GetType().Name ?? expected.ToString("R", null)}, the model {refused?.ToString() ?? actual.ToString("R", null)}\n{Statements}";
            }
        }
    }

    /// <summary>Data that no loop reads to their end, what has no value where it is of nothing, sizes that loops relate, and indices under conditions.</summary>
    private static bool MayRefuse(string message) =>
        new[] { "are read, and there are", "needs at least", "they share an axis", "along all of it", "indices run from", "has no indices", "the loop begins at" }.Any(reason => message.Contains(reason, StringComparison.Ordinal));

    private static (double Value, Exception? Thrown) Try(Func<double> compute)
    {
        try
        {
            return (compute(), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (double.NaN, error);
        }
    }

    private static IEnumerable<object[]> Combinations(object[][] choices) => choices.Aggregate(
        (IEnumerable<object[]>)[[]], (some, values) => some.SelectMany(before => values.Select(value => (object[])[.. before, value])));

    private static Vector Numbers(int length, double first) => new([.. Enumerable.Range(0, length).Select(i => first + 0.25 * i)]);

    private static Matrix Square(int order)
    {
        var matrix = new Matrix(order, order);
        for (var i = 0; i < order * order; i++)
        {
            matrix[i / order, i % order] = 0.5 + i;
        }

        return matrix;
    }

    private static string Show(object value) => value switch
    {
        Vector vector => $"[{string.Join(", ", vector.ToArray())}]",
        int[] integers => $"[{string.Join(", ", integers)}]",
        Matrix matrix => $"{matrix.Rows} by {matrix.Columns}",
        Dim dim => $"{dim.Length}",
        _ => $"{value}",
    };
}
