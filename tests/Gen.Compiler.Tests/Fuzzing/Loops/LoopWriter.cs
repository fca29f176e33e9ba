using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes valid models of what loops hand on: counts and numbers that change under conditions without braces, elements that are changed and read as they are so
/// far, and integers that say what is read next, where a group begins, or how often an inner loop runs.
/// </summary>
internal sealed class LoopWriter
{
    /// <summary>The seeds from which on they are written; they are the models' names too.</summary>
    public const int FirstSeed = 9_000_000;

    private static readonly int[] Sizes = [0, 1, 2, 3, 5, 8];

    private readonly Random random;
    private readonly List<FuzzStatement> statements = [];
    private int counter;

    private LoopWriter(int seed) => random = new(seed);

    public static FuzzModel Write(int seed) => new LoopWriter(seed).Model(seed);

    private FuzzModel Model(int seed)
    {
        var (n, groups, items) = (Choose(Sizes), random.Next(1, 4), random.Next(1, 4));
        int[] Below(int length, int limit) => [.. Enumerable.Range(0, length).Select(_ => random.Next(limit))];
        var lengths = Below(groups, 4);
        FuzzParameter[] data =
        [
            new("Vector", "x", Numbers(n)),
            new("Vector", "y", Numbers(n)),
            new("Vector", "ragged", Numbers(lengths.Sum())),
            new("Vector", "table", Numbers(7)),
            new("int[]", "who", Below(n, items)),
            new("int[]", "whom", Below(n, items)),
            new("int[]", "hit", Below(n, 2)),
            new("int[]", "len", lengths),
            new("int[]", "next", Below(7, 7)),
            new("Dim", "items", new Dim(items)),
            new("int", "few", random.Next(3)),
        ];
        statements.Add(new(["var a = Sample(Normal(0, 1));"], "a", new("a", 1, Constraint.None)));
        statements.Add(new(["var b = Sample(HalfNormal(1));"], "b", new("b", 1, Constraint.Positive)));
        statements.Add(new(["var w = Sample(Normal(0, 1), 7);"], "w", new("w", 7, Constraint.None)));
        for (var i = 0; i < 4; i++)
        {
            statements.Add(Statement(n));
        }

        return new(FirstSeed + seed, data, statements, ["static double Counted(Vector v, double u)\n    {\n        var c = 0;\n        var m = u;\n        for (var i = 0; i < v.Length; i++)\n            if (v[i] > 0)\n                c++;\n            else if (v[i] < -1)\n                m *= 0.5;\n        return m * c;\n    }"]);
    }

