using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Fuzzing;

/// <summary>That the comparisons of fuzzing can fail.</summary>
public sealed class OracleTests
{
    private readonly FuzzModel model = ModelWriter.Write(30);
    private readonly Oracle oracle;
    private readonly double[] position;

    public OracleTests()
    {
        oracle = new(model, ReadModels.From(model.Source)[0].Value.Model!);
        position = Positions.Of(model, 1).Single();
    }

    [Fact]
    public void The_passes_as_they_are_agree() => Assert.Null(oracle.FirstGuiltyPass(position));

    [Fact]
    public void A_pass_that_loses_a_term_is_named() =>
        Assert.Equal("Lose", oracle.FirstGuiltyPass(position, With(new("Lose", "to be found", program => Without(program, ArrayRole.Target)), after: 3))?.Pass);

    [Fact]
    public void A_pass_that_loses_a_derivative_is_named() =>
        Assert.Equal("Lose", oracle.FirstGuiltyPass(position, With(new("Lose", "to be found", program => Without(program, ArrayRole.Adjoint)), after: Pipeline.LogDensity.Count))?.Pass);

    [Fact]
    public void A_pass_that_throws_is_named() =>
        Assert.Equal("Throw: InvalidOperationException", oracle.FirstGuiltyPass(position, With(new("Throw", "to be found", _ => throw new System.InvalidOperationException()), after: 4))?.Pass);

    [Fact]
    public void A_steep_derivative_may_overflow_to_its_own_side_alone()
    {
        Assert.Null(Agreement.FirstDifference([-1e211, 1], [double.NegativeInfinity, 1]));
        Assert.Equal(0, Agreement.FirstDifference([-1e211, 1], [double.PositiveInfinity, 1]));
        Assert.Equal(0, Agreement.FirstDifference([-1e90, 1], [double.NegativeInfinity, 1]));
    }

    private static IEnumerable<Pass> With(Pass pass, int after) => Pipeline.LogDensity.Take(after).Append(pass).Concat(Pipeline.LogDensity.Skip(after)).Skip(2);

    /// <summary>Without the first step that writes to an array of a role.</summary>
    private static Program Without(Program program, ArrayRole role) =>
        program with { Steps = [.. program.Steps.Except([program.Steps.First(step => step is AssignStep assign && program.Arrays[assign.Array].Role == role)])] };
}
