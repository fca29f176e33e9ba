using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Gen.Compiler.Reading;

/// <summary>Reads for loops, and what their passes hand on or add up.</summary>
internal sealed class LoopReader(BodyReader body)
{
    /// <summary>Loops have copies of axes from here on while they are read, apart from those of vector expressions inside them.</summary>
    public const int FirstCopy = 100;

    private Graph Graph => body.Draft.Graph;

    /// <summary>How many passes each loop around the statement has made: the first indices of an array that is declared here.</summary>
    public ImmutableArray<Expr> Ordinals() => [.. body.Scope.Loops.Select(loop => loop.Ordinal)];

    /// <summary>The numbers of passes of the loops around the statement.</summary>
    public IEnumerable<Expr> Lengths() => body.Scope.Loops.Select(loop => Graph.Length(loop.Axis));

    public void Read(IForLoopOperation loop)
    {
        var site = body.Draft.Site;
        body.Cursors.Prepare(loop);
        var header = LoopHeader.Read(body, loop);
        HashSet<ISymbol> states = new(body.States.Of(loop, header), SymbolEqualityComparer.Default);
        foreach (var state in states)
        {
            body.Scope.Variables[state] = body.Expressions.Numbers(loop, body.Scope.Variables[state]);
        }

        if (header.BeginsApart(loop))
        {
            // A pass that is told apart (t == 0 ? … : x[t - 1]) stands before the loop, so that the others are alike and read only what is there.
            body.Requirements.Least(loop.Condition ?? loop, header.Upper, 1, $"A loop that tells its first pass apart (by {header.Variable.Name} and 0)");
            body.Scope.Variables[header.Variable] = Shaped.Scalar(header.Lower);
            body.Statements.Read(loop.Body);
            header = header with { Lower = header.Lower + 1 };
        }

        var (axis, index, guard) = Range(loop, header);
        var length = Graph.Length(axis);
        var (first, position) = (Graph.Wrap(Graph.Axes[axis].Lower), Graph.Index(axis));
        var ordinal = header.IsReverse ? Graph.Wrap(Graph.Axes[axis].Upper) - 1 - position : position - first;
        var frame = new LoopFrame(axis, index, ordinal, header.Variable) { Guards = body.Scope.Guards.Count, IsReverse = header.IsReverse, IsRagged = guard is not null };
        var scan = new LoopVariables(loop.Body, header.Variable);
        var guardless = guard is null;

        scan.Carried.AddRange(states.Where(state => !scan.Carried.Contains(state, SymbolEqualityComparer.Default)));
        foreach (var symbol in scan.Totals.Concat(scan.Carried).Where(symbol => !body.Cursors.Skips(symbol)))
        {
            if (!body.Scope.Variables.TryGetValue(symbol, out var value) || value is not (Shaped or ArrayVariable))
            {
                continue;
            }

            if (body.Cursors.Of(loop, symbol) is { } cursor)
            {
                frame.Prepared.Add(symbol, new(cursor, Ordinals(), false));
                continue;
            }

            if (value is ArrayVariable shared && scan.Carried.Contains(symbol))
            {
                body.Draft.Arrays[shared.Array].SharedAs = symbol.Name;
            }

            var initial = body.Expressions.Numbers(loop, value);
            body.Scope.Variables[symbol] = initial;
            if (scan.Totals.Contains(symbol))
            {
                frame.Totals.Add(symbol, Shaped.Scalar(Graph.Constant(0)));
            }
            else
            {
                frame.Carried.Add(symbol, Carry(loop, symbol, initial, length, guardless && !states.Contains(symbol) && scan.WritesAtOnce(symbol)));
            }
        }

        body.Scope.Loops.Add(frame);
        body.Scope.Variables[header.Variable] = Shaped.Scalar(index);
        foreach (var carried in frame.Carried)
        {
            body.Scope.Variables[carried.Key] = At(carried.Value, ordinal, (Shaped)body.Scope.Variables[carried.Key]);
        }

        foreach (var cursor in frame.Prepared)
        {
            body.Scope.Variables[cursor.Key] = At(cursor.Value, ordinal, Shaped.Scalar(0));
        }

        if (guard is { } inside)
        {
            body.Scope.Guards.Add(inside);
        }

        body.Scope.BeginBlock();
        body.Statements.Read(loop.Body);
        foreach (var carried in frame.Carried.Where(carried => !carried.Value.WritesAtOnce))
        {
            if (body.Scope.Variables[carried.Key] is Shaped value)
            {
                Write(loop, frame, carried.Value, guard is { } g ? body.Branches.Choose(loop, g, value, At(carried.Value, ordinal, value)) : value);
            }
        }

        new ElementOrder(body, frame).Check(loop, body.Scope.Steps);
        var steps = body.Scope.EndBlock();
        body.Scope.Guards.RemoveRange(frame.Guards, body.Scope.Guards.Count - frame.Guards);
        body.Scope.Loops.Remove(frame);
        if (steps.Count > 0)
        {
            body.Scope.Steps.Add(new LoopStep(axis, header.IsReverse, steps.ToEquatableArray(), site));
        }

        Finish(loop, frame, length);
        foreach (var symbol in scan.Totals.Concat(scan.Carried).Where(symbol => !frame.Totals.ContainsKey(symbol) && !frame.Carried.ContainsKey(symbol) && !frame.Prepared.ContainsKey(symbol) && !body.Cursors.Skips(symbol)))
        {
            // A variable without numbers before the loop has none after it: a pass's own value means nothing outside.
            body.Scope.Variables[symbol] = Unreadable.Instance;
        }
    }

