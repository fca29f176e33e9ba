using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>What a gallery shows of the package, and where its links lead.</summary>
[Collection(PackageTests.Name)]
public sealed partial class PresentationTests(PackageFeed feed)
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    [Fact]
    public void HasASmallIcon()
    {
        using var package = feed.Open();
        var icon = package.GetEntry(Said("icon")!)!;
        using var stream = icon.Open();
        var head = new byte[Png.Length];
        stream.ReadExactly(head);

        Assert.Equal(Png, head);
        Assert.InRange(icon.Length, 1, 10_000);
    }

    [Fact]
    public void HasReleaseNotesForItsVersion()
    {
        var version = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.StartsWith(version + ",", Said("releaseNotes"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesNoRepositoryThatGitDoesNotKnow()
    {
        // The copied sources have no git.
        Assert.Null(Said("projectUrl"));
        Assert.DoesNotContain(feed.Specification().Descendants(), element => element.Name.LocalName == "repository" && element.Attribute("url") is not null);
    }

    [Fact]
    public void WithARemoteThePackageAndItsSymbolsLeadToIt()
    {
        const string Remote = "https://github.com/someone/something";
        var folder = Path.Combine(feed.Root, "remote");
        Repository.CopyTo(folder);
        foreach (var command in new[] { "init -q", $"remote add origin {Remote}.git", "add .", "-c user.name=A -c user.email=a@example.org -c commit.gpgsign=false commit -q -m Sources" })
            Command.Run("git", folder, command.Split(' ')).Succeeded();

        var output = Command.DotNet(
            folder, "msbuild", "src/Gen/Gen.csproj", "-restore", "-p:Configuration=Release", "-t:PrepareForBuild;LinkToRepository;GenerateSourceLinkFile",
            "-getProperty:PackageProjectUrl,PublishRepositoryUrl").Succeeded();

        Assert.Contains($"\"PackageProjectUrl\": \"{Remote}\"", output, StringComparison.Ordinal);
        Assert.Contains("\"PublishRepositoryUrl\": \"true\"", output, StringComparison.Ordinal);
        var link = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder, "src", "Gen", "obj"), "*.sourcelink.json", SearchOption.AllDirectories));
        Assert.Contains("https://raw.githubusercontent.com/someone/something/", File.ReadAllText(link), StringComparison.Ordinal);
    }

    [Fact]
    public void IsValidatedWhenItIsPacked() => Assert.Equal(
        "true", Command.DotNet(feed.Sources, "msbuild", "src/Gen/Gen.csproj", "-getProperty:EnablePackageValidation").Succeeded().Trim());

    [Fact]
    public void ItsReadmeLinksToNothingInTheRepository()
    {
        var readme = Readme();
        Assert.Contains("# Gen", readme, StringComparison.Ordinal);
        Assert.DoesNotContain(Link().Matches(readme).Select(link => link.Groups["target"].Value), target => !target.StartsWith("https://", StringComparison.Ordinal));
    }

    [Fact]
    public void ItsReadmeIsAProgram()
    {
        var code = Code().Matches(Readme()).Select(block => block.Groups["code"].Value).ToArray();
        var project = feed.CreateProject("Shown", [("CallCentre.cs", code[0]), ("Program.cs", code[1])]);

        project.DotNet("build");

        var output = Command.DotNet(project.Folder, "run", "-c", "Release", "--no-build").Succeeded();
        Assert.Contains("slope", output, StringComparison.Ordinal);
        Assert.Contains("calls_pred", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheShortestStartOfTheRepositorysReadmeRunsOutsideIt()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var code = Code().Matches(readme).Select(block => block.Groups["code"].Value).Single(block => block.StartsWith("#:package", StringComparison.Ordinal));
        Assert.Contains("-o ../calls/packages\ncd ../calls\n", readme, StringComparison.Ordinal);
        Assert.Contains("#:package Gen@0.1.0\n#:property RestoreAdditionalProjectSources=packages\n", code, StringComparison.Ordinal);
        var folder = feed.CreateFolder("calls", "packages");
        File.WriteAllText(Path.Combine(folder, "app.cs"), code.Replace("Gen@0.1.0", $"Gen@{feed.Version}", StringComparison.Ordinal));

        var output = Command.DotNet(folder, "run", "app.cs").Succeeded();

        // The figures are those that the readme shows, but for the last digits of another processor.
        var shown = readme.Split("`dotnet run app.cs` prints\n\n```\n")[1].Split("```")[0];
        Assert.Equal(Words(shown).Length, Words(output).Length);
        Assert.All(Words(shown).Zip(Words(output)), pair => Assert.True(
            pair.First == pair.Second || Math.Abs(double.Parse(pair.First, CultureInfo.InvariantCulture) / double.Parse(pair.Second, CultureInfo.InvariantCulture) - 1) < 0.1,
            $"{pair.First} in the readme, {pair.Second} printed"));

        static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }

    private string? Said(string name) => feed.Specification().Descendants().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    private string Readme()
    {
        using var package = feed.Open();
        using var reader = new StreamReader(package.GetEntry(Said("readme")!)!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\]\((?<target>[^)]*)\)|\b(src|href)=""(?<target>[^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
