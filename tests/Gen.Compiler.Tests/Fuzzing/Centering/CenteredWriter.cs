using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Writes the latents of <see cref="UncenteredWriter"/>, numbers too, with any option and none, into programs that simulate and decide, and what these read of them: standard
/// ones only scaled, so that the compiler recentres them by itself.
/// </summary>
internal sealed class CenteredWriter
{
    private readonly Random random;
    private readonly UncenteredWriter writer;
    private readonly int groups;
    private readonly (string From, string To)[] names;
    private readonly List<string> lines = [];
    private readonly List<CenteredLatent> latents = [];
    private readonly List<(string Name, int Count, bool IsNumber)> sampled = [];

    /// <param name="seed">The program's seed.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="names">What the program calls the latents <c>a</c>, <c>b</c>, <c>s</c> and <c>v</c>, where it calls them otherwise.</param>
    public CenteredWriter(int seed, int groups, params (string From, string To)[] names)
    {
        // Apart from the draws of what else is in the program, which stays as it was without these latents.
        (random, writer, this.groups, this.names) = (new(seed + 3_000_017), new(seed, groups), groups, names);
        for (var k = random.Next(1, 4); k > 0; k--)
        {
            Latent($"w{k}");
        }
    }

    /// <summary>The statements that sample them.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>What is sampled, in order.</summary>
    public IReadOnlyList<(string Name, int Count, bool IsNumber)> Sampled => sampled;

    /// <summary>A number that reads one of them; small where nothing is known of how large they are.</summary>
    public string Number()
    {
        var latent = Any(latents);
        return (latent.IsNumber, latent.IsStandard) switch
        {
            (true, true) => $"({Location()}{latent.Scaled})",
            (true, false) => $"Tanh({latent.Name})",
            (false, true) => Choose($"Sum({Location()}{latent.Scaled})", $"({Location()}{latent.Scaled})[0]", $"({Location()}{latent.ScaledAt("1")})"),
            (false, false) => Choose($"Tanh(Sum({latent.Name}))", $"Tanh({latent.Name}[0])", $"Tanh(0.1 * {latent.Name}[^1])"),
        };
    }

    /// <summary>A number that reads one at a group, or does not depend on it.</summary>
    public string At(string group) => PerGroup() is not { } latent ? Number() : latent.IsStandard
        ? Choose($"({Location()}{latent.ScaledAt(group)})", $"({Location()}{latent.Scaled})[{group}]")
        : $"Tanh({latent.Name}[{group}])";

    /// <summary>A vector that reads one at the groups <c>group</c>, with what is the same for a group <paramref name="t"/> of them.</summary>
    public (string Whole, string Each) Rows(string t)
    {
        if (PerGroup() is not { } latent)
        {
            var number = Number();
            return (number, number);
        }

        var location = Location();
        return latent.IsStandard
            ? (Choose($"({location}{latent.Scaled})[group]", $"({location}{latent.ScaledAt("group")})"), $"({location}{latent.ScaledAt(t)})")
            : (Choose($"Tanh({latent.Name})[group]", $"Tanh({latent.Name}[group])"), $"Tanh({latent.Name}[{t}])");
    }

    private CenteredLatent? PerGroup() => latents.Where(latent => !latent.IsNumber && latent.Count == groups).ToArray() is { Length: > 0 } fitting ? Any(fitting) : null;

    private void Latent(string name)
    {
        var kind = random.Next(6);
        var (statements, scaled) = kind switch
        {
            0 or 1 => writer.Scaled(name, "h" + name),
            2 => writer.ScaledNumber(name, "h" + name),
            3 => ([writer.LatentNumber(name)], ""),
            _ => ([writer.Latent(name)], ""),
        };

        foreach (var statement in statements)
        {
            lines.AddRange(statement.Lines.Select(line => Named(Centred(line))));
            sampled.Add((statement.Defines, statement.Latent!.Count, statement.Defines != name || kind is 2 or 3));
        }

        latents.Add(new(name, statements[0].Latent!.Count, kind is 2 or 3, Named(scaled), Named("v")));
    }

    /// <summary>A statement with another option, or none; with a negative scale, of which a log-density is −∞, nothing is drawn.</summary>
    private string Centred(string line) => line.Replace(", b)", ", Abs(b) + 0.1)", StringComparison.Ordinal)
        .Replace(", Centering.NonCentered)", Choose(", Centering.NonCentered)", ", Centering.Centered)", ")", ")"), StringComparison.Ordinal);

    private string Named(string text) => Regex.Replace(text, @"(?<![\w.])[absv]\b(?!:)", name => Array.Find(names, own => own.From == name.Value).To ?? name.Value);

    private string Location() => Named(Choose("", "a + ", "b + "));

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string Choose(params string[] choices) => choices[random.Next(choices.Length)];
}
