using Gen.Compiler.Ir;
using Xunit;

namespace Gen.Compiler.Tests.Scheduling;

public sealed class EvaluationPathsTests
{
    private readonly Graph graph = new();

    [Fact]
    public void Both_values_of_a_choice_are_evaluated_under_opposite_conditions()
    {
        var (yes, no) = (graph.Size(1), graph.Size(2));
        var paths = Of(graph.Apply(Operation.Where, Condition(0), yes, no));
        Assert.Equal(graph.Id(Condition(0)), Assert.Single(Assert.Single(paths.Of(graph.Id(yes))).Conditions));
        Assert.Equal(graph.Id(graph.Apply(Operation.Not, Condition(0))), Assert.Single(Assert.Single(paths.Of(graph.Id(no))).Conditions));
    }

    [Fact]
    public void What_both_values_need_is_evaluated_always()
    {
        var shared = graph.Size(1);
        var paths = Of(graph.Apply(Operation.Where, Condition(0), 2 * shared, 3 * shared));
        Assert.Null(paths.Condition(graph.Id(shared)));
    }

    [Fact]
    public void What_stands_behind_And_is_evaluated_where_what_is_before_holds()
    {
        var (first, second) = (Condition(0), Condition(1));
        var paths = Of(graph.Apply(Operation.And, first, second));
        Assert.Null(paths.Condition(graph.Id(first)));
        Assert.Equal(graph.Id(first), graph.Id(paths.Condition(graph.Id(second))!.Value));
    }

    [Fact]
    public void A_condition_that_holds_already_is_not_asked_for_again_and_its_opposite_never()
    {
        var (inside, never) = (graph.Size(1), graph.Size(2));
        var paths = Of(graph.Apply(Operation.Where, Condition(0), graph.Apply(Operation.Where, Condition(0), inside, never), 0));
        Assert.Single(Assert.Single(paths.Of(graph.Id(inside))).Conditions);
        Assert.Empty(paths.Of(graph.Id(never)));
    }

    [Fact]
    public void Nodes_have_few_paths_though_there_are_more_than_can_be_counted()
    {
        var value = graph.Size(50);
        for (var i = 0; i < 60; i++)
        {
            value = graph.Apply(Operation.Where, Condition(i), 2 * value, graph.Apply(Operation.Where, Condition(100 + i), 3 * value, i));
        }

        var paths = Of(value);
        Assert.All(Dependence.Reachable(graph, [graph.Id(value)]), id => Assert.InRange(paths.Of(id).Count, 1, 8));
    }

    private EvaluationPaths Of(Expr root) => new(graph, [(graph.Id(root), EvaluationPath.Always)]);

    private Expr Condition(int i) => graph.Apply(Operation.Less, graph.Size(1000 + i), graph.Size(0));
}