    /// <summary>Hands a variable's value on to the next pass; it is read from there from now on.</summary>
    public Shaped Write(IOperation at, LoopFrame loop, CarriedVariable carried, Shaped value)
    {
        var whole = body.Alignment.Whole(carried.Array, [.. carried.Prefix, loop.Ordinal + 1]);
        var assigned = new Shaped(whole.Axes, body.Alignment.Onto(at, whole.Axes, value));
        body.Assignments.AddAssignment(carried.Array, [.. carried.Prefix, loop.Ordinal + 1], assigned, accumulate: false, guarded: false);
        return whole;
    }

    private CarriedVariable Carry(IForLoopOperation loop, ISymbol symbol, Shaped initial, Expr length, bool writesAtOnce)
    {
        var prefix = Ordinals();
        var array = body.Draft.AddArray(symbol.Name, ArrayRole.Local, [.. Lengths(), length + 1, .. initial.Axes.Select(Graph.Length)]);
        body.Assignments.AddAssignment(array, [.. prefix, Graph.Constant(0)], initial, accumulate: false, guarded: false);
        body.Cursors.Carry(loop, symbol, array);
        return new(array, prefix, writesAtOnce);
    }

    private Shaped At(CarriedVariable carried, Expr position, Shaped like) =>
        like.Rank == 0
            ? Shaped.Scalar(Graph.Read(carried.Array, [.. carried.Prefix, position]))
            : body.Alignment.Whole(carried.Array, [.. carried.Prefix, position]);

    /// <summary>After the loop: variables that were handed on have their last value, totals the sum over the passes.</summary>
    private void Finish(IForLoopOperation loop, LoopFrame frame, Expr length)
    {
        foreach (var carried in frame.Carried)
        {
            if (body.Scope.Variables[carried.Key] is Shaped value)
            {
                body.Assignments.SetVariable(carried.Key, loop, At(carried.Value, length, value));
            }
        }

        foreach (var cursor in frame.Prepared)
        {
            body.Assignments.SetVariable(cursor.Key, loop, At(cursor.Value, length, Shaped.Scalar(0)));
        }

        foreach (var total in frame.Totals)
        {
            var sum = new Shaped(total.Value.Axes, Graph.Sum(frame.Axis, Graph.Wrap(Graph.Id(total.Value.Expr))));
            var outer = body.Scope.Loops.LastOrDefault();
            if (outer is not null && outer.Totals.TryGetValue(total.Key, out var sofar))
            {
                if (body.Scope.Guard(outer.Guards) is { } guard)
                {
                    sum = body.Branches.Choose(loop, guard, sum, Shaped.Scalar(Graph.Constant(0)));
                }

                outer.Terms.Add((body.Scope.Steps.Count, sum, body.Draft.Site));
                outer.Totals[total.Key] = body.Expressions.Apply(loop, Operation.Add, sofar, sum);
            }
            else
            {
                if (body.Scope.Variables[total.Key] is not Shaped before)
                {
                    continue;
                }

                var type = (total.Key as ILocalSymbol)?.Type;
                body.Assignments.SetVariable(total.Key, loop, body.Integers.InRange(loop, type, body.Expressions.Apply(loop, Operation.Add, before, sum), total.Key.Name));
            }
        }
    }

