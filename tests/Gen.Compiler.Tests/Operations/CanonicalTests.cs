using System;
using System.Collections.Generic;
using Gen.Compiler.Ir;
using Gen.Compiler.Tests.Harness;
using Xunit;

namespace Gen.Compiler.Tests.Operations;

public sealed class CanonicalTests
{
    // Of the condition: what an evaluation with some hundred roundings may differ by.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Canonical_form_changes_no_value()
    {
        var compared = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var writer = new TermWriter(seed);
            var term = writer.Write(1 + seed % 6, 0, 1, 2);
            var scratch = writer.Arrays.Declare();
            compared += Compare(seed, term, writer.Arrays, scratch.Evaluate(term.In(scratch.Graph), 0, 1, 2));
        }

        // Terms outside a function's domain have no value to compare; most must have one.
        Assert.InRange(compared, 60_000, int.MaxValue);
    }

    [Fact]
    public void Substitution_of_an_axis_is_evaluation_at_another_position()
    {
        var compared = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var writer = new TermWriter(seed);
            var term = writer.Write(1 + seed % 6, 0, 1, 2);
            // Axis 1 becomes something that varies along axes 0 and 2, which reductions inside may bind.
            var index = writer.Index(3, seed % 3 == 0 ? [0] : [0, 2]);
            var scratch = writer.Arrays.Declare();
            var graph = scratch.Graph;
            var substituted = new Substitution(graph, new() { [1] = index.In(graph) }).Apply(term.In(graph));
            Assert.False(graph.Varies(graph.Id(substituted), 1));
            compared += Compare(seed, new ShiftedTerm(term, 1, index), writer.Arrays, scratch.Evaluate(substituted, 0, 1, 2));
        }

        Assert.InRange(compared, 60_000, int.MaxValue);
    }

    /// <summary>The number of positions at which the term has a value, all of which the graph's values must equal.</summary>
    private static int Compare(int seed, Term term, TermArrays arrays, double[] actual)
    {
        var compared = 0;
        for (var (i, at) = (0, 0); i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                for (var k = 0; k < 4; k++, at++)
                {
                    var (value, condition) = term.Evaluate(arrays, new Dictionary<int, int> { [0] = i, [1] = j, [2] = k });
                    if (!double.IsFinite(value) || !(condition < 1e8))
                    {
                        continue;
                    }

                    compared++;
                    Assert.True(Math.Abs(value - actual[at]) <= Tolerance * Math.Max(condition, 1e-300), $"seed {seed} at [{i}, {j}, {k}]: {value:R} became {actual[at]:R}\n{term}");
                }
            }
        }

        return compared;
    }

    /// <summary>A term at another position of one axis.</summary>
    private sealed record ShiftedTerm(Term Body, int Axis, Term Index) : Term
    {
        public override Measured Evaluate(TermArrays arrays, IReadOnlyDictionary<int, int> positions) =>
            Body.Evaluate(arrays, new Dictionary<int, int>(positions) { [Axis] = (int)Index.Evaluate(arrays, positions).Value });

        public override Expr In(Graph graph) => throw new NotSupportedException();
    }
}
