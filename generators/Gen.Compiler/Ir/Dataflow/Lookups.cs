using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>Reads at an index that depends on latents or on what is generated: nothing that is differentiated, but fine in what is only recorded.</summary>
public sealed class Lookups
{
    private readonly bool[] isLookup;

    private Lookups(bool[] isLookup) => this.isLookup = isLookup;

    /// <summary>The lookups among the nodes of steps over arrays of the given roles; null where there are none, which is the rule.</summary>
    public static Lookups? Of(Graph graph, IReadOnlyList<ArrayRole> roles, IEnumerable<Step> steps)
    {
        // The graph keeps what was read of a helper before its refusal; the arrays are gone.
        if (Find(graph, array => array < roles.Count && roles[array] is ArrayRole.Latent or ArrayRole.Generated or ArrayRole.Deterministic or ArrayRole.Local) is null)
        {
            return null;
        }

        var varying = new HashSet<int>(Enumerable.Range(0, roles.Count).Where(array => roles[array] is ArrayRole.Latent or ArrayRole.Generated));
        Step[] computing = [.. Program.Flatten(steps).Where(step => step is AssignStep or CallStep)];
        int before;
        do
        {
            before = varying.Count;
            foreach (var step in computing.Where(step => Dependence.Reads(graph, step).Overlaps(varying)))
            {
                varying.UnionWith(Dependence.Writes(step));
            }
        }
        while (varying.Count > before);
        return Find(graph, varying.Contains) is { } found ? new(found) : null;
    }

    /// <summary>Whether a step holds one.</summary>
    public bool IsIn(Step step) => Dependence.Roots(step).Any(root => root >= 0 && isLookup[root]);

    /// <summary>By its id, whether a node holds a read at an index that reads such an array; null where none does. Arguments have smaller ids than their uses.</summary>
    private static bool[]? Find(Graph graph, Func<int, bool> varies)
    {
        var (reads, finds) = (new bool[graph.Nodes.Count], new bool[graph.Nodes.Count]);
        for (var id = 0; id < reads.Length; id++)
        {
            var node = graph[id];
            var readsInArguments = node.Arguments.Any(argument => reads[argument]);
            reads[id] = readsInArguments || (node.Kind == NodeKind.Read && varies(node.Symbol));
            finds[id] = (node.Kind == NodeKind.Read && readsInArguments) || node.Arguments.Any(argument => finds[argument]);
        }

        return finds.Contains(true) ? finds : null;
    }
}
