using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Right-hand sides. Their solutions stay finite: what comes in is bounded and not negative, what goes out is a state times what is not negative, and what else they
/// consist of is known to oscillate, to grow no further than its capacity, or to be eaten.
/// </summary>
internal sealed partial class EquationWriter
{
    // What right-hand sides are made of: two rates, a latent or a number that says where they bend, and data under their own names.
    private static readonly (string Type, string Name)[] Data = [("double", "late"), ("Vector", "x"), ("Vector", "doses"), ("Vector", "at"), ("int", "few"), ("int", "who")];
    private static readonly string[] Rates = ["a", "b", "edge"];

    /// <summary>The solution of an equation.</summary>
    /// <param name="number">The number in the names of its methods.</param>
    /// <param name="states">The number of states.</param>
    /// <param name="i">The loop around it, if any.</param>
    /// <param name="initial">The initial state.</param>
    /// <param name="begin">The initial time.</param>
    /// <param name="end">The times.</param>
    private string Solution(int number, int states, string? i, string initial, string begin, string end)
    {
        var locals = random.Next(2) == 0 ? Local(number, states) : [];
        var elements = $"[{string.Join(", ", System(states).Select((core, j) => Derivative(number, core, states, j, locals.Length > 0)))}]";
        string[] actual = [Rate(i), Rate(i), Choose("when", "when", "when * x[0]", "0.5 + m", "x[1]", i is null ? "rate[2]" : $"rate[{Choose(i, $"group[{i}]")}]")];
        var who = i is null ? "few" : Choose("few", $"group[{i}]");
        var solver = Choose("OdeRk45", "OdeRk45", "OdeRk45", "OdeBdf");
        var accuracy = Choose(Accuracy, "relTol: 1e-12, absTol: 1e-12", Accuracy + ", 200_000");
        string Lambda(Func<string, string> said) => locals.Length == 0 ? $"(t, c) => {said(elements)}" : $"(t, c) => {{ {said(string.Join(" ", locals.Select(line => line.Trim())))} return {said(elements)}; }}";
        var (formal, given) = Arguments(string.Join("\n", locals) + elements, actual, who);
        switch (random.Next(6))
        {
            case 0 or 1:
                // A lambda reads what is around it.
                string Captured(string text) => Rates.Zip(actual).Append(("who", who)).Aggregate(text, (current, rate) => Regex.Replace(current, $@"\b{rate.Item1}\b", $"({rate.Item2})"));
                return $"{solver}({Lambda(Captured)}, {initial}, {begin}, {end}, {accuracy})";
            case 2:
                methods.Add($"static Matrix Solved{number}(Vector initial, double begin, Vector until{formal}) => {solver}({Lambda(text => text)}, initial, begin, until, {accuracy});");
                return $"Solved{number}({initial}, {begin}, {end}{given})";
            default:
                methods.Add(locals.Length == 0 && random.Next(2) == 0
                    ? $"static Vector Slope{number}(double t, Vector c{formal}) => {elements};"
                    : $"static Vector Slope{number}(double t, Vector c{formal})\n    {{\n{string.Concat(locals.Select(line => $"        {line}\n"))}        return {elements};\n    }}");
                return $"{solver}({(formal.Length == 0 ? $"Slope{number}" : $"(t, c) => Slope{number}(t, c{given})")}, {initial}, {begin}, {end}, {accuracy})";
        }
    }

    /// <summary>Of what a text reads, the parameters of a method and the arguments of its call, each after a comma.</summary>
    private static (string Formal, string Given) Arguments(string text, string[] actual, string who)
    {
        bool IsRead(string name) => Regex.IsMatch(text, $@"(?<![\w.]){name}\b(?!:)");
        var rates = Rates.Zip(actual).Where(rate => IsRead(rate.First)).ToArray();
        var data = Data.Where(entry => IsRead(entry.Name)).ToArray();
        return (
            string.Concat(rates.Select(rate => $", double {rate.First}").Concat(data.Select(entry => $", {entry.Type} {entry.Name}"))),
            string.Concat(rates.Select(rate => $", {rate.Second}").Concat(data.Select(entry => $", {(entry.Name == "who" ? who : entry.Name)}"))));
    }

