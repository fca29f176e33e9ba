using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes a valid model from a seed whose data hold zeros where limits are taken: powers and roots of 0, logarithms of 0 under conditions and in weights, chains
/// with impossible steps; beside them vectors under several names, and arithmetic of integers. Every log-density is finite.
/// </summary>
internal sealed class LimitWriter
{
    /// <summary>The models' seeds are from here on, so that their names are their own.</summary>
    public const int FirstSeed = 3_000_000;

    private static readonly string[] Methods =
    [
        "static double Saturated(double x, double k, double s) => Pow(x, s) / (Pow(k, s) + Pow(x, s));",
        "static Vector Same(Vector v) => v;",
        "static int Halved(int n, int d) => d == 0 ? n : n / d;",
    ];

    private readonly Random random;
    private readonly List<FuzzStatement> statements = [];
    private readonly int rows;
    private int counter;

    private LimitWriter(int seed)
    {
        random = new(seed);
        rows = random.Next(2) == 0 ? random.Next(3, 10) : random.Next(16, 22);
    }

    public static FuzzModel Write(int seed)
    {
        var writer = new LimitWriter(seed);
        var data = writer.Data();
        writer.WriteStatements();
        return new(seed, data, writer.statements, Methods);
    }

    private FuzzParameter[] Data()
    {
        double Whole(int low, int high) => random.Next(low, high);
        double[] Sparse(int count, double zeros) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() < zeros ? 0 : Math.Round(0.2 + 2 * random.NextDouble(), 2))];
        var steps = new double[3, 3];
        for (var i = 0; i < 9; i++)
        {
            // A state stays possible: no path ends in nothing.
            steps[i / 3, i % 3] = i % 4 == 0 ? 0.5 : random.Next(2) * 0.3;
        }

        return
        [
            new("Vector", "x", new Vector(Sparse(rows, 0.4))),
            new("Vector", "weights", new Vector([0.0, .. Sparse(1, 0.5), 0.7])),
            new("Vector", "none", new Vector([0, 0, 0])),
            new("Vector", "empty", new Vector([])),
            new("Vector", "signed", new Vector([.. Enumerable.Range(0, rows).Select(_ => Whole(-3, 4))])),
            new("Vector", "y", new Vector([.. Enumerable.Range(0, rows).Select(_ => Math.Round(4 * random.NextDouble() - 2, 2))])),
            new("Matrix", "steps", (Matrix)steps),
            new("int[]", "counts", Enumerable.Range(0, rows).Select(_ => (int)Whole(-4, 5)).ToArray()),
            new("int", "n", (int)Whole(-9, 10)),
            new("int", "d", (int)Whole(-2, 3)),
        ];
    }

    private void WriteStatements()
    {
        statements.Add(new(["var a = Sample(Normal(0, 1));"], "a", new("a", 1, Constraint.None)));
        statements.Add(new(["var b = Sample(Normal(0, 1));"], "b", new("b", 1, Constraint.None)));
        statements.Add(new(["var p = Sample(HalfNormal(1));"], "p", new("p", 1, Constraint.Positive)));
        statements.Add(new(["var f = Sample(Uniform(0, 1));"], "f", new("f", 1, Constraint.Interval)));
        for (var k = random.Next(2, 6); k > 0; k--)
        {
            switch (random.Next(8))
            {
                case 0: Term($"Sum({Power(Zeros())})"); break;
                case 1: Guarded(); break;
                case 2: Mixture(); break;
                case 3: Chain(); break;
                case 4: Alias(); break;
                case 5: Integers(); break;
                case 6: Carried(); break;
                default: Term($"Sum({Power(Zeros())} * {Power(Zeros())})"); break;
            }
        }
    }

    private string Fresh(string prefix) => $"{prefix}{counter++}";

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private void Add(string defines, params string[] lines) => statements.Add(new(lines, defines));

    private void Term(string value) => Add("", $"Potential({Choose("", "0.3 * ", "-")}{Choose("Tanh", "Log1pExp", "Atan")}({value}));");

    private string Scalar() => Choose("a", "b", "p", "f", "a * b", "p + f", "Exp(0.5 * a)", "b + 0 * Sqrt(2 - p)");

    /// <summary>A vector of numbers from 0 on, some of them 0.</summary>
    private string Zeros() => Choose("x", "x", "p * x", "x * f", "Exp(a) * x", "x * x", "Abs(signed) * p", "x + Abs(signed)", "Where(Less(0, x), p * x, 0)");

    private string Power(string zeros) => random.Next(8) switch
    {
        0 => $"Sqrt({zeros})",
        1 => $"Pow({zeros}, {Choose("p", "f", "1 + f", "Exp(b)", "0.5", "0.3", "1", "2.5")})",
        2 => $"Exp({Choose("p", "f")} * Log({zeros}))",
        3 => $"Pow({zeros}, p) / (Pow(Exp(a), p) + Pow({zeros}, p))",
        4 => $"InverseLogit({Choose("p", "1")} * Log({zeros}) + b)",
        5 => $"1 / (1 + p / ({zeros}))",
        6 => $"Exp(-f / ({zeros}))",
        _ => "Pow(signed, 2) * " + zeros,
    };

    /// <summary>A value that is not finite where data are 0, under conditions that leave those out.</summary>
    private void Guarded()
    {
        var u = Fresh("u");
        Add(u, $"var {u} = {Choose("Log(x * Exp(a))", "p / x", "a * Log(x)", "Log(x) * Sqrt(x - 0.1)", "y / (x * p)", "f + 0 * Log(x - 0.1)", "b * (x / x)", "p + 0 / x")};");
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            Term(random.Next(6) switch
            {
                0 => $"Sum(Where(Less(0.15, x), {u}, {Scalar()}))",
                1 => $"Sum(Where(LessOrEqual(x, 0.15), 0, {Scalar()} * {u}))",
                2 => $"Sum(Where(Less(0.15, x), Where(Less(y, 0), {u}, b), 0))",
                3 => $"Sum(Where(And(Less(0.5, x), Less(0, y)), 2 * {u}, y))",
                4 => $"Sum(Where(Less(90, x), {u}, f * y))",
                _ => $"Sum(Where(Not(Less(0.15, x)), p, Square({u})))",
            });
        }

        if (random.Next(2) == 0)
        {
            Add("", "for (var i = 0; i < x.Length; i++)", "    if (x[i] > 0.15)", $"        Potential(0.1 * {u}[i]);");
        }
    }

    private void Mixture()
    {
        var terms = $"{Choose("Log(weights)", "Log(weights * p)", "Log(weights) + Log(f)", "p * Log(weights)")} + {Choose("Arange(3) * a", "b", "Log(Arange(3) + f)")}";
        Add("", random.Next(5) switch
        {
            0 => $"Potential(LogSumExp({terms}));",
            1 => $"Potential(LogSumExp([LogSumExp({Choose("Log(none)", "Log(none * p)", "Log(none) + a", "empty * a", "Log(f * empty)")} + b), LogSumExp({terms}), a]));",
            2 => $"Potential(Softmax({terms})[2]);",
            3 => $"Potential(Log(Sum(Exp({terms}))));",
            _ => $"Potential(Max({terms}) + Log(Dot(weights, [p, f, Exp(a)])));",
        });
    }

    private void Chain()
    {
        var forward = Fresh("w");
        var step = Choose("Log(steps[.., j])", "Log(steps[.., j] * p)", "Log(steps[.., j]) + b");
        Add(
            forward, $"var {forward} = new Matrix(y.Length, 3);", $"{forward}[0] = {Choose("Log(weights)", "Log(weights * f)")} + Normal(Arange(3) * a, 1).LogDensity(y[0]);",
            "for (var t = 1; t < y.Length; t++)", "    for (var j = 0; j < 3; j++)",
            $"        {forward}[t, j] = LogSumExp({forward}[t - 1] + {step}) + Normal(j * a, 1).LogDensity(y[t]);");
        Add("", $"Potential(0.1 * LogSumExp({forward}[y.Length - 1]));");
    }

    private void Carried()
    {
        var s = Fresh("s");
        Add(s, $"var {s} = {Choose("0.0", "f")};", "for (var t = 0; t < x.Length; t++)", $"    {s} = {Choose("f", "0.5")} * {s} + {Choose("Sqrt(p * x[t])", "Pow(x[t], f)", "x[t]", "Saturated(x[t], p, 1 + f)")};");
        Term(Choose($"Sqrt({s} * x[0])", $"Pow({s}, 0.5) * x[1]", $"{s}"));
    }

    private void Alias()
    {
        var (u, w) = (Fresh("v"), Fresh("v"));
        var target = Choose(u, w);
        var other = target == u ? w : u;
        string[] declared = random.Next(3) switch
        {
            0 => [$"var {u} = new Vector(x.Length);", $"var {w} = {u};"],
            1 => [$"var {u} = new Vector(x.Length);", $"var {w} = new Vector(x.Length);", $"{w} = {u};"],
            _ => [$"var {u} = new Vector(x.Length);", $"var {w} = Same({u});"],
        };
        string[] filled = random.Next(3) switch
        {
            0 => ["for (var t = 0; t < x.Length; t++)", $"    {target}[t] = {Scalar()} * y[t];"],
            1 => [$"{target}[0] = {Scalar()};", "for (var t = 1; t < x.Length; t++)", $"    {target}[t] = 0.5 * {other}[t - 1] + {Scalar()};"],
            _ => ["for (var t = 0; t < x.Length; t++)", "{", $"    {target}[t] = {Scalar()};", $"    {other}[t] += x[t];", "}"],
        };
        statements.Add(new([.. declared, .. filled, $"Potential(0.1 * Sum(Sin({other}) * {target}));"]));
    }

    private void Integers() => Add(
        "", "for (var i = 0; i < counts.Length; i++)",
        $"    Potential(0.01 * {Scalar()} * ({Integer(2)}));");

    private string Integer(int depth)
    {
        if (depth == 0)
        {
            return Choose("n", "d", "i", "counts[i]", "3", "-2", "counts.Length");
        }

        var (left, right) = (Integer(depth - 1), Integer(depth - 1));
        return random.Next(9) switch
        {
            0 => $"({left} + {right})",
            1 => $"({left} - {right})",
            2 => $"({left} * {right})",
            3 => $"((n + {left}) / {Choose("3", "-2", "(i + 1)", "(d * d + 1)")})",
            4 => $"((n + {left}) % {Choose("3", "-2", "(i + 1)", "(d * d + 1)")})",
            5 => $"Halved({left}, {right})",
            6 => $"(d != 0 && {left} / d > {right} ? {left} : -({right}))",
            7 => $"(int)(0.7 * {left})",
            _ => $"((n + {left}) switch {{ > 2 and < 7 => {right}, 0 or 1 => {left}, _ => 1 }})",
        };
    }
}
