using System;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Interpretation;

public sealed class InterpreterTests
{
    private readonly Scratch scratch = new();

    private Graph Graph => scratch.Graph;

    [Fact]
    public void An_assignment_is_carried_out_for_every_position()
    {
        var x = scratch.Array("x", [1, 2, 3, 4, 5, 6], extents: [2, 3]);
        var (i, j) = (scratch.Axis(0, 2), scratch.Axis(0, 3));
        Assert.Equal([1, 4, 2, 5, 3, 6], scratch.Evaluate(Graph.Read(x, Graph.Index(i), Graph.Index(j)), j, i));
    }

    [Fact]
    public void A_loop_reads_what_it_wrote_and_runs_backwards_on_request()
    {
        var x = scratch.Array("x", [1, 2, 3, 4]);
        var forward = scratch.Array("forward", null, ArrayRole.Local, [5]);
        var backward = scratch.Array("backward", null, ArrayRole.Local, [5]);
        var t = scratch.Axis(0, 4);
        var at = Graph.Index(t);
        scratch.Add(new LoopStep(t, false, [scratch.Assignment(forward, [], [at + 1], 2 * Graph.Read(forward, at) + Graph.Read(x, at))], -1));
        scratch.Add(new LoopStep(t, true, [scratch.Assignment(backward, [], [at], 2 * Graph.Read(backward, at + 1) + Graph.Read(x, at))], -1));
        var values = scratch.Run();
        Assert.Equal([0, 1, 4, 11, 26], values[forward]);
        Assert.Equal([49, 24, 11, 4, 0], values[backward]);
    }

    [Fact]
    public void Accumulation_adds_where_several_positions_meet()
    {
        var g = scratch.Array("g", [0, 2, 0, 2, 2]);
        var counts = scratch.Array("counts", null, ArrayRole.Local, [3]);
        var i = scratch.Axis(0, 5);
        scratch.Add(scratch.Assignment(counts, [i], [Graph.Read(g, Graph.Index(i))], 1, accumulate: true));
        scratch.Add(scratch.Assignment(counts, [i], [Graph.Read(g, Graph.Index(i))], 10, accumulate: true, Expr.Apply(Operation.Less, Graph.Index(i), 2)));
        Assert.Equal([12, 0, 13], scratch.Run()[counts]);
    }

    [Fact]
    public void Positions_of_one_step_do_not_see_what_it_writes()
    {
        var x = scratch.Array("x", [1, 2, 3]);
        var i = scratch.Axis(1, 3);
        scratch.Add(scratch.Assignment(x, [i], [Graph.Index(i)], Graph.Read(x, Graph.Index(i) - 1)));
        Assert.Equal([1, 1, 2], scratch.Run()[x]);
    }

    [Fact]
    public void Reductions_over_nothing_are_neutral_elements()
    {
        var x = scratch.Array("x", [1, 2]);
        var i = scratch.Axis(1, 1);
        var read = Graph.Read(x, Graph.Index(i));
        Assert.Equal([0], scratch.Evaluate(Graph.Reduce(NodeKind.Sum, i, read)));
        Assert.Equal([double.NegativeInfinity], scratch.Evaluate(Graph.Reduce(NodeKind.Maximum, i, read)));
        Assert.Equal([double.PositiveInfinity], scratch.Evaluate(Graph.Reduce(NodeKind.Minimum, i, read)));
    }

    [Fact]
    public void A_reduction_over_an_axis_leaves_the_surrounding_position_on_that_axis_alone()
    {
        var x = scratch.Array("x", [1, 2, 3]);
        var i = scratch.Axis(0, 3);
        var read = Graph.Read(x, Graph.Index(i));
        Assert.Equal([1 / 6.0, 2 / 6.0, 3 / 6.0], scratch.Evaluate(read / Graph.Sum(i, read), i));
        Assert.Equal([-2, -1, 0], scratch.Evaluate(read - Graph.Reduce(NodeKind.Maximum, i, read), i));
    }

    [Fact]
    public void What_is_not_chosen_is_not_read()
    {
        var y = scratch.Array("y", [5, 6, 7]);
        var t = scratch.Axis(0, 3);
        var earlier = Graph.Read(y, Graph.Index(t) - 1);
        Assert.Equal([-1, 5, 6], scratch.Evaluate(Expr.Apply(Operation.Where, Expr.Apply(Operation.Less, 0, Graph.Index(t)), earlier, -1), t));
        Assert.Equal([0, 0, 1], scratch.Evaluate(Expr.Apply(Operation.And, Expr.Apply(Operation.Less, 0, Graph.Index(t)), Expr.Apply(Operation.Less, 5, earlier)), t));
    }

    [Fact]
    public void A_read_outside_an_array_names_it_and_its_index()
    {
        var mu = scratch.Array("mu", [5, 6, 7]);
        var t = scratch.Axis(0, 3);
        var error = Assert.Throws<IndexOutOfRangeException>(() => scratch.Evaluate(Graph.Read(mu, Graph.Index(t) + 1), t));
        Assert.Equal("mu[3] is outside an array of extents [3].", error.Message);
    }

    [Fact]
    public void A_length_is_bound_by_its_size_and_data_must_have_it()
    {
        var x = scratch.Array("x", [1, 2, 3]);
        var n = scratch.Array("n", null, ArrayRole.Local, []);
        scratch.Add(scratch.Assignment(n, [], [], Graph.Size(0) * 2));
        Assert.Equal([14], scratch.Run(7)[n]);
        Assert.Throws<ArgumentException>(() => Interpreter.Run(scratch.Program(), scratch.Bindings(7).With(x, [1])));
    }

    [Fact]
    public void Statements_that_passes_should_have_replaced_are_refused()
    {
        scratch.Add(new PotentialStep([], Graph.Constant(1).Id, -1, -1));
        Assert.Throws<NotSupportedException>(() => scratch.Run());
    }
}