    /// <summary>A positive number that is at most 2.</summary>
    private string Rate(string? i) => random.Next(4) == 0 && i is not null ? Choose($"rate[{i}]", $"x[{i}] * k", $"rate[group[{i}]]", $"m / (1 + {i})")
        : Choose("k", "m", "k", "rate[0]", "rate[1] * x[2]", "0.5 * k + m", "Exp(-k)", "Sqrt(k * m)", "x[1]", "0.7", "InverseLogit(k - when)", "(few > 1 ? k : m)");

    /// <summary>Systems without what comes in and goes out.</summary>
    private string[] System(int states) => states switch
    {
        1 => [Choose("-a * c[0]", "a * c[0] * (1 - c[0] / (1 + b))", "-a * c[0] / (b + Max(c[0], 0))", "0", "-Tanh(c[0]) * a", "b * (edge - c[0])")],
        2 => random.Next(6) switch
        {
            0 => ["b * c[1] - (a + b) * c[0]", "a * c[0] - b * c[1]"],
            1 => ["(0.5 * a - 0.4 * b * c[1]) * c[0]", "(0.3 * b * c[0] - a) * c[1]"],
            2 => ["c[1]", "-a * c[0] - b * c[1]"],
            3 => ["-a * c[0] * c[1]", "a * c[0] * c[1] - b * c[1]"],
            4 => ["c[1]", "-Sin(c[0]) * a"],
            _ => ["-a * c[0]", "a * c[^2] - b * c[^1] / (1 + Abs(c[^1]))"],
        },
        _ => random.Next(3) switch
        {
            0 => ["-a * c[0]", "a * c[0] - b * c[1]", "b * c[1] - 0.5 * c[2]"],
            1 => ["-a * c[0] * c[1]", "a * c[0] * c[1] - b * c[1]", "b * c[1]"],
            _ => ["b * (Sum(c) - 3 * c[0])", "b * (c[0] - c[1])", "a * (c[1] - c[2])"],
        },
    };

    private string Derivative(int number, string core, int states, int j, bool hasLocal)
    {
        var parts = new List<string> { core };
        if (hasLocal && random.Next(2) == 0)
        {
            parts.Add($" + {Choose("u", "u", "0.5 * u")}");
        }

        // What an oscillator's position moves by is its velocity alone.
        if (random.Next(3) > 0)
        {
            parts.Add($" + {Incoming(number)}");
        }

        if (random.Next(3) == 0)
        {
            parts.Add($" - 0.4 * c[{j}] * {Outgoing(number, states, j)}");
        }

        return string.Concat(parts);
    }

    /// <summary>A local <c>u</c> that is bounded and not negative: of two values, by a condition on data or time, or what another local makes of them.</summary>
    private string[] Local(int number, int states) => random.Next(8) switch
    {
        0 => [$"var u = {Incoming(number)};"],
        1 => ["var u = a;", $"if ({Moment()})", $"    u = {Incoming(number)};"],
        2 => ["var u = b;", $"if ({Moment()})", $"    u += {Incoming(number)};", $"else if ({Choose("x[0] > 1", "few == 1", Moment())})", "    u *= 0.5;", "else", $"    u = {Incoming(number)};"],
        3 => [$"var v = {Incoming(number)};", $"var w = v / (1 + Square(c[{random.Next(states)}]));", "var u = w + 0.1 * v;"],
        4 => [$"var u = Where({Choose("c[0] > edge", "Less(edge, c[0])")}, edge, {Choose("c[0]", "2 * c[0] - edge")});", "u = Abs(Tanh(u));"],
        5 => [$"var v = {Choose("x * Exp(-a * Abs(t))", "Abs(c[0] * x)", "x / (1 + Square(t))")};", $"var u = v[{Choose("1", "^1", "few")}] + 0.1 * Sum(v);"],
        6 => ["var u = b;", "for (var j = 0; j < doses.Length; j++)", $"    {Choose("if (t > at[j])", "if (doses[j] > 1)", "if (doses[j] > 0.7 && t > at[j])")}", $"        u += {Choose("0.3 * doses[j]", "doses[j] * Exp(-Abs(t - at[j]))", "a * Max(t - at[j], 0)")};"],
        _ => ["double u;", $"if ({Choose("few > 0", "x[1] < 1 && few != 2", Moment())})", $"    u = {Incoming(number)};", "else", $"    u = {Incoming(number)};"],
    };

