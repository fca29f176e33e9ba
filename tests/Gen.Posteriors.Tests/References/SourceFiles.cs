using System;
using System.IO;
using System.Linq;

namespace Gen.Posteriors.Tests.References;

/// <summary>The sources of this project, which stand above its output.</summary>
public static class SourceFiles
{
    /// <summary>The folder of the project.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The lines of a model's file that are neither empty nor comments.</summary>
    public static int LinesOfCode(Type model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return File.ReadLines(Path.Combine(Folder, "Models", model.Name + ".cs"))
            .Select(line => line.Trim())
            .Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
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
