using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>
/// A model's statements as a simulation carries them out. What is observed has two arrays: the data that were given, and those that are drawn. A read means
/// the given ones, but in a loop that is a <see cref="Process"/>, where it means the drawn ones as far as they have been drawn.
/// </summary>
internal sealed class SimulatedData
{
    private readonly Dictionary<int, int> drawn = [];
    private readonly HashSet<int> filled = [];
    private readonly HashSet<int> partial = [];
    private readonly Dictionary<int, HashSet<int>> derived = [];

    private SimulatedData(Program program) => Program = program;

    /// <summary>The statements: what is observed is sampled into the arrays of what is drawn.</summary>
    public Program Program { get; private set; }

    /// <summary>The statements of a model.</summary>
    public static SimulatedData Of(Model model)
    {
        var data = new SimulatedData(Program.From(model));
        data.Declare(Quantities.Observed(model));
        data.Draw();
        data.Prune();
        return data;
    }

    /// <summary>The array of a quantity's values: for what is observed, that of what is drawn.</summary>
    public int Values(int array) => drawn.TryGetValue(array, out var own) ? own : array;

    /// <summary>The arrays that a process reads while it fills them, as they were declared.</summary>
    public IEnumerable<int> Filled => filled;

    /// <summary>The arrays of which elements may not be drawn: those are as they were given.</summary>
    public IEnumerable<int> Partial => partial;

    /// <summary>The data of processes that decide how far something goes that a statement does, with the statement: they cannot be drawn.</summary>
    public IReadOnlyList<(int Array, int Site)> Ends { get; private set; } = [];

    /// <summary>By the data of processes, the arrays that stand for what was given of them, or was drawn where nothing was.</summary>
    public IReadOnlyDictionary<int, int> Known { get; private set; } = new Dictionary<int, int>();

    /// <summary>By the arrays that are computed along with a process, those that are computed along with what was given.</summary>
    public IReadOnlyDictionary<int, int> Copies { get; private set; } = new Dictionary<int, int>();

    /// <summary>The observed arrays of which one must be given for a step to be carried out: it computes nothing but their elements that are not drawn.</summary>
    public IEnumerable<int> OnlyIfGiven(Step step) =>
        IsCopy(step) ? drawn.Where(entry => Dependence.Writes(step).Contains(entry.Value)).Select(entry => entry.Key)
        : Dependence.Writes(step).Where(derived.ContainsKey).SelectMany(array => derived[array]).Distinct().OrderBy(array => array);

    private void Declare(IEnumerable<int> observed)
    {
        foreach (var array in observed)
        {
            drawn.Add(array, Local(array));
        }
    }

    private int Local(int array)
    {
        Program = Program.WithArray(Program.Arrays[array] with { Role = ArrayRole.Local, IsInteger = false }, out var own);
        return own;
    }

    private void Draw()
    {
        var graph = Program.Graph;
        Step[] steps = [.. Program.Steps.Select(step => LoopsToMaps.Separate(graph, step))];
        foreach (var array in drawn.Keys.Where(array => !steps.Any(step => IsWhole(step, array))))
        {
            partial.Add(array);
        }

        var processes = steps.OfType<LoopStep>().Select(loop => Process.Of(Program, steps, loop, drawn.Keys)).Where(process => process is not null).Select(process => process!).ToArray();
        filled.UnionWith(processes.SelectMany(process => process.Arrays));
        Ends = [.. processes.SelectMany(process => process.Ends(Program.Model)).Distinct()];
        filled.UnionWith(drawn.Keys.Where(array => Program.Arrays[array] is { Role: ArrayRole.Data, Rank: > 0 } && MayRepeat(steps, array)));
        partial.UnionWith(filled);
        var history = new GivenHistory(Program with { Steps = steps }, processes, Local);
        (Known, Copies) = (history.Known, history.Copies);
        HashSet<int> inSequence = [.. filled.Select(Values)];
        Program = Program with
        {
            Arrays = [.. Program.Arrays.Select((declaration, array) => inSequence.Contains(array) ? declaration with { IsDrawnInSequence = true } : declaration)],
            Steps = [.. steps.SelectMany(step => history.Both(step, drawn)).SelectMany(Drawn)],
        };
    }

