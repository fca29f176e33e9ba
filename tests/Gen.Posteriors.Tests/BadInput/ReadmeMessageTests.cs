using System;
using System.IO;
using System.Runtime.CompilerServices;
using Gen.Posteriors.Tests.Models;
using Xunit;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>The messages that the readme shows are those that are given.</summary>
public class ReadmeMessageTests
{
    [Fact]
    public void A_length_that_differs() => IsShown(Assert.Throws<ArgumentException>(() => new Demand([1, 2, 3, 4], [10, 20, 30])).Message);

    [Fact]
    public void Data_that_are_not_finite() => IsShown(Assert.Throws<ArgumentException>(() => new Demand([1, double.NaN])).Message.Split(" (Parameter")[0]);

    [Fact]
    public void A_term_that_is_not_finite() => IsShown(new Demand([1, 2], [90, 50]).Trace(new() { A = 100, B = -1, Sigma = 0 }).Problem!);

    private static void IsShown(string message, [CallerFilePath] string here = "") =>
        Assert.Contains($"\n{message}\n", File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
}
