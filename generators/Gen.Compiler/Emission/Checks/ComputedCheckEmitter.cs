using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;
using Gen.Compiler.Scheduling;

namespace Gen.Compiler.Emission;

/// <summary>Writes checks of what the body computes of data by statements of its own: an index from an array that it fills, a condition on a sum.</summary>
/// <param name="program">The statements.</param>
/// <param name="reached">How data and sizes are reached.</param>
/// <param name="layout">The model's layout.</param>
/// <param name="model">The model, as messages name it.</param>
internal sealed class ComputedCheckEmitter(Program program, MethodScope reached, ModelLayout layout, string model)
{
    // A right-hand side is evaluated while its equation is solved: what it is handed then is not there before.
    private readonly HashSet<int> unknown =
    [
        .. Dependence.Active(program, ArrayRole.Latent, ArrayRole.Generated, ArrayRole.Decision, ArrayRole.Draws),
        .. Program.Flatten(program.Steps).OfType<CallStep>().Where(call => call.Equation is not null).SelectMany(call => call.Equation!.Formals),
    ];

    /// <summary>Whether values are known when the model is constructed.</summary>
    public bool IsKnown(IEnumerable<int> nodes) => Dependence.Reachable(program.Graph, nodes).All(id =>
        program.Graph[id].Kind != NodeKind.Read || program.Arrays[program.Graph[id].Symbol].Role is not (ArrayRole.Latent or ArrayRole.Generated) && !unknown.Contains(program.Graph[id].Symbol));

    /// <summary>Writes the statements that compute what a check needs, and the check in every pass; the arrays that are read.</summary>
    /// <param name="writer">What they are written to.</param>
    /// <param name="nodes">What is checked.</param>
    /// <param name="conditions">The conditions under which it is.</param>
    /// <param name="axes">The loops around, outer first.</param>
    /// <param name="line">The check, with how values are written.</param>
    public IEnumerable<int> Write(CSharpWriter writer, IReadOnlyList<int> nodes, IReadOnlyList<int> conditions, IEnumerable<int> axes, Func<ExpressionWriter, IReadOnlyList<int>, string> line)
    {
        var graph = program.Graph;
        var guard = conditions.Count == 0 ? -1 : graph.Id(conditions.Select(graph.Wrap).Aggregate((a, b) => graph.Apply(Operation.And, a, b)));
        Step check = new RequireStep(Requirement.Position, nodes.ToEquatableArray(), guard, "", -1);
        check = axes.Distinct().Reverse().Aggregate(check, (inner, axis) => new LoopStep(axis, false, [inner], -1));
        return Write(writer, [LoopsToMaps.Separate(graph, check)], (code, require) => line(code, [.. require.Values]));
    }

    /// <summary>Writes the statements that compute what checks need, and the checks in their order; the arrays that are read.</summary>
    /// <param name="writer">What they are written to.</param>
    /// <param name="checks">The checks, in the loops that they stand in.</param>
    /// <param name="line">A check, with how values are written.</param>
    public IEnumerable<int> Write(CSharpWriter writer, IReadOnlyList<Step> checks, Func<ExpressionWriter, RequireStep, string> line)
    {
        var graph = program.Graph;
        HashSet<int> needed = [.. checks.SelectMany(check => Dependence.Reads(graph, check))];
        Step[] computing = [];
        for (var before = -1; before < needed.Count;)
        {
            before = needed.Count;
            computing = [.. Keep(program.Steps, needed)];
            needed.UnionWith(computing.SelectMany(step => Dependence.Reads(graph, step)));
        }

        Step[] steps = [.. computing.SelectMany(step => ElementChecks.Before(program, step)).Select(step => LoopsToMaps.Separate(graph, step)), .. checks];
        var code = new ValuesCode(program with { Steps = steps }, reached.ArrayOf, reached.Size, reached.Names.Used);
        using (writer.Block(""))
        {
            code.DeclareLocals(writer, steps);
            var block = new BlockWriter(program, code.Scope, writer, new Kernels(new([])))
            {
                Check = require => require.Kind == Requirement.Element ? ElementChecks.Line(layout, model, code.Scope.Expressions, require) : line(code.Scope.Expressions, require),
            };
            foreach (var step in steps)
            {
                block.WriteApart(new Schedule(program, (_, _) => false).InOrder(step));
            }
        }

        reached.Names.Take(code.Scope.Names.Used);
        return needed;
    }

    private IEnumerable<Step> Keep(IEnumerable<Step> steps, HashSet<int> needed) => steps.SelectMany(step => step switch
    {
        LoopStep loop => Keep(loop.Body, needed).ToEquatableArray() is { Count: > 0 } body ? [loop with { Body = body }] : [],
        AssignStep or CallStep when Dependence.Writes(step).Any(array => needed.Contains(array) && program.Arrays[array].Role is ArrayRole.Local or ArrayRole.Deterministic) => [step],
        _ => Enumerable.Empty<Step>(),
    });
}