    /// <summary>A condition that changes at a time of data.</summary>
    private string Moment() => Choose("t > late", "t < late", "t >= 0.5 * x[0]", "t > 1.5", "t > 0.5 && t < 1.2", "!(t < late)", "t < late || few == 1", "t > late && x[0] > 1", "t - late > 0.1 * x[1]");

    /// <summary>What is bounded and not negative; it may jump at times of data, and bend at others.</summary>
    private string Incoming(int number)
    {
        switch (random.Next(27))
        {
            case 0:
                return $"({Moment()} ? {Choose("a", "b", "0.3", "x[2]")} : {Choose("b", "a * x[0]", "0")})";
            case 1:
                return $"Where({Moment()}, a, {Choose("b", "0", "a * Exp(-Abs(t))")})";
            case 2:
                return $"Where(Less(late, t), a * Exp(-b * (t - late)), {Choose("0", "b")})";
            case 3:
                return "Sum(Where(Less(at, t), doses * Exp(-a * (t - at)), 0))";
            case 4:
                return Helper(number, "Dosed", "doses", "at");
            case 5:
                return "(t < 0.5 * x[0] ? a : t < x[0] + x[1] ? b : 0.3)";
            case 6:
                return $"({Choose("few > 1", "x[0] < x[1]", "doses.Length > 1")} ? a : {Choose("b", "Max(t, 0)")})";
            case 7:
                return "(1 + Sin(x[0] * t))";
            case 8:
                return "InverseLogit((t - edge) / 0.2)";
            case 9:
                return Choose("Max(t - edge, 0)", "Abs(t - edge)", "Where(t > edge, t - edge, 0)", "Where(Less(edge, t), 1 - Exp(edge - t), 0)", "Where(edge > t, 0, Square(t - edge))");
            case 10:
                return "x[few] * a";
            case 11:
                return Choose("0.2 * Floor(2 * t + 3)", "((t + 2) % x[0])", "(1 + Sign(t - late)) * a", "0.5 * Floor(Abs(t))", "Less(late, t) * b");
            case 12:
                return "(few switch { 0 => a, 1 => b, _ => x[2] })";
            case 13:
                return "Min(t + 2, edge)";
            case 14:
                return "Where(And(Less(late, t), Less(t, late + 0.7)), a, 0)";
            case 15:
                return Helper(number, "Stepped", "late", "a", "b");
            case 16:
                return Helper(number, "Spread", "x", "a");
            case 17:
                return "Where(Or(Less(t, 0.3), Less(late, t)), Square(Sin(t)) + 1, 0)";
            case 18:
                return "a * Tanh(Square(c[0]))";
            case 19:
                return $"({Choose("few < 2 ? x[few + 1] * Abs(t) : a", "few < 2 && t > late ? x[few + 1] : b", "t < late || few > 1 ? 0.1 : x[few + 1] * a", "doses.Length > 1 ? doses[1] * Max(t, 0) : 0", "at.Length > 0 && t > at[0] ? doses[^1] : b", "at.Length == 0 || t < at[^1] ? 0 : a")})";
            case 20:
                return "x[who] * b";
            case 21:
                return Choose("Softmax(c)[0]", "Abs(Tanh(LogSumExp(c)))", "a * Exp(-Square(c[^1]))", "Normal(edge, 0.5).Cdf(t)");
            case 22:
                return Choose("Where(c[0] > 1.3, 1.3, Where(c[0] > 0, c[0], 0))", "Max(Min(c[0], edge), 0)", "Where(Less(c[0], 1), Where(Less(c[0], 0), 0, Square(c[0])), 1)");
            default:
                return Choose("a", "0.5 * b", "x[1]", "a * b", "0.2 * b", "Sum(doses)", "Max(x) * a", "Dot(x, x) * b");
        }
    }

