using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>
/// Requires that elements which a loop makes are made when its statements read them: an element has one value, also for what is summed up after the loop and for
/// the derivatives, where C# reads what it is so far. What the indices do not tell is refused for sums of an element, and otherwise left to the constructor, which
/// goes through the statements with the data.
/// </summary>
internal sealed class ElementOrder(BodyReader body, LoopFrame loop)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>Checks the statements of a loop that has been read, and the terms that they add up.</summary>
    public void Check(IOperation at, List<Step> steps)
    {
        var writes = steps.SelectMany((step, i) => Program.Flatten([step]).SelectMany(part => Write(part, i))).ToLookup(write => write.Array);
        if (writes.Count == 0)
        {
            return;
        }

        foreach (var (place, step) in steps.SelectMany((step, i) => Program.Flatten([step]).Where(part => part is not (LoopStep or RequireStep)).Select(part => (i, part))))
        {
            Check(at, writes, place, Dependence.Places(Graph, step));
            if (step is AssignStep { Accumulate: true } sum)
            {
                // What is added is added to the value that the element has been given.
                Check(at, writes.SelectMany(write => write).Where(write => !write.Accumulate).ToLookup(write => write.Array), place, [(sum.Array, sum.Indices)]);
            }
        }

        // What is added up is read here, and summed up after the loop.
        foreach (var term in Enumerable.Reverse(loop.Terms))
        {
            if (Check(at, writes, term.Place - 0.5, Dependence.Places(Graph, [Graph.Id(term.Term.Expr)])))
            {
                Step evaluated = new RequireStep(Requirement.Evaluated, [Graph.Id(term.Term.Expr)], -1, "", term.Site);
                steps.Insert(term.Place, term.Term.Axes.Reverse().Aggregate(evaluated, (inner, axis) => new LoopStep(axis, false, [inner], term.Site)));
            }
        }
    }

    private sealed record Writing(int Place, int Array, EquatableArray<int> Indices, bool Accumulate, int Site);

    private IEnumerable<Writing> Write(Step step, int place) => step switch
    {
        AssignStep assign when assign.Accumulate || body.Draft.Arrays[assign.Array].Assigned.Count > 0 => [new(place, assign.Array, assign.Indices, assign.Accumulate, assign.Site)],
        SampleStep sample when body.Draft.Arrays[sample.Array].AssignedWithin.Contains(loop) => [new(place, sample.Array, sample.Indices, false, sample.Site)],
        _ => [],
    };

    /// <summary>Whether data decide the order of some of what expressions at a place read.</summary>
    private bool Check(IOperation at, ILookup<int, Writing> writes, double place, IEnumerable<(int Array, EquatableArray<int> Indices)> reads)
    {
        var isOpen = false;
        foreach (var (read, indices) in reads)
        {
            var array = body.Draft.Arrays[read];
            foreach (var write in writes[read])
            {
                switch (IsBefore(write, indices, write.Place <= place))
                {
                    case false when write.Accumulate:
                        throw Refusal.Unsupported(
                            at, $"'{array.Name}', to which this loop adds while it reads what is there so far,",
                            $"Add to it in a loop of its own, or let it have one name, be sampled nowhere, and change by single elements: {array.Name}[i] += ….");
                    case false:
                        throw Refusal.Of(
                            Rules.UnsupportedConstruct, body.Draft.Places[write.Site], $"'{array.Name}', which has been read before it is assigned,",
                            "Until then it is 0: assign first, or read an element that has been.");
                    case null:
                        isOpen = array.IsOrderedByData = true;
                        break;
                }
            }
        }

        return isOpen;
    }

    /// <summary>Whether a statement has given an element all that it will by the time that it is read; null where data decide.</summary>
    private bool? IsBefore(Writing write, EquatableArray<int> read, bool isEarlier)
    {
        if (ElementRange.Meet(Graph, [.. read.Select(Graph.Wrap)], [.. write.Indices.Select(Graph.Wrap)]) == false)
        {
            return true;
        }

        for (var d = 0; d < read.Count; d++)
        {
            var ((start, shift), (other, otherShift)) = (Place(read[d]), Place(write.Indices[d]));
            if (start.Equals(other) && Slope(start) is not 0 and var slope)
            {
                // One element of each pass along a straight line: the other was this many passes later.
                var passes = (shift - otherShift) / slope;
                return passes == 0 ? isEarlier : passes % 1 != 0 || (loop.IsReverse ? passes > 0 : passes < 0);
            }

            // Rows that the loops around this one tell apart.
            if (start.Equals(other) && shift != otherShift && !Graph.Varies(Graph.Id(start), loop.Axis) && IsFixed(Graph.Id(start)))
            {
                return true;
            }
        }

        return write.Accumulate ? false : null;
    }

    /// <summary>By how much an index grows with each position of the loop, or 0 where it does not or is no straight line that the pass alone tells.</summary>
    private double Slope(Expr index)
    {
        var terms = LinearForm.Of(index).Terms;
        return terms.All(term => IsPass(term.Key) || !Graph.Varies(term.Key, loop.Axis) && IsFixed(term.Key)) ? terms.Where(term => IsPass(term.Key)).Sum(term => term.Value) : 0;
    }

    private bool IsPass(int part) => Graph[part].Kind == NodeKind.Index && Graph[part].Symbol == loop.Axis;

    /// <summary>Whether a part of an index is the same in all of a pass.</summary>
    private bool IsFixed(int part) => body.Scope.Loops.Aggregate(Graph.FreeAxes(part), (mask, frame) => mask & ~(1UL << frame.Axis)) == 0;

    private (Expr Start, double Shift) Place(int index)
    {
        var (start, shift) = ElementRange.Split(Graph.Wrap(index));
        return (Graph.Wrap(Graph.Id(start)), shift);
    }
}
