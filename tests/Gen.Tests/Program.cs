using Gen.Tests.Sampling;

namespace Gen.Tests;

/// <summary>The process that <see cref="KilledProcessTests"/> starts and kills; tests themselves are run by a host of their own.</summary>
internal static class Program
{
    private static void Main(string[] arguments) => LongRun.Run(checkpoint: arguments[0], output: arguments[1]);
}
