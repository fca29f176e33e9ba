using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes statements over integers at the ends of their range, over elements that may not be there, behind conditions, in loops that may make no pass, under
/// second names. As the body of a model and of an objective they mean what C# makes of them in a checked context; where that throws, the data are refused.
/// </summary>
internal sealed partial class RefusalWriter
{
    private readonly Random random;
    private readonly List<string> statements = [];
    private int counter;

    // When the loop that was written last has no pass, and when none but that of 0.
    private (string None, string NoneButFirst) passes;

    private RefusalWriter(int seed) => random = new(seed);

    public static string Write(int seed)
    {
        var writer = new RefusalWriter(seed);
        for (var k = writer.random.Next(1, 4); k > 0; k--)
        {
            writer.Statement();
        }

        return writer.File(seed);
    }

    private void Statement()
    {
        var (name, i) = ($"q{counter}", $"i{counter++}");
        switch (random.Next(10))
        {
            case 0:
                Add($"total += {Real(null, 2)};");
                break;
            case 1:
                Add($"if ({Condition(null, 2)})", $"    total += {Real(null, 1)};", "else", $"    total -= {Real(null, 1)};");
                break;
            case 2 or 3:
                Add(Loop(i), $"    total += {Read(i, Real(i, 2))};");
                break;
            case 4:
                Add(Loop(i), $"    if ({Read(i, Condition(i, 2))})", $"        total += {Real(i, 1)};");
                break;
            case 5:
                Add($"var {name} = {Integer(null, 1)};", Loop(i), $"    {name} = {name} {Choose("+", "-", "*")} {Read(i, Integer(i, 1))};", $"total += Tanh(1e-9 * {name});");
                break;
            case 6:
                Add($"var {name} = 0;", Loop(i), $"    {name} {Choose("+=", "-=")} {Read(i, Integer(i, 1))};", $"total += Tanh(1e-9 * {name}) * a;");
                break;
            case 7:
                Add($"var {name} = new Vector(k.Length);", $"var w{name} = {name};", $"for (var {i} = 0; {i} < k.Length; {i}++)", $"    {name}[{i}] = {Real(i, 1)};", $"total += Sum(w{name} * {name});");
                break;
            case 8:
                Add($"var {name} = {Condition(null, 2)};", $"total += {name} ? {Real(null, 1)} : {Real(null, 1)};", $"if ({name} && {Condition(null, 1)})", $"    total += {Real(null, 1)};");
                break;
            default:
                // A range that ends before it begins whatever the data are is no model.
                var (start, end) = (Index(null), Choose("", Index(null)));
                Add($"total += Sum(y[{start}..{(start == "1" && end == "0" ? "" : end)}]) * a;");
                break;
        }
    }

    private void Add(params string[] lines) => statements.Add(string.Join("\n        ", lines));

    private string Loop(string i)
    {
        var (header, first, length) = random.Next(4) switch
        {
            0 => ("for (var {0} = 0; {0} < k.Length; {0}++)", "0", "k.Length"),
            1 => ("for (var {0} = {1}; {0} < m; {0}++)", Choose("0", "1"), "m"),
            2 => ("for (var {0} = m - 1; {0} >= {1}; {0}--)", Choose("0", "1"), "m"),
            _ => ("for (var {0} = 0; {0} < y.Length; {0}++)", "0", "y.Length"),
        };
        passes = ($"{length} <= {first}", $"{length} <= 1");
        return string.Format(CultureInfo.InvariantCulture, header, i, first);
    }

    private string Real(string? i, int depth) => depth == 0
        ? Choose("a", $"0.{random.Next(1, 1000)}", $"y[{Index(i)}]", $"Tanh(1e-9 * {Integer(i, 0)})", "Tanh(a)")
        : random.Next(7) switch
        {
            0 => $"({Condition(i, depth - 1)} ? {Real(i, depth - 1)} : {Real(i, depth - 1)})",
            1 => $"a * {Real(i, depth - 1)}",
            2 => $"({Real(i, depth - 1)} + {Real(i, depth - 1)})",
            3 => $"Tanh(1e-9 * {Integer(i, depth)})",
            4 when Index(i) is var index => $"(0 <= {index} && {index} < y.Length ? y[{index}] : {Real(i, depth - 1)})",
            5 => $"Tanh({Real(i, depth - 1)})",
            _ => $"Tanh(0.001 * {Integer(i, depth)}) * a",
        };

