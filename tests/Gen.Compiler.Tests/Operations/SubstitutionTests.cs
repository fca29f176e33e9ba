using System;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Operations;

/// <summary>The cases in which a careless substitution captures an axis; random ones are in <see cref="CanonicalTests"/>.</summary>
public sealed class SubstitutionTests
{
    private static readonly double[] Values = [1, 10, 100];

    private readonly Scratch scratch = new();
    private readonly int i;
    private readonly int j;
    private readonly int x;
    private readonly int g;

    public SubstitutionTests()
    {
        i = scratch.Axis(0, 3);
        j = scratch.Axis(0, 3, copy: 1);
        x = scratch.Array("x", Values);
        g = scratch.Array("g", [2, 0, 1]);
    }

    private Graph Graph => scratch.Graph;

    private Expr X(Expr index) => Graph.Read(x, index);

    private Expr G(Expr index) => Graph.Read(g, index);

    [Fact]
    public void A_free_axis_that_becomes_a_bound_one_is_not_captured()
    {
        // Σ_i tanh(x[i] · x[j]) at j := i is a function of the outer i.
        var inner = Graph.Sum(i, Expr.Apply(Operation.Tanh, 0.01 * X(Graph.Index(i)) * X(Graph.Index(j))));
        var substituted = new Substitution(Graph, new() { [j] = Graph.Index(i) }).Apply(inner);
        Assert.True(Graph.Varies(substituted.Id, i));
        Assert.Equal(Array.ConvertAll(Values, outer => Total(v => Math.Tanh(0.01 * v * outer))), scratch.Evaluate(substituted, i));
    }

    [Fact]
    public void An_axis_bound_within_is_not_replaced_there()
    {
        // x[i] · Σ_i exp(x[i]/100) at i := g[j]: the bound i stays.
        var expression = X(Graph.Index(i)) * Graph.Sum(i, Expr.Apply(Operation.Exp, X(Graph.Index(i)) / 100));
        var substituted = new Substitution(Graph, new() { [i] = G(Graph.Index(j)) }).Apply(expression);
        var total = Total(v => Math.Exp(v / 100));
        var actual = scratch.Evaluate(substituted, j);
        Assert.Equal(100 * total, actual[0], 1e-10);
        Assert.Equal(1 * total, actual[1], 1e-10);
        Assert.Equal(10 * total, actual[2], 1e-10);
    }

    [Fact]
    public void Nested_reductions_over_one_range_keep_apart()
    {
        // Σ_i max_j(x[i] − x[j] + x[k]) at k := i.
        var k = scratch.Axis(0, 3, copy: 2);
        var nested = Graph.Sum(i, Graph.Reduce(NodeKind.Maximum, j, Expr.Apply(Operation.Abs, X(Graph.Index(i)) - X(Graph.Index(j)) + X(Graph.Index(k)))));
        var substituted = new Substitution(Graph, new() { [k] = Graph.Index(i) }).Apply(nested);
        double Largest(double outer, double a) => Math.Max(Math.Abs(a - 1 + outer), Math.Max(Math.Abs(a - 10 + outer), Math.Abs(a - 100 + outer)));
        Assert.Equal(Array.ConvertAll(Values, outer => Total(a => Largest(outer, a))), scratch.Evaluate(substituted, i));
    }

    [Fact]
    public void Axes_are_exchanged_at_once()
    {
        var expression = X(Graph.Index(i)) - 2 * X(Graph.Index(j));
        var exchanged = new Substitution(Graph, new() { [i] = Graph.Index(j), [j] = Graph.Index(i) }).Apply(expression);
        Assert.Equal(X(Graph.Index(j)) - 2 * X(Graph.Index(i)), exchanged);
    }

    [Fact]
    public void Gathers_of_gathers_are_substituted_to_the_bottom()
    {
        var twice = X(G(G(Graph.Index(i))));
        var thrice = new Substitution(Graph, new() { [i] = G(Graph.Index(j)) }).Apply(twice);
        Assert.Equal(X(G(G(G(Graph.Index(j))))), thrice);
        Assert.Equal(Values, scratch.Evaluate(thrice, j));
    }

    [Fact]
    public void A_read_is_replaced_with_its_own_indices_substituted()
    {
        var square = new Substitution(Graph, new() { [i] = Graph.Index(j) }, (array, indices) => array == x ? 2 * G(indices[0]) : null);
        Assert.Equal(2 * G(G(Graph.Index(j))) + G(Graph.Index(j)), square.Apply(X(G(Graph.Index(i))) + G(Graph.Index(i))));
    }

    private static double Total(Func<double, double> term)
    {
        var sum = 0.0;
        foreach (var value in Values)
        {
            sum += term(value);
        }

        return sum;
    }
}
