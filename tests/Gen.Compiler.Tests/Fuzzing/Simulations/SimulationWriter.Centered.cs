using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Latents with centres. The plain program has their statements as they are, and samples from the same stream by methods of its own.</summary>
internal sealed partial class SimulationWriter
{
    // In every other program.
    private readonly CenteredWriter? centered;

    private IReadOnlyList<(string Name, int Count, bool IsNumber)> Centered => centered is null ? [] : [("sigma", 1, true), .. centered.Sampled];

    private string CenteredStatements => centered is null ? "" : string.Join("\n        ", centered.Lines.Prepend("var sigma = Sample(HalfNormal(1));"));

    /// <summary>What they are in the plain program and in what the model drew.</summary>
    private string PlainCentered => string.Join(", ", Centered.Select(one => one.IsNumber ? $"[{one.Name}]" : $"{one.Name}.ToArray()"));

    private string SimulatedCentered => string.Join(", ", Centered.Select(one => one.IsNumber ? $"[s.{Member(one.Name)}]" : $"s.{Member(one.Name)}.ToArray()"));

    /// <summary>Their values of a draw, one after another.</summary>
    private string CenteredValues => string.Join(", ", Centered.SelectMany(one => Enumerable.Range(0, one.Count).Select(i => $"posterior.{Member(one.Name)}{(one.IsNumber ? "" : $"[{i}]")}.Values[draw]")));

    private void CenteredRows(string u)
    {
        var (whole, each) = centered!.Rows("group[t]");
        switch (random.Next(4))
        {
            case 0:
                Add($"Observe({u}, Normal({whole} + a * x, 0.5));", $"for (var t = 0; t < n; t++) {u}D[t] = Draw({each} + a * x[t], 0.5);");
                break;
            case 1:
                Add($"var m{u} = {whole}; Observe({u}, Normal(m{u} * x + b, 0.5));", $"for (var t = 0; t < n; t++) {u}D[t] = Draw({each} * x[t] + b, 0.5);");
                break;
            case 2:
                var at = centered.At("group[t]");
                Add($"for (var t = 0; t < {u}.Length; t++) Observe({u}[t], Normal({at} + a * x[t], 0.5));", $"for (var t = 0; t < n; t++) {u}D[t] = Draw({at} + a * x[t], 0.5);");
                break;
            default:
                var level = centered.At("group[t - 1]");
                Add(
                    $"for (var t = 1; t < {u}.Length; t++) Observe({u}[t], Normal(a * {u}[t - 1] + {level}, 0.5));",
                    $"for (var t = 1; t < n; t++) {u}D[t] = Draw(a * {u}D[t - 1] + {level}, 0.5);");
                break;
        }
    }

    private void CenteredRest()
    {
        var (value, mean) = (centered!.Number(), centered.Number());
        Add($"var q = Deterministic({value});", $"var q = new[] {{ {value} }};");
        Add($"var p = Generate(Normal({mean}, 0.1));", $"var p = new[] {{ Draw({mean}, 0.1) }};");
        members.AddRange(["q", "p"]);
    }
}
