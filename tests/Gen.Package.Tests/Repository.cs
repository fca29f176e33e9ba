using System;
using System.IO;

namespace Gen.Package.Tests;

/// <summary>The sources that these tests pack. They are copied first, so that a package never meets a build of the solution that is under way.</summary>
internal static class Repository
{
    private static readonly string[] Folders = ["src", "generators", "analyzers", "samples"];

    /// <summary>The folder with Gen.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Copies everything that the package and the samples are built from, without what was built.</summary>
    public static void CopyTo(string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var file in Directory.EnumerateFiles(Root))
        {
            if (Path.GetFileName(file) != ".git")
                File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
        }

        foreach (var folder in Folders)
            Copy(Path.Combine(Root, folder), Path.Combine(destination, folder));
    }

    private static void Copy(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(destination, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj"))
                Copy(folder, Path.Combine(destination, Path.GetFileName(folder)));
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gen.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Gen.sln");
    }
}
