using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>
/// The package in projects outside the tree: built and run, published trimmed, published as native code, whose linker needs clang or gcc.
/// </summary>
[Collection(PackageTests.Name)]
public sealed class ConsumerTests(PackageFeed feed)
{
    /// <summary>The bar for a native program to make its first draw, in milliseconds since the process started.</summary>
    private const double FirstDrawWithin = 100;

    [Fact]
    public void AFreshProjectBuildsAndRuns()
    {
        var project = feed.CreateConsumer("Fresh");

        project.DotNet("build");

        project.RunBuilt().TellsTheStory();
    }

    [Fact]
    public void AGeneratorThatDoesNotRunIsAnErrorWhateverTheProjectSays()
    {
        var project = feed.CreateConsumer("Strict", ("WarningsAsErrors", "nullable"));
        Command.DotNet(project.Folder, "restore").Succeeded();

        var errors = Command.DotNet(project.Folder, "msbuild", "-getProperty:WarningsAsErrors").Succeeded().Trim().Split([';', ','], StringSplitOptions.TrimEntries);

        Assert.Subset(new HashSet<string>(errors), new HashSet<string>(["nullable", "CS9057", "CS8784", "CS8785", "CS8032"]));
    }

    [Fact]
    public void AMistakeInAModelIsReportedOnceWhereItIs()
    {
        var project = feed.CreateConsumer("Mistaken");
        var model = Path.Combine(project.Folder, "Demand.cs");
        var lines = File.ReadAllText(model).Replace("HalfNormal(1)", "HalfNormal(-1)", StringComparison.Ordinal).Split('\n');
        File.WriteAllText(model, string.Join('\n', lines));

        var build = Command.DotNet(project.Folder, "build", "-c", "Release");

        Assert.NotEqual(0, build.ExitCode);
        // The build's summary repeats its errors word for word.
        var error = Assert.Single(build.Output.Split('\n').Distinct(), line => line.Contains(": error ", StringComparison.Ordinal));
        var mistaken = Array.FindIndex(lines, line => line.Contains("HalfNormal(-1)", StringComparison.Ordinal)) + 1;
        Assert.Matches($@"Demand\.cs\({mistaken},\d+.*error GEN1001", error);
        var page = Regex.Match(error, @"file:///\S+/GEN1001\.md");
        Assert.True(page.Success && File.Exists(new Uri(page.Value).LocalPath), $"no link to a page in: {error}");
    }

    [Fact]
    public void ATrimmedProgramRuns()
    {
        var project = feed.CreateConsumer("Trimmed", ("RuntimeIdentifier", "linux-x64"), ("SelfContained", "true"), ("PublishTrimmed", "true"));

        project.DotNet("publish", "-o", "published");

        Assert.False(File.Exists(Path.Combine(project.Folder, "published", "System.Linq.Queryable.dll")), "nothing was trimmed");
        project.RunPublished().TellsTheStory();
    }

    [Fact]
    public void ANativeProgramRunsAndIsQuickToItsFirstDraw()
    {
        var project = feed.CreateConsumer("Native", ("RuntimeIdentifier", "linux-x64"), ("PublishAot", "true"), ("IlcInstructionSet", "native"));

        project.DotNet("publish", "-o", "published");

        project.RunPublished().TellsTheStory();
        // The best of several: what else the machine does only ever adds.
        var times = Enumerable.Range(0, 10).Select(_ => project.RunPublished("first-draw").Value("first draw"));
        Assert.InRange(times.Min(), 0, FirstDrawWithin);
    }

    [Fact]
    public void ASampleIsPublishedAsNativeCodeByOneProperty()
    {
        Command.DotNet(feed.Sources, "publish", "samples/PriceElasticity", "-c", "Release", "-r", "linux-x64", "-p:Native=true", "-o", "artifacts/price")
            .SucceededWithoutWarnings();

        var folder = Path.Combine(feed.Sources, "artifacts", "price");
        var sample = new ConsumerOutput(Command.Run(Path.Combine(folder, "PriceElasticity"), folder).Succeeded());

        Assert.False(File.Exists(Path.Combine(folder, "PriceElasticity.dll")), "not native");
        // b has a standard deviation of 0.002 in the sample, the optimum 30 times as much: five of them.
        Assert.Equal(3.3, sample.Value("optimal price"), 0.3);
    }
}
