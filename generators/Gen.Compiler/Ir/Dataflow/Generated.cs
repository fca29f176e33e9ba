using System;
using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>
/// What is computed once the latents are known, and no part of the log-density: quantities that are generated, elements that are looked up at an
/// index which depends on latents, and whatever is computed from them. The log-density and its derivatives never see these statements; objectives read what a posterior recorded of them.
/// </summary>
public static class Generated
{
    /// <summary>The arrays that are generated, looked up or computed from such ones.</summary>
    public static HashSet<int> Arrays(Program program) => Arrays(program.Graph, [.. program.Arrays.Select(array => array.Role)], program.Steps);

    /// <summary>The same of steps over arrays of the given roles.</summary>
    public static HashSet<int> Arrays(Graph graph, IReadOnlyList<ArrayRole> roles, IEnumerable<Step> steps)
    {
        var generated = new HashSet<int>(Enumerable.Range(0, roles.Count).Where(array => roles[array] == ArrayRole.Generated));
        Step[] computing = [.. Program.Flatten(steps).Where(step => step is AssignStep or CallStep)];
        if (Lookups.Of(graph, roles, steps) is { } lookups)
        {
            generated.UnionWith(computing.Where(lookups.IsIn).SelectMany(Dependence.Writes));
        }

        int before;
        do
        {
            before = generated.Count;
            foreach (var step in computing.Where(step => Dependence.Reads(graph, step).Overlaps(generated)))
            {
                generated.UnionWith(Dependence.Writes(step));
            }
        }
        while (generated.Count > before);
        return generated;
    }

    /// <summary>The program of what decides the log-density: without the statements that write what is generated.</summary>
    public static Program Without(Program program)
    {
        var generated = Arrays(program);
        return generated.Count == 0 ? program
            : program with { Steps = [.. Program.Keep(program.Steps, step => !Dependence.Writes(step).Any(generated.Contains))] };
    }

    /// <summary>The program that computes what is generated, from latents and from deterministics that are known: nothing else is wanted of it.</summary>
    public static Program Only(Program program)
    {
        var generated = Arrays(program);
        bool IsNeeded(Step step) => step switch
        {
            SampleStep sample => generated.Contains(sample.Array),
            ObserveStep or PotentialStep => false,
            _ => !Dependence.Writes(step).All(array => program.Arrays[array].Role == ArrayRole.Deterministic && !generated.Contains(array)),
        };
        return program with { Steps = [.. Program.Keep(program.Steps, IsNeeded)] };
    }
}
