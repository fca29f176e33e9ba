using System;
using System.Linq;
using System.Reflection;
using Gen.Compiler.Reading;
using Gen.Compiler.Tests.Fuzzing;
using Gen.Compiler.Tests.Harness;
using Gen.Compiler.Tests.Reading;
using Gen.Compiler.Tests.Structure;
using Xunit;
using ReadModels = Gen.Compiler.Tests.Reading.ReadModels;

namespace Gen.Compiler.Tests.Language;

/// <summary>Arithmetic of integers is C#'s where it stays in range; elsewhere the data are refused when the model is constructed.</summary>
public sealed class IntegerTests
{
    [Theory]
    [InlineData("a * (n * n)", 100000, 1, "'n * n' is 10000000000 in 'Potential(a * (n * n))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * (n + m)", int.MaxValue, 1, "'n + m' is 2147483648 in 'Potential(a * (n + m))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * (n - m)", int.MinValue, 1, "'n - m' is -2147483649 in 'Potential(a * (n - m))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * -n", int.MinValue, 1, "'-n' is 2147483648 in 'Potential(a * -n)', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * System.Math.Abs(n)", int.MinValue, 1, "'System.Math.Abs(n)' is 2147483648 in 'Potential(a * System.Math.Abs(n))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * (n / m)", int.MinValue, -1, "'n / m' is 2147483648 in 'Potential(a * (n / m))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * (n / m)", 7, 0, "'n / m' divides by zero in 'Potential(a * (n / m))'")]
    [InlineData("a * (n % m)", 7, 0, "'n % m' divides by zero in 'Potential(a * (n % m))'")]
    [InlineData("a * (n % m)", int.MinValue, -1, "'n % m' is 2147483648 in 'Potential(a * (n % m))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * (int)(1e9 * n)", 3, 0, "'(int)(1e9 * n)' is 3000000000 in 'Potential(a * (int)(1e9 * n))', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("a * ((long)n * n * n * n)", 50000, 0, "'(long)n * n * n * n' is 6.25E+18 in 'Potential(a * ((long)n * n * n * n))', but a model holds whole numbers to 2^53: convert an operand to double")]
    [InlineData("a * new Vector(n * m).Length", 65536, 65536, "'n * m' is 4294967296 in 'Potential(a * new Vector(n * m).Length)', and a length is at most 2147483647")]
    [InlineData("a * (n switch { 1 => 2, 2 => 3, _ => throw new System.Exception() })", 3, 0, "no arm of 'n switch { 1 => 2, 2 => 3, _ => throw new System.Exception() }' takes the value that it is given in 'Potential(a * (n switch { 1 => 2, 2 => 3, _ => throw new System.Exception() }))'")]
    public void What_would_wrap_around_is_refused_with_the_data(string expression, int n, int m, string message) =>
        Refused($"Potential({expression});", n, m, [0], message);

    [Theory]
    [InlineData("for (var i = 0; i < 2; i++)\n    Potential(a * (g[i] * g[i]));", "'g[i] * g[i]' is 10000000000 in 'Potential(a * (g[i] * g[i]))', in pass 1, but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("var total = 0;\nfor (var i = 0; i < 3; i++)\n    total += 21000 * g[i];\nPotential(a * total);", "'total' is 4200021000 in 'total += 21000 * g[i]', but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    [InlineData("var k = 1;\nfor (var i = 0; i < 3; i++)\n    k = k * g[i];\nPotential(a * k);", "'k * g[i]' is 10000000000 in 'k = k * g[i]', in pass 2, but an int holds no more than ±2147483647: convert an operand, as in (double)n * n")]
    public void So_are_elements_and_totals(string statements, string message) => Refused(statements, 0, 0, [1, 100000, 100000], message);

    [Theory]
    [InlineData("a * (n > 1000 ? 1 : n * n)")]
    [InlineData("a * (m == 0 ? 1 : n / m)")]
    [InlineData("m != 0 && n / m > 1 ? a : 2 * a")]
    [InlineData("m == 0 || n / m > 1 ? a : 2 * a")]
    [InlineData("a * (n switch { > 1000 => 1, _ => n * n })")]
    [InlineData("a * (n switch { > 10 when m == 0 => 1, > 10 => n / m, _ => 2 })")]
    public void What_is_not_evaluated_is_not_refused(string expression) => Constructed($"Potential({expression});", 100000, 0, [0]);

    [Theory]
    [InlineData("Potential(a * (kind * n - kind / -3 + -7 / kind + 10 * (-7 % 3) + 100 * (n % -3)));")]
    [InlineData("var k = n;\nk++;\nk -= 7;\nk *= 3;\nk /= 2;\nk %= 5;\nPotential(a * k);")]
    [InlineData("Potential(a * ((long)n * 3000000000 + (int)2.9 + (int)-2.9 + (int)(scale * -2.7)));")]
    [InlineData("Potential(a * (0xFF + 0b101 + 1_000 + 'a' + (1 << 4) + (byte)7 + unchecked(int.MaxValue + 1) + sizeof(int) + (int)System.DayOfWeek.Friday));")]
    [InlineData("Potential(a * (0.1f + (double)(float)0.3 + 1e-3));")]
    [InlineData("Potential(a * (0.5 * n * n + n / 3 * 2.0 + n / 3.0) + (n > 3.5 ? a : 0) + (n == 4.0 ? a : 0));")]
    [InlineData("Potential(a * (System.Math.Max(n, kind) - System.Math.Min(n, kind) + System.Math.Abs(-n) + System.Math.Sign(-n)));")]
    [InlineData("Potential((n > 3 ^ kind > 3 ? a : 2 * a) * (n is > 3 and < 9 ? 2 : 3) * (n is 4 ? 5 : 7) * (kind is not 2 ? 11 : 13));")]
    public void Within_range_it_is_what_it_is_in_CSharp(string statements) => WrittenModel.Agrees("integers " + statements, "a", "var a = Sample(Normal(0, 1));\n" + statements);

    [Theory]
    [InlineData("Potential(b * (uint)n);", "(uint)n", "The integer type uint cannot stand in a model. Compute with int, or with double.")]
    [InlineData("Potential(b * (byte)n);", "(byte)n", "The integer type byte cannot stand in a model. Compute with int, or with double.")]
    [InlineData("Potential(b * (float)n);", "(float)n", "The type float cannot stand in a model. A model computes with double.")]
    [InlineData("Potential(b * (double)(decimal)n);", "(decimal)n", "The type decimal cannot stand in a model. A model computes with double.")]
    [InlineData("Potential(b * (1 << n));", "1 << n", "The operator of '1 << n' cannot stand in a model. Use + - * / %, comparisons, && || or !.")]
    public void Other_integers_are_refused(string statement, string at, string message) =>
        ReadModels.Body("int n", "var b = Sample(Normal());\n" + statement).Refuses(Rules.UnsupportedConstruct, at, message);

    private static void Refused(string statements, int n, int m, int[] g, string message)
    {
        var error = Assert.Throws<TargetInvocationException>(() => Constructed(statements, n, m, g)).InnerException!;
        Assert.IsType<ArgumentException>(error);
        Assert.EndsWith(": " + message, error.Message, StringComparison.Ordinal);
    }

    private static void Constructed(string statements, int n, int m, int[] g)
    {
        FuzzParameter[] data = [new("int", "n", n), new("int", "m", m), new("int[]", "g", g)];
        var model = WrittenModel.Of(statements, "a", "var a = Sample(Normal(0, 1));\n" + statements, data, []);
        using var compiled = CompiledModels.Compile(model.Source);
        Activator.CreateInstance(compiled.Type($"Gen.Generated.{model.Name}.Data"), [.. model.UsedParameters.Select(p => p.Value)]);
    }
}
