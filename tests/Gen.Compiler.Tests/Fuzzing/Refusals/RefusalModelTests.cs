using System.Linq;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>
/// Random statements that C# may throw at: bodies of models and of objectives agree with their execution, and refuse the data where that throws. No other
/// exception comes of any data.
/// </summary>
public sealed class RefusalModelTests
{
    private static readonly int[] FailedOnce = [101097, 101100, 101133, 101145, 101213, 101223, 101244, 101357, 300011, 5100176, 55000054];
    private static readonly int[] GuardedFailedOnce = [5100115];

    [Fact]
    public void Elements_that_conditions_keep_there_agree() => Campaign.Run(RefusalWriter.Guarded, seed => $"Refused{seed}", first: 0, share: 30, GuardedFailedOnce);

    [Fact]
    public void What_CSharp_throws_at_is_refused_and_all_else_agrees() => Campaign.Run(RefusalWriter.Write, seed => $"Refused{seed}", first: 0, share: 50, FailedOnce);

    [Fact]
    public void A_right_hand_side_jumps_when_data_say_or_is_refused()
    {
        var models = Campaign.Seeds(first: 0, share: 10).SelectMany(seed => new[] { (Text: RefusalWriter.Jump(seed).Moves, Wanted: "GEN0041"), (Text: RefusalWriter.Jump(seed).Stays, Wanted: "") }).ToArray();
        var read = ReadModels.From([.. models.Select(model => model.Text)]);
        var failures = models.Zip(read, (model, result) => (model.Text, model.Wanted, Found: result.Value.Diagnostics))
            .Where(model => string.Concat(model.Found.Select(found => found.Id)) != model.Wanted)
            .Select(model => $"'{model.Wanted}' became {string.Join(", ", model.Found.Select(found => $"{found.Id}: {found.Message}"))}\n{model.Text}").ToList();
        Assert.True(failures.Count == 0, $"{failures.Count} fail\n{string.Join("\n\n", failures.Take(5))}");
    }
}