    private string Integer(string? i, int depth)
    {
        if (depth == 0)
        {
            return i is not null && random.Next(2) == 0 ? Choose(i, $"k[{i}]", $"g[{Index(i)}]") : Choose("n", "d", "m", "y.Length", $"k[{Index(i)}]", "n");
        }

        var (left, right) = (Integer(i, depth - 1), Integer(i, depth - 1));
        return random.Next(11) switch
        {
            0 or 1 => $"({left} + {right})",
            2 => $"({left} - {right})",
            3 => $"({left} * {right})",
            4 => $"({left} / {right})",
            5 => $"({left} % {right})",
            6 => $"-({left})",
            7 => $"Math.Abs({left})",
            8 => $"Math.{Choose("Max", "Min")}({left}, {right})",
            9 => $"({Condition(i, depth - 1)} ? {left} : {right})",
            _ => $"({right} == 0 ? 1 : {left} / {right})",
        };
    }

    private string Condition(string? i, int depth) => depth == 0
        ? Choose($"{Integer(i, 0)} < 3", $"{Integer(i, 0)} == {Integer(i, 0)}", $"y[{Index(i)}] > 0", $"{Integer(i, 0)} != 0")
        : random.Next(8) switch
        {
            0 or 1 => $"({Condition(i, depth - 1)} && {Condition(i, depth - 1)})",
            2 => $"({Condition(i, depth - 1)} || {Condition(i, depth - 1)})",
            3 => $"!({Condition(i, depth - 1)})",
            4 => $"({Integer(i, 0)} < 3 && y[{Choose("n", "d", "m")} + {random.Next(4)}] > 0)",
            5 when Integer(i, 0) is var divisor => $"({divisor} != 0 && {Integer(i, 0)} / {divisor} > 1)",
            6 when Index(i) is var index => $"({index} < 0 || {index} >= k.Length || k[{index}] > 0)",
            _ => Condition(i, 0),
        };

    private string Index(string? i) => i is not null && random.Next(3) > 0 ? Choose(i, i, $"{i} + 1", $"g[{i}]", $"{i} - 1") : Choose("0", "n", "d", "m", "1", "g[0]");

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Numbers(int length, params string[] choices) => $"[{string.Join(", ", Enumerable.Range(0, length).Select(_ => Choose(choices)))}]";

    /// <summary>A set of data, as arguments.</summary>
    private string Data()
    {
        string[] all = ["0", "1", "2", "3", "5", "-1", "int.MaxValue", "int.MinValue", "46341"], few = ["0", "1", "2", "3"];
        var isCalm = random.Next(2) == 0;
        var (values, length) = (isCalm ? few : all, Choose(0, 1, 3, 3, 4));
        return $"{Choose(values)}, {Choose(isCalm ? ["1", "2"] : all)}, {Choose(few)}, {Numbers(Choose(length, 3), values)}, {Numbers(Choose(length, 3), isCalm ? ["0", "1"] : ["-1", "0", "1", "2", "4"])}, {Numbers(length, "0.3", "-0.7", "1.2")}";
    }

