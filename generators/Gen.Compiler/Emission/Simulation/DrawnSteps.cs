using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler.Emission;

/// <summary>Statements as they are carried out when their variates are drawn: densities in the parameters that samplers take, vectors and matrices in arrays.</summary>
internal static class DrawnSteps
{
    /// <summary>The program of the steps; what only scores is left out.</summary>
    public static Program Of(DrawnComponents drawn)
    {
        Step[] steps = [.. drawn.Program.Steps.SelectMany(step => Of(drawn, step, [])).Select(step => LoopsToMaps.Separate(drawn.Program.Graph, step))];
        return drawn.Program with { Steps = steps };
    }

    private static IEnumerable<Step> Of(DrawnComponents drawn, Step step, IReadOnlyList<int> loops)
    {
        var graph = drawn.Program.Graph;
        List<Step> before = [];
        Density Canonical(Density density, EquatableArray<int> axes, int site)
        {
            if (Modifier.Of(graph, density) is not null)
            {
                return drawn.Filled(density, loops, before);
            }

            var definition = DistributionDefinition.Of(density);
            return density.Axes.Count > 0
                ? InArrays(definition.Canonical(density, new(graph, loops, axes, site, drawn.Declare, before.Add)), density, new(graph, loops, axes, site, drawn.Declare, before.Add))
                : new(density.Distribution, "", definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]).Select(graph.Id).ToEquatableArray()) { Source = density.Source };
        }

        switch (step)
        {
            case SampleStep { Restriction: not null } s:
                return Restricted(drawn, s, loops);
            case SampleStep s:
                var sampled = s with { Density = Canonical(s.Density, s.Axes, s.Site) };
                return [.. before.Select(filling => filling is AssignStep { Guard: < 0 } assign ? assign with { Guard = s.Guard } : filling), sampled];
            case LoopStep loop:
                return [loop with { Body = loop.Body.SelectMany(inner => Of(drawn, inner, [.. loops, loop.Axis])).ToEquatableArray() }];
            case ObserveStep or PotentialStep:
                return [];
            default:
                return [step];
        }
    }

    /// <summary>A density whose vectors and matrices stand in arrays, from the parameters that samplers take.</summary>
    private static Density InArrays(object[] canonical, Density density, StepBuilder builder)
    {
        var operands = canonical.Select(argument => argument switch
        {
            VectorExpr vector => builder.Operand(vector, "parameter"),
            MatrixExpr matrix => builder.Operand(matrix, "parameter"),
            _ => Operand.None,
        });
        var arguments = canonical.Select(argument => builder.Graph.Id(argument is Expr number ? number : 0));
        return new(density.Distribution, "", arguments.ToEquatableArray()) { Operands = operands.ToEquatableArray() };
    }

    /// <summary>Elements that a restriction binds together are drawn at once: their axis is the variate's, and what varies along it stands in arrays.</summary>
    private static IEnumerable<Step> Restricted(DrawnComponents drawn, SampleStep step, IReadOnlyList<int> loops)
    {
        var graph = drawn.Program.Graph;
        List<Step> before = [];
        var axis = step.Axes[step.Axes.Count - 1];
        var density = step.Density.Nodes.Any(node => graph.Varies(node, axis))
            ? drawn.Filled(step.Density with { Axes = [axis] }, loops, before)
            : step.Density;
        return [.. before, step with { Axes = step.Axes.Take(step.Axes.Count - 1).ToEquatableArray(), Density = density }];
    }
}
