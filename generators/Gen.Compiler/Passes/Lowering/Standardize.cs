using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;
using Gen.Distributions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Latents of families on the whole line that are not centred: what is sampled is z with x = location + scale · z, whose density is the family's own with location 0 and scale 1. The
/// log-Jacobian, log scale, cancels what the density of x says of its scale, so that neither is written.
/// </summary>
internal static class Standardize
{
    /// <summary>Whether a latent is one.</summary>
    public static bool Is(SampleStep sample) =>
        sample.IsNonCentered && DistributionDefinition.Of(sample.Density).Attribute is { Location: not null, Scale: not null, Support: Support.Real };

    /// <summary>The program in which each such latent is computed, where it was sampled, from a position that is sampled instead.</summary>
    public static Program Run(Program program)
    {
        var positions = new Dictionary<int, int>();
        Step[] steps = [.. program.Steps.SelectMany(step => Computed(ref program, positions, step))];
        return program with { Steps = steps };
    }

    /// <summary>The standard latent that a value is computed from.</summary>
    public static Expr Unconstrain(Graph graph, Density density, Expr x)
    {
        var (location, scale) = Parameters(graph, density);
        return (x - location) / scale;
    }

    /// <summary>A density's scale.</summary>
    public static Expr Scale(Graph graph, Density density) => Parameters(graph, density).Scale;

    private static IEnumerable<Step> Computed(ref Program program, Dictionary<int, int> positions, Step step)
    {
        switch (step)
        {
            case LoopStep loop:
                var body = new List<Step>();
                foreach (var inner in loop.Body)
                {
                    body.AddRange(Computed(ref program, positions, inner));
                }

                return [loop with { Body = body.ToEquatableArray() }];
            case SampleStep sample when Is(sample):
                if (!positions.TryGetValue(sample.Array, out var position))
                {
                    position = TransformInPlace.Position(ref program, sample);
                    positions.Add(sample.Array, position);
                }

                var graph = program.Graph;
                var (location, scale) = Parameters(graph, sample.Density);
                var x = location + scale * graph.Read(position, sample.Indices.Select(graph.Wrap));
                return
                [
                    new AssignStep(sample.Array, sample.Axes, sample.Indices, graph.Id(x), false, -1, sample.Site),
                    sample with { Array = position, IsNonCentered = false, Density = Standard(graph, sample.Density) },
                ];
            default:
                return [step];
        }
    }

    /// <summary>A density's location and scale.</summary>
    private static (Expr Location, Expr Scale) Parameters(Graph graph, Density density)
    {
        var definition = DistributionDefinition.Of(density);
        var canonical = definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
        return (definition.Parameter(definition.Attribute.Location!, canonical), definition.Parameter(definition.Attribute.Scale!, canonical));
    }

    private static Density Standard(Graph graph, Density density)
    {
        var definition = DistributionDefinition.Of(density);
        var canonical = definition.Canonical(density.Parameterization, [.. density.Arguments.Select(graph.Wrap)]);
        var standard = definition.ParametersOf("").Zip(canonical, (parameter, argument) =>
            parameter.Name == definition.Attribute.Location ? 0 : parameter.Name == definition.Attribute.Scale ? 1 : argument);
        return density with { Parameterization = "", Arguments = standard.Select(graph.Id).ToEquatableArray() };
    }
}
