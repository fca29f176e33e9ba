using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// The program of an objective: the model's own assignments with its latents, and what is generated, read from the draws of a posterior, decided data replaced by
/// the decision, and whatever depends on latents given one more axis, the draws, which is its last; but the first of what a routine takes, so that
/// each draw's is in one piece.
/// </summary>
public static class BindObjective
{
    /// <summary>The name of the size that counts draws, which is appended to the model's.</summary>
    public const string DrawCount = "draws";

    /// <summary>The utility of every draw as an array of role Target, and the decisions as arrays of role Decision.</summary>
    public static Program Run(Model model, Objective objective)
    {
        var draws = model.Sizes.Count;
        var program = WithRecorded(Program.From(model with { Sizes = [.. model.Sizes, new Size(DrawCount)] }));
        var graph = program.Graph;
        var axis = graph.Axis(graph.Id(0), graph.Size(draws).Id, 0);
        Step[] own = [.. Program.WithoutRequirements(objective.Steps)];
        var active = Dependence.Active(program with { Steps = [.. program.Steps, .. own] }, ArrayRole.Latent);
        Step[] steps = [.. OwnOperands(ref program, [.. program.Steps.SelectMany(Computed), .. own])];
        active = [.. active, .. steps.SelectMany(Dependence.Writes).Where(array => array >= model.Arrays.Count)];
        var routines = new HashSet<int>(Program.Flatten(steps).OfType<CallStep>().SelectMany(call => call.Operands).Select(operand => operand.Array).Where(active.Contains));
        program = program with
        {
            DrawAxis = axis,
            Order = new(graph, [axis]),
            Arrays = [.. program.Arrays.Select((array, i) => Bind(graph, objective, active, routines, draws, array, i))],
        };

        IEnumerable<Expr> Place(int array, IEnumerable<Expr> indices) => routines.Contains(array) ? indices.Prepend(graph.Index(axis)) : indices.Append(graph.Index(axis));
        var alongDraws = new Substitution(graph, [], (array, indices) => active.Contains(array) ? graph.Read(array, Place(array, indices)) : null);
        var bound = steps.Select(step => Extend(graph, active, axis, Place, Rewrite.Nodes(graph, step, alongDraws))).ToList();
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

    /// <summary>The program that has what is generated, and what is computed from it, from the posterior: it was recorded beside the latents.</summary>
    private static Program WithRecorded(Program program)
    {
        var generated = Generated.Arrays(program);
        return Generated.Without(program) with
        {
            Arrays = [.. program.Arrays.Select((array, i) => generated.Contains(i) && array.Role is (ArrayRole.Generated or ArrayRole.Deterministic) ? array with { Role = ArrayRole.Latent } : array)],
        };
    }

    private static ArrayDeclaration Bind(
        Graph graph, Objective objective, HashSet<int> active, HashSet<int> routines, int draws, ArrayDeclaration array, int index)
    {
        var role = objective.Parameters.Any(parameter => parameter.Array == index && parameter.Binding == Binding.DecidedData) ? ArrayRole.Decision
            : array.Role == ArrayRole.Latent ? ArrayRole.Draws
            : array.Role == ArrayRole.Deterministic ? ArrayRole.Local
            : array.Role;
        var count = graph.Size(draws).Id;
        return !active.Contains(index) ? array with { Role = role }
            : routines.Contains(index) ? array with { Role = role, Extents = [count, .. array.Extents], Dims = [-1, .. array.Dims] }
            : array with { Role = role, Extents = [.. array.Extents, count], Dims = [.. array.Dims, -1] };
    }

    private static Step Extend(Graph graph, HashSet<int> active, int axis, Func<int, IEnumerable<Expr>, IEnumerable<Expr>> place, Step step)
    {
        switch (step)
        {
            case AssignStep assign when active.Contains(assign.Array):
                return assign with { Axes = [.. assign.Axes, axis], Indices = Placed(assign.Array, assign.Indices) };
            case LoopStep loop:
                return loop with { Body = loop.Body.Select(inner => Extend(graph, active, axis, place, inner)).ToEquatableArray() };
            case CallStep call when call.Operands.Any(operand => active.Contains(operand.Array)):
                Operand Of(Operand operand) => active.Contains(operand.Array) ? operand with { Indices = Placed(operand.Array, operand.Indices) } : operand;
                return new LoopStep(axis, false, [call with { Inputs = call.Inputs.Select(Of).ToEquatableArray(), Outputs = call.Outputs.Select(Of).ToEquatableArray() }], call.Site);
            default:
                return step;
        }

        EquatableArray<int> Placed(int array, EquatableArray<int> indices) => place(array, indices.Select(graph.Wrap)).Select(graph.Id).ToEquatableArray();
    }

    /// <summary>The steps in which routines take arrays of the body: a posterior's draws are stored by element, so what a routine takes of them is copied.</summary>
    private static IEnumerable<Step> OwnOperands(ref Program program, IReadOnlyList<Step> steps)
    {
        var copies = new Dictionary<int, int>();
        var result = new List<Step>();
        foreach (var step in steps)
        {
            foreach (var latent in Program.Flatten([step]).OfType<CallStep>().SelectMany(call => call.Inputs).Select(operand => operand.Array).Where(array => array >= 0).ToArray())
            {
                if (program.Arrays[latent].Role == ArrayRole.Latent && !copies.ContainsKey(latent))
                {
                    result.Add(Copy(ref program, latent, out var copy));
                    copies.Add(latent, copy);
                }
            }

            result.Add(With(step));
        }

        return result;

        Operand Of(Operand operand) => copies.TryGetValue(operand.Array, out var copy) ? operand with { Array = copy } : operand;
        Step With(Step step) => step switch
        {
            CallStep call => call with { Inputs = call.Inputs.Select(Of).ToEquatableArray() },
            LoopStep loop => loop with { Body = loop.Body.Select(With).ToEquatableArray() },
            _ => step,
        };
    }

    private static AssignStep Copy(ref Program program, int array, out int copy)
    {
        var graph = program.Graph;
        var declaration = program.Arrays[array];
        var axes = new List<int>();
        foreach (var extent in declaration.Extents)
        {
            var number = 0;
            while (axes.Contains(graph.Axis(graph.Id(0), extent, number)))
            {
                number++;
            }

            axes.Add(graph.Axis(graph.Id(0), extent, number));
        }

        program = program.WithLocal(declaration.Name + "OfDraw", declaration.Extents.Select(graph.Wrap), out copy);
        var indices = axes.Select(graph.Index).ToArray();
        return new(copy, axes.ToEquatableArray(), indices.Select(graph.Id).ToEquatableArray(), graph.Read(array, indices).Id, false, -1, -1);
    }

    /// <summary>What the model computes, without what it samples, observes or adds to the density.</summary>
    private static IEnumerable<Step> Computed(Step step) => step switch
    {
        AssignStep or CallStep => [step],
        LoopStep loop when loop.Body.SelectMany(Computed).ToArray() is { Length: > 0 } body => [loop with { Body = body.ToEquatableArray() }],
        _ => [],
    };
}
