using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Gen.Sampling;
using Xunit;

namespace Gen.Tests.Sampling;

/// <summary>Files from which a run cannot go on are named, with the reason, and left as they are.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly SamplingOptions Options = new() { Tune = 30, Draws = 20, Chains = 2, Seed = 3 };

    private readonly TemporaryFolder folder = new();
    private readonly SamplingOptions options;

    public RefusalTests()
    {
        options = Options with { Checkpoint = folder["run"] };
        MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
    }

    private string Path => folder["run"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ATornFile()
    {
        var whole = File.ReadAllBytes(Path);
        int[] lengths = [.. Enumerable.Range(0, 300), .. Enumerable.Range(1, 60).Select(i => i * whole.Length / 61), .. Enumerable.Range(1, 40).Select(i => whole.Length - i)];
        foreach (var length in lengths)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Refuses("is torn");

            // A file system may have made room for what it has not written.
            File.WriteAllBytes(Path, [.. whole[..length], .. new byte[whole.Length - length]]);
            Refuses(length < 8 ? "is not a checkpoint of Gen" : "is torn");
        }

        File.WriteAllBytes(Path, [.. whole, 0]);
        Refuses("is torn or was altered");
        File.WriteAllBytes(Path, whole);
        Assert.Equal(20, MarkovChains.Sample(_ => new EightSchoolsTarget(), options).DrawsPerChain);
    }

    [Fact]
    public void AnAlteredByte()
    {
        var whole = File.ReadAllBytes(Path);
        for (var at = 0; at < whole.Length; at += at < 400 ? 1 : 97)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(Path, bytes);
            Refuses(at < 8 ? "is not a checkpoint of Gen" : "is torn or was altered");
        }
    }

    [Theory]
    [InlineData("", "is torn (it is 0 bytes long)")]
    [InlineData("Gen", "is torn (it is 3 bytes long)")]
    [InlineData("lp__,accept_stat__,stepsize__\n", "is not a checkpoint of Gen")]
    [InlineData("x", "is not a checkpoint of Gen")]
    public void AForeignFile(string text, string reason)
    {
        File.WriteAllText(Path, text);
        Refuses(reason);
    }

    [Fact]
    public void ContentOfAnotherLength()
    {
        var whole = File.ReadAllBytes(Path);
        WriteWithChecksum(whole[..^100]);
        Refuses("is torn (it ends too early)");
        WriteWithChecksum([.. whole[..^8], 1, 2, 3]);
        Refuses("is torn (its content ends at byte ");
    }

    [Fact]
    public void AlteredBytesWithAChecksumToMatchAreRefusedOrRead()
    {
        var whole = File.ReadAllBytes(Path)[..^8];
        var refused = 0;
        for (var at = 8; at < whole.Length; at += at < 600 ? 1 : 61)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0xFF;
            WriteWithChecksum(bytes);
            try
            {
                MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
            }
            catch (CheckpointException)
            {
                refused++;
            }
        }

        Assert.True(refused > 100, $"{refused} refused");
    }

    [Fact]
    public void AnotherVersion()
    {
        var whole = File.ReadAllBytes(Path);

        // The version stands behind the mark, after its length.
        Assert.Equal((byte)'0', whole[9]);
        whole[9] = (byte)'9';
        WriteWithChecksum(whole[..^8]);
        var version = Encoding.UTF8.GetString(whole, 9, whole[8]);
        Refuses($"was written by Gen {version}, and this is Gen 0{version[1..]}");
    }

    public static TheoryData<string, SamplingOptions> OtherOptions => new()
    {
        { "Seed = 3, and these options have Seed = 4", Options with { Seed = 4 } },
        { "Chains = 2, and these options have Chains = 3", Options with { Chains = 3 } },
        { "Draws = 20, and these options have Draws = 21", Options with { Draws = 21 } },
        { "Tune = 30, and these options have Tune = 31", Options with { Tune = 31 } },
        { "TargetAccept = null, and these options have TargetAccept = 0.85", Options with { TargetAccept = 0.85 } },
        { "MaxTreeDepth = 10, and these options have MaxTreeDepth = 9", Options with { MaxTreeDepth = 9 } },
        { "MaxEnergyError = 1000, and these options have MaxEnergyError = 500", Options with { MaxEnergyError = 500 } },
        { "Adaptation = Nutpie, and these options have Adaptation = Stan", Options with { Adaptation = AdaptationSchedule.Stan } },
        { "Metric = LowRank, and these options have Metric = Diagonal", Options with { Metric = MetricKind.Diagonal } },
        { "Trajectory = Walnuts, and these options have Trajectory = NoUTurn", Options with { Trajectory = Trajectory.NoUTurn } },
        { "EnergyTolerance = 30, and these options have EnergyTolerance = 2", Options with { EnergyTolerance = 2 } },
        { "InitialRadius = 2, and these options have InitialRadius = 1", Options with { InitialRadius = 1 } },
        { "InitialPoint = null, and these options have InitialPoint = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", Options with { InitialPoint = new double[10] } },
        { "another InitialPoint than these options have", Options with { InitialPoint = [1.0 / 3, 1.0 / 7, 1.0 / 9, 0, 0, 0, 0, 0, 0, 0] } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void OfOtherOptions(string reason, SamplingOptions other) =>
        Refuses("was sampled with " + reason, other: other with { Checkpoint = Path });

    [Fact]
    public void NoOptionIsForgotten()
    {
        string[] free = ["Threads", "Progress", "CancellationToken", "Checkpoint", "CheckpointInterval"];
        Assert.Equal(
            typeof(SamplingOptions).GetProperties().Select(option => option.Name).Except(free).Order(StringComparer.Ordinal),
            OtherOptions.Select(row => ((string)row[0]).Replace("another ", "", StringComparison.Ordinal).Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatDecidesNoDrawMayDiffer()
    {
        var first = MarkovChains.Sample(_ => new EightSchoolsTarget(), options);
        CheckpointCase.RequireSame(first, MarkovChains.Sample(_ => new EightSchoolsTarget(), options with
        {
            Threads = 1, Metric = MetricKind.LowRank, CheckpointInterval = TimeSpan.FromDays(1), Progress = new ConsoleProgress(TextWriter.Null, interactive: false),
        }));
    }

    [Fact]
    public void OfADensityOfOtherCoordinates() =>
        Refuses("is of a log-density of 10 coordinates and not of 3.", () => NormalTarget.Standard(3));

    [Fact]
    public void OfOtherData()
    {
        Refuses("is of other data: the log-density at chain 0's newest position was -", () => NormalTarget.Standard(10));
        Refuses("is of other data: the log-density at chain 0's newest position was -", () => new Shifted(1e-6, 0));

        // The same value, but another slope.
        Refuses("is of other data: the derivative of the log-density by coordinate 2 at chain 0's newest position was ", () => new Shifted(0, 1e-6));
    }

    [Fact]
    public void ADensityThatIsRoundedOtherwiseGoesOn() =>
        Assert.Equal(20, MarkovChains.Sample(_ => new Shifted(1e-12, 1e-12), options).DrawsPerChain);

    [Fact]
    public void InUseByAnotherRun()
    {
        using var source = new CancellationTokenSource();
        CheckpointException? refusal = null;
        MarkovChains.Sample(
            _ => new Shifted(0, 0),
            options with
            {
                Draws = 1_000_000, Checkpoint = folder["long"], CancellationToken = source.Token,
                Progress = new Listener(_ =>
                {
                    refusal ??= Assert.Throws<CheckpointException>(() => MarkovChains.Sample(_ => new Shifted(0, 0), options with { Checkpoint = folder["long"] }));
                    source.Cancel();
                }),
            });
        Assert.StartsWith($"The checkpoint '{folder["long"]}' cannot be had by this run alone: ", refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingCanBeWritten()
    {
        var missing = System.IO.Path.Combine(folder["missing"], "run");
        var evaluations = 0;
        var exception = Assert.Throws<CheckpointException>(() => MarkovChains.Sample(_ => new CurveTarget(x => (++evaluations, -x)), options with { Checkpoint = missing, Threads = 1 }));
        Assert.Equal($"The checkpoint '{missing}' cannot be found: there is no folder '{folder["missing"]}'.", exception.Message);
        Assert.IsAssignableFrom<IOException>(exception.InnerException);

        // Before anything is computed.
        Assert.Equal(0, evaluations);

        Directory.CreateDirectory(folder["folder"]);
        exception = Assert.Throws<CheckpointException>(() => MarkovChains.Sample(_ => NormalTarget.Standard(1), options with { Checkpoint = folder["folder"] }));
        Assert.StartsWith($"The checkpoint '{folder["folder"]}' cannot be written: ", exception.Message, StringComparison.Ordinal);
        Directory.Delete(folder["folder"]);
    }

    private void Refuses(string reason, Func<ILogDensity>? density = null, SamplingOptions? other = null)
    {
        var before = File.ReadAllBytes(Path);
        var exception = Assert.Throws<CheckpointException>(() => MarkovChains.Sample(_ => density?.Invoke() ?? new EightSchoolsTarget(), other ?? options));
        Assert.StartsWith($"The checkpoint '{Path}' {reason}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path));
        Assert.Equal(["run"], folder.Names);
    }

    private void WriteWithChecksum(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        File.WriteAllBytes(Path, [.. bytes, .. BitConverter.GetBytes(Checksum.Of(stream, bytes.Length))]);
    }

    /// <summary>Eight schools with another height or another slope.</summary>
    private sealed class Shifted(double height, double slope) : ILogDensity
    {
        private readonly EightSchoolsTarget schools = new();

        public int Dimension => schools.Dimension;

        public double Evaluate(ReadOnlySpan<double> position, Span<double> gradient)
        {
            var value = schools.Evaluate(position, gradient);
            gradient[2] += slope;
            return value + height;
        }
    }

    private sealed class Listener(Action<SamplingProgress> report) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value) => report(value);
    }
}
