using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// A loop that observes elements of data and whose likelihood depends on other elements of the same, as <c>y[t]</c> does on <c>y[t - 1]</c>: it is simulated in
/// sequence. In it, an element of these data is as it has been drawn before, and as it was given where it has not; a reduction over a range that does not move
/// with the loop (the mean of all data, say) is of the data that were given, as everything outside the loop is.
/// </summary>
internal sealed class Process
{
    private readonly Graph graph;
    private readonly Step[] steps;
    private readonly HashSet<int> loops;
    private readonly HashSet<int> sites;
    private readonly LoopStep loop;

    private Process(Program program, LoopStep loop)
    {
        graph = program.Graph;
        this.loop = loop;
        steps = [.. Program.Flatten([loop]).Where(step => step is not LoopStep)];
        loops = [.. Program.Flatten([loop]).OfType<LoopStep>().Select(inner => inner.Axis)];
        sites = [.. steps.Select(step => step.Site).Where(site => site >= 0 && site != loop.Site)];
        Arrays = [];
    }

    /// <summary>The data that the loop simulates in sequence.</summary>
    public HashSet<int> Arrays { get; private set; }

    /// <summary>The process that a loop is for some of the observed arrays; null where it is none.</summary>
    public static Process? Of(Program program, LoopStep loop, IEnumerable<int> observed)
    {
        var process = new Process(program, loop);
        var candidates = observed.Where(array => process.Likelihoods(array).Any(step => step.Indices.Any(process.Moves))).ToArray();
        var causes = candidates.ToDictionary(array => array, array => process.Causes(array, candidates));
        process.Arrays = [.. candidates.Where(array => Reaches(array, array, causes) || candidates.Any(other => causes[other].Contains(array) && process.IsLagged(array)))];
        return process.Arrays.Count == 0 ? null : process;
    }

    /// <summary>Whether a statement is the loop, or one of its first pass where that is told apart and stands before it.</summary>
    public bool Holds(Step step) => step.Equals(loop) || (step is not LoopStep && sites.Contains(step.Site));

    /// <summary>The statement with its reads of the process's data directed to other arrays: those that are drawn, say.</summary>
    public Step Directed(Step step, IReadOnlyDictionary<int, int> arrays)
    {
        var rewrite = Rewrite.BottomUp(graph, (node, _, arguments) => node.Kind == NodeKind.Read && IsInSequence(node) ? graph.Read(arrays[node.Symbol], arguments) : null);
        return Operands(Rewrite.Nodes(step, rewrite));

        Step Operands(Step inner) => inner switch
        {
            LoopStep own => own with { Body = own.Body.Select(Operands).ToEquatableArray() },
            CallStep call => call with { Inputs = call.Inputs.Select(operand => IsInSequence(operand) ? operand with { Array = arrays[operand.Array] } : operand).ToEquatableArray() },
            _ => inner,
        };
    }

    /// <summary>The data of the process that a statement reads in sequence.</summary>
    public IEnumerable<int> InSequence(Step step) =>
        Dependence.Reachable(graph, Dependence.Roots(step)).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read && IsInSequence(node)).Select(node => node.Symbol)
            .Concat(step is CallStep call ? call.Inputs.Where(IsInSequence).Select(operand => operand.Array) : []).Distinct();

    private IEnumerable<ObserveStep> Likelihoods(int array) => steps.OfType<ObserveStep>().Where(step => step.Array == array);

    /// <summary>The observed arrays whose elements the likelihood of one depends on, through what the loop computes.</summary>
    private HashSet<int> Causes(int array, IReadOnlyCollection<int> observed)
    {
        var reached = new HashSet<int>(Likelihoods(array).SelectMany(step => Dependence.Reads(graph, step)));
        int before;
        do
        {
            before = reached.Count;
            foreach (var step in steps.Where(step => Dependence.Writes(step).Any(reached.Contains)))
            {
                reached.UnionWith(Dependence.Reads(graph, step));
            }
        }
        while (reached.Count > before);
        return [.. reached.Where(read => observed.Contains(read) && Reads(read).Any(node => node.Arguments.Any(Moves)))];
    }

    private static bool Reaches(int from, int to, IReadOnlyDictionary<int, HashSet<int>> causes, HashSet<int>? seen = null) =>
        causes[from].Contains(to) || causes[from].Any(next => (seen ??= [from]).Add(next) && Reaches(next, to, causes, seen));

    /// <summary>Whether something in the loop reads other elements of an array than the loop observes in the same pass.</summary>
    private bool IsLagged(int array)
    {
        var own = Likelihoods(array).Select(step => step.Indices).ToArray();
        return Reads(array).Any(node => node.Arguments.Any(Moves) && !own.Contains(node.Arguments));
    }

    private IEnumerable<Node> Reads(int array) =>
        Dependence.Reachable(graph, steps.SelectMany(Dependence.Roots)).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read && node.Symbol == array);

    /// <summary>Whether a read is of an element, or of a range that moves with the loop.</summary>
    private bool IsInSequence(Node read)
    {
        if (!Arrays.Contains(read.Symbol))
        {
            return false;
        }

        // Along the dimensions in which the loop goes on; along the others, elements are drawn together.
        var dimensions = Enumerable.Range(0, read.Arguments.Count).Where(d => Likelihoods(read.Symbol).Any(step => Moves(step.Indices[d])));
        return dimensions.All(d => graph.FreeAxes(read.Arguments[d]) == 0 || Moves(read.Arguments[d]));
    }

    private bool IsInSequence(Operand operand) => Arrays.Contains(operand.Array) && operand.Indices.Any(Moves);

    /// <summary>Whether an index differs from pass to pass, itself or by the range of its axis.</summary>
    private bool Moves(int index) => loops.Any(axis => graph.Varies(index, axis))
        || Enumerable.Range(0, graph.Axes.Count).Any(axis => graph.Varies(index, axis) && loops.Any(outer => graph.Varies(graph.Axes[axis].Lower, outer) || graph.Varies(graph.Axes[axis].Upper, outer)));
}