    /// <summary>
    /// The loop's axis and the value of its variable along it. Bounds that vary with an outer loop are widened to their extremes, and a guard keeps to them; a loop
    /// that begins below 0 has an axis from 0, since what varies along an axis is stored by position.
    /// </summary>
    private (int Axis, Expr Index, Expr? Guard) Range(IForLoopOperation loop, LoopHeader header)
    {
        var copy = FirstCopy + body.Scope.Loops.Count;
        var (lower, upper) = (Graph.Wrap(Graph.Id(header.Lower)), Graph.Wrap(Graph.Id(header.Upper)));
        foreach (var bound in new[] { lower, upper })
        {
            if (body.Draft.DependsOn(bound) is { } latent)
            {
                throw Refusal.Of(Rules.BoundsOnLatents, loop.Condition ?? loop, $"'{latent}'");
            }
        }

        (lower, upper) = (body.Preparations.Length(lower), body.Preparations.Length(upper));
        var (least, greatest) = (body.Preparations.Length(Extreme(lower, NodeKind.Minimum)), body.Preparations.Length(Extreme(upper, NodeKind.Maximum)));
        if (body.Preparations.IsTooLate(least) || body.Preparations.IsTooLate(greatest))
        {
            throw Refusal.Unsupported(
                loop.Condition ?? loop, $"'{SourceText.OneLine((loop.Condition ?? loop).Syntax)}', whose ends no data tell before the statements around it are carried out,",
                "How often a loop runs is known beforehand: take its ends from data of the model, the variable of a loop around it, or sums of them.");
        }

        var shift = least.IsConstant(out var constant) && constant < 0 ? least : Graph.Constant(0);
        body.Requirements.FirstPass(loop.Condition ?? loop, least - shift, greatest - shift);
        var axis = Graph.Axis(Graph.Id(least - shift), Graph.Id(least.Equals(shift) ? NonNegative(greatest - shift) : greatest - shift), copy);
        var index = Graph.Wrap(Graph.Id(Graph.Index(axis) + shift));
        Expr? guard = null;
        if (!least.Equals(lower))
        {
            guard = Graph.Apply(Operation.LessOrEqual, lower, index);
        }

        if (!greatest.Equals(upper))
        {
            var below = Graph.Apply(Operation.Less, index, upper);
            guard = guard is { } above ? Graph.Apply(Operation.And, above, below) : below;
        }

        return (axis, index, guard);
    }

    /// <summary>The greatest that a length is over the passes of the loops around, or the length itself where it is the same in all of them.</summary>
    public Expr Widest(Expr length) => Graph.FreeAxes(Graph.Id(length)) == 0 ? length : NonNegative(body.Preparations.Length(Extreme(Graph.Wrap(Graph.Id(length)), NodeKind.Maximum)));

    private Expr NonNegative(Expr length) => LinearForm.IsAtMost(Graph, 0, length) ? length : Graph.Wrap(Graph.Id(Graph.Apply(Operation.Max, length, 0)));

    /// <summary>The least or greatest of a bound over the passes of the loops around that are made.</summary>
    private Expr Extreme(Expr bound, NodeKind kind)
    {
        foreach (var loop in Enumerable.Reverse(body.Scope.Loops))
        {
            if (!Graph.Varies(bound.Id, loop.Axis))
            {
                continue;
            }

            var (lower, upper) = (Graph.Wrap(Graph.Axes[loop.Axis].Lower), Graph.Wrap(Graph.Axes[loop.Axis].Upper));
            var shifted = LinearForm.Of(bound).Extreme(kind == NodeKind.Maximum, axis => axis == loop.Axis ? (lower, upper - 1) : null);
            bound = shifted ?? Reduced(kind, loop.Axis, bound);
            bound = Graph.Wrap(Graph.Id(bound));
        }

        return bound;
    }

    private Expr Reduced(NodeKind kind, int axis, Expr bound)
    {
        var made = body.Scope.Guards.Where(guard => Graph.Varies(Graph.Id(guard), axis)).ToArray();
        return Graph.Reduce(kind, axis, made.Length == 0 ? bound : Graph.Apply(
            Operation.Where, made.Aggregate((a, b) => Graph.Apply(Operation.And, a, b)), bound, kind == NodeKind.Maximum ? double.NegativeInfinity : double.PositiveInfinity));
    }
}
