using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Gen.Posteriors.Tests.References;

namespace Gen.Benchmarks;

/// <summary>A file with a table that has a row for each published posterior.</summary>
internal static class PublishedTable
{
    /// <summary>Writes a row; the rows of other posteriors stay.</summary>
    public static void Write(string path, string heading, string name, string row)
    {
        var rows = new Dictionary<string, string> { [name] = row };
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var first, ..])
            {
                rows.TryAdd(first, line);
            }
        }

        File.WriteAllLines(path, [heading, .. PublishedPosteriors.All.Where(posterior => rows.ContainsKey(posterior.Name)).Select(posterior => rows[posterior.Name])]);
    }
}