    private FuzzStatement Statement(int n)
    {
        var (p, t) = ($"p{counter}", $"t{counter++}");
        return random.Next(15) switch
        {
            11 => new([
                $"var {p} = new Matrix(y.Length, y.Length);", $"for (var {t} = 0; {t} < y.Length; {t}++)", $"    for (var j = {Choose($"0; j <= {t}", $"{t}; j < y.Length")}; j++)", "    {",
                $"        {p}[{t}, j] = 0.1 * {Term()} * x[{t}] * x[j];", $"        {p}[j, {t}] = {p}[{t}, j];", "    }", $"Potential(Sum(Dot({p}, y)));"]),
            12 when random.Next(2) == 0 => new([
                $"var {p} = new Vector(y.Length);", $"for (var {t} = 0; {t} < y.Length; {t}++)", "{", $"    var s{p} = {Term()};", $"    for (var j = 0; j < {t}; j++)", $"        s{p} += 0.1 * {p}[j] * x[j];",
                $"    {p}[{t}] = Tanh(s{p}) * {Term()};", $"    Potential(s{p} * y[{t}]);", "}"]),
            12 => new([
                $"var {p} = new Vector(y.Length);", $"for (var {t} = y.Length - 1; {t} >= 0; {t}--)", "{", $"    var s{p} = {Term()};", $"    for (var j = {t} + 1; j < y.Length; j++)", $"        s{p} += 0.1 * {p}[j] * x[j];",
                $"    {p}[{t}] = Tanh(s{p}) * {Term()};", $"    Potential(s{p} * y[{t}]);", "}"]),
            14 => Cumulated(p, t, n == 0),
            13 => new([$"for (var {t} = 0; {t} < y.Length; {t}++)", $"    Potential({Term()} * Sum({Choose($"x[..{t}] * y[(y.Length - {t})..]", $"x[{t}..] * y[..(y.Length - {t})]")}));"]),
            10 => new([$"var {p} = new int[items];", Over(t), $"    {p}[who[{t}]]{Choose("++", "--", " += " + t)};", $"for (var {t} = 0; {t} < items; {t}++)", $"    Potential({Term()} * {p}[{t}]);"]),
            0 => new([$"var {p} = 0;", Over(t), $"    {If(t)}", $"        {p}{Choose("++", "--", " += 2", $" = {t}")};", .. Else(t, $"{p}{Choose("++", "--")};"), $"Potential(a * {p});"]),
            1 => new([
                $"var {p} = {Choose("1.0", "a", "-2.0")};", Over(t), Choose("", $"    for (var j = 0; j < {Choose("2", "few", t)}; j++)"), $"    {If(t)}",
                $"        {p} {Choose("*= 0.5", "= x[" + t + "] + 0.1 * " + p, $"= 0.5 * {p} * Tanh({Term()})", $"+= {Term()}")};", .. Else(t, $"{p} = {Term()};"), $"Potential({p});"]),
            2 => State(p, t, $"Observe(y[{t}], Normal({p}[who[{t}]], 1 + b));"),
            3 => State(p, t, $"Potential({p}[{Choose("who", "whom")}[{t}]] * x[{t}]);"),
            4 => new([
                $"var {p} = new Matrix(items, 2);", $"var s{p} = 0.0;", Over(t), "{", $"    s{p} += x[{t}] * {p}[who[{t}], hit[{t}]];", $"    {p}[whom[{t}], hit[{t}]] += {Term()} * y[{t}];",
                $"    {Choose("", $"{p}[who[{t}]] -= 0.1 * {Term()};", $"{p}[0, 1] = 0.5 * {p}[0, 1] + b;")}", "}", $"Potential(s{p} + Sum({p}));"]),
            5 => new([
                $"var {p} = new Vector(y.Length);", $"var s{p} = 0.0;", $"for (var r{t} = 0; r{t} < {Choose("2", "few + 1")}; r{t}++)", $"    for (var {t} = 0; {t} < y.Length; {t}++)", "    {",
                $"        s{p} += {p}[{t}] * x[{t}];", $"        {p}[{t}] += {Term()} * (r{t} + 1);", "    }", $"Potential(s{p});"]),
            6 => Segments(p, t),
            7 => new([
                $"var {p} = {Choose("0", "few", "-1")};", Over(t), "{", $"    Potential({Choose($"({p} >= 0 ? table[{p}] : 1) * a", $"({p} >= 0 ? w[{p}] : b)")} * x[{t}]);",
                $"    {Choose($"if (hit[{t}] == 1)", "")}", $"        {p} = {Choose($"{t} % 7", $"{p} < 6 ? {p} + 1 : 0", $"next[{p} >= 0 ? {p} : 0]", $"({p} + 1 + hit[{t}]) % 7")};", "}",
                $"Potential(a * {p});"]),
            8 => new([
                $"var {p} = {Choose("1", "0", "few")};", $"var s{p} = 0.0;", Over(t), "{", $"    for (var j = {Choose("0", $"Math.Max({t} - 1, 0)", $"{t} > 1 ? {t} - 2 : 0")}; j < {p}; j++)".Replace("Math.", "System.Math."),
                $"        s{p} += {Term()} * (j + 1);", $"    {Choose("", $"if (hit[{t}] == 1)")}", $"        {p} {Choose("+= 1", "= " + t + " + 1", "+= hit[" + t + "]")};", "}", $"Potential(s{p});"]),
            _ => new([
                $"var {p} = 0;", Over(t), $"    {If(t)}", $"        {Choose($"{p}++", $"{p} = {p} + 1")};", $"for (var j = 0; j < {p}; j++)", $"    Potential({Term()} * (j + 1));", $"Potential(Counted(x, {Term()}));"]),
        };
    }

