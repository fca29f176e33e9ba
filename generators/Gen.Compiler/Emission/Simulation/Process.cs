using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// A loop that observes elements of data and whose likelihood depends on other elements of the same, as <c>y[t]</c> does on <c>y[t - 1]</c>, or on the sum of
/// those before: it is simulated in sequence. In it, an element of these data is as it has been drawn before, and as it was given where it has not, and so is
/// what a range reads that moves with the loop (<c>y[..t]</c>, <c>y[k, t - 1]</c> for every k); a range that does not, and takes in what the loop draws (the
/// mean of all data, say), is of the data that were given, as everything outside the loop is but for what the loop goes on with: the statements that compute
/// other elements of its quantities, the first say, and what these are computed of.
/// </summary>
internal sealed class Process
{
    private readonly Graph graph;
    private readonly LoopStep loop;
    private readonly Step[] steps;
    private readonly ulong loops;
    private readonly HashSet<int> sites;
    private readonly HashSet<Step> around;
    private readonly ILookup<int, ObserveStep> likelihoods;
    private readonly CutReads reads;

    // By the steps, the observed arrays of which they read elements in sequence that differ from pass to pass, and whether those are others than are observed there.
    private readonly HashSet<(int Array, bool IsOther)>[] moving;

    private Process(Program program, IReadOnlyList<Step> statements, LoopStep loop)
    {
        graph = program.Graph;
        this.loop = loop;
        steps = [.. Program.Flatten([loop]).Where(step => step is not LoopStep)];
        loops = Program.Flatten([loop]).OfType<LoopStep>().Aggregate(0UL, (mask, inner) => mask | 1UL << inner.Axis);
        around = Around(statements);
        sites = [.. steps.Select(step => step.Site).Where(site => site >= 0 && site != loop.Site)];
        likelihoods = steps.OfType<ObserveStep>().ToLookup(step => step.Array);
        reads = new(graph, loops);
        moving = Array.ConvertAll(steps, Moving);
        Arrays = [];
    }

    /// <summary>The data that the loop simulates in sequence.</summary>
    public HashSet<int> Arrays { get; private set; }

    /// <summary>The process that a loop is for some of the observed arrays; null where it is none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="loop">The loop, one of them.</param>
    /// <param name="observed">The observed arrays.</param>
    public static Process? Of(Program program, IReadOnlyList<Step> statements, LoopStep loop, IEnumerable<int> observed)
    {
        var process = new Process(program, statements, loop);
        var candidates = observed.Where(array => process.likelihoods[array].Any(step => step.Indices.Any(process.Moves))).ToArray();
        var causes = candidates.ToDictionary(array => array, array => process.Causes(array, candidates));
        process.Arrays = [.. candidates.Where(array => Reaches(array, array, causes) || candidates.Any(other => causes[other].Contains(array) && process.IsReadLater(array)))];
        return process.Arrays.Count == 0 ? null : process;
    }

    /// <summary>
    /// Whether a statement is the loop, one of its first pass where that is told apart and stands before it, or one outside that computes elements of what the loop
    /// computes.
    /// </summary>
    public bool Holds(Step step) => step.Equals(loop) || (step is not LoopStep && (sites.Contains(step.Site) || around.Contains(step)));

    /// <summary>The statement with its reads of the process's data directed to other arrays: those that are drawn, say.</summary>
    public Step Directed(Step step, IReadOnlyDictionary<int, int> arrays)
    {
        if (step is LoopStep own)
        {
            return own with { Body = own.Body.Select(inner => Directed(inner, arrays)).ToEquatableArray() };
        }

        var directed = reads.Directed(step, (read, cut) => Arrays.Contains(read.Symbol) && IsInSequence(read, cut) ? arrays[read.Symbol] : read.Symbol);
        return directed is not CallStep call
            ? directed
            : call with { Inputs = call.Inputs.Select(operand => Arrays.Contains(operand.Array) && IsInSequence(operand) ? operand with { Array = arrays[operand.Array] } : operand).ToEquatableArray() };
    }

