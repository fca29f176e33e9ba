using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// Each Sample, Observe and Potential is replaced by the term that it adds to the target: its distribution's own expression where variate and parameters
/// lie in their sets, −∞ elsewhere. What data were checked for when the model was constructed, and what ranges prove, is not asked again.
/// </summary>
public static class ExpandDensities
{
    /// <summary>Runs the pass.</summary>
    public static Program Run(Program program)
    {
        var target = TransformParameters.Target(ref program);
        var expansion = new Expansion(program, target, new(program, new(program, DataRequirement.Known(program)), new(program)));
        var steps = program.Steps.SelectMany(step => expansion.Expand(step, [])).ToArray();
        return expansion.Program with { Steps = steps };
    }

    private sealed class Expansion(Program program, int target, KnownSupports known)
    {
        private readonly UndefinedProbabilities undefined = new(program, known.Holds);

        public Program Program { get; private set; } = program;

        public IEnumerable<Step> Expand(Step step, IReadOnlyList<int> loops)
        {
            var graph = Program.Graph;
            List<Step> before = [];
            switch (step)
            {
                case SampleStep s:
                    // A latent lies in its support by its transform.
                    var prior = Term(s.Axes, LogDensity(s.Array, s.Indices, s.Axes, s.Density, SupportConditions.OfSampled(Program, s), s.Site, loops, before), -1, s.Site);
                    return [.. before, prior];
                case ObserveStep o:
                    var likelihood = Term(o.Axes, LogDensity(o.Array, o.Indices, o.Axes, o.Density, SupportConditions.OfObserved(Program, o), o.Site, loops, before), o.Guard, o.Site);
                    return [.. before, likelihood];
                case PotentialStep p:
                    return [Term(p.Axes, WithoutKnown(graph.Wrap(p.Value)), p.Guard, p.Site)];
                case LoopStep loop:
                    return [loop with { Body = loop.Body.SelectMany(inner => Expand(inner, [.. loops, loop.Axis])).ToEquatableArray() }];
                case AssignStep a:
                    return [a with { Value = graph.Id(WithoutKnown(graph.Wrap(a.Value))) }];
                default:
                    return [step];
            }
        }

        private Expr LogDensity(
            int array, EquatableArray<int> indices, EquatableArray<int> axes, Density density, IEnumerable<Expr> ofVariate, int site, IReadOnlyList<int> loops, List<Step> before)
        {
            var graph = Program.Graph;
            var variate = graph.Read(array, indices.Select(graph.Wrap));
            var value = Density(variate, density, () => new(graph, loops, axes, site, Declare, before.Add));
            var conditions = SupportConditions.OfParameters(graph, density, known.IsKnown).Concat(ofVariate);
            return SupportConditions.Guard(graph, value, conditions.SelectMany(condition => Conjuncts(graph.Wrap(graph.Id(condition)))).Where(condition => !known.Holds(condition)));
        }

        private Expr Density(Expr variate, Density density, System.Func<StepBuilder> builder)
        {
            var graph = Program.Graph;
            if (Modifier.Of(graph, density) is not null)
            {
                return DensityComponent.Of(graph, density).LogDensity(variate);
            }

            var definition = DistributionDefinition.Of(density);
            return density.Axes.Count > 0
                ? definition.LogDensity(variate, density, builder())
                : definition.LogDensity(variate, density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
        }

        /// <summary>An expression without conditions of densities and probabilities inside it that always hold.</summary>
        private Expr WithoutKnown(Expr expression)
        {
            var graph = Program.Graph;
            return graph.Wrap(Rewrite.BottomUp(graph, node => IsGuard(node)
                ? SupportConditions.Guard(graph, node.Argument(1), Conjuncts(node.Argument(0)).Where(condition => !known.Holds(condition)), node.Argument(2).Node.Value)
                : null)(graph.Id(expression)));
        }

        private static bool IsGuard(Expr node) => (node.Is(Operation.Where) && node.Argument(2).IsNumber(double.NegativeInfinity)) || UndefinedProbabilities.IsGuard(node);

        private static IEnumerable<Expr> Conjuncts(Expr condition) =>
            condition.Is(Operation.And) ? Conjuncts(condition.Argument(0)).Concat(Conjuncts(condition.Argument(1))) : [condition];

        private int Declare(string name, IReadOnlyList<Expr> extents)
        {
            Program = Program.WithLocal(name, extents, out var array);
            return array;
        }

        private AssignStep Term(EquatableArray<int> axes, Expr value, int guard, int site) =>
            new(target, axes, [], Program.Graph.Id(undefined.Impossible(value)), true, guard, site);
    }
}