    /// <summary>What is not negative, of a state.</summary>
    private string Outgoing(int number, int states, int j)
    {
        var c = $"c[{j}]";
        return random.Next(13) switch
        {
            0 => $"Max({c}, edge)",
            1 => $"Abs({c} - edge)",
            2 => $"Max(Min({c}, edge), 0)",
            3 => $"Where({c} > edge, {c}, edge)",
            4 => $"Where({c} > edge, Square({c} - edge), 0)",
            5 => $"Where(And(Less(edge, {c}), {Choose("Less(late, t)", "Less(0.5, t)")}), {c} - edge, 0)",
            6 => $"({Moment()} ? a : b)",
            7 => "Where(t < edge, 0, t - edge)",
            8 => $"Abs(c[{random.Next(states)}])",
            9 => $"Where(Less({c}, edge), 1 + edge - {c}, 1)",
            10 when states == 3 => $"Abs({Choose("c[who]", "c[2 - who]")})",
            11 => Helper(number, $"Weighed{states}", "c", "x"),
            _ => Incoming(number),
        };
    }

    /// <summary>A call of a method of numbers, which loops over data or returns where it knows enough.</summary>
    private string Helper(int number, string name, params string[] given)
    {
        var method = $"{name}{number}x{methods.Count}";
        methods.Add(name switch
        {
            "Weighed1" or "Weighed2" or "Weighed3" => $"static double {method}(double t, Vector c, Vector x)\n    {{\n        var s = 0.0;\n        for (var j = 0; j < {name[^1]}; j++)\n            {Choose("s += x[j] * Abs(c[j]);", "s += j > 0 ? Abs(c[j] - c[j - 1]) : x[j];", "s += t > j ? Square(Tanh(c[j])) : 0.2;")}\n        return s;\n    }}",
            "Dosed" => $"static double {method}(double t, Vector doses, Vector at)\n    {{\n        var s = 0.0;\n        for (var i = 0; i < doses.Length; i++)\n            {Choose("s += Where(Less(at[i], t), doses[i] * Exp(at[i] - t), 0);", "s += t > at[i] ? doses[i] : 0;", "if (t > at[i])\n                s += doses[i];", "s += doses[i] * Max(t - at[i], 0);", "if (doses[i] > 1)\n                s += t < at[i] ? 0.1 : 0.5 * doses[i];")}\n        return s;\n    }}",
            "Stepped" => $"static double {method}(double t, double late, double a, double b)\n    {{\n        {Choose("if (t < late)\n            return a;\n        return b;", "var r = a;\n        if (t > late)\n        {\n            var q = b * (t - late);\n            r += q;\n        }\n        return r;", "return t > late ? t > late + 0.5 ? a : b : a * b;")}\n    }}",
            _ => $"static double {method}(double t, Vector x, double a)\n    {{\n        var s = a;\n        for (var i = 0; i < x.Length; i++)\n            {Choose("s += 0.3 * x[i] * Abs(Sin(t * i));", "s += x[i] * Exp(-a * Abs(t - i));", "if (i < 2 && t > x[i])\n                s += x[i + 1];")}\n        return s;\n    }}",
        });
        return $"{method}(t, {string.Join(", ", given)})";
    }
}
