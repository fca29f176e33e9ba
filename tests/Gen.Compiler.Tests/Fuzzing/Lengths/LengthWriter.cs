using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes valid models whose loops may make no pass, run downwards or lie inside each other, whose ranges end at the loops' variables, and whose data may be
/// empty or of one element.
/// </summary>
internal sealed class LengthWriter
{
    /// <summary>The seeds from which on they are written; they are the models' names too.</summary>
    public const int FirstSeed = 5_000_000;

    private static readonly int[] Sizes = [0, 0, 1, 2, 3, 6];

    private readonly Random random;
    private readonly List<FuzzStatement> statements = [];
    private Dim few = new(0);
    private int lag;
    private int counter;

    private LengthWriter(int seed) => random = new(seed);

    public static FuzzModel Write(int seed) => new LengthWriter(seed).Model(seed);

    private FuzzModel Model(int seed)
    {
        var (n, m) = (Choose(Sizes), Choose(Sizes));
        var first = new int[n + 1];
        for (var i = 0; i < n; i++)
        {
            first[i + 1] = Math.Min(m, first[i] + random.Next(3));
        }

        (lag, var ahead, few) = (random.Next(4), random.Next(-3, 4), new Dim(random.Next(3)));
        FuzzParameter[] data =
        [
            new("Vector", "y", Numbers(n)),
            new("Vector", "x", Numbers(m)),
            new("Vector", "z", Numbers(n)),
            new("Matrix", "table", Table(n, m)),
            new("int[]", "first", first),
            new("int", "lag", lag),
            new("int", "ahead", ahead),
            new("Dim", "few", few),
        ];
        statements.Add(new(["var a = Sample(Normal(0, 1));"], "a", new("a", 1, Constraint.None)));
        statements.Add(new(["var b = Sample(HalfNormal(1));"], "b", new("b", 1, Constraint.Positive)));
        statements.Add(new(["var w = Sample(Normal(0, 1), few);"], "w", new("w", few.Length, Constraint.None)));
        var (count, size) = Choose([("lag * lag", lag * lag), ("lag % 3 + 1", lag % 3 + 1), ("y.Length * lag", n * lag), ("2 * y.Length + lag", 2 * n + lag)]);
        statements.Add(new([$"var z2 = Sample(Normal(0, 1), {count});"], "z2", new("z2", size, Constraint.None)));
        statements.Add(new(["Potential(0.1 * Sum(z2) * lag);"]));
        for (var i = 0; i < 4; i++)
        {
            statements.Add(Statement());
        }

        return new(FirstSeed + seed, data, statements, ["static double Weighted(Vector v, double u)\n    {\n        var total = 0.0;\n        for (var i = 0; i < v.Length; i++)\n            total += v[i] / (u + i + 1);\n        return total + v.Length;\n    }"]);
    }

