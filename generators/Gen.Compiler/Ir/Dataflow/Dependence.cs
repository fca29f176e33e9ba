using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>What expressions and steps read and write.</summary>
public static class Dependence
{
    /// <summary>The nodes that an expression consists of, each once, arguments before uses.</summary>
    public static IReadOnlyList<int> Reachable(Graph graph, IEnumerable<int> roots)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(roots.Where(root => root >= 0));
        while (stack.Count > 0)
        {
            var id = stack.Pop();
            if (seen.Add(id))
            {
                foreach (var argument in graph[id].Arguments)
                {
                    stack.Push(argument);
                }
            }
        }

        return [.. seen.OrderBy(id => id)];
    }

    /// <summary>Whether expressions have no more parts than a number, each written out wherever it is used.</summary>
    public static bool IsShort(Graph graph, IEnumerable<int> roots, int most)
    {
        var waiting = new Stack<int>(roots.Where(root => root >= 0));
        for (var parts = 0; waiting.Count > 0 && parts <= most; parts++)
        {
            foreach (var argument in graph[waiting.Pop()].Arguments)
            {
                waiting.Push(argument);
            }
        }

        return waiting.Count == 0;
    }

    /// <summary>The nodes that a step evaluates.</summary>
    public static IEnumerable<int> Roots(Step step) => step switch
    {
        AssignStep s => s.Indices.Append(s.Value).Append(s.Guard),
        SampleStep s => s.Indices.Concat(s.Density.Nodes).Append(s.Guard),
        ObserveStep s => s.Indices.Concat(s.Density.Nodes).Append(s.Guard),
        PotentialStep s => [s.Value, s.Guard],
        CallStep s => s.Operands.SelectMany(operand => operand.Indices).Concat(s.Arguments),
        RequireStep s => s.Values.Append(s.Guard),
        LoopStep loop => loop.Body.SelectMany(Roots),
        _ => [],
    };

    /// <summary>The arrays that a step reads.</summary>
    public static HashSet<int> Reads(Graph graph, Step step) =>
        [.. Reachable(graph, Roots(step)).Where(id => graph[id].Kind == NodeKind.Read).Select(id => graph[id].Symbol), .. OperandsRead(step)];

    /// <summary>The arrays that routines inside a step take as a whole.</summary>
    public static IEnumerable<int> OperandsRead(Step step) => Operands(step).Where(operand => operand.Array >= 0).Select(operand => operand.Array);

    /// <summary>What routines inside a step take as a whole.</summary>
    public static IEnumerable<Operand> Operands(Step step) => step switch
    {
        CallStep s => s.Inputs,
        SampleStep s => s.Density.Operands,
        ObserveStep s => s.Density.Operands,
        LoopStep loop => loop.Body.SelectMany(Operands),
        _ => [],
    };

    /// <summary>The places of arrays that a step reads, each by its array and indices; what routines take as a whole has those of its first dimensions alone.</summary>
    public static IEnumerable<(int Array, EquatableArray<int> Indices)> Places(Graph graph, Step step) => Places(graph, Roots(step)).Concat(Operands(step)
        .Where(operand => operand.Array >= 0).Select(operand => (operand.Array, operand.Indices)));

    /// <summary>The places of arrays that expressions read.</summary>
    public static IEnumerable<(int Array, EquatableArray<int> Indices)> Places(Graph graph, IEnumerable<int> roots) =>
        Reachable(graph, roots).Select(id => graph[id]).Where(node => node.Kind == NodeKind.Read).Select(node => (node.Symbol, node.Arguments));

    /// <summary>The arrays that a step writes. What is observed is given: a likelihood writes nothing.</summary>
    public static IEnumerable<int> Writes(Step step) => step switch
    {
        AssignStep s => [s.Array],
        SampleStep s => [s.Array],
        CallStep s => s.Outputs.Where(operand => operand.Array >= 0).Select(operand => operand.Array),
        LoopStep loop => loop.Body.SelectMany(Writes),
        _ => [],
    };

    /// <summary>The nodes that a step evaluates, those of the right-hand side of an equation with them.</summary>
    public static IEnumerable<int> Evaluated(Step step) => step is CallStep { Equation: { } equation } ? Roots(step).Concat(equation.Derivatives) : Roots(step);

    /// <summary>Arrays and those that they are computed from, by steps in their order.</summary>
    public static HashSet<int> Needed(Graph graph, IEnumerable<Step> steps, IEnumerable<int> arrays)
    {
        HashSet<int> needed = [.. arrays];
        foreach (var step in steps.Reverse().Where(step => Writes(step).Any(needed.Contains) && step is AssignStep or LoopStep or CallStep))
        {
            needed.UnionWith(Reads(graph, step));
        }

        return needed;
    }

    /// <summary>The arrays that vary with those of the given roles.</summary>
    public static HashSet<int> Active(Program program, params ArrayRole[] roles)
    {
        var active = new HashSet<int>(Enumerable.Range(0, program.Arrays.Count).Where(i => roles.Contains(program.Arrays[i].Role)));
        int before;
        do
        {
            before = active.Count;
            foreach (var step in Program.Flatten(program.Steps).Where(step => step is not LoopStep))
            {
                if (Reads(program.Graph, step).Overlaps(active))
                {
                    active.UnionWith(Writes(step));
                }
            }
        }
        while (active.Count > before);
        return active;
    }
}
