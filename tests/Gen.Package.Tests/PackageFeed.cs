using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>The package, packed once from a copy of the sources into a feed of its own.</summary>
public sealed class PackageFeed : IDisposable
{
    private const string Configuration = "Release";

    /// <summary>Packs.</summary>
    public PackageFeed()
    {
        Repository.CopyTo(Sources);
        PackOutput = Command.DotNet(
            Sources, "pack", "src/Gen/Gen.csproj", "-c", Configuration, "-o", Folder, $"-p:PackageVersion={Version}").Succeeded();
    }

    /// <summary>Where the tests write.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("gen-package-").FullName;

    /// <summary>The copied sources, built.</summary>
    public string Sources => Path.Combine(Root, "sources");

    /// <summary>The feed.</summary>
    public string Folder => Path.Combine(Root, "feed");

    /// <summary>A version that no feed and no cache has seen.</summary>
    public string Version { get; } = $"0.0.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>What packing wrote.</summary>
    public string PackOutput { get; }

    /// <summary>Opens the package.</summary>
    public ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Folder, $"Gen.{Version}.nupkg"));

    /// <summary>What the package says of itself.</summary>
    public XDocument Specification()
    {
        using var package = Open();
        using var stream = package.GetEntry("Gen.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>
    /// A fresh project that refers to the package. Its packages go into a folder of the test, over those that the machine has; only Gen comes from the feed.
    /// </summary>
    /// <param name="name">The project's name.</param>
    /// <param name="files">Its sources.</param>
    /// <param name="properties">Further properties.</param>
    internal Consumer CreateProject(string name, (string Name, string Text)[] files, params (string Name, string Value)[] properties)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        WriteNuGetConfig(Path.Combine(folder, "nuget.config"));
        (string Name, string Value)[] common =
        [
            ("OutputType", "Exe"), ("TargetFramework", "net10.0"), ("Nullable", "enable"), ("InvariantGlobalization", "true"), ("TreatWarningsAsErrors", "true"),
            ("TrimmerSingleWarn", "false"),
        ];
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", common.Concat(properties).Select(property => new XElement(property.Name, property.Value))),
            new XElement("ItemGroup", new XElement("PackageReference", new XAttribute("Include", "Gen"), new XAttribute("Version", Version))));
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), project.ToString());
        foreach (var (file, text) in files)
            File.WriteAllText(Path.Combine(folder, file), text);
        return new Consumer(folder, name);
    }

    /// <summary>A fresh project that holds the model of a sample and the program of these tests.</summary>
    /// <param name="name">The project's name.</param>
    /// <param name="properties">Further properties.</param>
    internal Consumer CreateConsumer(string name, params (string Name, string Value)[] properties) => CreateProject(
        name,
        [
            ("Demand.cs", File.ReadAllText(Path.Combine(Repository.Root, "samples", "PriceElasticity", "Demand.cs"))),
            ("Program.cs", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumer", "Program.cs"))),
        ],
        properties);

    /// <summary>A folder outside the sources with the package in a folder of its own, as a reader of the readme makes it; other packages go where those of the tests do.</summary>
    /// <param name="name">The folder.</param>
    /// <param name="packages">The folder of the package within it.</param>
    internal string CreateFolder(string name, string packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
        var package = Directory.CreateDirectory(Path.Combine(folder, packages)).FullName;
        File.Copy(Path.Combine(Folder, $"Gen.{Version}.nupkg"), Path.Combine(package, $"Gen.{Version}.nupkg"));
        WriteNuGetConfig(Path.Combine(folder, "nuget.config"), hasFeed: false);
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteNuGetConfig(string path, bool hasFeed = true)
    {
        var config = XDocument.Load(Path.Combine(Repository.Root, "nuget.config"));
        var sources = config.Root!.Element("packageSources")!;
        var others = sources.Elements("add").Select(source => source.Attribute("key")!.Value).ToList();
        if (hasFeed)
            sources.Add(Entry("gen-test", Folder));
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        config.Root.Add(new XElement("config", Entry("globalPackagesFolder", Path.Combine(Root, "packages"))));
        if (hasFeed)
        {
            config.Root.Add(new XElement(
                "packageSourceMapping",
                others.Select(source => Mapping(source, "*")),
                Mapping("gen-test", "Gen")));
        }

        if (Directory.Exists(machine))
            config.Root.Add(new XElement("fallbackPackageFolders", Entry("machine", machine)));
        config.Save(path);
    }

    private static XElement Entry(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));

    private static XElement Mapping(string source, string pattern) =>
        new("packageSource", new XAttribute("key", source), new XElement("package", new XAttribute("pattern", pattern)));
}

/// <summary>One package for all tests, one test at a time: each of them keeps the machine busy.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackageFeed>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "package";
}
