using System.Linq;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Scheduling;

/// <summary>
/// Values under conditions, each used several times by the next, are written once: the paths through thirty of them are more than can be written out. They read
/// elements that need not exist.
/// </summary>
public sealed class GuardedChainTests
{
    // Each of the checks of thirty integers computes those before it; the paths would be 4³⁰.
    private const int MostCharacters = 400_000;

    private const string Latent = "n < 3 ? y[n + 100] * v{0} + v{0} : 0.5 * v{0} + 0.1 * Tanh(v{0})", OneBranch = "y[0] > {1} ? y[n - 100 + {1}] * v{0} + v{0} : {1}.0",
        Integers = "n < 3 ? k[n + 100] * v{0} + v{0} : v{0} / 2 + v{0} % 7";

    [Theory]
    [InlineData("a", Latent, "Potential(v30);", "0")]
    [InlineData("a", Latent, "var g = Generate(Normal(v30, 1));", "0")]
    [InlineData("a", Latent, "Observe(y, Normal(v30, 1));", "0")]
    [InlineData("a", OneBranch, "Observe(y, Normal(v30, 1));", "0")]
    [InlineData("c", Latent, "Potential(a * v30);", "0")]
    [InlineData("n", Integers, "Potential(a * v30);", "0")]
    [InlineData("a", "a", "var d = Deterministic(a);", Latent)]
    [InlineData("a", "a", "var d = Deterministic(a);", OneBranch)]
    public void A_chain_of_guarded_values_is_as_long_as_it_is_written(string start, string next, string end, string utility)
    {
        var source = $$"""
            using Gen;
            using static Gen.Modeling;

            public partial class Chained
            {
                [Model]
                static partial void Define(Vector y, int[] k, int n, double c)
                {
                    var a = Sample(Normal(0, 1));
                    Potential(1e-9 * a * (n + c + y.Length + k.Length));
                    var v0 = {{start}};
                    {{Chain(next)}}
                    {{end}}
                }

                [Objective]
                static double Gain(double a, Vector y, int n, [Decision] double d)
                {
                    var v0 = a * d;
                    {{Chain(utility == "0" ? "v{0}" : utility)}}
                    return v30;
                }
            }
            """;
        using var compiled = CompiledModels.Compile(source);
        Assert.All(compiled.Generated, file => Assert.InRange(file.Value.Length, 1, MostCharacters));
    }

    private static string Chain(string next) => string.Join("\n", Enumerable.Range(0, 30).Select(i => $"var v{i + 1} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, next, $"{i}", $"{i}")};"));
}
