using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Analysis;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// Every latent becomes a function of an unconstrained array (role Position): element by element, by the bijection of its distribution's support
/// (<see cref="ScalarTransform"/>), or as a whole vector or matrix (<see cref="VectorTransform"/>), whose coordinates may be fewer. The log-Jacobian is an
/// ordinary term. The assignments stand just before the first step that samples the latent; one whose ends are not known before it is computed where it is sampled
/// (<see cref="TransformInPlace"/>), and so is one that is not centred (<see cref="Standardize"/>, <see cref="Uncenter"/>).
/// </summary>
public static class TransformParameters
{
    /// <summary>Runs the pass; <paramref name="withJacobian"/> is false where only the values are wanted.</summary>
    public static Program Run(Program program, bool withJacobian)
    {
        var steps = new List<Step>();
        var seen = new HashSet<int>();
        var inPlace = TransformInPlace.Latents(program);
        program = Standardize.Run(program);
        var bounds = LatentBounds.Of(program);
        var (whole, graph) = (program, program.Graph);
        var known = new Lazy<KnownSupports>(() => new(whole, new(whole, DataRequirement.Known(whole)), new(whole)));
        bool Holds(Expr condition) => known.Value.Holds(graph.Wrap(graph.Id(condition)));
        foreach (var step in program.Steps)
        {
            foreach (var sample in Ir.Program.Flatten([step]).OfType<SampleStep>().Where(sample => program.Arrays[sample.Array].Role == ArrayRole.Latent && !inPlace.Contains(sample.Array) && seen.Add(sample.Array)))
            {
                program = Transform(program, sample, bounds, withJacobian, steps, Holds);
            }

            steps.AddRange(TransformInPlace.Constrain(ref program, inPlace, withJacobian, step, Holds));
        }

        return program with { Steps = steps };
    }

    /// <summary>The array that the log-density accumulates in.</summary>
    public static int Target(ref Program program)
    {
        for (var i = 0; i < program.Arrays.Count; i++)
        {
            if (program.Arrays[i].Role == ArrayRole.Target)
            {
                return i;
            }
        }

        program = program.WithArray(new("target", ArrayRole.Target, false, [], []), out var target);
        return target;
    }

    /// <summary>The program that computes the position at which the latents have given values.</summary>
    public static Program Inverse(Program program)
    {
        var steps = new List<Step>();
        var seen = new HashSet<int>();
        var inPlace = TransformInPlace.Latents(program);
        var bounds = LatentBounds.Of(program);
        foreach (var step in program.Steps)
        {
            foreach (var sample in Ir.Program.Flatten([step]).OfType<SampleStep>().Where(sample => !Standardize.Is(sample) && !inPlace.Contains(sample.Array) && seen.Add(sample.Array)))
            {
                program = Unconstrain(program, sample, bounds, steps);
            }

            steps.AddRange(TransformInPlace.Unconstrain(ref program, inPlace, step));
        }

        return RemoveDead.Run(program with { Steps = steps }, (_, array) => array.Role == ArrayRole.Position);
    }

    private static Program Unconstrain(Program program, SampleStep sample, LatentBounds bounds, List<Step> steps)
    {
        if (VectorTransform.Onto(SupportOf(sample)) is { } transform)
        {
            var written = Steps(ref program, sample, transform, steps, withJacobian: false, _ => false);
            transform.Unconstrain(written);
            return written.Program;
        }

        var whole = Whole.Of(ref program, sample, bounds);
        var position = ScalarTransform.Unconstrain(whole.Range, program.Graph.Read(sample.Array, whole.Indices));
        steps.Add(whole.Assign(program.Graph, whole.Position, position, accumulate: false, sample.Site));
        return program;
    }

    private static Program Transform(Program program, SampleStep sample, LatentBounds bounds, bool withJacobian, List<Step> steps, Func<Expr, bool> holds)
    {
        if (VectorTransform.Onto(SupportOf(sample)) is { } transform)
        {
            var written = Steps(ref program, sample, transform, steps, withJacobian, holds);
            transform.Constrain(written);
            return written.Program;
        }

        var graph = program.Graph;
        var whole = Whole.Of(ref program, sample, bounds);
        var (value, logJacobian) = ScalarTransform.Constrain(whole.Range, graph.Read(whole.Position, whole.Indices), holds);
        steps.Add(whole.Assign(graph, sample.Array, value, accumulate: false, sample.Site));
        if (withJacobian && !logJacobian.IsNumber(0))
        {
            steps.Add(new AssignStep(Target(ref program), whole.Axes, [], graph.Id(logJacobian), true, -1, sample.Site));
        }

        return program;
    }