    /// <summary>The data of the process that a statement reads in sequence.</summary>
    public IEnumerable<int> InSequence(Step step) =>
        reads.Of(step).Where(entry => Arrays.Contains(entry.Read.Symbol) && IsInSequence(entry.Read, entry.Cut)).Select(entry => entry.Read.Symbol)
            .Concat(step is CallStep call ? call.Inputs.Where(IsInSequence).Select(operand => operand.Array).Where(Arrays.Contains) : []).Distinct();

    /// <summary>
    /// The data of the process that decide how far a range or an inner loop goes, as y does in <c>j &lt; y[t - 1]</c>, with the statements: there is room for what was
    /// given, and what is drawn may be more.
    /// </summary>
    public IEnumerable<(int Array, int Site)> Ends(Model model)
    {
        foreach (var step in steps)
        {
            var parts = Dependence.Reachable(graph, Dependence.Roots(step));
            foreach (var condition in parts.Where(id => graph[id] is { Kind: NodeKind.Apply, Operation: Operation.Less or Operation.LessOrEqual }))
            {
                var read = Dependence.Reachable(graph, [condition]).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read && Arrays.Contains(node.Symbol) && node.Arguments.Any(Moves)).Select(node => node.Symbol);
                foreach (var array in read.Where(array => Enumerable.Range(0, graph.Axes.Count).Any(axis => graph.Varies(condition, axis) && IsOf(model, graph.Axes[axis], array))).Distinct())
                {
                    yield return (array, step.Site);
                }
            }
        }
    }

    /// <summary>Whether an axis is as long as the greatest of data.</summary>
    private bool IsOf(Model model, Axis axis, int array) =>
        Likelihoods.Sources(model, Dependence.Reachable(graph, [axis.Lower, axis.Upper]).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol)).Any(parameter => parameter.Array == array);

    /// <summary>The statements outside the loop that compute elements of what it computes, and those that compute what these read.</summary>
    private HashSet<Step> Around(IEnumerable<Step> statements)
    {
        Step[] outside = [.. statements.Where(step => !step.Equals(loop)).SelectMany(step => Program.Flatten([step])).Where(step => step is AssignStep or CallStep)];
        var (found, computed) = (new HashSet<Step>(), new HashSet<int>(steps.Where(step => step is AssignStep or CallStep).SelectMany(Dependence.Writes)));
        int before;
        do
        {
            before = found.Count;
            foreach (var step in outside.Where(step => Dependence.Writes(step).Any(computed.Contains) && found.Add(step)).ToArray())
            {
                computed.UnionWith(Dependence.Reads(graph, step));
            }
        }
        while (found.Count > before);
        return found;
    }

    private static bool Reaches(int from, int to, IReadOnlyDictionary<int, HashSet<int>> causes, HashSet<int>? seen = null) =>
        causes[from].Contains(to) || causes[from].Any(next => (seen ??= [from]).Add(next) && Reaches(next, to, causes, seen));

    /// <summary>The observed arrays whose elements the likelihood of one depends on, through what the loop computes.</summary>
    private HashSet<int> Causes(int array, IReadOnlyCollection<int> observed)
    {
        var (causes, read, before) = (new HashSet<int>(), new HashSet<int>(), -1);
        while (read.Count > before)
        {
            before = read.Count;
            for (var i = 0; i < steps.Length; i++)
            {
                if (steps[i] is ObserveStep own ? own.Array == array : Dependence.Writes(steps[i]).Any(read.Contains))
                {
                    read.UnionWith(Dependence.Reads(graph, steps[i]));
                    causes.UnionWith(moving[i].Select(entry => entry.Array).Where(observed.Contains));
                }
            }
        }

        return causes;
    }

    /// <summary>Whether elements of an array decide what later passes compute: they are read there, or go into what is handed on.</summary>
    private bool IsReadLater(int array)
    {
        var (followers, before) = (new HashSet<int>(), -1);
        while (followers.Count > before)
        {
            before = followers.Count;
            for (var i = 0; i < steps.Length; i++)
            {
                if (moving[i].Contains((array, false)) || Dependence.Reads(graph, steps[i]).Overlaps(followers))
                {
                    followers.UnionWith(Dependence.Writes(steps[i]));
                }
            }
        }

        return moving.Any(entries => entries.Contains((array, true))) || followers.Any(IsHandedOn);
    }

    /// <summary>Whether a statement reads what it, or one after it, writes: it is of the pass before then, unless every pass has an element of its own.</summary>
    private bool IsHandedOn(int array)
    {
        for (var (i, isRead) = (0, new List<EquatableArray<int>>()); i < steps.Length; i++)
        {
            isRead.AddRange(Dependence.Places(graph, steps[i]).Where(place => place.Array == array).Select(place => place.Indices));
            var written = steps[i] switch
            {
                AssignStep assign when assign.Array == array => assign.Indices,
                CallStep call => call.Outputs.Where(operand => operand.Array == array).Select(operand => operand.Indices).DefaultIfEmpty().First(),
                SampleStep sample when sample.Array == array => sample.Indices,
                _ => default,
            };
            var isAdded = steps[i] is AssignStep { Accumulate: true };
            if (Dependence.Writes(steps[i]).Contains(array) && (written.Any(Moves) ? isRead.Exists(indices => !indices.Equals(written)) : isAdded || isRead.Count > 0))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<(int Array, bool IsOther)> Moving(Step step)
    {
        var elements = reads.Of(step).Where(entry => IsInSequence(entry.Read, entry.Cut) && (entry.Read.Arguments.Any(Moves) || IsCut(entry.Read, entry.Cut)))
            .Select(entry => (Array: entry.Read.Symbol, Indices: entry.Read.Arguments));
        var parts = step is CallStep call ? call.Inputs.Where(IsInSequence).Select(operand => (operand.Array, operand.Indices)) : [];
        return [.. elements.Concat(parts).Select(entry => (entry.Array, !likelihoods[entry.Array].Any(own => own.Indices.Take(entry.Indices.Count).SequenceEqual(entry.Indices))))];
    }

    /// <summary>Whether a read is of an element, of a range that moves with the loop, or of one that the loop does not draw.</summary>
    private bool IsInSequence(Node read, ulong cut)
    {
        ObserveStep[] draws = [.. likelihoods[read.Symbol]];
        return draws.Length > 0 && (read.Arguments.All(index => (graph.FreeAxes(index) & ~loops) == 0) || IsCut(read, cut)
            || Enumerable.Range(0, read.Arguments.Count).Any(d => draws.Any(draw => Moves(draw.Indices[d]))
                && (Moves(read.Arguments[d]) ? draws.All(draw => draw.Indices[d] != read.Arguments[d]) : draws.All(draw => AreApart(draw.Indices[d], read.Arguments[d])))));
    }

    private bool IsInSequence(Operand operand) => operand.Array >= 0 && likelihoods.Contains(operand.Array) && operand.Indices.Any(Moves);

    private bool IsCut(Node read, ulong cut) => read.Arguments.Any(index => (graph.FreeAxes(index) & cut) != 0);

    /// <summary>Whether one index is below another at all positions, whatever data are.</summary>
    private bool AreApart(int first, int second)
    {
        (Expr First, Expr Last)? Range(int axis) => (graph.Wrap(graph.Axes[axis].Lower), graph.Wrap(graph.Axes[axis].Upper) - 1);
        Expr? Extreme(int index, bool greatest) => LinearForm.Of(graph.Wrap(index)).Extreme(greatest, Range);
        bool IsBelow(int one, int other) => Extreme(one, greatest: true) is { } last && Extreme(other, greatest: false) is { } next && LinearForm.IsAtMost(graph, last + 1, next);
        return IsBelow(first, second) || IsBelow(second, first);
    }

    private bool Moves(int index) => (graph.FreeAxes(index) & loops) != 0;
}
