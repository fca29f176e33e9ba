using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>What the documentation shows of models is code that is compiled and tested, and its links lead somewhere.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void ExamplesOfTheLanguageStandInTheFilesThatTheyName()
    {
        var page = Path.Combine(Repository.Root, "src", "docs", "language.md");
        var rows = File.ReadLines(page)
            .Where(line => line.StartsWith('|') && Link().IsMatch(line))
            .ToList();

        Assert.True(rows.Count >= 10, $"{rows.Count} examples");
        Assert.All(rows, row =>
        {
            var file = Path.Combine(Path.GetDirectoryName(page)!, Link().Match(row).Groups["path"].Value);
            var code = Code().Match(row).Groups["code"].Value;
            Assert.NotEmpty(code);
            Assert.Contains(Space().Replace(code, ""), Space().Replace(File.ReadAllText(file), ""), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/docs/language.md")]
    [InlineData("src/docs/performance.md")]
    public void LinksLeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var targets = Target().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups["path"].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith('#')).ToList();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(folder, target)), target));
    }

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"\]\((?<path>[^)]+\.cs)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
