using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>What the package holds and says of itself.</summary>
[Collection(PackageTests.Name)]
public sealed class ContentTests(PackageFeed feed)
{
    [Fact]
    public void HoldsTheRuntimeTheCompilerAndItsBuildFiles()
    {
        using var package = feed.Open();
        var files = package.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Where(name => name is not "[Content_Types].xml" && !name.StartsWith("rules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Gen.nuspec",
                "LICENSE",
                "README.md",
                "analyzers/dotnet/cs/Gen.Analyzers.dll",
                "analyzers/dotnet/cs/Gen.CodeFixes.dll",
                "analyzers/dotnet/cs/Gen.Compiler.dll",
                "analyzers/dotnet/cs/Gen.Generators.dll",
                "build/Gen.props",
                "build/Gen.targets",
                "icon.png",
                "lib/net10.0/Gen.dll",
                "lib/net10.0/Gen.xml",
            ],
            files);
    }

    [Fact]
    public void HoldsAPageForEachRule()
    {
        using var package = feed.Open();
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "analyzers", "rules")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            package.Entries.Where(entry => entry.FullName.StartsWith("rules/", StringComparison.Ordinal)).Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DependsOnMathNetOnly()
    {
        var group = Assert.Single(feed.Specification().Descendants(), element => element.Name.LocalName == "group");

        Assert.Equal("net10.0", group.Attribute("targetFramework")!.Value);
        Assert.Equal("MathNet.Numerics", Assert.Single(group.Elements()).Attribute("id")!.Value);
    }

    [Fact]
    public void PacksWithoutWarnings() => Assert.DoesNotContain("warning ", feed.PackOutput, StringComparison.Ordinal);

    [Fact]
    public void EveryProjectIsInTheSolution()
    {
        // One that is not would be built by its references in another configuration, at the same time as the others.
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Gen.sln")).Replace('\\', '/');
        string[] folders = ["src", "generators", "analyzers", "tests", "samples"];
        var projects = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Select(project => Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'));

        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }
}
