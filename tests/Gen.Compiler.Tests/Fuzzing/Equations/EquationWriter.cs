using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes valid models of one or two solved differential equations: right-hand sides are methods or lambdas that read latents and data, jump at times that data give
/// and bend where latents and states say; solutions are observed, read by element, handed on to a second equation, or made for each group in a loop.
/// </summary>
/// <remarks>
/// All are solved to 1e-12. A step that passes a jump errs by at most some 15 times what the solvers estimate of it, and what they tolerate in a step adds up over
/// their steps to some hundreds of that; whatever ways agree to 1e-9 of their scale then do so for no other reason than that they solve the same equation.
/// </remarks>
internal sealed partial class EquationWriter
{
    /// <summary>The seeds from which on they are written; they are the models' names too.</summary>
    public const int FirstSeed = 12_000_000;

    private const string Accuracy = "1e-12, 1e-12";

    private readonly Random random;
    private readonly List<FuzzStatement> statements = [];
    private readonly List<string> methods = [];
    private readonly int times;
    private readonly int doses;
    private int counter;

    private EquationWriter(int seed)
    {
        random = new(seed);
        times = Choose(1, 2, 3, 4);
        doses = Choose(0, 1, 2, 3);
    }

    public static FuzzModel Write(int seed) => new EquationWriter(seed).Model(seed);

    private FuzzModel Model(int seed)
    {
        var (begin, groups) = (Choose(0.0, -0.4, 0.3), Choose(1, 2, 3));
        FuzzParameter[] data =
        [
            new("Vector", "times", Increasing(times, begin + 0.2)),
            new("double", "begin", begin),
            new("double", "late", Number(begin, begin + 2)),
            new("Vector", "x", Numbers(3, 0.2, 1.8)),
            new("Vector", "doses", Numbers(doses, 0.2, 2)),
            new("Vector", "at", Increasing(doses, begin - 0.5)),
            new("int", "few", random.Next(3)),
            new("int[]", "group", Enumerable.Range(0, groups).Select(_ => random.Next(3)).ToArray()),
            new("Vector", "start", Numbers(groups, 0.3, 2)),
            new("Vector", "y", Numbers(times, -0.5, 2)),
            new("Vector", "level", Numbers(times, 0.2, 2)),
            new("int[]", "count", Enumerable.Range(0, times).Select(_ => random.Next(4)).ToArray()),
            new("Matrix", "seen", Table(groups, times)),
        ];
        Latent("k", "Uniform(0.2, 1.5)", 1, Constraint.Interval, 0.2, 1.5);
        Latent("m", "Beta(2, 2)", 1, Constraint.Interval);
        Latent("when", "Uniform(0.3, 1.7)", 1, Constraint.Interval, 0.3, 1.7);
        Latent("rate", "Uniform(0.1, 1.2), 3", 3, Constraint.Interval, 0.1, 1.2);
        Latent("first", Choose("HalfNormal(1), 2", "LogNormal(0, 0.5), 2"), 2, Constraint.Positive);
        Latent("sd", "HalfNormal(1)", 1, Constraint.Positive);
        if (random.Next(3) == 0)
        {
            Grouped();
        }

        if (counter == 0 || random.Next(2) == 0)
        {
            var earlier = Solved();
            if (random.Next(3) == 0)
            {
                Solved(earlier);
            }
        }

        return new(FirstSeed + seed, data, statements, methods);
    }

    private void Latent(string name, string prior, int count, Constraint constraint, double lower = 0, double upper = 1) =>
        statements.Add(new([$"var {name} = Sample({prior});"], name, new(name, count, constraint, lower, upper)));

    /// <summary>A solution and what reads it; its initial state may be of what came before.</summary>
    private (string Name, int States) Solved((string Name, int States)? before = null)
    {
        var (number, states) = (counter++, random.Next(1, 4));
        var name = $"s{number}";
        var (initial, begin, end) = (Initial(states, null, null), Choose("begin", "begin", "times[0] - 0.3"), Choose("times", "times", "begin + (times - begin)"));
        if (before is var (earlier, j))
        {
            var handed = Choose($"(0.2 + Abs({earlier}[^1, {random.Next(j)}]))", $"(0.2 + 0.2 * Square({earlier}[0, {random.Next(j)}]))");
            (initial, begin, end) = random.Next(3) switch
            {
                0 when states == j => (Choose($"Abs({earlier}[^1])", $"{earlier}[0] * {earlier}[0]"), "times[^1]", "times + 3.5"),
                1 => (initial, begin, end),
                _ => (Initial(states, handed, null), begin, end),
            };
        }

        var solution = Solution(number, states, null, initial, begin, end);
        if (random.Next(8) == 0)
        {
            // Of two branches the one that is not taken may read what is not there.
            var begins = $"[{string.Join(", ", Enumerable.Repeat("x[few - 1]", states))}]";
            solution = $"few > 0 ? {Solution(counter++, states, null, begins, Choose(begin, "begin - 0.2 / few"), end)} : {solution}";
        }

        statements.Add(new([$"var {name} = {solution};"], name));
        // What a condition chooses elements of needs one, whether the condition holds or not.
        if (doses > 0 && random.Next(6) == 0)
        {
            statements.Add(new(["if (doses.Length > 1)", $"    Potential(Tanh({Solution(counter++, 2, null, "[doses[1], k]", "at[0]", "[at[0] + 0.4, at[1] + 0.5]")}));"]));
        }

        for (var k = random.Next(1, 3); k >= 0; k--)
        {
            Reading(name, states, isNeeded: k == 0);
        }

        return (name, states);
    }

