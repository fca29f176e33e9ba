using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Latents that are not centred and for which <see cref="Standardize"/> is not: what is sampled is z with y = location + scale · z, where y is the unconstrained
/// coordinate whose <see cref="Centers"/> the family's definition gives. Their density stays, and log scale is one more log-Jacobian.
/// </summary>
internal static class Uncenter
{
    /// <summary>Whether a latent is one.</summary>
    public static bool Is(SampleStep sample) => sample.IsNonCentered && !Standardize.Is(sample);

    /// <summary>The steps that compute a latent from its position, before the step that samples it.</summary>
    public static IEnumerable<Step> Constrain(ref Program program, SampleStep sample, int position, IReadOnlyList<int> loops, bool withJacobian, Func<Expr, bool> holds)
    {
        var graph = program.Graph;
        var target = withJacobian ? TransformParameters.Target(ref program) : -1;

        // Of what is computed on the way to the elements of a vector nothing is known.
        Func<Expr, bool> known = Centers.AreInOrder(sample) ? _ => false : holds;
        return Steps(ref program, sample, loops, (indices, center) =>
        {
            var (value, logJacobian) = ScalarTransform.Constrain(Definitions.VariateRange.Of(graph, sample.Density), center.Location + center.Scale * graph.Read(position, indices), known);
            return withJacobian ? [(sample.Array, value), (target, logJacobian + LogOf(center.Scale, known))] : [(sample.Array, value)];
        });
    }

    /// <summary>The steps that compute a latent's position.</summary>
    public static IEnumerable<Step> Unconstrain(ref Program program, SampleStep sample, int position, IReadOnlyList<int> loops)
    {
        var graph = program.Graph;
        return Steps(ref program, sample, loops, (indices, center) =>
            [(position, (ScalarTransform.Unconstrain(Definitions.VariateRange.Of(graph, sample.Density), graph.Read(sample.Array, indices)) - center.Location) / center.Scale)]);
    }

    /// <summary>What is computed of each element with its center: arrays and their values, which the target, a scalar, sums up.</summary>
    private static IEnumerable<Step> Steps(
        ref Program program, SampleStep sample, IReadOnlyList<int> loops, Func<IReadOnlyList<Expr>, (Expr Location, Expr Scale), (int Array, Expr Value)[]> computed)
    {
        var (current, graph) = (program, program.Graph);
        AssignStep Assign(EquatableArray<int> axes, EquatableArray<int> indices, int array, Expr value)
        {
            var isTarget = current.Arrays[array].Role == ArrayRole.Target;
            return new(array, axes, isTarget ? [] : indices, graph.Id(value), isTarget, -1, sample.Site);
        }

        IEnumerable<Step> Of(EquatableArray<int> axes, EquatableArray<int> indices, (Expr Location, Expr Scale) center) =>
            computed([.. indices.Select(graph.Wrap)], center).Select(one => Assign(axes, indices, one.Array, one.Value));
        if (!Centers.AreInOrder(sample))
        {
            return Of(sample.Axes, sample.Indices, Centers.Of(graph, sample.Density)!.Value).ToArray();
        }

        int Declare(string name, IReadOnlyList<Expr> extents)
        {
            current = current.WithLocal(name, extents, out var array);
            return array;
        }

        var declaration = current.Arrays[sample.Array];
        var locations = Declare(declaration.Name + "Location", [.. declaration.Extents.Select(graph.Wrap)]);
        var steps = Centers.InOrder(graph, sample, loops, locations, Declare, (axes, indices, center) =>
            [Assign(axes, indices, locations, center.Location), .. Of(axes, indices, (graph.Read(locations, indices.Select(graph.Wrap)), center.Scale))]);
        program = current;
        return steps;
    }

    /// <summary>The logarithm of a scale; −∞, as the density is, where it is none.</summary>
    private static Expr LogOf(Expr scale, Func<Expr, bool> holds) => Less(0, scale) is var isScale && holds(isScale) ? Log(scale) : Where(isScale, Log(scale), double.NegativeInfinity);
}
