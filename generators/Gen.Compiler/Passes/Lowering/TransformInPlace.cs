using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Definitions;
using Gen.Compiler.Ir;

namespace Gen.Compiler.Passes;

/// <summary>
/// Latents that are transformed where they are sampled, rather than all at once before: those whose ends are decided by other latents or by what the body has
/// computed by then, those that are not centred, and those whose elements are sampled from several supports.
/// </summary>
internal static class TransformInPlace
{
    /// <summary>The latents of a program that are.</summary>
    public static HashSet<int> Latents(Program program)
    {
        var samples = Program.Flatten(program.Steps).OfType<SampleStep>()
            .Where(sample => program.Arrays[sample.Array].Role == ArrayRole.Latent && VectorTransform.Onto(TransformParameters.SupportOf(sample)) is null);
        return [.. samples.GroupBy(sample => sample.Array).Where(group => group.Any(sample => sample.IsNonCentered) || !IsUniform(program, [.. group])).Select(group => group.Key)];
    }

    /// <summary>The steps of a program with each such latent computed from its position before the step that samples it.</summary>
    public static IEnumerable<Step> Constrain(ref Program program, HashSet<int> latents, bool withJacobian, Step step, Func<Expr, bool> holds) =>
        Constrain(ref program, latents, withJacobian, step, [], holds);

    private static IEnumerable<Step> Constrain(ref Program program, HashSet<int> latents, bool withJacobian, Step step, IReadOnlyList<int> loops, Func<Expr, bool> holds)
    {
        switch (step)
        {
            case LoopStep loop:
                var body = new List<Step>();
                foreach (var inner in loop.Body)
                {
                    body.AddRange(Constrain(ref program, latents, withJacobian, inner, [.. loops, loop.Axis], holds));
                }

                return [loop with { Body = body.ToEquatableArray() }];
            case SampleStep sample when latents.Contains(sample.Array):
                var position = Position(ref program, sample);
                if (Uncenter.Is(sample))
                {
                    return [.. Uncenter.Constrain(ref program, sample, position, loops, withJacobian, holds), sample];
                }

                var graph = program.Graph;
                var (value, logJacobian) = ScalarTransform.Constrain(VariateRange.Of(graph, sample.Density), graph.Read(position, sample.Indices.Select(graph.Wrap)), holds);
                Step assign = new AssignStep(sample.Array, sample.Axes, sample.Indices, graph.Id(value), false, -1, sample.Site);
                return withJacobian && !logJacobian.IsNumber(0)
                    ? [assign, new AssignStep(TransformParameters.Target(ref program), sample.Axes, [], graph.Id(logJacobian), true, -1, sample.Site), sample]
                    : [assign, sample];
            default:
                return [step];
        }
    }

    /// <summary>The steps that compute the positions of such latents, and of those that are not centred, from given latents and deterministics.</summary>
    public static IEnumerable<Step> Unconstrain(ref Program program, HashSet<int> latents, Step step) => Unconstrain(ref program, latents, step, []);

    private static IEnumerable<Step> Unconstrain(ref Program program, HashSet<int> latents, Step step, IReadOnlyList<int> loops)
    {
        switch (step)
        {
            case SampleStep sample when Standardize.Is(sample) || latents.Contains(sample.Array):
                var position = Position(ref program, sample);
                if (Uncenter.Is(sample))
                {
                    return Uncenter.Unconstrain(ref program, sample, position, loops);
                }

                var graph = program.Graph;
                var x = graph.Read(sample.Array, sample.Indices.Select(graph.Wrap));
                var y = Standardize.Is(sample) ? Standardize.Unconstrain(graph, sample.Density, x) : ScalarTransform.Unconstrain(VariateRange.Of(graph, sample.Density), x);
                return [new AssignStep(position, sample.Axes, sample.Indices, graph.Id(y), false, -1, sample.Site)];
            case LoopStep loop:
                var body = new List<Step>();
                foreach (var inner in loop.Body)
                {
                    body.AddRange(Unconstrain(ref program, latents, inner, [.. loops, loop.Axis]));
                }

                return body.Count == 0 ? [] : [loop with { Body = body.ToEquatableArray() }];
            case AssignStep or CallStep:
                // What a location or an end is computed by on the way is computed here too; latents and deterministics are given.
                var arrays = program.Arrays;
                return Dependence.Writes(step).All(array => arrays[array].Role == ArrayRole.Local) ? [step] : [];
            default:
                return [];
        }
    }

    /// <summary>The array of a latent's coordinates, as many as it has elements.</summary>
    public static int Position(ref Program program, SampleStep sample)
    {
        for (var i = 0; i < program.Arrays.Count; i++)
        {
            if (program.Arrays[i].Role == ArrayRole.Position && program.Arrays[i].Source == sample.Array)
            {
                return i;
            }
        }

        program = program.WithArray(program.Arrays[sample.Array] with { Role = ArrayRole.Position, Source = sample.Array }, out var position);
        return position;
    }

    /// <summary>Whether all elements lie in one set, or each in one whose ends data decide by the element's own place.</summary>
    private static bool IsUniform(Program program, SampleStep[] samples)
    {
        var graph = program.Graph;
        VariateRange[] ranges = [.. samples.Select(sample => VariateRange.Of(graph, sample.Density))];
        bool IsFixed(Expr? end) => end is not { } known || graph.FreeAxes(graph.Id(known)) == 0;
        int[] Ends(VariateRange range) => [.. new[] { range.Lower, range.Upper }.Where(end => end is not null).Select(end => graph.Id(end!.Value))];
        return ranges.All(range => range.IsSame(ranges[0]) && Ends(range).All(end => PlainData.Is(program, end)))
            && (ranges.All(range => IsFixed(range.Lower) && IsFixed(range.Upper)) || (samples.Length == 1 && samples[0].Indices.All(index => graph[index].Kind is NodeKind.Index)));
    }
}