    /// <summary>The set in which a latent lies.</summary>
    public static Support SupportOf(SampleStep sample) =>
        sample.Restriction ?? DistributionDefinition.Find(sample.Density)?.Attribute.Support ?? Support.Real;

    /// <summary>The number of coordinates of a latent whose elements are transformed together; null where each is transformed by itself.</summary>
    public static Expr? Coordinates(Program program, int latent)
    {
        var sample = Ir.Program.Flatten(program.Steps).OfType<SampleStep>().First(sample => sample.Array == latent);
        if (sample.IsNonCentered || VectorTransform.Onto(SupportOf(sample)) is not { } transform)
        {
            return null;
        }

        var (graph, extents) = (program.Graph, program.Arrays[latent].Extents);
        var leading = extents.Count - transform.Rank;
        return extents.Take(leading).Aggregate(transform.Coordinates(graph.Wrap(extents[leading])), (count, extent) => graph.Wrap(extent) * count);
    }

    /// <summary>What the transform of a latent's last dimensions is written with, for all of its leading ones.</summary>
    private static TransformSteps Steps(ref Program program, SampleStep sample, VectorTransform transform, List<Step> steps, bool withJacobian, Func<Expr, bool> holds)
    {
        var graph = program.Graph;
        var latent = program.Arrays[sample.Array];
        var leading = latent.Rank - transform.Rank;
        var coordinates = transform.Coordinates(graph.Wrap(latent.Extents[leading]));
        program = program.WithArray(
            latent with
            {
                Role = ArrayRole.Position, Source = sample.Array,
                Extents = [.. latent.Extents.Take(leading), graph.Id(coordinates)], Dims = [.. latent.Dims.Take(leading), -1],
            },
            out var position);
        var target = withJacobian ? Target(ref program) : -1;
        return new(program, sample, position, Leading(graph, latent, leading), steps, target, holds);
    }

    /// <summary>An axis for each of an array's first dimensions, all different.</summary>
    private static int[] Leading(Graph graph, ArrayDeclaration array, int count)
    {
        var axes = new int[count];
        for (var d = 0; d < count; d++)
        {
            var copy = 0;
            do
            {
                axes[d] = graph.Axis(graph.Id(0), array.Extents[d], copy++);
            }
            while (Array.IndexOf(axes, axes[d], 0, d) >= 0);
        }

        return axes;
    }

    /// <summary>A latent over all its elements; the step that samples it may cover a part only, or stand in a loop.</summary>
    private sealed record Whole(int Position, EquatableArray<int> Axes, Expr[] Indices, VariateRange Range)
    {
        public static Whole Of(ref Program program, SampleStep sample, LatentBounds bounds)
        {
            var graph = program.Graph;
            var latent = program.Arrays[sample.Array];
            program = program.WithArray(latent with { Role = ArrayRole.Position, Source = sample.Array }, out var position);
            var axes = Leading(graph, latent, latent.Rank);
            var indices = new Expr[latent.Rank];
            var replace = new Dictionary<int, Expr>();
            for (var d = 0; d < latent.Rank; d++)
            {
                indices[d] = graph.Index(axes[d]);
                var index = graph.Wrap(sample.Indices[d]);
                if (index.Node.Kind == NodeKind.Index)
                {
                    replace[index.Node.Symbol] = indices[d];
                }
            }

            var substitution = new Substitution(graph, replace);
            var density = sample.Density.With(node => graph.Id(substitution.Apply(graph.Wrap(node))));
            return new(position, axes.ToEquatableArray(), indices, bounds.Within(VariateRange.Of(graph, density), sample.Array));
        }

        public AssignStep Assign(Graph graph, int array, Expr value, bool accumulate, int site) =>
            new(array, Axes, Indices.Select(graph.Id).ToEquatableArray(), graph.Id(value), accumulate, -1, site);
    }
}
