using System;
using System.Linq;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Tests.Fuzzing;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Structure;
using Gen.Sampling;
using Xunit;

namespace Gen.Compiler.Tests.Limits;

/// <summary>Models over data that are exactly 0, whose log-density and gradient are known from elsewhere.</summary>
internal static class LimitModel
{
    /// <summary>The data that the models share, by name.</summary>
    private static readonly FuzzParameter[] Data =
    [
        new("Vector", "x", new Vector([0, 1, 0, 2.5])),
        new("Vector", "y", new Vector([0.3, -1.2, 2.1, 0.7])),
        new("Vector", "none", new Vector([0, 0, 0])),
        new("Vector", "some", new Vector([0, 0.25, 0.75])),
        new("Vector", "empty", new Vector([])),
        new("Vector", "signed", new Vector([-2, 0, 1, 3])),
        new("Vector", "start", new Vector([1, 0, 0])),
        new("Matrix", "steps", (Matrix)new double[,] { { 0.6, 0.4, 0 }, { 0, 0.7, 0.3 }, { 0, 0, 1 } }),
        new("int[]", "degree", new[] { 0, 1, 2, 3 }),
        new("double", "zero", 0.0),
    ];

    /// <summary>
    /// Requires that executed body, interpreter after every pass and emitted code agree at random positions, and that the emitted code has a known value and
    /// gradient at one.
    /// </summary>
    public static void Has(string latents, string statements, double[] position, double value, double[] gradient)
    {
        var model = WrittenModel.Of(latents + statements, latents, statements, Data, []);
        var failures = Trial.Run([model], 5);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        using var compiled = CompiledModels.Compile(model.Source);
        var data = Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.Data"), [.. model.UsedParameters.Select(p => p.Value)])!;
        var density = (ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.LogDensity"), data)!;
        var actual = new double[position.Length];
        Near(value, density.Evaluate(position, actual));
        foreach (var (expected, derivative) in gradient.Zip(actual))
        {
            Near(expected, derivative);
        }
    }

    private static void Near(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10 * Math.Max(1, Math.Abs(expected)) || expected.Equals(actual), $"{actual:R} instead of {expected:R}");
}
