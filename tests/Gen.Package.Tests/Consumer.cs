using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace Gen.Package.Tests;

/// <summary>A project outside the tree that uses the package.</summary>
internal sealed class Consumer(string folder, string name)
{
    /// <summary>The project's folder.</summary>
    public string Folder => folder;

    /// <summary>Runs <c>dotnet VERB -c Release</c> in the project, which must succeed without a warning.</summary>
    public void DotNet(string verb, params string[] arguments) =>
        Command.DotNet(folder, [verb, "-c", "Release", .. arguments]).SucceededWithoutWarnings();

    /// <summary>Runs the published program.</summary>
    public ConsumerOutput RunPublished(params string[] arguments) =>
        new(Command.Run(Path.Combine(folder, "published", name), folder, arguments).Succeeded());

    /// <summary>Runs what <c>dotnet build</c> made.</summary>
    public ConsumerOutput RunBuilt(params string[] arguments) => new(Command.DotNet(folder, ["run", "-c", "Release", "--no-build", "--", .. arguments]).Succeeded());
}

/// <summary>What the consumer's program wrote.</summary>
internal sealed class ConsumerOutput(string text)
{
    /// <summary>The number in the line "name: number".</summary>
    public double Value(string name)
    {
        var line = text.Split('\n').FirstOrDefault(line => line.StartsWith(name + ": ", System.StringComparison.Ordinal));
        Assert.True(line is not null, $"no line '{name}: …' in:\n{text}");
        return double.Parse(line![(name.Length + 2)..], CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The story's answers, to five standard deviations of the posterior. Data at a = 100, b = −1.1 and sigma = 1 leave 0.08 for a, 0.0013 for b and 0.05 for
    /// the sales at 2, 100·2^−1.1 = 46.65. Profit (p − 0.3)·a·p^b is highest at p = 0.3·b/(b + 1) = 3.3, whose derivative by b is 30: 0.04 for the price.
    /// </summary>
    public void TellsTheStory()
    {
        Assert.Contains("mcse_sd", text, System.StringComparison.Ordinal);
        Assert.Equal(100, Value("a"), 0.4);
        Assert.Equal(-1.1, Value("b"), 0.0065);
        Assert.Equal(46.65, Value("sales at 2"), 0.25);
        Assert.Equal(3.3, Value("optimal price"), 0.2);
    }
}
