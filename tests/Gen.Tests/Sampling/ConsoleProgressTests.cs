using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

public class ConsoleProgressTests
{
    [Fact]
    public void AnInteractiveConsoleShowsABarForEachChainInPlace()
    {
        using var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, interactive: true);
        progress.Report(Report(chain: 1, draw: 500));
        var first = writer.ToString();
        Assert.DoesNotContain("\e[2A", first, StringComparison.Ordinal);
        Assert.Contains("chain 0 " + new string('░', 24) + " 0/2000 waiting", first, StringComparison.Ordinal);
        Assert.Contains(
            "chain 1 " + new string('█', 6) + new string('░', 18) + " 500/2000 tuning   3 divergent  step 0.457  depth 4  12,346 draws/s", first, StringComparison.Ordinal);

        progress.Report(Report(chain: 0, draw: 1000));
        var second = writer.ToString()[first.Length..];
        Assert.StartsWith("\e[2A\r\e[2Kchain 0 " + new string('█', 12) + new string('░', 12) + " 1000/2000 sampling", second, StringComparison.Ordinal);
        Assert.Contains("500/2000", second, StringComparison.Ordinal);
        Assert.Equal(2, second.Count(character => character == '\n'));
    }

    [Fact]
    public void LinesAreCutToTheConsole()
    {
        using var writer = new StringWriter();
        new ConsoleProgress(writer, interactive: true, width: 40).Report(Report(chain: 0, draw: 500));
        var lines = Regex.Replace(writer.ToString(), "\e\\[[0-9]*[A-Z]|\r", "").TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Equal(39, line.Length));
    }

    [Fact]
    public void RedirectedOutputGetsOneLineAtTheEnd()
    {
        using var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, interactive: false);
        progress.Report(Report(chain: 0, draw: 700));
        progress.Report(Report(chain: 0, draw: 2000) with { Finished = true });
        progress.Report(Report(chain: 1, draw: 700));
        Assert.Empty(writer.ToString());
        progress.Report(Report(chain: 1, draw: 2000) with { Finished = true, Divergences = 1 });
        Assert.Matches(@"^Sampled 2 chains: 4000 of 4000 draws \(tuning included\) in (?!0\.0[0-4])\d+\.\d\d s, 4 divergences\.\n$", writer.ToString());
    }

    [Fact]
    public void ItServesSeveralRunsOneAfterAnother()
    {
        using var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, interactive: true);
        for (var run = 0; run < 2; run++)
        {
            var before = writer.ToString().Length;
            progress.Report(Report(chain: 0, draw: 2000) with { Finished = true });
            Assert.DoesNotContain("\e[2A", writer.ToString()[before..], StringComparison.Ordinal);
            Assert.Contains("chain 1 " + new string('░', 24) + " 0/2000 waiting", writer.ToString()[before..], StringComparison.Ordinal);
            progress.Report(Report(chain: 1, draw: 2000) with { Finished = true });
        }

        Assert.Equal(2, Regex.Count(writer.ToString(), "Sampled 2 chains"));
    }

    [Fact]
    public void AStoppedRunSaysSo()
    {
        using var writer = new StringWriter();
        var progress = new ConsoleProgress(writer, interactive: false);
        progress.Report(Report(chain: 0, draw: 2000) with { Finished = true, Divergences = 0 });
        progress.Report(Report(chain: 1, draw: 1500) with { Finished = true, Divergences = 1 });
        Assert.StartsWith("Stopped sampling 2 chains: 3500 of 4000 draws", writer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", 1 divergence.\n", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ItServesARealRun()
    {
        using var writer = new StringWriter();
        MarkovChains.Sample(_ => NormalTarget.Standard(2), new SamplingOptions { Draws = 50, Tune = 50, Progress = new ConsoleProgress(writer, interactive: true) });
        Assert.Contains("100/100 sampling", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("Sampled 4 chains: 400 of 400 draws", writer.ToString(), StringComparison.Ordinal);
    }

    private static SamplingProgress Report(int chain, int draw) => new(chain, 2, draw, 1000, 2000, 3, 0.45678, 4, 12345.6, false);
}