    /// <summary>A matrix whose rows or columns are added up in place, loops in either order.</summary>
    private FuzzStatement Cumulated(string p, string t, bool isEmpty)
    {
        var isByRows = random.Next(2) == 0;
        string At(string row) => isByRows ? $"{p}[{row}, j]" : $"{p}[j, {row}]";
        string[] Loops(string from, params string[] body)
        {
            string[] loops = [$"for (var {t} = {from}; {t} < y.Length; {t}++)", "for (var j = 0; j < 3; j++)"];
            return [.. random.Next(2) == 0 ? loops : loops.Reverse(), .. body];
        }

        var change = Choose($"{At(t)} += {At(t + " - 1")};", $"{At(t)} -= 0.5 * {Term()} * {At(t + " - 1")};", $"{At(t)} *= 1 + 0.1 * {At(t + " - 1")};");
        var value = $"{At(t)} = {Term()} * x[{t}] + j;";

        // A loop that tells its first pass apart needs one.
        string[] filled = random.Next(2) == 0 || isEmpty ? [.. Loops("0", value), .. Loops("1", change)] : Loops("0", "{", "    " + value, $"    if ({t} > 0)", "        " + change, "}");
        return new([$"var {p} = new Matrix({(isByRows ? "y.Length, 3" : "3, y.Length")});", .. filled, $"Potential(0.1 * Sum({p} * {p}));"]);
    }

    /// <summary>A vector that is read and changed by the elements that data choose.</summary>
    private FuzzStatement State(string p, string t, string read)
    {
        string[] change = random.Next(4) switch
        {
            0 => [$"    {p}[who[{t}]] += 0.3 * {Term()} * (y[{t}] - {p}[who[{t}]]);"],
            1 => [$"    {p}[who[{t}]] = 0.5 * {p}[who[{t}]] + {Term()};"],
            2 => [$"    var e = {Term()} * x[{t}] - {p}[whom[{t}]];", $"    {p}[who[{t}]] += 0.2 * e;", $"    {p}[whom[{t}]] -= 0.2 * e;"],
            _ => [$"    {If(t)}", $"        {p}[whom[{t}]] {Choose("+=", "-=", "*=")} {Term()};"],
        };
        return new([$"var {p} = new Vector(items);", Over(t), "{", .. random.Next(2) == 0 ? [$"    {read}", .. change] : (string[])[.. change, $"    {read}"], "}", $"Potential(0.1 * Sum({p}));"]);
    }

    /// <summary>The data of groups one after another.</summary>
    private FuzzStatement Segments(string p, string t)
    {
        var over = $"for (var {t} = 0; {t} < len.Length; {t}++)";
        return random.Next(4) switch
        {
            0 => new([$"var {p} = 0;", over, "{", $"    Observe(ragged[{p}..({p} + len[{t}])], Normal(w[{t}], 1 + b));", $"    {p} += len[{t}];", "}"]),
            1 => new([$"var {p} = 0;", over, "{", $"    for (var j = 0; j < len[{t}]; j++)", "    {", $"        Observe(ragged[{p}], Normal(w[{t}] + a * j, 1));", $"        {p}++;", "    }", "}"]),
            2 => new([$"var {p} = 0;", $"var s{p} = 0.0;", over, "{", $"    for (var j = {p}; j < {p} + len[{t}]; j++)", $"        s{p} += ragged[j] * w[{t}];", $"    {p} += len[{t}];", "}", $"Potential(s{p});"]),
            _ => new([$"var {p} = 0;", over, "{", $"    var end{p} = {p} + len[{t}];", $"    Potential(w[{t}] * Sum(ragged[{p}..end{p}]));", $"    {p} = end{p};", "}"]),
        };
    }

    private string Over(string t) => random.Next(4) == 0 ? $"for (var {t} = y.Length - 1; {t} >= 0; {t}--)" : $"for (var {t} = 0; {Choose($"{t} < y.Length", $"y.Length > {t}", $"{t} + 1 <= y.Length")}; {t}++)";

    private string If(string t) => $"if ({Choose($"x[{t}] > 0", $"hit[{t}] == 1", $"y[{t}] < 0.5 && {t} > 1", $"{t} % 2 == 0")})";

    private string[] Else(string t, string statement) => random.Next(3) switch
    {
        0 => [],
        1 => ["    else", $"        {statement}"],
        _ => [$"    else {If(t)}", $"        {statement}"],
    };

    private string Term() => Choose("a", "Tanh(a * b)", "(a + w[0])", "0.5 * b", "w[1] * w[2]", "(5 * a % 1.7)", "(w[3] % (1 + b))");

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private Vector Numbers(int length) => new([.. Enumerable.Range(0, length).Select(_ => Math.Round(4 * random.NextDouble() - 2, 2) + 0.003)]);
}
