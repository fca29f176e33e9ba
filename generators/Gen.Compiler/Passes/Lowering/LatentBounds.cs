using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Bounds that data put on latents: where every y must lie below n, n is above the largest of them, and what is sampled is how far. A density with an edge
/// that data decide would else be met by steps that cross the edge and are lost. Where several latents meet the data together, the one that is sampled last is bounded.
/// </summary>
internal sealed class LatentBounds
{
    private readonly Program program;
    private readonly Graph graph;
    private readonly int[] sampled;
    private readonly Dictionary<int, (Bound? Lower, Bound? Upper)> bounds = [];

    private LatentBounds(Program program)
    {
        (this.program, graph) = (program, program.Graph);
        sampled = [.. Program.Flatten(program.Steps).OfType<SampleStep>().Select(sample => sample.Array).Distinct()];
    }

    /// <summary>The bounds of a model's latents that are single numbers.</summary>
    public static LatentBounds Of(Program program)
    {
        var found = new LatentBounds(program);
        found.Add(program.Steps, []);
        return found;
    }

    /// <summary>The part of a latent's range that is left.</summary>
    public VariateRange Within(VariateRange range, int latent) =>
        !bounds.TryGetValue(latent, out var own) || range.Support is Support.Real or Support.Circular ? range
            : range.Between(own.Lower?.Value, own.Upper?.Value) with
            {
                IsLowerOptional = own.Lower is { IsOptional: true } && range.Ends.Lower is null,
                IsUpperOptional = own.Upper is { IsOptional: true } && range.Ends.Upper is null,
            };

    private void Add(IEnumerable<Step> steps, IReadOnlyList<int> around)
    {
        foreach (var step in steps)
        {
            switch (step)
            {
                case LoopStep loop:
                    Add(loop.Body, [.. around, loop.Axis]);
                    break;
                case ObserveStep { Guard: < 0 } observe:
                    foreach (var condition in SupportConditions.OfObserved(program, observe))
                    {
                        Add(condition, [.. around, .. observe.Axes]);
                    }

                    break;
                case PotentialStep { Guard: < 0 } potential when SupportGathering.Condition(graph, graph.Wrap(potential.Value)) is { } condition:
                    Add(condition, [.. around, .. potential.Axes]);
                    break;
            }
        }
    }

    private void Add(Expr condition, IReadOnlyList<int> around)
    {
        condition = graph.Wrap(graph.Id(condition));
        if (condition.Is(Operation.And))
        {
            Add(condition.Argument(0), around);
            Add(condition.Argument(1), around);
        }
        else if ((condition.Is(Operation.Less) || condition.Is(Operation.LessOrEqual))
            && !condition.Argument(1).IsNumber(double.MaxValue) // That a number is finite bounds no latent.
            && LatentSum.Of(program, condition.Argument(1)) is { } right && LatentSum.Of(program, condition.Argument(0)) is { } left
            && right.Plus(left, -1) is var form && sampled.Where(form.Coefficients.ContainsKey).Prepend(-1).Last() is >= 0 and var latent)
        {
            // 0 ≤ coefficient · latent + others + known, for every position that the condition varies along.
            var coefficient = form.Coefficients[latent];
            var isLower = coefficient > 0;
            var bound = graph.Wrap(graph.Id(-1 / coefficient * form.Known));

            // It is asked once for every position along the axes around it, and where one of them is empty at none.
            var isOptional = false;
            foreach (var axis in around.Where(axis => !graph.Varies(bound.Id, axis) && MayBeEmpty(axis)).Reverse().ToArray())
            {
                isOptional = true;
                bound = graph.Wrap(graph.Id(Where(Less(0, graph.Length(axis)), bound, isLower ? double.NegativeInfinity : double.PositiveInfinity)));
            }

            foreach (var axis in Enumerable.Range(0, graph.Axes.Count).Where(axis => graph.Varies(bound.Id, axis)))
            {
                isOptional |= MayBeEmpty(axis);
                bound = graph.Wrap(graph.Id(graph.Reduce(isLower ? NodeKind.Maximum : NodeKind.Minimum, axis, bound)));
            }

            bound = form.Coefficients.Where(other => other.Key != latent).Aggregate(bound, (sum, other) => sum - other.Value / coefficient * graph.Read(other.Key));
            var (lower, upper) = bounds.TryGetValue(latent, out var before) ? before : (null, null);
            bounds[latent] = isLower ? (new(lower is { } least ? Max(least.Value, bound) : bound, isOptional && lower is not { IsOptional: false }), upper)
                : (lower, new(upper is { } most ? Min(most.Value, bound) : bound, isOptional && upper is not { IsOptional: false }));
        }
    }

    private bool MayBeEmpty(int axis) => !LinearForm.IsAtMost(graph, 1, graph.Length(axis));

    /// <summary>A bound, and whether there may be none for want of data: it is infinite then.</summary>
    private sealed record Bound(Expr Value, bool IsOptional);
}
