using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>
/// Requires that elements which a loop makes are made when its statements read them: an element has one value, also for what is summed up after the loop and for
/// the derivatives, where C# reads what it is so far. What the indices do not tell is refused for sums of an element, and otherwise required of the data.
/// </summary>
internal sealed class ElementOrder(BodyReader body, LoopFrame loop)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>What is evaluated in a pass: its place among the loop's steps, the nodes, the condition, the statement, and the axes of loops inside this one.</summary>
    private sealed record Evaluation(double Place, IReadOnlyList<int> Nodes, int Guard, int Site, IReadOnlyList<int> Axes);

    /// <summary>Checks the statements of a loop that has been read, and the terms that they add up.</summary>
    public void Check(IOperation at, List<Step> steps)
    {
        var writes = steps.SelectMany((step, i) => Program.Flatten([step]).OfType<AssignStep>().Select(assign => (Place: i, Assign: assign)))
            .Where(write => write.Assign.Accumulate || body.Draft.Arrays[write.Assign.Array].Assigned.Count > 0).ToLookup(write => write.Assign.Array);
        if (writes.Count == 0)
        {
            return;
        }

        var evaluations = steps.SelectMany((step, i) => Evaluations(step, i, [])).Concat(loop.Terms.Select(term => new Evaluation(term.Place - 0.5, [Graph.Id(term.Term.Expr)], -1, term.Site, term.Term.Axes)));
        List<Step> required = [];
        foreach (var evaluation in evaluations.ToList())
        {
            foreach (var id in Dependence.Reachable(Graph, evaluation.Nodes).Where(id => Graph[id].Kind == NodeKind.Read))
            {
                foreach (var (place, assign) in writes[Graph[id].Symbol])
                {
                    switch (IsBefore(assign, Graph[id], place <= evaluation.Place))
                    {
                        case false when assign.Accumulate:
                            var name = body.Draft.Arrays[assign.Array].Name;
                            throw Refusal.Unsupported(
                                at, $"'{name}', to which this loop adds while it reads what is there so far,",
                                $"Add to it in a loop of its own, or let it have one name, be sampled nowhere, and change by single elements: {name}[i] += ….");
                        case false:
                            throw Refusal.Of(
                                Rules.UnsupportedConstruct, body.Draft.Places[assign.Site], $"'{body.Draft.Arrays[assign.Array].Name}', which has been read before it is assigned,",
                                "Until then it is 0: assign first, or read an element that has been.");
                        case null:
                            required.AddRange(Required(evaluation, assign, id, place < evaluation.Place));
                            break;
                    }
                }
            }
        }

        steps.AddRange(required.Distinct());
    }

    private static IEnumerable<Evaluation> Evaluations(Step step, int place, IReadOnlyList<int> axes) => step switch
    {
        LoopStep inner => inner.Body.SelectMany(part => Evaluations(part, place, [.. axes, inner.Axis])),
        RequireStep => [],
        _ => [new(place, [.. Dependence.Roots(step).Where(node => node >= 0)], Guard(step), step.Site, [.. axes, .. StepParts.Axes(step), .. StepParts.BoundAxes(step)])],
    };

    private static int Guard(Step step) => step switch { AssignStep s => s.Guard, ObserveStep s => s.Guard, PotentialStep s => s.Guard, _ => -1 };

    /// <summary>Whether a statement has given an element all that it will by the time that it is read; null where data decide.</summary>
    private bool? IsBefore(AssignStep write, Node read, bool isEarlier)
    {
        for (var d = 0; d < read.Arguments.Count; d++)
        {
            var ((start, shift), (other, otherShift)) = (Place(read.Arguments[d]), Place(write.Indices[d]));
            if (IsPass(start) && start.Equals(other))
            {
                return shift == otherShift ? isEarlier : loop.IsReverse ? shift > otherShift : shift < otherShift;
            }

            // Rows that the loops around this one tell apart.
            if (start.Equals(other) && shift != otherShift && !Graph.Varies(Graph.Id(start), loop.Axis) && IsFixed(Graph.Id(start)))
            {
                return true;
            }

            // One element of each pass, by whatever straight line.
            if (start.Equals(other) && shift == otherShift && IsOwn(start))
            {
                return isEarlier;
            }
        }

        EquatableArray<Expr> indices = [.. write.Indices.Select(Graph.Wrap)];
        return ElementRange.AreApart(Graph, [.. read.Arguments.Select(Graph.Wrap)], [.. indices]) ? true : write.Accumulate ? false : null;
    }

    /// <summary>
    /// What is required where a pass assigns the element of its own number and reads one that data choose: that is assigned by then, or not at all. Where data choose
    /// both, that they are in order is left to the modeller.
    /// </summary>
    private IEnumerable<Step> Required(Evaluation evaluation, AssignStep write, int read, bool isAfter)
    {
        var own = write.Indices.ToList().FindIndex(index => IsPass(Place(index).Start));
        if (own < 0 || body.Draft.DependsOn(Graph.Wrap(Graph[read].Arguments[own])) is not null)
        {
            yield break;
        }

        var (index, shift) = (Graph.Wrap(Graph[read].Arguments[own]), Place(write.Indices[own]).Shift);
        var pass = Graph.Index(loop.Axis) + shift;
        var (lower, upper) = (Graph.Wrap(Graph.Axes[loop.Axis].Lower) + shift, Graph.Wrap(Graph.Axes[loop.Axis].Upper) + shift);
        var after = isAfter ? 1 : 0;
        int[] values = [.. (loop.IsReverse ? new[] { -index, after - pass, 1 - lower } : [index, pass + after, upper]).Select(Graph.Id)];
        var text = body.Draft.Arrays[write.Array].Name;
        var paths = new EvaluationPaths(Graph, evaluation.Nodes.Select(node => (node, EvaluationPath.Always.If(evaluation.Guard))));
        foreach (var path in paths.Of(read).Where(path => path.Conditions.All(condition => body.Draft.DependsOn(Graph.Wrap(condition)) is null)).DefaultIfEmpty(EvaluationPath.Always))
        {
            var guard = path.Conditions.Count == 0 ? -1 : Graph.Id(path.Conditions.Select(Graph.Wrap).Aggregate((a, b) => Graph.Apply(Operation.And, a, b)));
            Step require = new RequireStep(Requirement.Assigned, values.ToEquatableArray(), guard, text, evaluation.Site);
            var varying = values.Append(guard).Where(node => node >= 0).Aggregate(0UL, (mask, node) => mask | Graph.FreeAxes(node));
            yield return evaluation.Axes.Concat(path.Axes).Distinct().Where(axis => (varying >> axis & 1) != 0).Reverse()
                .Aggregate(require, (inner, axis) => new LoopStep(axis, false, [inner], evaluation.Site));
        }
    }

    private bool IsPass(Expr start) => start.Node.Kind == NodeKind.Index && start.Node.Symbol == loop.Axis;

    private bool IsOwn(Expr index)
    {
        var terms = LinearForm.Of(index).Terms;
        return terms.Any(term => IsPass(Graph.Wrap(term.Key)) && term.Value != 0)
            && terms.All(term => IsPass(Graph.Wrap(term.Key)) || !Graph.Varies(term.Key, loop.Axis) && IsFixed(term.Key));
    }

    /// <summary>Whether a part of an index is the same in all of a pass.</summary>
    private bool IsFixed(int part) => body.Scope.Loops.Aggregate(Graph.FreeAxes(part), (mask, frame) => mask & ~(1UL << frame.Axis)) == 0;

    private (Expr Start, double Shift) Place(int index)
    {
        var (start, shift) = ElementRange.Split(Graph.Wrap(index));
        return (Graph.Wrap(Graph.Id(start)), shift);
    }
}
