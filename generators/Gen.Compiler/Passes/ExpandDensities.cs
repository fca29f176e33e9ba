using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>Each Sample, Observe and Potential is replaced by the term that it adds to the target: its distribution's own expression.</summary>
public static class ExpandDensities
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var target = TransformParameters.Target(ref program);
        var expansion = new Expansion(program, target);
        var steps = program.Steps.SelectMany(step => expansion.Expand(step, [])).ToArray();
        return expansion.Program with { Steps = steps };
    }

    private sealed class Expansion(Program program, int target)
    {
        public Program Program { get; private set; } = program;

        public IEnumerable<Step> Expand(Step step, IReadOnlyList<int> loops)
        {
            var graph = Program.Graph;
            List<Step> before = [];
            switch (step)
            {
                case SampleStep s:
                    var prior = Term(s.Axes, LogDensity(s.Array, s.Indices, s.Axes, s.Density, s.Site, loops, before), -1, s.Site);
                    return [.. before, prior];
                case ObserveStep o:
                    var likelihood = Term(o.Axes, LogDensity(o.Array, o.Indices, o.Axes, o.Density, o.Site, loops, before), o.Guard, o.Site);
                    return [.. before, likelihood];
                case PotentialStep p:
                    return [Term(p.Axes, graph.Wrap(p.Value), p.Guard, p.Site)];
                case LoopStep loop:
                    return [loop with { Body = loop.Body.SelectMany(inner => Expand(inner, [.. loops, loop.Axis])).ToEquatableArray() }];
                default:
                    return [step];
            }
        }

        private Expr LogDensity(
            int array, EquatableArray<int> indices, EquatableArray<int> axes, Density density, int site, IReadOnlyList<int> loops, List<Step> before)
        {
            var graph = Program.Graph;
            var variate = graph.Read(array, indices.Select(graph.Wrap));
            if (Modifier.Of(graph, density) is not null)
            {
                return DensityComponent.Of(graph, density).LogDensity(variate);
            }

            var definition = DistributionDefinition.Of(density);
            return density.Axes.Count > 0
                ? definition.LogDensity(variate, density, new StepBuilder(graph, loops, axes, site, Declare, before.Add))
                : definition.LogDensity(variate, density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
        }

        private int Declare(string name, IReadOnlyList<Expr> extents)
        {
            Program = Program.WithLocal(name, extents, out var array);
            return array;
        }

        private AssignStep Term(EquatableArray<int> axes, Expr value, int guard, int site) =>
            new(target, axes, [], Program.Graph.Id(value), true, guard, site);
    }
}
