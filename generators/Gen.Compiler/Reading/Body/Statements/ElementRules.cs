using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;

namespace Gen.Compiler.Reading;

/// <summary>What must hold where an element is assigned: for the derivatives it has one value, which whatever reads it reads.</summary>
internal sealed class ElementRules(BodyReader body)
{
    private Graph Graph => body.Draft.Graph;

    /// <summary>An element that every pass of a loop assigns would be overwritten; each pass must have one of its own.</summary>
    public void RequireOwn(IOperation target, ArrayVariable variable, ImmutableArray<Expr> indices, string text)
    {
        foreach (var loop in body.Scope.Loops.Skip(variable.LoopDepth))
        {
            var varies = indices.Any(index => Graph.Varies(index.Id, loop.Axis)) || body.Scope.Guards.Any(guard => Graph.Varies(Graph.Id(guard), loop.Axis));
            if (!varies)
            {
                throw Refusal.Of(Rules.ElementAssignedAgain, target, text, loop.Variable.Name, body.Draft.Arrays[variable.Array].Name);
            }
        }
    }

    /// <summary>An element has one value: what a second assignment would put in its place would still count for the derivatives.</summary>
    public void RequireUnassigned(IOperation target, ArrayVariable variable, ImmutableArray<Expr> indices, string text)
    {
        var array = body.Draft.Arrays[variable.Array];
        foreach (var other in array.Assigned.Where(other => !IsExclusive(other, indices)))
        {
            switch (ElementRange.Meet(Graph, other.Indices, indices))
            {
                case true when (other.Guards.Length == 0 || body.Scope.Guards.Count == 0) && !other.Guards.Concat(body.Scope.Guards).Any(body.Scope.Ranges.Contains):
                    throw Refusal.Unsupported(
                        target, $"A second value for '{text}'", "Assign each element once; where a value depends on a condition, choose it with ?: or Where.");
                case true or null:
                    array.IsOrderedByData = true;
                    break;
            }
        }
    }

    /// <summary>
    /// The condition under which an assignment changes anything, if there is one: an element that is given the value of another of its array, as in a symmetric
    /// matrix (k[j, i] = k[i, j]), is given its own where both are the same.
    /// </summary>
    public IEnumerable<Expr> Change(int array, ImmutableArray<Expr> indices, Shaped assigned)
    {
        var read = assigned.Expr.Node;
        if (assigned.Rank > 0 || read.Kind != NodeKind.Read || read.Symbol != array || ElementRange.Meet(Graph, [.. read.Arguments.Select(Graph.Wrap)], indices) == false)
        {
            return [];
        }

        var same = read.Arguments.Zip(indices, (from, to) => Graph.Apply(Operation.Equal, Graph.Wrap(from), to)).Aggregate((a, b) => Graph.Apply(Operation.And, a, b));
        return same.IsConstant(out _) ? [] : [Graph.Apply(Operation.Not, same)];
    }

    /// <summary>Whether elements are given values where others that are the same are not: in the two branches of a condition, pass for pass.</summary>
    private bool IsExclusive(AssignedElements other, ImmutableArray<Expr> indices)
    {
        var opposite = other.Guards.FirstOrDefault(guard => body.Scope.Guards.Any(own => Not(guard) == Graph.Id(own) || Not(own) == Graph.Id(guard)));
        var own = indices.Aggregate(0UL, (mask, index) => ElementRange.Split(index).Base.Node is { Kind: NodeKind.Index } pass ? mask | 1UL << pass.Symbol : mask);
        return opposite.Graph is not null && other.Indices.SequenceEqual(indices) && body.Scope.Loops.All(loop => !Graph.Varies(Graph.Id(opposite), loop.Axis) || (own >> loop.Axis & 1) != 0);

        int Not(Expr guard) => Graph.Id(Graph.Apply(Operation.Not, guard));
    }

    /// <summary>Until it is assigned an element is 0, and whatever has read it keeps that: for the derivatives an element has one value.</summary>
    public void RequireUnread(IOperation target, int array, ImmutableArray<Expr> indices, string text, bool accumulate)
    {
        foreach (var (step, loops) in body.Scope.EarlierSteps())
        {
            var isConditional = !accumulate && body.Scope.Guards.Count > 0 && step is AssignStep { Guard: >= 0 } or ObserveStep { Guard: >= 0 } or PotentialStep { Guard: >= 0 };
            foreach (var place in Dependence.Places(Graph, step).Where(place => place.Array == array))
            {
                switch (IsBefore([.. place.Indices.Select(Graph.Wrap)], indices, loops, accumulate))
                {
                    case true or null when IsBehind(step, place.Indices, array, indices, loops) || IsBeside(step, place.Indices, array, indices):
                        break;
                    case true when !isConditional:
                        throw IsRead(target, text);
                    case true or null:
                        body.Draft.Arrays[array].IsOrderedByData = true;
                        break;
                }
            }
        }
    }

    /// <summary>Whether a statement reads elements before the one that is assigned only, as <c>Sum(h[..t])</c> does before <c>h[t]</c>: passes before have assigned them.</summary>
    private bool IsBehind(Step step, EquatableArray<int> read, int array, ImmutableArray<Expr> indices, IReadOnlyList<LoopFrame> loops) =>
        Enumerable.Range(0, read.Count).Any(d => ElementRange.Split(indices[d]).Base.Node is { Kind: NodeKind.Index } pass
            && loops.Any(frame => frame.Axis == pass.Symbol && !frame.IsReverse)
            && WhereRead(step, array, read, condition => IsBelow(Graph.Wrap(read[d]), indices[d], condition)));

