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

    [Fact]
    public void RecipesStandInTheFilesThatTheyName()
    {
        var page = Path.Combine(Repository.Root, "src", "docs", "recipes.md");
        var text = File.ReadAllText(page);
        var files = Target().Matches(text).Select(match => match.Groups["path"].Value).Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => Space().Replace(File.ReadAllText(Path.Combine(Path.GetDirectoryName(page)!, path)), "")).ToList();
        var blocks = Block().Matches(text).Select(block => Space().Replace(block.Groups["code"].Value, "")).ToList();

        Assert.True(blocks.Count >= 8, $"{blocks.Count} blocks");
        Assert.All(blocks, block => Assert.Contains(files, file => file.Contains(block, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryDistributionIsListedWithItsParameters()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src", "docs", "language.md"));
        var definitions = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Gen.Definitions", "Distributions"), "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var declared = File.ReadLines(Path.Combine(Repository.Root, "src", "Gen", "PublicAPI.Unshipped.txt"))
            .Select(line => Maker().Match(line)).Where(match => match.Success && definitions.Contains(match.Groups["name"].Value))
            .GroupBy(match => match.Groups["name"].Value).ToList();

        Assert.True(declared.Count >= 42, $"{declared.Count} distributions");
        Assert.All(declared, made =>
        {
            var listed = Regex.Matches(page, $@"`{made.Key}\((?<parameters>[^`]*)\)").Select(match => match.Groups["parameters"].Value).ToList();
            Assert.True(listed.Count > 0, made.Key);
            var names = made.SelectMany(form => ParameterName().Matches(form.Groups["parameters"].Value)).Select(match => match.Groups["name"].Value).Distinct();
            Assert.All(names, name => Assert.True(listed.Exists(text => Regex.IsMatch(text, $@"\b{name}\b")), $"{made.Key}: {name}"));
        });
    }

    [Fact]
    public void EveryFunctionIsListed()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "src", "docs", "language.md"));
        var section = page.Split("\n## Functions\n")[1].Split("\n## ")[0];
        string[] statements = ["Sample", "Generate", "Deterministic"];
        var functions = File.ReadLines(Path.Combine(Repository.Root, "src", "Gen", "PublicAPI.Unshipped.txt")).Select(line => Computing().Match(line))
            .Where(match => match.Success).Select(match => match.Groups["name"].Value).Distinct().Except(statements).ToList();

        Assert.True(functions.Count >= 60, $"{functions.Count} functions");
        Assert.All(functions, name => Assert.Contains($"`{name}(", section, StringComparison.Ordinal));
        Assert.All(Listed().Matches(section).Select(match => match.Groups["name"].Value), name => Assert.Contains(name, functions));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/docs/language.md")]
    [InlineData("src/docs/recipes.md")]
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

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^static Gen\.Modeling\.(?<name>\w+)\((?<parameters>.*)\) -> ")]
    private static partial Regex Maker();

    [GeneratedRegex(@"^static Gen\.Modeling\.(?<name>\w+)\(.*\) -> (double|int|Gen\.(Vector|Matrix)!)$")]
    private static partial Regex Computing();

    [GeneratedRegex(@"`(?<name>[A-Z]\w*)\(")]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?<=[\w>?!] )(?<name>[a-z]\w*)(?= = |, |$)")]
    private static partial Regex ParameterName();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