    private string File(int seed)
    {
        // Data that loops alone read, and not to their end, would be refused.
        var text = string.Join("\n        ", statements.Prepend("total += 0.01 * (k.Length + g.Length + y.Length);"));

        // What is the same in every pass may be read before a loop that makes none (or none but the first, where that is told apart), a vector that a condition chooses elements of may have to have one, and the ends
        // of ranges are known whatever conditions hold.
        (string Condition, string[] Where)[] refused =
        [
            ("m < 2", ["< m;", "= m - 1;"]),
            ("y.Length == 0", ["y[", "< y.Length;"]),
            ("k.Length == 0", ["k[", "< k.Length;"]),
            ("y.Length == 1 || k.Length == 1", [.. Enumerable.Range(0, counter).Select(number => $"i{number} != 0")]),
            ("g.Length == 0", ["< g.Length;"]),
            ("g.Length < 2", ["y[g[1].."]),
        ];
        var mayRefuse = string.Concat(refused.Where(entry => entry.Where.Any(text.Contains)).Select(entry => $" || {entry.Condition}"));
        var mustRefuse = string.Join(" || ", invariant.DefaultIfEmpty("false"));
        return $$"""
            #pragma warning disable CS1718, CS0162
            using System;
            using Gen;
            using static Gen.Modeling;

            public partial class Refused{{seed}}
            {
                [Model]
                static partial void Define(int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    var total = 0.0;
                    {{text}}
                    Potential(total);
                }

                public static double Plain(double a, int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    checked
                    {
                        var total = 0.0;
                        {{text}}
                        return total;
                    }
                }
            }

            public partial class Priced{{seed}}
            {
                [Model]
                static partial void Define(int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    var a = Sample(Normal(0, 1));
                    Observe(y, Normal(a, 1));
                    Potential(1e-12 * (1.0 * n + d + m + k.Length + g.Length));
                }

                [Objective]
                static double Gain(double a, int n, int d, int m, int[] k, int[] g, Vector y, [Decision] double decided)
                {
                    var total = 0.0;
                    {{text}}
                    return total * decided;
                }
            }

            public partial class Refused{{seed}}
            {
                public static string Problem()
                {
                    {{string.Join("\n        ", Enumerable.Range(0, 6).Select(_ => $"if (Difference({Data()}) is {{ Length: > 0 }} problem{counter}) return problem{counter++};"))}}
                    return "";
                }

                private static double? Wrapped(double a, int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    try
                    {
                        unchecked
                        {
                            var total = 0.0;
                            {{text}}
                            return total;
                        }
                    }
                    catch (Exception raw) when (raw is OverflowException or DivideByZeroException or IndexOutOfRangeException or ArgumentOutOfRangeException or ArgumentException)
                    {
                        return null;
                    }
                }

                private static double? Executed(double a, int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    try
                    {
                        return Plain(a, n, d, m, k, g, y);
                    }
                    catch (Exception raw) when (raw is OverflowException or DivideByZeroException or IndexOutOfRangeException or ArgumentOutOfRangeException or ArgumentException)
                    {
                        return null;
                    }
                }

                private static bool IsOutside(Func<double> read)
                {
                    try
                    {
                        read();
                        return false;
                    }
                    catch (Exception raw) when (raw is IndexOutOfRangeException or ArgumentOutOfRangeException)
                    {
                        return true;
                    }
                }

                private static string Difference(int n, int d, int m, int[] k, int[] g, Vector y)
                {
                    const double A = 0.7, Step = 1e-5;
                    var data = $"n {n}, d {d}, m {m}, k [{string.Join(", ", k)}], g [{string.Join(", ", g)}], y [{string.Join(", ", y.ToArray())}]: ";
                    var wanted = Executed(A, n, d, m, k, g, y);

                    var mustRefuse = {{mustRefuse}};
                    var mayRefuse = mustRefuse || wanted is null{{mayRefuse}};
                    try
                    {
                        var gradient = new double[1];
                        var found = new Refused{{seed}}(n, d, m, k, g, y).CreateLogDensity().Evaluate([A], gradient) - Normal(0, 1).LogDensity(A);
                        if (wanted is not { } value)
                        {
                            // A sum that leaves the integers on its way and comes back is what it is in C#, which wraps twice.
                            return Wrapped(A, n, d, m, k, g, y) is { } wrapped && Math.Abs(found - wrapped) <= 1e-9 * Math.Max(1, Math.Abs(wrapped)) ? "" : data + $"C# throws, and the model takes the data: {found}";
                        }

                        if (mustRefuse)
                        {
                            return data + $"what all passes would read is not there, and the model takes the data: {found}";
                        }

                        var slope = (Executed(A + Step, n, d, m, k, g, y)!.Value - Executed(A - Step, n, d, m, k, g, y)!.Value) / (2 * Step) - A;
                        if (!(Math.Abs(found - value) <= 1e-9 * Math.Max(1, Math.Abs(value))) || !(Math.Abs(gradient[0] - slope) <= 1e-6 * Math.Max(1, Math.Abs(slope))))
                        {
                            return data + $"{found} and {gradient[0]} instead of {value} and {slope}";
                        }
                    }
                    catch (ArgumentException refusal) when (mayRefuse && refusal.Message.StartsWith("Refused{{seed}}"))
                    {
                    }

                    try
                    {
                        var posterior = new Priced{{seed}}(n, d, m, k, g, y).Sample(draws: 2, tune: 10, chains: 1, seed: 4);
                        var utilities = posterior.Gain().Utilities(decided: 1.5);
                        if (mustRefuse)
                        {
                            return data + "what all passes would read is not there, and the objective takes the data";
                        }

                        for (var draw = 0; draw < 2; draw++)
                        {
                            var own = Executed(posterior.A.Values[draw], n, d, m, k, g, y) * 1.5;
                            if (own is null || !(Math.Abs(utilities.Values[draw] - own.Value) <= 1e-9 * Math.Max(1, Math.Abs(own.Value))))
                            {
                                return data + $"the objective is {utilities.Values[draw]} instead of {own}";
                            }
                        }
                    }
                    catch (ArgumentException refusal) when (mayRefuse && refusal.Message.StartsWith("Priced{{seed}}"))
                    {
                    }

                    return "";
                }
            }
            """;
    }
}
