using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Gen.Analyzers.Tests;

/// <summary>The page about a rule.</summary>
internal sealed partial class RulePage
{
    private readonly string text;

    private RulePage(string id, string text)
    {
        Id = id;
        this.text = text;
    }

    /// <summary>The pages in the order of their ids.</summary>
    public static IReadOnlyList<RulePage> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => new RulePage(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>The first line.</summary>
    public string Heading => text.Split('\n')[0];

    /// <summary>The example that breaks the rule, as a class, or null where the page has none.</summary>
    public string? Wrong => Example("Wrong");

    /// <summary>The example that keeps it.</summary>
    public string? Right => Example("Right");

    /// <summary>The page about a rule.</summary>
    public static RulePage Of(string id) => All.Single(page => page.Id == id);

    private string? Example(string kind) =>
        Examples().Matches(text).FirstOrDefault(match => match.Groups["kind"].Value == kind) is { } match
            ? $"public partial class M\n{{\n{match.Groups["code"].Value}}}\n" : null;

    [GeneratedRegex(@"^(?<kind>\w+):\n\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}
