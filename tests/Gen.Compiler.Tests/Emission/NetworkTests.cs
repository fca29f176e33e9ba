using System;
using System.Linq;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Interpretation;
using Gen.Sampling;
using Xunit;

namespace Gen.Compiler.Tests.Emission;

/// <summary>Networks of two hidden layers: sums over an axis inside loops, and inside other sums, over the same axis.</summary>
public sealed class NetworkTests
{
    private const int Rows = 11;

    [Fact]
    public void Layers_of_different_widths_have_the_value_and_gradient_of_the_network() => Compare("Network", 3, 4, 2, 4, 2);

    [Fact]
    public void Layers_of_one_width_have_the_value_and_gradient_of_the_network() => Compare("SquareNetwork", 3, 3, 3);

    private static void Compare(string model, int columns, int hidden, int deeper, params object[] widths)
    {
        double[] inputs = [.. Enumerable.Range(0, Rows * columns).Select(i => Math.Sin(1 + 2.5 * i))];
        double[] outputs = [.. Enumerable.Range(0, Rows).Select(i => Math.Cos(3.0 * i))];
        double[] position = [.. Enumerable.Range(0, columns * hidden + hidden * deeper + deeper).Select(i => 0.8 * Math.Sin(2 + 1.7 * i))];
        var table = new double[Rows, columns];
        Buffer.BlockCopy(inputs, 0, table, 0, sizeof(double) * inputs.Length);

        using var compiled = CompiledModels.Compile(KernelModels.All[model]);
        var data = Activator.CreateInstance(compiled.Type($"Gen.Generated.{model}.Data"), [(Gen.Matrix)table, new Vector(outputs), .. widths])!;
        var density = (ILogDensity)Activator.CreateInstance(compiled.Type($"Gen.Generated.{model}.LogDensity"), data)!;
        Assert.Equal(position.Length, density.Dimension);

        // Sums of terms of size 1: rounding is a few ulps of each.
        var gradient = new double[position.Length];
        double Expected(double[] at) => LogDensity(inputs, outputs, at, columns, hidden, deeper);
        Assert.Equal(Expected(position), density.Evaluate(position, gradient), 1e-14 * position.Length * Rows);
        for (var i = 0; i < gradient.Length; i++)
        {
            var difference = CentralDifference.Of(at => Expected([.. position.Select((p, k) => k == i ? at : p)]), position[i]);
            Assert.Equal(difference, gradient[i], 1e-8 * Math.Max(1, Math.Abs(difference)));
        }
    }

    /// <summary>The log-density as a network's definition says, in loops.</summary>
    private static double LogDensity(double[] inputs, double[] outputs, double[] position, int columns, int hidden, int deeper)
    {
        var target = position.Sum(p => -0.5 * p * p) - 0.5 * Math.Log(2 * Math.PI) * (position.Length + Rows);
        for (var row = 0; row < Rows; row++)
        {
            var first = Enumerable.Range(0, hidden).Select(h => Math.Tanh(Enumerable.Range(0, columns).Sum(c => inputs[row * columns + c] * position[c * hidden + h]))).ToArray();
            var second = Enumerable.Range(0, deeper).Select(d => Math.Tanh(Enumerable.Range(0, hidden).Sum(h => first[h] * position[columns * hidden + h * deeper + d])));
            var mean = second.Select((s, d) => s * position[columns * hidden + hidden * deeper + d]).Sum();
            target -= 0.5 * (outputs[row] - mean) * (outputs[row] - mean);
        }

        return target;
    }
}
