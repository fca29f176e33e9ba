using System.Linq;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random models of every range of seeds: they compile without warnings, and emitted code, interpreter and executed body agree on log-density and gradient.
/// </summary>
public sealed class FuzzTests
{
    private const int Points = 20;
    private const int ShareOfEachRange = 40;

    /// <summary>Seeds that have failed once: the defects behind them must not return.</summary>
    private static readonly int[] FailedOnce = [14, 33, 53, 62, 82, 88, 93, 106, 120, 122, 173, 180, 289, 821, 1353, 1607, 1960, 2402, 2518, 100117, 200043, 200378, 5100121, 90300301, 95000081, 95000188];

    [Fact]
    public void Emitted_code_agrees_with_interpreter_and_executed_body()
    {
        int[] ranges = [0, ModelWriter.FirstWideSeed, ModelWriter.FirstStructuredSeed, ModelWriter.FirstNamedSeed];
        Campaign.Run(ModelWriter.Write, ranges.SelectMany(first => Campaign.Seeds(first, ShareOfEachRange)), Points, FailedOnce);
    }
}
