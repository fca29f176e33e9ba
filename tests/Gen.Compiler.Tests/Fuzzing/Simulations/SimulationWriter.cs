using System;
using System.Collections.Generic;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes a model whose likelihoods read observed data, and what its simulation is in plain C#: <c>yG</c> are the data given, <c>yD</c> those drawn. The plain
/// code says too what a prediction is: the same with the latents of a draw, under data of other lengths, with and without a history.
/// </summary>
internal sealed partial class SimulationWriter
{
    private readonly Random random;
    private readonly List<string> body = [];
    private readonly List<string> plain = [];
    private readonly List<string> members = [];

    private SimulationWriter(int seed) => (random, centered) = (new(seed), seed % 2 == 1 ? new(seed, groups: 2, ("v", "c"), ("s", "sigma")) : null);

    public static string Write(int seed)
    {
        var writer = new SimulationWriter(seed);
        writer.Observe();
        writer.Rest();
        return writer.File(seed);
    }

    private void Observe()
    {
        if (centered is not null && random.Next(3) == 0)
        {
            CenteredRows("y");
            One("z", "y");
            return;
        }

        switch (random.Next(5))
        {
            case 0:
                Coupled();
                break;
            case 4:
                Added();
                break;
            case 1:
                One("z", "y");
                One("y", "z");
                break;
            default:
                One("y", "z");
                One("z", "y");
                break;
        }
    }

    /// <summary>Two series that depend on each other: both are drawn in sequence.</summary>
    private void Coupled()
    {
        body.Add("for (var t = 1; t < y.Length; t++) { Observe(y[t], Normal(a * z[t - 1] + x[t], 0.5)); Observe(z[t], Normal(0.3 * y[t] + a * z[t - 1] + Mean(y), 0.5)); }");
        plain.Add("for (var t = 1; t < n; t++) { yD[t] = Draw(a * zD[t - 1] + x[t], 0.5); zD[t] = Draw(0.3 * yD[t] + a * zD[t - 1] + Mean(yG), 0.5); }");
    }

    /// <summary>What has been drawn of one series goes on into the other.</summary>
    private void Added()
    {
        body.Add("var total = 0.0; for (var t = 0; t < y.Length; t++) { Observe(y[t], Normal(b + x[t], 0.5)); total += 0.3 * y[t]; Observe(z[t], Normal(a * total + Mean(y), 0.5)); } var sum = Deterministic(total);");
        plain.Add("var total = 0.0; for (var t = 0; t < n; t++) { yD[t] = Draw(b + x[t], 0.5); total += 0.3 * yD[t]; zD[t] = Draw(a * total + Mean(yG), 0.5); } var sum = new[] { total };");
        members.Add("sum");
    }

