using System;
using System.IO;

namespace Gen.Tests.Sampling;

/// <summary>A folder that a test has to itself.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("gen-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => Path.Combine(path, name);

    /// <summary>The names of the files in it.</summary>
    public string[] Names => Array.ConvertAll(Directory.GetFiles(path), file => Path.GetFileName(file));

    public void Dispose() => Directory.Delete(path, recursive: true);
}
