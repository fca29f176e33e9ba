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

        var (axis, index, guard) = body.Ranges.Of(loop, header);
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
            body.Scope.Ranges.Add(inside);
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
        body.Elements.Add(carried.Array, [.. carried.Prefix, loop.Ordinal + 1], assigned);
        return whole;
    }

    private CarriedVariable Carry(IForLoopOperation loop, ISymbol symbol, Shaped initial, Expr length, bool writesAtOnce)
    {
        var prefix = Ordinals();
        var array = body.Draft.AddArray(symbol.Name, ArrayRole.Local, [.. Lengths(), length + 1, .. initial.Axes.Select(Graph.Length)]);
        body.Elements.Add(array, [.. prefix, Graph.Constant(0)], initial);
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
}
