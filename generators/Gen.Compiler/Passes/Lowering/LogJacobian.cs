using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using static Gen.Numerics.Functions;

namespace Gen.Compiler.Passes;

/// <summary>
/// The logarithm of how much the map from the unconstrained scale to the latents widens, alone: what a log-density on the unconstrained scale has more than that of the latents
/// themselves. The terms are those of <see cref="TransformParameters"/>, and log scale where <see cref="Standardize"/> lets it cancel.
/// </summary>
internal static class LogJacobian
{
    /// <summary>Runs the pass in the place of <see cref="TransformParameters"/> and <see cref="ExpandDensities"/>.</summary>
    public static Program Run(Program program)
    {
        var target = TransformParameters.Target(ref program);
        var graph = program.Graph;
        program = program with { Steps = [.. program.Steps.SelectMany(step => Rewrite(step, inner => inner is SampleStep sample && Standardize.Is(sample) ? [inner, LogScale(sample)] : [inner]))] };
        program = TransformParameters.Run(program, withJacobian: true);
        return program with { Steps = [.. program.Steps.SelectMany(step => Rewrite(step, inner => inner is AssignStep or CallStep ? [inner] : []))] };

        Step LogScale(SampleStep sample) => new AssignStep(target, sample.Axes, [], graph.Id(Log(Standardize.Scale(graph, sample.Density))), true, -1, sample.Site);
    }

    private static IEnumerable<Step> Rewrite(Step step, System.Func<Step, IEnumerable<Step>> rewrite)
    {
        if (step is not LoopStep loop)
        {
            return rewrite(step);
        }

        var body = loop.Body.SelectMany(inner => Rewrite(inner, rewrite)).ToEquatableArray();
        return body.Count > 0 ? [loop with { Body = body }] : [];
    }
}
