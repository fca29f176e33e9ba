using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Emission;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;
using Gen.Compiler.Tests.Emission;
using Xunit;

namespace Gen.Compiler.Tests.Scheduling;

public sealed class ScheduleTests
{
    private const int MostOperations = 200;

    [Fact]
    public void Value_and_gradient_of_a_likelihood_are_one_loop()
    {
        var (_, block) = LogDensity("Demand");
        var loop = Assert.Single(Loops(block));
        Assert.True(loop.Lanes);
        Assert.Equal(3, loop.Reductions.Count);
        Assert.Empty(Loops(loop.Body));
    }

    [Fact]
    public void Value_and_gradient_of_an_objective_are_one_loop_over_draws()
    {
        var model = KernelModels.Read("Demand");
        var program = Pipeline.Run(BindObjective.Run(model, model.Objectives[0]), Pipeline.Objective);
        var block = new Schedule(program, (axis, _) => axis == program.DrawAxis).Fused([.. KnownEmitter.Repeated(program)]);
        var draws = Assert.Single(Loops(block), loop => loop.Lanes);
        Assert.Equal(program.DrawAxis, draws.Axis);

        // Over the prices: their sum, and both adjoints.
        var prices = Assert.Single(Loops(draws.Body));
        Assert.Single(prices.Reductions);
        Assert.Equal(2, prices.Body.Statements.OfType<StoreStatement>().Count());
    }

    [Fact]
    public void A_recurrence_is_a_scalar_loop_and_what_surrounds_it_runs_on_lanes()
    {
        var (_, block) = LogDensity("Garch");
        Assert.Equal([(false, false), (true, false), (false, true), (true, false)], Loops(block).Select(loop => (loop.Lanes, loop.Reverse)));
    }

    [Fact]
    public void Rows_are_gone_through_once_for_a_matrix_product()
    {
        var (program, block) = LogDensity("LinearRegression");
        var rows = Assert.Single(Loops(block), loop => Loops(loop.Body).Any());
        Assert.True(rows.Lanes);
        Assert.Equal("x.Rows", program.Model.Sizes[program.Graph[program.Graph.Axes[rows.Axis].Upper].Symbol].Name);
        Assert.Equal(2, Loops(rows.Body).Count());
    }

    [Fact]
    public void More_operations_than_the_JIT_compiles_well_are_several_loops()
    {
        var (program, block) = LogDensity("Wide");
        var loops = Loops(block).ToArray();
        Assert.All(loops, loop => Assert.True(loop.Lanes));
        Assert.True(loops.Length > 1);

        // No sum is computed twice, and only what is too large by itself exceeds the limit.
        var reductions = loops.SelectMany(loop => loop.Reductions).ToArray();
        Assert.Equal(reductions.Length, reductions.Distinct().Count());
        Assert.All(loops.Where(loop => loop.Reductions.Count > 1), loop => Assert.InRange(Operations(program, loop), 1, MostOperations));
    }

    [Fact]
    public void A_step_runs_over_an_axis_after_the_sums_over_it()
    {
        var (program, block) = LogDensity("Network");
        var rows = Assert.Single(Loops(block), loop => Loops(loop.Body).Any(inner => Loops(inner.Body).Any()));

        // The adjoint of the first layer's weights, the only one that needs the sum over inputs and a loop over them: hidden units outside.
        var hidden = Loops(rows.Body).Where(loop => Name(program, loop) == "hidden").SelectMany(loop => Loops(loop.Body)).ToArray();
        Assert.Contains(hidden, loop => Name(program, loop) == "x.Columns" && loop.Body.Statements.OfType<StoreStatement>().Any());
        Assert.DoesNotContain(Loops(rows.Body), loop => Name(program, loop) == "x.Columns" && Loops(loop.Body).Any());
    }

    private static string Name(Program program, LoopStatement loop) => program.Graph[program.Graph.Axes[loop.Axis].Upper] switch
    {
        { Kind: NodeKind.Size } size => program.Model.Sizes[size.Symbol].Name,
        var read => program.Arrays[read.Symbol].Name,
    };

    private static int Operations(Program program, LoopStatement loop) =>
        Dependence.Reachable(program.Graph, loop.Reductions.Select(reduction => program.Graph[reduction].Arguments[0]))
            .Count(id => program.Graph[id].Kind == NodeKind.Apply && program.Graph.Varies(id, loop.Axis));

    private static IEnumerable<LoopStatement> Loops(Block block) => block.Statements.OfType<LoopStatement>();

    private static (Program Program, Block Block) LogDensity(string model)
    {
        var program = Pipeline.Run(Program.From(KernelModels.Read(model)), Pipeline.LogDensity);
        return (program, new Schedule(program, (_, context) => context == 0).Fused([.. KnownEmitter.Repeated(program)]));
    }
}
