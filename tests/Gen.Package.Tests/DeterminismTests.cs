using System;
using System.IO;
using System.Security.Cryptography;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>The same sources give the same bytes, in whatever folder they are built.</summary>
[Collection(PackageTests.Name)]
public sealed class DeterminismTests(PackageFeed feed)
{
    [Fact]
    public void AnotherFolderGivesTheSameDlls()
    {
        var elsewhere = Path.Combine(feed.Root, "a", "rather", "different", "place");
        Repository.CopyTo(elsewhere);

        Command.DotNet(elsewhere, "build", "src/Gen/Gen.csproj", "-c", "Release").Succeeded();

        string[] dlls =
        [
            "src/Gen/bin/Release/net10.0/Gen.dll",
            "generators/Gen.Compiler/bin/Release/netstandard2.0/Gen.Compiler.dll",
            "generators/Gen.Generators/bin/Release/netstandard2.0/Gen.Generators.dll",
            "analyzers/Gen.Analyzers/bin/Release/netstandard2.0/Gen.Analyzers.dll",
            "analyzers/Gen.CodeFixes/bin/Release/netstandard2.0/Gen.CodeFixes.dll",
        ];
        Assert.All(dlls, dll => Assert.Equal(Hash(Path.Combine(feed.Sources, dll)), Hash(Path.Combine(elsewhere, dll))));
    }

    private static string Hash(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
