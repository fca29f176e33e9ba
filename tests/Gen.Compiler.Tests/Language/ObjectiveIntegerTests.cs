using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Language;

/// <summary>The arithmetic of integers in objectives is checked as that of models is.</summary>
public sealed class ObjectiveIntegerTests
{
    [Theory]
    [InlineData("n * n * d", 100000, "'n * n' is 10000000000 in 'n * n * d', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("(m + 1) * d", 1, "'m + 1' is 2147483648 in '(m + 1) * d', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("d * (7 / n)", 0, "'7 / n' divides by zero in 'd * (7 / n)'")]
    [InlineData("d * (n switch { 1 => 2, _ => throw new System.Exception() })", 3, "no arm of 'n switch { 1 => 2, _ => throw new System.Exception() }' takes the value that it is given in 'd * (n switch { 1 => 2, _ => throw new System.Exception() })'")]
    [InlineData("y[n] > 0 ? d : d", 2, "'y' is read at 2 in 'y[n] > 0 ? d : d', but it has 2 elements (0 to 1)")]
    [InlineData("d * Product(k, n)", 50000, "'product * k[i]' is 5000000000 in 'd * Product(k, n)', in pass 1, but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("d * Sum(y[k[1]..])", 1, "the range 'k[1]..' goes from 100000 to 2 in 'd * Sum(y[k[1]..])', and what it is taken of has 2 elements")]
    public void What_would_wrap_around_is_refused_by_name(string value, int n, string message)
    {
        using var compiled = CompiledModels.Compile(Source(value));
        var error = Assert.Throws<ArgumentException>(() => Evaluate(compiled, n));
        Assert.Equal($"Priced.Gain: {message}", error.Message);
    }

    [Theory]
    [InlineData("n == 0 ? d : d * (7 / n)", 0, 2)]
    [InlineData("n != 0 && 7 / n > 1 ? 3 * d : d", 0, 2)]
    [InlineData("n < 3 && y[n + 100] > 0 ? 3 * d : d", 5, 2)]
    [InlineData("d * Product(k, n)", 2, 400000)]
    [InlineData("d * Sum(y[k[0]..])", 1, 4)]
    [InlineData("d * Between(y, ends)", 1, 2)]
    public void What_is_in_range_or_not_evaluated_is_not(string value, int n, double wanted)
    {
        using var compiled = CompiledModels.Compile(Source(value));
        Assert.Equal(wanted, Evaluate(compiled, n), 1e-12);
    }

    private static double Evaluate(CompiledModels compiled, int n) =>
        (double)compiled.Type("Priced").GetMethod("Evaluate")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [n], null)!;

    private static string Source(string value) => $$"""
        using Gen;
        using static Gen.Modeling;

        public partial class Priced
        {
            static int Product(int[] k, int n)
            {
                var product = n;
                for (var i = 0; i < k.Length; i++)
                    product = product * k[i];
                return product;
            }

            static double Between(Vector y, int[] ends)
            {
                var sum = 0.0;
                for (var i = ends[0]; i < ends[1]; i++)
                    sum += y[i];
                return sum;
            }

            [Model]
            static partial void Define(Vector y, int[] k, int n)
            {
                var a = Sample(Normal(0, 1));
                Observe(y, Normal(a, 1));
                Potential(1e-12 * (1.0 * n + k.Length));
            }

            [Objective]
            static double Gain(double a, Vector y, int[] k, int n, int m, int[] ends, [Decision] double d) => {{value}};

            public static double Evaluate(int n) =>
                new Priced([1, 2], [1, 100000], n).Sample(draws: 2, tune: 10, chains: 1, seed: 1).Gain(int.MaxValue, [0, 1]).Evaluate(d: 2).Value;
        }
        """;
}
