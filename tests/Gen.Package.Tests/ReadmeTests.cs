using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>What the README shows of models is code that is compiled and tested.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void ExamplesOfTheLanguageStandInTheFilesThatTheyName()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "## The language")
            .TakeWhile(line => line != "## Data and prediction")
            .Where(line => line.StartsWith('|') && Link().IsMatch(line))
            .ToList();

        Assert.True(rows.Count >= 10, $"{rows.Count} examples");
        Assert.All(rows, row =>
        {
            var file = Path.Combine(Repository.Root, Link().Match(row).Groups["path"].Value);
            var code = Code().Match(row).Groups["code"].Value;
            Assert.NotEmpty(code);
            Assert.Contains(Space().Replace(code, ""), Space().Replace(File.ReadAllText(file), ""), StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"\]\((?<path>[^)]+\.cs)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