    private FuzzStatement Statement()
    {
        var (name, t) = ($"p{counter}", $"t{counter++}");
        var loop = Loop(t);
        var window = Window(t);
        switch (random.Next(9))
        {
            case 0:
                return new([$"var {name} = 0.0;", loop, $"    {name} += {Term()} + {t};", $"Potential({name});"]);
            case 1:
                return new([$"var {name} = 1.0;", loop, $"    {name} *= 1 + 0.1 * Tanh({Term()});", $"Potential({name});"]);
            case 2:
                return new([$"var {name} = a;", loop, $"    {name} = 0.5 * {name} + Tanh({Term()} * {t});", $"Potential({name});"]);
            case 3:
                return new([Upwards(t, window.From), $"    Potential({Term()} * {Of(window.Range)});"]);
            case 4:
                return new([Upwards(t, window.From), "{", $"    if ({t} > 1 && y[{t} - 1] > 0)", $"        Potential({Of(window.Range)} * {Term()} + y[{t} - 2]);", "}"]);
            case 5:
                return new([$"var {name} = new Vector(y.Length);", $"for (var {t} = 1; {t} < y.Length; {t}++)", $"    {name}[{t}] = Tanh({Term()} * y[{t} - 1]);", $"Potential(Sum({name}));"]);
            case 6:
                return new([
                    $"for (var {t} = 0; {t} < y.Length; {t}++)", "{", $"    for (var i = first[{t}]; i < first[{t} + 1]; i++)", $"        Potential({Term()} * x[i]);",
                    $"    Potential(b * Sum(x[first[{t}]..first[{t} + 1]]) + Sum(table[{t}, first[{t}]..]));", "}"]);
            case 7:
                return new(
                    [
                        $"var {name} = new Vector(few.Length + lag);", $"for (var {t} = 0; {t} < few.Length; {t}++)", $"    {name}[{t}] = Sample(Normal({Term()}, 1 + b));",
                        $"for (var {t} = few.Length; {t} < few.Length + lag; {t}++)", $"    {name}[{t}] = Sample(Normal({Term()} * {t}, 2));",
                    ],
                    name, new(name, few.Length + lag, Constraint.None));
            default:
                return new([Upwards(t, 0), $"    Observe(z[{t}], Normal({Of(window.From == 0 ? window.Range : $"y[..{t}]")} * 0.1, 0.5 + b));"]);
        }
    }

    private string Loop(string t) => random.Next(5) switch
    {
        0 => $"for (var {t} = {First()}; {t} < {Bound()}; {t}++)",
        1 => $"for (var {t} = {Bound()}; {t} >= {First()}; {t}--)",
        2 => $"for (var {t} = {First()}; {t} <= {Bound()}; {t}++)",
        3 => $"for (var {t} = y.Length - 1; {t} > {First()}; {t}--)",
        _ => $"for (var {t} = lag; {t} < x.Length; {t}++)",
    };

    private static string Upwards(string t, int from) => $"for (var {t} = {from}; {t} < y.Length; {t}++)";

    private string First() => Choose("0", "1", "2", "-1", "lag", "few.Length");

    private string Bound() => Choose("0", "1", "lag", "ahead", "y.Length", "x.Length - 2", "few.Length", "ahead - lag", "y.Length - x.Length");

    /// <summary>A range of y that is one in every pass of a loop from a number to its length.</summary>
    private (int From, string Range) Window(string t) => random.Next(6) switch
    {
        0 => (2, $"y[({t} - 2)..{t}]"),
        1 => (1, $"y[({t} - 1)..({t} + 1)]"),
        2 => (0, $"y[..{t}]"),
        3 => (0, $"y[{t}..]"),
        4 => (1, $"y[1..][..({t} - 1)]"),
        _ => (0, $"(z[..{t}] + y[..{t}])"),
    };

    private string Of(string vector) => random.Next(7) switch
    {
        0 => $"Sum({vector})",
        1 => $"Prod(1 + 0.1 * {vector})",
        2 => $"Dot({vector}, b * {vector})",
        3 => $"Weighted({vector}, b)",
        4 => $"Sum(Tanh(a * {vector}))",
        5 => $"({vector}.Length + Sum(CumulativeSum({vector})))",
        _ => $"Sum(Exp(0.1 * {vector}) - 1)",
    };

    private string Term() => Choose("a", "Tanh(a * b)", "(a + Sum(w))", "0.5 * b", "Sum(w * w)", "(a - Prod(w))");

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private Vector Numbers(int length) => new([.. Enumerable.Range(0, length).Select(_ => Math.Round(4 * random.NextDouble() - 2, 2) + 0.003)]);

    private Matrix Table(int rows, int columns)
    {
        var matrix = new Matrix(rows, columns);
        for (var i = 0; i < rows * columns; i++)
        {
            matrix[i / columns, i % columns] = Math.Round(2 * random.NextDouble() - 1, 2);
        }

        return matrix;
    }
}
