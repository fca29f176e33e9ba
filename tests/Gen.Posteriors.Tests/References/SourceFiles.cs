using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Gen.Posteriors.Tests.References;

/// <summary>The sources of this project, which stand above its output.</summary>
public static class SourceFiles
{
    /// <summary>The folder of the project.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The lines of a model that are neither empty nor comments, with the usings and the namespace of its file.</summary>
    public static int LinesOfCode(Type model) =>
        Lines(model).Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    /// <summary>A model as if it stood alone in its file, in which those of a family stand together: what the file begins with, and its class.</summary>
    public static IReadOnlyList<string> Lines(Type model)
    {
        var (file, declaration) = (FileOf(model), Declaration(model));
        var (heading, start) = (Array.FindIndex(file, line => line.StartsWith("public ", StringComparison.Ordinal)), Array.IndexOf(file, declaration));
        return [.. file[..heading], .. file[start..(Array.IndexOf(file, "}", start) + 1)]];
    }

    /// <summary>The lines of the file that a model's family stands in.</summary>
    public static string[] FileOf(Type model) =>
        Directory.EnumerateFiles(Path.Combine(Folder, "Models"), "*.cs").Select(File.ReadAllLines).Single(lines => lines.Contains(Declaration(model)));

    private static string Declaration(Type model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return $"public partial class {model.Name}";
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Gen.Posteriors.Tests");
            if (Directory.Exists(Path.Combine(candidate, "Models")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("the sources of the models stand in no folder above the tests");
    }
}
