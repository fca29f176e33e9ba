using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using Xunit;

namespace Gen.Tests.Sampling;

public sealed class KilledProcessTests
{
    private const int Kills = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public void AProcessKilledTenTimesEndsWithTheDrawsOfAnUndisturbedOne()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(folder);
            Assert.Equal(LongRun.Begun, process.StandardOutput.ReadLine());
            Thread.Sleep(random.Next(300));
            process.Kill();
            process.WaitForExit();
        }

        // The last kill met a run that had begun and was not done.
        Assert.True(File.Exists(folder["run"]));
        Assert.False(File.Exists(folder["draws"]));
        using var last = Start(folder);
        Assert.True(last.WaitForExit(Limit), "the run does not end");
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(LongRun.Bytes(LongRun.Run(LongRun.Options)), File.ReadAllBytes(folder["draws"]));
    }

    private static Process Start(TemporaryFolder folder) => Process.Start(
        new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(Program).Assembly.Location, folder["run"], folder["draws"]])
        {
            RedirectStandardOutput = true,
        })!;
}
