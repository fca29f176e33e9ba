using System;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace Gen.Generators.Tests.Harness;

/// <summary>
/// Compares emitted text with a file <c>Name.verified.cs</c> beside the test, in the convention of Verify. With GEN_ACCEPT=1 in the environment the file is
/// written instead. A snapshot shows that emission is readable; that it is right is for other tests.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string actual, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, name + ".verified.cs");
        if (Environment.GetEnvironmentVariable("GEN_ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} does not exist; run the test with GEN_ACCEPT=1 and read what it wrote.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