    /// <summary>An element follows all before it, by an inner loop or a range that is open to what is not yet drawn.</summary>
    private void Open(string u, string outside, string given)
    {
        var (statements, value, meaning) = Choose(
            ("", $"Sum({u}[..t])", $"{u}D.Take(t).Sum()"),
            ("", $"Sum(Exp(-Square({u}[..t])) * {u}[..t])", $"{u}D.Take(t).Sum(v => Math.Exp(-v * v) * v)"),
            ("", $"Sum({u}[..t] * x[..t]) / (t + 1)", $"{u}D.Take(t).Zip(x, (p, q) => p * q).Sum() / (t + 1)"),
            ("", $"(t == 0 ? b : Mean({u}[..t]))", $"(t == 0 ? b : {u}D.Take(t).Average())"),
            ("", $"(t == 0 ? b : Max({u}[0..t]) - Min({u}[..t]))", $"(t == 0 ? b : {u}D.Take(t).Max() - {u}D.Take(t).Min())"),
            ("", $"Before({u}, t)", $"{u}D.Take(t).Sum(v => 0.5 * v)"),
            ("var s = 0.0; for (var j = 0; j < t; j++) s += {0}[j];", "s", "s"),
            ("var s = 0.0; for (var j = t - 1; j >= 0; j--) s += b * {0}[j];", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < t; j++) s = 0.5 * s + {0}[j];", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < x.Length; j++) if (j < t) s += {0}[j] * x[j];", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < t; j++) if ({0}[j] > 0.2) s += 0.5;", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < t; j++) for (var i = 0; i < j; i++) s += 0.1 * {0}[i] * {0}[j];", "s", "s"),
            ("var s = 0.0; for (var j = 1; j < t; j++) s += 0.1 * ({0}[j] - Mean({0}[..j]));", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < t; j++) for (var i = 0; i < x.Length; i++) s += 0.1 * {0}[j] * x[i];", "s", "s"),
            ("var s = 0.0; for (var j = 0; j < t; j++) if (group[j] == group[t]) s += {0}[j] - b;", "s", "s"));
        var (first, condition) = (random.Next(2), Choose("", "", "if (x[t] > 0) ", "if (group[t] == 0 && x[t] < 1) "));
        Add(
            $"for (var t = {first}; t < {u}.Length; t++) {{ {statements.Replace("{0}", u, StringComparison.Ordinal)} {condition}Observe({u}[t], Normal(a * {value} + {outside} + x[t], 0.5)); }}",
            $"for (var t = {first}; t < n; t++) {{ {statements.Replace("{0}", u + "D", StringComparison.Ordinal).Replace("x.Length", "n", StringComparison.Ordinal)} {condition}{u}D[t] = Draw(a * {meaning} + {given} + x[t], 0.5); }}");
    }

    private void One(string u, string other)
    {
        var (outside, given) = Choose(
            ($"{other}[0]", $"{other}G[0]"), ($"{other}[^1]", $"{other}G[n - 1]"), ($"Mean({other})", $"Mean({other}G)"), ($"Sum({u} * x)", $"{u}G.Zip(x, (p, q) => p * q).Sum()"),
            ($"{u}[2]", $"{u}G[2]"), centered?.Number() is { } number ? (number, number) : ("b", "b"));

        // In sequence, one element alone is as it has been drawn, and refused where it is drawn later.
        var (beside, besideGiven) = outside == $"{u}[2]" ? ("b", "b") : (outside, given);
        switch (random.Next(20))
        {
            case 17 or 18 or 19:
                Begun(u, beside, besideGiven);
                break;
            case 16:
                Add(
                    $"var v{u} = new Vector(c.Length); for (var t = 0; t < {u}.Length; t++) {{ Observe({u}[t], Normal(b + a * v{u}[group[t]] + {beside}, 0.5)); v{u}[group[t]] = {u}[t] * x[t]; }}",
                    $"var v{u} = new double[c.Length]; var m{u} = {besideGiven}; for (var t = 0; t < n; t++) {{ {u}D[t] = Draw(b + a * v{u}[group[t]] + m{u}, 0.5); v{u}[group[t]] = {u}D[t] * x[t]; }}");
                break;
            case 12 or 13 or 14:
                Open(u, beside, besideGiven);
                break;
            case 15:
                Add(
                    $"Observe({u}[..2], Normal(b, 0.5)); for (var t = 2; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[t - 1] + Mean({u}[..2]) + Mean({u}), 0.5));",
                    $"for (var t = 0; t < 2; t++) {u}D[t] = Draw(b, 0.5); for (var t = 2; t < n; t++) {u}D[t] = Draw(a * {u}D[t - 1] + 0.5 * ({u}D[0] + {u}D[1]) + Mean({u}G), 0.5);");
                break;
            case 10:
                Add(
                    $"var s{u} = new Vector(c.Length); for (var t = 0; t < {u}.Length; t++) {{ Observe({u}[t], Normal(s{u}[group[t]] + b * x[t], 0.5)); s{u}[group[t]] += 0.3 * ({u}[t] - a); }}",
                    $"var s{u} = new double[c.Length]; for (var t = 0; t < n; t++) {{ {u}D[t] = Draw(s{u}[group[t]] + b * x[t], 0.5); s{u}[group[t]] += 0.3 * ({u}D[t] - a); }}");
                break;
            case 11:
                Add(
                    $"var l{u} = 0; for (var t = 0; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * x[l{u}] + {outside}, 0.5)); if (x[t] > 0) l{u} = t; }}",
                    $"var l{u} = 0; var m{u} = {given}; for (var t = 0; t < n; t++) {{ {u}D[t] = Draw(a * x[l{u}] + m{u}, 0.5); if (x[t] > 0) l{u} = t; }}");
                break;
            case 8:
                Add($"Observe({u}, Normal(c[group] * x + b, 0.5));", $"for (var t = 0; t < n; t++) {u}D[t] = Draw(c[group[t]] * x[t] + b, 0.5);");
                break;
            case 9:
                Add(
                    $"for (var t = 1; t < {u}.Length; t++) Observe({u}[t], Normal(c[group[t - 1]] * {u}[t - 1] + c[group[t]], 0.5));",
                    $"for (var t = 1; t < n; t++) {u}D[t] = Draw(c[group[t - 1]] * {u}D[t - 1] + c[group[t]], 0.5);");
                break;
            case 0:
                Add($"Observe({u}, Normal(a * x + {outside}, 0.5));", $"var m{u} = {given}; for (var t = 0; t < n; t++) {u}D[t] = Draw(a * x[t] + m{u}, 0.5);");
                break;
            case 1:
                var lag = random.Next(1, 4);
                Add(
                    $"for (var t = {lag}; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[t - 1] + 0.2 * {u}[t - {lag}] + Mean({u}) + b * x[t], 0.5));",
                    $"for (var t = {lag}; t < n; t++) {u}D[t] = Draw(a * {u}D[t - 1] + 0.2 * {u}D[t - {lag}] + Mean({u}G) + b * x[t], 0.5);");
                break;
            case 2:
                Carried(u);
                break;
            case 3:
                Add(
                    $"for (var t = 0; t < {u}.Length; t++) if (x[t] > 0) Observe({u}[t], Normal(a * x[t] + {outside}, 0.5));",
                    $"for (var t = 0; t < n; t++) if (x[t] > 0) {u}D[t] = Draw(a * x[t] + {given}, 0.5);");
                break;
            case 4:
                var parent = Choose("t - 1", "t > 1 ? t - 1 - group[t] : 0", "t - 1 - (t > 1 ? group[t - 1] : 0)");
                Add(
                    $"Observe({u}[0], Normal(b, 0.5)); for (var t = 1; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[{parent}] + {other}[t], 0.5));",
                    $"{u}D[0] = Draw(b, 0.5); for (var t = 1; t < n; t++) {u}D[t] = Draw(a * {u}D[{parent}] + {other}G[t], 0.5);");
                break;
            case 5:
                Add(
                    $"for (var t = 0; t < {u}.Length; t++) Observe({u}[t], Normal(t == 0 ? b : a * {u}[t - 1], 0.5));",
                    $"for (var t = 0; t < n; t++) {u}D[t] = Draw(t == 0 ? b : a * {u}D[t - 1], 0.5);");
                break;
            case 6:
                Add(
                    $"var r{u} = new Vector({u}.Length); for (var t = 0; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * x[t], 0.5)); r{u}[t] = Deterministic({u}[t] - a * x[t]); }}",
                    $"var r{u} = new double[n]; for (var t = 0; t < n; t++) {{ {u}D[t] = Draw(a * x[t], 0.5); r{u}[t] = {u}G[t] - a * x[t]; }}");
                members.Add($"r{u}");
                break;
            default:
                Add($"Observe({u}[1..], Normal(a * {u}[..^1] + {outside}, 0.5));", $"var m{u} = {given}; for (var t = 1; t < n; t++) {u}D[t] = Draw(a * {u}G[t - 1] + m{u}, 0.5);");
                break;
        }
    }

    /// <summary>What begins before the loop, with the first elements that are drawn, and goes on in it.</summary>
    private void Begun(string u, string beside, string given)
    {
        var likelihood = $"Observe({u}[0], Normal(b, 0.5));";
        var drawn = $"var m{u} = {given}; {u}D[0] = Draw(b, 0.5);";
        switch (random.Next(4))
        {
            case 0:
                Add(
                    $"var rq{u} = new Vector({u}.Length); var rp{u} = new Vector({u}.Length); {likelihood} rq{u}[0] = {u}[0] * x[0]; rp{u}[0] = {u}[0]; "
                        + $"for (var t = 1; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * {u}[t - 1] + {beside}, 0.5)); rq{u}[t] = 0.5 * rq{u}[t - 1] + {u}[t]; rp{u}[t] = {u}[t - 1]; }} Deterministic(rq{u}); Deterministic(rp{u});",
                    $"var rq{u} = new double[n]; var rp{u} = new double[n]; {drawn} rq{u}[0] = {u}D[0] * x[0]; rp{u}[0] = {u}D[0]; "
                        + $"for (var t = 1; t < n; t++) {{ {u}D[t] = Draw(a * {u}D[t - 1] + m{u}, 0.5); rq{u}[t] = 0.5 * rq{u}[t - 1] + {u}D[t]; rp{u}[t] = {u}D[t - 1]; }}");
                members.AddRange([$"rq{u}", $"rp{u}"]);
                break;
            case 1:
                Add(
                    $"var rl{u} = new Vector({u}.Length); {likelihood} var i{u} = Deterministic(0.5 * {u}[0]); rl{u}[0] = b + i{u}; "
                        + $"for (var t = 1; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * rl{u}[t - 1] + {beside}, 0.5)); rl{u}[t] = 0.5 * rl{u}[t - 1] + 0.3 * {u}[t]; }} Deterministic(rl{u}); var g{u} = Generate(Normal(rl{u}[^1], 0.1));",
                    $"var rl{u} = new double[n]; {drawn} var i{u} = new[] {{ 0.5 * {u}D[0] }}; rl{u}[0] = b + i{u}[0]; var k{u} = b + 0.5 * (isGiven ? {u}G[0] : {u}D[0]); "
                        + $"for (var t = 1; t < n; t++) {{ {u}D[t] = Draw(a * rl{u}[t - 1] + m{u}, 0.5); rl{u}[t] = 0.5 * rl{u}[t - 1] + 0.3 * {u}D[t]; k{u} = 0.5 * k{u} + 0.3 * (isGiven ? {u}G[t] : {u}D[t]); }} var g{u} = new[] {{ Draw(k{u}, 0.1) }};");
                members.AddRange([$"rl{u}", $"i{u}", $"g{u}"]);
                break;
            case 2:
                Add(
                    $"{likelihood} var e{u} = {u}[0]; for (var t = 1; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * e{u} + {beside}, 0.5)); e{u} = 0.5 * e{u} + 0.3 * {u}[t]; }} var o{u} = Deterministic(e{u});",
                    $"{drawn} var e{u} = {u}D[0]; for (var t = 1; t < n; t++) {{ {u}D[t] = Draw(a * e{u} + m{u}, 0.5); e{u} = 0.5 * e{u} + 0.3 * {u}D[t]; }} var o{u} = new[] {{ e{u} }};");
                members.Add($"o{u}");
                break;
            default:
                Add(
                    $"var rs{u} = new Vector({u}.Length); for (var t = 0; t < 2; t++) {{ Observe({u}[t], Normal(b, 0.5)); rs{u}[t] = {u}[t] - b; }} "
                        + $"for (var t = 2; t < {u}.Length; t++) {{ Observe({u}[t], Normal(a * {u}[t - 1] + 0.2 * {u}[t - 2], 0.5)); rs{u}[t] = rs{u}[t - 1] + {u}[t]; }} Deterministic(rs{u});",
                    $"var rs{u} = new double[n]; for (var t = 0; t < 2; t++) {{ {u}D[t] = Draw(b, 0.5); rs{u}[t] = {u}D[t] - b; }} "
                        + $"for (var t = 2; t < n; t++) {{ {u}D[t] = Draw(a * {u}D[t - 1] + 0.2 * {u}D[t - 2], 0.5); rs{u}[t] = rs{u}[t - 1] + {u}D[t]; }}");
                members.Add($"rs{u}");
                break;
        }
    }

    /// <summary>A moving average, whose last error a forecast takes from the series that was given, or from the drawn one where there is none.</summary>
    private void Carried(string u)
    {
        Add(
            $"var e{u} = 0.0; for (var t = 0; t < {u}.Length; t++) {{ var m = b + a * e{u}; Observe({u}[t], Normal(m, 0.5)); e{u} = {u}[t] - m; }} var f{u} = Generate(Normal(2 * e{u}, 0.1));",
            $"var e{u} = 0.0; var k{u} = 0.0; for (var t = 0; t < n; t++) {{ var m = b + a * e{u}; {u}D[t] = Draw(m, 0.5); e{u} = {u}D[t] - m; k{u} = (isGiven ? {u}G[t] : {u}D[t]) - (b + a * k{u}); }} "
                + $"var f{u} = new[] {{ Draw(2 * k{u}, 0.1) }};");
        members.Add($"f{u}");
    }

    private void Rest()
    {
        if (centered is not null)
        {
            CenteredRest();
        }

        if (random.Next(2) == 0)
        {
            Add("var d = Deterministic(Sum(y) * a + z[1]);", "var d = new[] { yG.Sum() * a + zG[1] };");
            members.Add("d");
        }

        if (random.Next(3) == 0)
        {
            Add("var h = Deterministic(Sum(c[group] * x));", "var h = new[] { Enumerable.Range(0, n).Sum(t => c[group[t]] * x[t]) };");
            members.Add("h");
        }

        if (random.Next(2) == 0)
        {
            Add("var g = Generate(Normal(a * y[^1], 0.1));", "var g = new[] { Draw(a * yG[n - 1], 0.1) };");
            members.Add("g");
        }
    }

    private void Add(string statement, string meaning)
    {
        body.Add(statement);
        plain.Add(meaning);
    }

    private T Choose<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
