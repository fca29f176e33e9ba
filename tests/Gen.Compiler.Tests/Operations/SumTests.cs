using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Operations;

/// <summary>Which sums are one node: that rewritten sums keep their value is tested on random terms.</summary>
public sealed class SumTests
{
    private readonly Scratch scratch = new();
    private readonly int i;
    private readonly int j;
    private readonly Expr a;
    private readonly Expr b;
    private readonly Expr c;

    public SumTests()
    {
        i = scratch.Axis(0, 4);
        j = scratch.Axis(0, 4, copy: 1);
        var x = scratch.Array("x", [1, 2, 3, 4]);
        var y = scratch.Array("y", [5, 6, 7, 8]);
        var s = scratch.Array("s", [2], extents: []);
        (a, b, c) = (Graph.Read(x, Graph.Index(i)), Graph.Read(y, Graph.Index(i)), Graph.Read(s));
    }

    private Graph Graph => scratch.Graph;

    [Fact]
    public void A_sum_of_residuals_stays_whole()
    {
        // As a difference of two sums it would lose the digits in which they agree.
        Assert.NotEqual(Graph.Sum(i, a) - Graph.Sum(i, b), Graph.Sum(i, a - b));
        Assert.Equal(-Graph.Sum(i, a), Graph.Sum(i, -a));
    }

    [Fact]
    public void Factors_that_do_not_vary_are_taken_out()
    {
        Assert.Equal(c * Graph.Sum(i, a), Graph.Sum(i, c * a));
        Assert.Equal(1 / c * Graph.Sum(i, a), Graph.Sum(i, a / c));
        Assert.Equal(c * Graph.Sum(i, b / a), Graph.Sum(i, c * b / a));
        Assert.Equal(Expr.Apply(Operation.Square, c) * Graph.Sum(i, Expr.Apply(Operation.Square, a)), Graph.Sum(i, Expr.Apply(Operation.Square, c * a)));
        Assert.Equal(0.25 * Graph.Sum(i, a), Graph.Sum(i, 0.5 * (0.5 * a)));
    }

    [Fact]
    public void A_sum_of_what_does_not_vary_is_a_product()
    {
        Assert.Equal(c * 4, Graph.Sum(i, c));
        Assert.Equal([8], scratch.Evaluate(Graph.Sum(i, c)));
        Assert.Equal(a * 4, Graph.Sum(j, a));
    }

    [Fact]
    public void Reductions_under_renamed_axes_are_one_node()
    {
        var renamed = new Substitution(Graph, new() { [i] = Graph.Index(j) });
        Assert.NotEqual(a * b, renamed.Apply(a * b));
        Assert.Equal(Graph.Sum(i, a * b), Graph.Sum(j, renamed.Apply(a * b)));
        foreach (var kind in new[] { NodeKind.Maximum, NodeKind.Minimum })
        {
            Assert.Equal(Graph.Reduce(kind, i, a), Graph.Reduce(kind, j, renamed.Apply(a)));
        }

        Assert.NotEqual(Graph.Reduce(NodeKind.Maximum, i, a), Graph.Reduce(NodeKind.Minimum, i, a));
    }

    [Fact]
    public void Nested_reductions_over_one_range_under_any_names_are_one_node()
    {
        var k = scratch.Axis(0, 4, copy: 2);
        Expr Nested(int outer, int inner)
        {
            var x = new Substitution(Graph, new() { [i] = Graph.Index(outer) }).Apply(a);
            var y = new Substitution(Graph, new() { [i] = Graph.Index(inner) }).Apply(b);
            return Graph.Sum(outer, Expr.Apply(Operation.Exp, Graph.Sum(inner, Expr.Apply(Operation.Tanh, x * y))));
        }

        Assert.Equal(Nested(i, j), Nested(j, i));
        Assert.Equal(Nested(i, j), Nested(k, j));
        Assert.Equal(Nested(i, j), Nested(j, k));
    }
}