    /// <summary>Whether likelihoods may be of the same element of an array twice: there are several, loops around one repeat it, or data choose its elements.</summary>
    private bool MayRepeat(IEnumerable<Step> steps, int array)
    {
        var graph = Program.Graph;
        var likelihoods = steps.SelectMany(step => Of(step, [])).ToList();
        return likelihoods.Count > 1 || likelihoods.Exists(likelihood => likelihood.Loops.Any(axis => !likelihood.Indices.Any(index => graph.Varies(index, axis)))
            || Dependence.Reachable(graph, likelihood.Indices).Any(id => graph[id].Kind == NodeKind.Read));

        IEnumerable<(IEnumerable<int> Indices, ImmutableArray<int> Loops)> Of(Step step, ImmutableArray<int> loops) => step switch
        {
            LoopStep loop => loop.Body.SelectMany(inner => Of(inner, loops.Add(loop.Axis))),
            ObserveStep observe when observe.Array == array => [(observe.Indices, loops.AddRange(observe.Axes))],
            _ => [],
        };
    }

    /// <summary>Whether a statement draws every element of an array, whatever the data are.</summary>
    private bool IsWhole(Step step, int array)
    {
        var graph = Program.Graph;
        return step is ObserveStep { Guard: < 0 } observe && observe.Array == array
            && observe.Indices.Distinct().Count() == observe.Indices.Count
            && observe.Indices.Zip(Program.Arrays[array].Extents, (index, extent) => (Index: graph[index], Extent: extent)).All(entry =>
                entry.Index.Kind == NodeKind.Index && graph.Wrap(graph.Axes[entry.Index.Symbol].Lower).IsNumber(0) && graph.Axes[entry.Index.Symbol].Upper == entry.Extent);
    }

    /// <summary>A likelihood as a draw, and after what computes an element of something derived that need not be drawn, a copy of it.</summary>
    private IEnumerable<Step> Drawn(Step step)
    {
        switch (step)
        {
            case ObserveStep observe:
                return [new SampleStep(drawn[observe.Array], observe.Axes, observe.Indices, observe.Density, observe.Site) { Guard = observe.Guard }];
            case LoopStep loop:
                return [loop with { Body = loop.Body.SelectMany(Drawn).ToEquatableArray() }];
            case AssignStep assign when partial.Contains(assign.Array):
                var given = Program.Graph.Read(assign.Array, assign.Indices.Select(Program.Graph.Wrap)).Id;
                return [step, assign with { Array = drawn[assign.Array], Value = given, Accumulate = false }];
            default:
                return [step];
        }
    }

    /// <summary>Leaves out what neither a quantity nor what is drawn needs, such as data derived for a likelihood alone.</summary>
    private void Prune()
    {
        int[] results = [.. Enumerable.Range(0, Program.Arrays.Count).Where(array => Program.Arrays[array].Role is ArrayRole.Latent or ArrayRole.Deterministic or ArrayRole.Generated), .. drawn.Values];
        Step[] steps = [.. Program.Flatten(Program.Steps).Where(step => step is not LoopStep)];
        var needed = Needed(steps.Where(step => !IsCopy(step)), results);
        foreach (var array in drawn.Keys.Where(array => Known.ContainsKey(array) || steps.Any(step => IsCopy(step) && Dependence.Writes(step).Contains(drawn[array]))))
        {
            foreach (var source in Needed(steps, [array]).Where(source => !needed.Contains(source)))
            {
                if (!derived.TryGetValue(source, out var causes))
                {
                    derived.Add(source, causes = []);
                }

                causes.Add(array);
            }
        }

        Program = Program with
        {
            Steps = [.. Program.Keep(Program.Steps, step => Dependence.Writes(step).Any(array => needed.Contains(array) || derived.ContainsKey(array)))],
        };
    }

    private bool IsCopy(Step step) => step is AssignStep assign && drawn.ContainsValue(assign.Array);

    private HashSet<int> Needed(IEnumerable<Step> steps, IEnumerable<int> results)
    {
        var needed = new HashSet<int>(results);
        Step[] computing = [.. steps];
        int before;
        do
        {
            before = needed.Count;
            foreach (var step in computing.Where(step => Dependence.Writes(step).Any(needed.Contains)))
            {
                needed.UnionWith(Dependence.Reads(Program.Graph, step));
            }
        }
        while (needed.Count > before);
        return needed;
    }
}
