using System;
using System.Reflection;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Lengths;

/// <summary>A decision is as long as what it is added to and multiplied with, whether sizes, other data or literals tell, or the objective is refused.</summary>
public sealed class DecisionLengthTests
{
    [Theory]
    [InlineData("Vector w, [Decision] Vector d", "Dot(d, w)", "new Vector([1, 2])", "d.Length is 2, but shares an axis of 3 in 'Dot(d, w)'")]
    [InlineData("Vector v, [Decision] Vector d", "Sum(d * v)", "new Vector([1, 2, 3])", "d.Length is 3 and k is 2, but they share an axis in 'Sum(d * v)'")]
    [InlineData("[Decision] Vector d", "Sum(d + Zeros(3))", "new Vector([1, 2, 3, 4])", "d.Length is 4, but shares an axis of 3 in 'Sum(d + Zeros(3))'")]
    [InlineData("int k, [Decision] Vector d", "Sum(d * Arange(k + 1))", "new Vector([1, 2])", "d.Length is 2 and (k + 1) is 3, but they share an axis in 'Sum(d * Arange(k + 1))'")]
    [InlineData("Vector w, [Decision] Vector d", "Sum(Where(d > 1, d, w))", "new Vector([1, 2])", "d.Length is 2, but shares an axis of 3 in 'Sum(Where(d > 1, d, w))'")]
    [InlineData("Vector w, Vector own, [Decision] double d", "Sum(own * w) * d", "1", "own.Length is 2, but shares an axis of 3 in 'Sum(own * w) * d'")]
    [InlineData("Vector line, [Decision] Matrix x", "Sum(line)", "(Matrix)new double[,] { { 1, 2 }, { 3, 4 } }", "x.Columns is 2, but shares an axis of 3 in 'line = Dot(x, w)'")]
    [InlineData("Vector w, [Decision] Vector d", "Looped(w, d)", "new Vector([1, 2])", "a loop reads 'd' at 0 to 2, but it has 2 elements (0 to 1)")]
    [InlineData("Vector both, [Decision] Vector p, [Decision] Vector q", "Sum(both)", "new Vector([1, 2]), new Vector([1, 2, 3])", "p.Length is 2 and q.Length is 3, but they share an axis in 'Priced'")]
    public void Of_another_length_is_refused(string parameters, string value, string decision, string message)
    {
        using var compiled = Compiled(parameters, value, decision);
        Assert.Equal($"Priced.Gain: {message}", Assert.Throws<ArgumentException>(() => Evaluate(compiled)).Message);
    }

    [Theory]
    [InlineData("Vector w, [Decision] Vector d", "Dot(d, 0 * w + 2)", "new Vector([1, 2, 3])", 12)]
    [InlineData("Vector line, [Decision] Matrix x", "Sum(0 * line + 2)", "(Matrix)new double[,] { { 1, 2, 3 } }", 2)]
    [InlineData("Vector both, [Decision] Vector p, [Decision] Vector q", "Sum(0 * both + 2)", "new Vector([1, 2, 3]), new Vector([1, 2, 3])", 6)]
    [InlineData("Matrix x, [Decision] Vector d", "Rows(x, d)", "new Vector([2])", 12)]
    [InlineData("Matrix x, [Decision] Vector d", "Entries(x, d)", "new Vector([1, 1, 2])", 9)]
    [InlineData("int k, [Decision] Vector d", "Sum(d[..k] * Arange(k))", "new Vector([1, 2, 3, 4])", 2)]
    public void Of_the_same_it_is_not(string parameters, string value, string decision, double wanted)
    {
        using var compiled = Compiled(parameters, value, decision);
        Assert.Equal(wanted, Evaluate(compiled), 1e-12);
    }

    private static double Evaluate(CompiledModels compiled) => (double)compiled.Type("Priced").GetMethod("Evaluate")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [], null)!;

    private static CompiledModels Compiled(string parameters, string value, string decision) => CompiledModels.Compile($$"""
        using Gen;
        using static Gen.Modeling;

        public partial class Priced
        {
            static double Looped(Vector w, Vector d)
            {
                var sum = 0.0;
                for (var i = 0; i < w.Length; i++)
                    sum += w[i] * d[i];
                return sum;
            }

            static double Rows(Matrix x, Vector d)
            {
                var sum = 0.0;
                for (var i = 0; i < d.Length; i++)
                    sum += d[i] * Sum(x[i]);
                return sum;
            }

            static double Entries(Matrix x, Vector d)
            {
                var sum = 0.0;
                for (var i = 0; i < x.Rows; i++)
                    for (var j = 0; j < d.Length; j++)
                        sum += d[j] * x[i, j];
                return sum;
            }

            [Model]
            static partial void Define(Vector y, Matrix x, int k, Vector p, Vector q)
            {
                var w = Sample(Normal(0, 1), 3);
                var v = Sample(Normal(0, 1), k);
                var line = Deterministic(Dot(x, w));
                var both = Deterministic(w[0] * p + q);
                Observe(y, Normal(w[0] + Sum(v), 1));
            }

            [Objective]
            static double Gain({{parameters}}) => {{value}};

            public static double Evaluate() =>
                new Priced([1, 2], new double[,] { { 1, 2, 3 } }, 2, [1, 2], [3, 4]).Sample(draws: 2, tune: 10, chains: 1, seed: 1).Gain({{(parameters.Contains("own", StringComparison.Ordinal) ? "new Vector([1, 2])" : "")}}).Evaluate({{decision}}).Value;
        }
        """);
}
