using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Tests.Fuzzing;
using Gen.Compiler.Tests.Harness;
using Gen.Sampling;
using Xunit;

namespace Gen.Compiler.Tests.Structure;

/// <summary>
/// Models with methods that are not read but called when the model is constructed: the interpreter cannot run those, so that emitted code is compared
/// with the executed body alone.
/// </summary>
public sealed class PreparedDataTests
{
    private static readonly FuzzParameter[] Data =
    [
        new("Vector", "x", new Vector([3, -1, 2, 0.5])),
        new("Vector", "y", new Vector([0.3, -1.2, 2.1, 0.7])),
        new("Matrix", "m", (Matrix)new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } }),
        new("int[]", "group", new[] { 4, 9, 4, 7 }),
    ];

    private static readonly string[] Methods =
    [
        "static Vector Sorted(Vector x) => System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Order(x));",
        "internal static int[] Codes(int[] group)\n    {\n        var seen = new System.Collections.Generic.List<int>();\n"
            + "        foreach (var g in group) if (!seen.Contains(g)) seen.Add(g);\n        return System.Array.ConvertAll(group, seen.IndexOf);\n    }",
        "static Matrix Powers(Vector x, int count, bool centred = false)\n    {\n        var m = new double[x.Length, count];\n        for (var i = 0; i < x.Length; i++)\n"
            + "        {\n            var j = 0;\n            while (j < count) { m[i, j] = System.Math.Pow(x[i], j + 1) - (centred ? 1 : 0); j++; }\n        }\n\n        return m;\n    }",
        "static double Norm(Matrix m, string kind)\n    {\n        var sum = 0.0;\n        foreach (var v in m.AsSpan()) sum += v * v;\n        return kind == \"root\" ? System.Math.Sqrt(sum) : sum;\n    }",
        "static int Folds(int[] group, int most) => System.Math.Min(System.Linq.Enumerable.Count(group), most);",
    ];

    [Theory]
    [InlineData("a private method", "b", "var b = Sample(Normal(0, 1));\nObserve(y, Normal(b * Sorted(x), 1));")]
    [InlineData("codes that index", "a[3]", "var code = Codes(group);\nvar a = Sample(Normal(0, 1), Max(code) + 1);\nObserve(y, Normal(a[code], 1));")]
    [InlineData("a matrix with a length of its own", "w[3]", "var basis = Powers(x / 2, 3, centred: true);\nvar w = Sample(Normal(0, 1), basis.Columns);\nObserve(y, Normal(Dot(basis, w), 1));")]
    [InlineData("a number, a text and a part of a matrix", "b", "var b = Sample(Normal(0, 1));\nObserve(y, Normal(b * Norm(m[1.., ..], \"root\") + Norm(m, \"\"), 1));")]
    [InlineData("a result given to another", "w[2]", "var w = Sample(Normal(0, 1), Folds(Codes(group), 2));\nObserve(y, Normal(Dot(Powers(Sorted(x), 2), w), 1));")]
    public void Emitted_code_agrees_with_the_executed_body(string what, string latents, string statements)
    {
        var model = WrittenModel.Of(what, latents, statements, Data, Methods);
        using var bodies = CompiledModels.Compile(model.BodySource);
        using var compiled = CompiledModels.Compile(model.Source);
        object[] arguments = [.. model.UsedParameters.Select(parameter => parameter.Value)];
        var body = new ExecutedBody(bodies.Type(model.Name + "Body"), arguments, model.Sites);
        var density = (ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.LogDensity"), Construct(compiled, model, arguments))!;
        foreach (var position in Positions.Of(model, 3))
        {
            var trace = body.At(model.Constrain(position).Values);
            var gradient = new double[position.Length];
            var value = density.Evaluate(position, gradient);
            Assert.True(Agreement.Of(trace.LogDensity, value, trace.Terms.Sum(term => Math.Abs(term.LogDensity))), $"{what}: {trace.LogDensity} became {value}");
            for (var i = 0; i < position.Length; i++)
            {
                // Log-densities of normal models are quadratic, so that a central difference is exact but for rounding.
                double At(double shift) => body.At(model.Constrain([.. position.Select((p, j) => j == i ? p + shift : p)]).Values).LogDensity;
                Assert.Equal((At(0.5) - At(-0.5)), gradient[i], 1e-9 * Math.Max(1, Math.Abs(value)));
            }
        }
    }

    [Fact]
    public void The_length_of_a_result_is_checked()
    {
        var model = WrittenModel.Of("", "b", "var b = Sample(Normal(0, 1));\nObserve(y, Normal(b * Sorted(x), 1));", Data, Methods);
        using var compiled = CompiledModels.Compile(model.Source);
        var refusal = Assert.Throws<ArgumentException>(() => Construct(compiled, model, [new Vector([1, 2, 3]), new Vector([1, 2])]));
        Assert.Equal($"{model.Name}: 'sorted' has 3 elements, 'y' has 2 (they share an axis in 'y ~ Normal(b * Sorted(x), 1)')", refusal.Message);
    }

    [Fact]
    public void What_is_computed_of_observed_data_needs_them()
    {
        var model = WrittenModel.Of("", "b", "var b = Sample(Normal(0, 1));\nObserve(y, Normal(b * Sorted(y) + x, 1));", Data, Methods);
        using var compiled = CompiledModels.Compile(model.Source);
        var refusal = Assert.Throws<ArgumentException>(() => Construct(compiled, model, [new Vector([1, 2]), null]));
        Assert.Equal($"{model.Name}: give 'y': 'sorted' is computed from it when the model is constructed (Parameter 'y')", refusal.Message);
    }

    private static object Construct(CompiledModels compiled, FuzzModel model, IReadOnlyList<object?> arguments) =>
        compiled.Type($"Gen.Generated.{model.Name}.Data").GetConstructors().Single().Invoke(BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
}
