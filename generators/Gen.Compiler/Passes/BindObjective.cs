using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// The program of an objective: the model's own assignments with its latents read from the draws of a posterior, decided data replaced by
/// the decision, and whatever depends on latents given one more axis, the draws, which is its last.
/// </summary>
public static class BindObjective
{
    /// <summary>The name of the size that counts draws, which is appended to the model's.</summary>
    public const string DrawCount = "draws";

    /// <summary>The utility of every draw as an array of role Target, and the decisions as arrays of role Decision.</summary>
    public static Program Run(Model model, Objective objective)
    {
        var draws = model.Sizes.Count;
        var program = Generated.Without(Program.From(model with { Sizes = [.. model.Sizes, new Size(DrawCount)] }));
        var graph = program.Graph;
        var axis = graph.Axis(graph.Id(0), graph.Size(draws).Id, 0);
        var active = Dependence.Active(program, ArrayRole.Latent);
        var steps = program.Steps.SelectMany(Assignments).Concat(objective.Steps).ToArray();
        program = program with
        {
            DrawAxis = axis,
            Order = new(graph, [axis]),
            Arrays = [.. program.Arrays.Select((array, i) => Bind(graph, objective, active, draws, array, i))],
        };

        var alongDraws = new Substitution(graph, [], (array, indices) => active.Contains(array) ? graph.Read(array, indices.Append(graph.Index(axis))) : null);
        var bound = steps.Select(step => Extend(graph, active, axis, Rewrite.Nodes(graph, step, alongDraws))).ToList();
        program = program.WithArray(new("utilities", ArrayRole.Target, false, [graph.Size(draws).Id], [-1]), out var utilities);
        var value = alongDraws.Apply(graph.Wrap(objective.Value));
        bound.Add(new AssignStep(utilities, [axis], [graph.Index(axis).Id], graph.Id(value), false, -1, -1));
        return program with { Steps = bound };
    }

    /// <summary>The same program with the mean over draws as its target.</summary>
    public static Program Mean(Program program)
    {
        var graph = program.Graph;
        var last = (AssignStep)program.Steps[program.Steps.Count - 1];
        var arrays = program.Arrays.ToArray();
        arrays[last.Array] = new("mean", ArrayRole.Target, false, [], []);
        var mean = graph.Sum(program.DrawAxis, graph.Wrap(last.Value)) / graph.Length(program.DrawAxis);
        return program with
        {
            Arrays = arrays,
            Steps = [.. program.Steps.Take(program.Steps.Count - 1), last with { Axes = [], Indices = [], Value = graph.Id(mean) }],
        };
    }

    private static ArrayDeclaration Bind(Graph graph, Objective objective, HashSet<int> active, int draws, ArrayDeclaration array, int index)
    {
        var role = objective.Parameters.Any(parameter => parameter.Array == index && parameter.Binding == Binding.DecidedData) ? ArrayRole.Decision
            : array.Role == ArrayRole.Latent ? ArrayRole.Draws
            : array.Role == ArrayRole.Deterministic ? ArrayRole.Local
            : array.Role;
        return active.Contains(index)
            ? array with { Role = role, Extents = [.. array.Extents, graph.Size(draws).Id], Dims = [.. array.Dims, -1] }
            : array with { Role = role };
    }

    private static Step Extend(Graph graph, HashSet<int> active, int axis, Step step) => step switch
    {
        AssignStep assign when active.Contains(assign.Array) => assign with
        {
            Axes = [.. assign.Axes, axis],
            Indices = [.. assign.Indices, graph.Index(axis).Id],
        },
        LoopStep loop => loop with { Body = loop.Body.Select(inner => Extend(graph, active, axis, inner)).ToEquatableArray() },
        _ => step,
    };

    private static IEnumerable<Step> Assignments(Step step) => step switch
    {
        AssignStep => [step],
        LoopStep loop when loop.Body.SelectMany(Assignments).ToArray() is { Length: > 0 } body => [loop with { Body = body.ToEquatableArray() }],
        _ => [],
    };
}
