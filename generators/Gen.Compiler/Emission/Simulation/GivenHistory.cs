using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Emission;

/// <summary>
/// What is generated follows the data that were given, in predictions as in a posterior: a forecast goes on from the last state of the series that was
/// observed. So what a <see cref="Process"/> computes along with the series that it draws is computed a second time along with the one that was given,
/// where something generated depends on it; if none was given, along with the one that was drawn.
/// </summary>
internal sealed class GivenHistory
{
    private readonly IReadOnlyList<Process> processes;
    private readonly HashSet<int> generated;
    private readonly Dictionary<int, int> known = [];
    private readonly Dictionary<int, int> copies = [];

    /// <summary>The second computation in a program; its arrays are declared by <paramref name="declare"/>.</summary>
    public GivenHistory(Program program, IReadOnlyList<Process> processes, Func<int, int> declare)
    {
        this.processes = processes;
        Program = program;
        generated = Generated.Arrays(program);
        if (generated.Count == 0 || processes.Count == 0)
        {
            return;
        }

        var steps = program.Steps.SelectMany(step => Program.Flatten([step]).Where(inner => inner is not LoopStep).Select(inner => (Step: inner, Process: Of(step)))).ToArray();
        var simulated = Simulated(steps);
        var needed = new HashSet<int>(steps.Where(entry => IsGenerated(entry.Step)).SelectMany(entry => Reads(entry.Step)).Where(simulated.Contains));
        int before;
        do
        {
            before = needed.Count;
            needed.UnionWith(steps.Where(entry => Dependence.Writes(entry.Step).Any(needed.Contains)).SelectMany(entry => Reads(entry.Step)).Where(simulated.Contains).ToArray());
        }
        while (needed.Count > before);
        foreach (var array in needed.OrderBy(array => array))
        {
            copies.Add(array, declare(array));
        }

        bool IsOfKnown(Step step) => IsGenerated(step) || Dependence.Writes(step).Any(copies.ContainsKey);
        foreach (var array in steps.Where(entry => entry.Process is not null && IsOfKnown(entry.Step)).SelectMany(entry => entry.Process!.InSequence(entry.Step)).Distinct())
        {
            known.Add(array, declare(array));
        }
    }

    /// <summary>By the process's data the array that stands for them as they were given, or were drawn where they were not.</summary>
    public IReadOnlyDictionary<int, int> Known => known;

    /// <summary>By the arrays that are computed twice those of the second computation.</summary>
    public IReadOnlyDictionary<int, int> Copies => copies;

    private Program Program { get; }

    /// <summary>A statement as it is computed along with what is drawn, and then along with what was given, as far as that is needed.</summary>
    /// <param name="step">The statement, as the body has it.</param>
    /// <param name="drawn">By the observed arrays those that are drawn.</param>
    /// <param name="around">The process that it stands in, or null.</param>
    public IEnumerable<Step> Both(Step step, IReadOnlyDictionary<int, int> drawn, Process? around = null)
    {
        var process = around ?? Of(step);
        if (step is LoopStep loop)
        {
            return [loop with { Body = loop.Body.SelectMany(inner => Both(inner, drawn, process)).ToEquatableArray() }];
        }

        if (IsGenerated(step))
        {
            return [AsGiven(step, process)];
        }

        var own = process?.Directed(step, drawn) ?? step;
        return Dependence.Writes(step).Any(copies.ContainsKey) ? [own, AsGiven(step, process)] : [own];
    }

    private Step AsGiven(Step step, Process? process)
    {
        if (copies.Count == 0 && known.Count == 0)
        {
            return step;
        }

        var graph = Program.Graph;
        int Copy(int array) => copies.TryGetValue(array, out var copy) ? copy : array;
        Operand Of(Operand operand) => operand.Array < 0 ? operand : operand with { Array = Copy(operand.Array) };
        var rewrite = Rewrite.BottomUp(graph, (node, _, arguments) => node.Kind == NodeKind.Read && copies.ContainsKey(node.Symbol) ? graph.Read(Copy(node.Symbol), arguments) : null);
        return Rewrite.Nodes(process?.Directed(step, known) ?? step, rewrite) switch
        {
            AssignStep assign => assign with { Array = Copy(assign.Array) },
            CallStep call => call with { Inputs = call.Inputs.Select(Of).ToEquatableArray(), Outputs = call.Outputs.Select(Of).ToEquatableArray() },
            var other => other,
        };
    }

    private Process? Of(Step step) => processes.FirstOrDefault(process => process.Holds(step));

    private bool IsGenerated(Step step) => Dependence.Writes(step).Any(generated.Contains);

    private HashSet<int> Reads(Step step) => Dependence.Reads(Program.Graph, step);

    /// <summary>The arrays whose values follow what a process draws.</summary>
    private HashSet<int> Simulated(IReadOnlyList<(Step Step, Process? Process)> steps)
    {
        var simulated = new HashSet<int>();
        int before;
        do
        {
            before = simulated.Count;
            foreach (var (step, process) in steps.Where(entry => entry.Step is AssignStep or CallStep && !IsGenerated(entry.Step)))
            {
                if (process?.InSequence(step).Any() == true || Reads(step).Overlaps(simulated))
                {
                    simulated.UnionWith(Dependence.Writes(step));
                }
            }
        }
        while (simulated.Count > before);
        return simulated;
    }
}
