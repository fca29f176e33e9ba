using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>Latents with centres in a model of an objective, whose vector of groups is b, and what the model and the objective read of them.</summary>
internal sealed class CenteredObjective
{
    private readonly CenteredWriter writer;

    public CenteredObjective(int seed)
    {
        writer = new(seed, groups: 2, ("b", "r"), ("v", "b"));
        (Level, Shift) = ($" + {writer.Rows("").Whole}", $" + {writer.Number()}");
        Terms = [$"{writer.Number()} * d", $"Sum({writer.Rows("").Whole} * e)", $"{writer.At("1")} * e[1] * y[0]", .. writer.Sampled.Where(one => !one.IsNumber).Select(one => $"Tanh(Sum({one.Name})) * d * {one.Name}.Length")];
    }

    public string Statements => string.Join("\n        ", ["var r = Sample(Normal(0, 1));", "var s = Sample(HalfNormal(1));", .. writer.Lines]);

    /// <summary>What is added to the observed mean, and to a deterministic.</summary>
    public string Level { get; }

    public string Shift { get; }

    public IReadOnlyList<string> Terms { get; }

    public string Parameters => string.Concat(Sampled.Select(one => $"{(one.IsNumber ? "double" : "Vector")} {one.Name}, "));

    public string Arguments => string.Concat(Sampled.Select(one => one.IsNumber ? $"{Draws(one.Name)}.Values[draw], " : $"[{string.Join(", ", Enumerable.Range(0, one.Count).Select(i => $"{Draws(one.Name)}[{i}].Values[draw]"))}], "));

    private IEnumerable<(string Name, int Count, bool IsNumber)> Sampled => [("r", 1, true), ("s", 1, true), .. writer.Sampled];

    private static string Draws(string name) => $"posterior.{char.ToUpperInvariant(name[0])}{name[1..]}";
}
