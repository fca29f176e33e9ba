using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Emission;

/// <summary>Emitted methods are small enough for the JIT to optimise them.</summary>
public sealed class IlSizeTests
{
    public static TheoryData<string> Names => new(KernelModels.All.Keys.Concat(Samples().Keys).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_emitted_method_is_small_enough_to_be_optimised(string model)
    {
        using var compiled = CompiledModels.Compile(KernelModels.All.TryGetValue(model, out var text) ? text : Samples()[model]);
        var sizes = MethodSizes.Of(compiled.Assembly.GetTypes());
        Assert.Contains(sizes, method => method.Name == "LogDensity.Evaluate");
        Assert.All(sizes, method => Assert.True(method.Size < MethodSizes.Most, $"{method.Name} has {method.Size} bytes"));
    }

    /// <summary>The samples' files that hold a model.</summary>
    private static SortedDictionary<string, string> Samples([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples"));
        return new(
            Directory.GetDirectories(root).SelectMany(folder => Directory.GetFiles(folder, "*.cs")).Where(file => File.ReadAllText(file).Contains("[Model]", StringComparison.Ordinal))
                .ToDictionary(file => "samples/" + Path.GetFileNameWithoutExtension(file), File.ReadAllText),
            StringComparer.Ordinal);
    }
}
