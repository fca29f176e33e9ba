using System;
using Gen.Compiler.Interpretation;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Interpretation;

public sealed class DualInterpreterTests
{
    private readonly Scratch scratch = new();

    private Graph Graph => scratch.Graph;

    [Fact]
    public void The_gradient_goes_through_loops_gathers_and_reductions()
    {
        double[] q = [0.3, -0.2, 0.5], y = [1.5, -0.5, 2, 0.7];
        var position = scratch.Array("q", q, ArrayRole.Position);
        var data = scratch.Array("y", y);
        var group = scratch.Array("g", [2, 0, 2, 1]);
        var state = scratch.Array("state", null, ArrayRole.Local, [5]);
        var target = scratch.Array("target", null, ArrayRole.Target, []);
        var t = scratch.Axis(0, 4);
        var k = scratch.Axis(0, 3);
        var at = Graph.Index(t);
        var gathered = Graph.Read(position, Graph.Read(group, at));
        scratch.Add(new LoopStep(t, false,
            [scratch.Assignment(state, [], [at + 1], Expr.Apply(Operation.Tanh, gathered * Graph.Read(state, at)) + Graph.Read(data, at) * gathered)], -1));
        scratch.Add(scratch.Assignment(target, [t], [], Expr.Apply(Operation.Square, Graph.Read(state, at + 1)), accumulate: true));
        scratch.Add(scratch.Assignment(target, [], [], Expr.Apply(Operation.Log, Graph.Sum(k, Expr.Apply(Operation.Exp, Graph.Read(position, Graph.Index(k))))), accumulate: true));
        var program = scratch.Program();

        var gradient = DualInterpreter.Gradient(program, scratch.Bindings(), position);
        for (var i = 0; i < q.Length; i++)
        {
            var difference = CentralDifference.Of(x => Interpreter.Value(program, scratch.Bindings().With(position, Replaced(q, i, x))), q[i]);
            Assert.Equal(difference, gradient[i], 1e-8 * Math.Max(1, Math.Abs(difference)));
        }

        var directional = DualInterpreter.Derivative(program, scratch.Bindings(), position, [1, -2, 0.5])[target][0];
        Assert.Equal(gradient[0] - 2 * gradient[1] + 0.5 * gradient[2], directional, 1e-13);
    }

    [Fact]
    public void Extremes_and_choices_are_differentiated_on_the_piece_taken()
    {
        var position = scratch.Array("q", [0.3, 2, -1], ArrayRole.Position);
        var target = scratch.Array("target", null, ArrayRole.Target, []);
        var k = scratch.Axis(0, 3);
        var read = Graph.Read(position, Graph.Index(k));
        var value = 3 * Graph.Reduce(NodeKind.Maximum, k, read) + 5 * Graph.Reduce(NodeKind.Minimum, k, read)
            + Graph.Sum(k, Expr.Apply(Operation.Where, Expr.Apply(Operation.Less, 0, read), Expr.Apply(Operation.Sqrt, read), 7 * read));
        scratch.Add(scratch.Assignment(target, [], [], value));
        var gradient = DualInterpreter.Gradient(scratch.Program(), scratch.Bindings(), position);
        Assert.Equal(0.5 / Math.Sqrt(0.3), gradient[0], 1e-14);
        Assert.Equal(3 + 0.5 / Math.Sqrt(2), gradient[1], 1e-14);
        Assert.Equal(5 + 7, gradient[2], 1e-14);
    }

    private static double[] Replaced(double[] values, int at, double value)
    {
        double[] copy = [.. values];
        copy[at] = value;
        return copy;
    }
}