    /// <summary>What reads a solution.</summary>
    private void Reading(string s, int states, bool isNeeded)
    {
        var (j, p) = (random.Next(states), $"p{counter++}");
        var column = $"{s}[.., {j}]";
        statements.Add(random.Next(isNeeded ? 9 : 12) switch
        {
            0 => new([$"Observe(y, Normal({column}, 0.5 + sd));"]),
            1 => new([$"Observe(level, LogNormal(Log(0.2 + Square({column})), {Choose("0.7", "0.5 + sd")}));"]),
            2 => new([$"Observe(count, Poisson(0.1 + {Choose($"Abs({column})", $"Square({column})")}));"]),
            3 => new([$"for (var i = 0; i < times.Length; i++)", $"    Observe(y[i], Normal({s}[i, {j}], 1 + 0.1 * i));"]),
            4 => new([$"Potential(-0.1 * Square({s}));"]),
            5 => new([$"Potential(Tanh({s}[{Choose("^1", "0")}, {j}]) * m);"]),
            6 => new([$"var {p} = Deterministic({column});", $"Observe(y, Normal(Tanh({p}) * k, 1));"]),
            7 => new([$"var {p} = 0.0;", "for (var i = 0; i < times.Length; i++)", $"    {p} += {s}[i, {j}] * {Choose("y[i]", "level[i]", "times[i]")};", $"Potential(-0.1 * Square({p}));"]),
            8 => new([$"for (var i = 1; i < times.Length; i++)", $"    Potential(-0.3 * Square({s}[i, {j}] - {s}[i - 1, {j}]));", $"Potential(-0.1 * {s}[0, {j}]);"]),
            9 => new([$"var {p} = Deterministic({Choose(s, column, $"Sum({column})")});"]),
            10 => new([$"var {p} = Generate(Normal({column}, sd));"]),
            _ => new([$"var {p} = Generate(Poisson(0.1 + Square({column})));"]),
        });
    }

    /// <summary>An equation for each group.</summary>
    private void Grouped()
    {
        var (n, states) = (counter++, random.Next(1, 4));
        var j = random.Next(states);
        var (begin, end) = random.Next(5) switch
        {
            0 => ("begin - 0.1 * i", "times"),
            1 => ("begin", "times + 0.2 * i"),
            2 => ("begin + 0.05 * x[i]", "times"),
            3 => ("begin", "[start[i] + 1, start[i] + 1.5]"),
            _ => ("begin", "times"),
        };
        var read = $"Potential(Tanh(s{n}[^1, {j}]) * rate[group[i]]);";
        read = end[0] == '[' ? read : Choose($"Observe(seen[i], Normal(s{n}[.., {j}], 0.5 + sd));", $"Potential(-0.1 * Square(s{n}[.., {j}] - seen[i]));", read);

        // Data that a loop alone reads, and not to their end, are refused.
        statements.Add(new([
            "Potential(0.01 * Sum(x));", Choose("for (var i = 0; i < start.Length; i++)", "for (var i = start.Length - 1; i >= 0; i--)"), .. random.Next(5) == 0 ? ["    if (group[i] > 0)"] : Array.Empty<string>(),
            "{", $"    var s{n} = {Solution(n, states, "i", Initial(states, null, "i"), begin, end)};", $"    {read}", "}"]));
    }

    /// <summary>As many positive numbers.</summary>
    private string Initial(int states, string? before, string? i)
    {
        if (before is null && random.Next(4) == 0)
        {
            return states switch { 1 => "Ones(1)", 2 => Choose("first", "first * x[..2]", "x[1..]"), _ => Choose("x", "0.5 * x + m", "rate") };
        }

        string[] choices = ["first[0]", "first[1]", "x[0]", "0.5", "1", "m", "2 * k", "x[2] * first[0]", .. i is null ? Array.Empty<string>() : [$"start[{i}]", $"start[{i}] * m", $"rate[group[{i}]]"]];
        var all = Enumerable.Range(0, states).Select(_ => Choose(choices)).ToArray();
        all[random.Next(states)] = before ?? all[0];
        return $"[{string.Join(", ", all)}]";
    }

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    // The last digits keep what is compared from being equal.
    private double Number(double from, double to) => Math.Round(from + (to - from) * random.NextDouble(), 2) + 0.00317;

    private Vector Numbers(int length, double from, double to) => new([.. Enumerable.Range(0, length).Select(_ => Number(from, to))]);

    private Matrix Table(int rows, int columns)
    {
        var table = new Matrix(rows, columns);
        for (var k = 0; k < rows * columns; k++)
        {
            table[k / columns, k % columns] = Number(0, 2);
        }

        return table;
    }

    private Vector Increasing(int length, double from)
    {
        var numbers = new double[length];
        for (var i = 0; i < length; i++)
        {
            numbers[i] = from = Number(from, from + 0.9) + 0.1;
        }

        return new(numbers);
    }
}