    /// <summary>Whether elements of a diagonal are assigned, and a statement reads those beside it only, as one does that fills a triangle (<c>j &lt; i</c>).</summary>
    private bool IsBeside(Step step, EquatableArray<int> read, int array, ImmutableArray<Expr> indices) =>
        read.Count == 2 && LinearForm.Difference(Graph, indices[0], indices[1]) is var diagonal && diagonal.IsConstant(out _)
        && Graph.Wrap(read[1]) + diagonal is var own
        && WhereRead(step, array, read, condition => IsBelow(Graph.Wrap(read[0]), own, condition) || IsBelow(own, Graph.Wrap(read[0]), condition));

    /// <summary>Whether wherever a statement reads a place, one of the conditions around it says something.</summary>
    private bool WhereRead(Step step, int array, EquatableArray<int> read, System.Func<Expr, bool> says)
    {
        var guard = step switch { AssignStep s => s.Guard, ObserveStep s => s.Guard, PotentialStep s => s.Guard, _ => -1 };
        var paths = new EvaluationPaths(Graph, Dependence.Roots(step).Select(root => (root, root == guard ? EvaluationPath.Always : EvaluationPath.Always.If(guard))));
        var ways = paths.Of(Graph.Id(Graph.Read(array, read.Select(Graph.Wrap))));
        return ways.Count > 0 && ways.All(way => Conjunction.Holding(way.Conditions.Select(Graph.Wrap)).Any(says));
    }

    /// <summary>Whether one index is below another where a comparison holds.</summary>
    private bool IsBelow(Expr below, Expr above, Expr condition) => (condition.Is(Operation.Less) || condition.Is(Operation.LessOrEqual))
        && LinearForm.Difference(Graph, LinearForm.Difference(Graph, above, below), LinearForm.Difference(Graph, condition.Argument(1), condition.Argument(0))).IsConstant(out var more)
        && more + (condition.Is(Operation.Less) ? 1 : 0) >= 1;

    public static Refusal IsRead(IOperation target, string text) =>
        Refusal.Unsupported(target, $"'{text}', which has been read before it is assigned,", "Until then it is 0: assign first, or read an element that has been.");

    /// <summary>
    /// Whether a place that a statement has read is one that is assigned now, or null where data decide; what earlier passes of a loop around both have assigned
    /// is not.
    /// </summary>
    private bool? IsBefore(IReadOnlyList<Expr> read, ImmutableArray<Expr> indices, IReadOnlyList<LoopFrame> loops, bool accumulate)
    {
        for (var d = 0; d < read.Count; d++)
        {
            var ((start, shift), (other, otherShift)) = (ElementRange.Split(read[d]), ElementRange.Split(indices[d]));
            var loop = start.Node.Kind == NodeKind.Index ? loops.FirstOrDefault(frame => frame.Axis == start.Node.Symbol) : null;
            if (start.Equals(other) && shift != otherShift && (loop is not null || start.Node.Kind != NodeKind.Index))
            {
                return loop is not null && (loop.IsReverse ? shift < otherShift : shift > otherShift);
            }
        }

        var meet = ElementRange.Meet(Graph, read, indices);
        return accumulate ? meet != false : meet;
    }

    /// <summary>Variables are expressions; one that read the element just assigned no longer means what it meant.</summary>
    public void ForgetReads(int array, ImmutableArray<Expr> indices)
    {
        foreach (var entry in body.Scope.Variables.ToList())
        {
            if (entry.Value is Shaped shaped && body.Draft.ReadsOf(shaped.Expr, array).Any())
            {
                var root = Graph.Id(shaped.Expr);
                var paths = new EvaluationPaths(Graph, [(root, EvaluationPath.Always)]);
                var reads = Dependence.Reachable(Graph, [root]).Where(id => Graph[id].Kind == NodeKind.Read && Graph[id].Symbol == array);
                if (!reads.All(id => IsElsewhere(Graph[id]) || paths.Of(id).All(path => Conjunction.Holding(path.Conditions.Select(Graph.Wrap)).Any(condition => TellsApart(Graph[id], condition)))))
                {
                    body.Scope.Variables[entry.Key] = new StaleVariable(body.Draft.Arrays[array].Name);
                }
            }
        }

        bool IsElsewhere(Node read) => ElementRange.Meet(Graph, [.. read.Arguments.Select(Graph.Wrap)], indices) == false
            || indices.Where((index, i) => ElementRange.Split(Graph.Wrap(read.Arguments[i])) is var (start, shift) && ElementRange.Split(index) is var (other, otherShift)
                && start.Equals(other) && shift != otherShift
                || IsApart(LinearForm.Of(LinearForm.Difference(Graph, index, Graph.Wrap(read.Arguments[i]))))).Any();

        // What an inner loop reads at t - j - 1 lies before t, whatever j is.
        bool IsApart(LinearForm difference) =>
            (difference.Extreme(greatest: false, Whole) is { } least && least.IsConstant(out var from) && from >= 1)
            || (difference.Extreme(greatest: true, Whole) is { } most && most.IsConstant(out var to) && to <= -1);

        (Expr, Expr)? Whole(int axis) => (Graph.Wrap(Graph.Axes[axis].Lower), Graph.Wrap(Graph.Axes[axis].Upper) - 1);

        // A loop up to the element that is assigned (j < i) reads those before it.
        bool TellsApart(Node read, Expr condition) => indices.Where((index, i) => Graph.Wrap(read.Arguments[i]) is var from && (IsBelow(from, index, condition) || IsBelow(index, from, condition))).Any();
    }
}
