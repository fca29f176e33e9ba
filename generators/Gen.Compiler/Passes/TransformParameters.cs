using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Ir;
using Gen.Distributions;

namespace Gen.Compiler.Passes;

/// <summary>
/// Every latent becomes a function of an unconstrained array of its own shape (role Position), by the bijection of its distribution's
/// support; the log-Jacobian is an ordinary term. The assignment stands just before the first step that samples the latent.
/// </summary>
public static class TransformParameters
{
    /// <summary>Runs the pass; <paramref name="withJacobian"/> is false where only the values are wanted.</summary>
    public static Program Run(Program program, bool withJacobian)
    {
        var steps = new List<Step>();
        var seen = new HashSet<int>();
        foreach (var step in program.Steps)
        {
            foreach (var sample in Ir.Program.Flatten([step]).OfType<SampleStep>().Where(sample => seen.Add(sample.Array)))
            {
                program = Transform(program, sample, withJacobian, steps);
            }

            steps.Add(step);
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

    private static Program Transform(Program program, SampleStep sample, bool withJacobian, List<Step> steps)
    {
        var graph = program.Graph;
        var latent = program.Arrays[sample.Array];
        program = program.WithArray(latent with { Role = ArrayRole.Position, Source = sample.Array }, out var position);

        // The axes of the whole array; those of the step may start later or be in a loop.
        var axes = new int[latent.Rank];
        var indices = new Expr[latent.Rank];
        var replace = new Dictionary<int, Expr>();
        for (var d = 0; d < latent.Rank; d++)
        {
            var copy = 0;
            do
            {
                axes[d] = graph.Axis(graph.Id(0), latent.Extents[d], copy++);
            }
            while (Array.IndexOf(axes, axes[d], 0, d) >= 0);

            indices[d] = graph.Index(axes[d]);
            var index = graph.Wrap(sample.Indices[d]);
            if (index.Node.Kind == NodeKind.Index)
            {
                replace[index.Node.Symbol] = indices[d];
            }
        }

        var definition = DistributionDefinition.All[sample.Density.Distribution];
        var substitution = new Substitution(graph, replace);
        var arguments = sample.Density.Arguments.Select(argument => substitution.Apply(graph.Wrap(argument))).ToArray();
        var y = graph.Read(position, indices);
        var (value, logJacobian) = Constrain(definition, definition.Canonical(sample.Density.Parameterization, arguments), y);
        var ids = indices.Select(graph.Id).ToEquatableArray();
        steps.Add(new AssignStep(sample.Array, axes.ToEquatableArray(), ids, graph.Id(value), false, -1, sample.Site));
        if (withJacobian && !logJacobian.IsNumber(0))
        {
            steps.Add(new AssignStep(Target(ref program), axes.ToEquatableArray(), [], graph.Id(logJacobian), true, -1, sample.Site));
        }

        return program;
    }

    private static (Expr Value, Expr LogJacobian) Constrain(DistributionDefinition definition, Expr[] canonical, Expr y)
    {
        switch (definition.Attribute.Support)
        {
            case Support.Real:
                return (y, 0);
            case Support.Positive or Support.NonNegative:
                return (PositiveBijection.Constrain(y), PositiveBijection.LogJacobian(y));
            case Support.Unit:
                return (UnitBijection.Constrain(y), UnitBijection.LogJacobian(y));
            case Support.Interval:
                var lower = definition.Parameter(definition.Attribute.Lower!, canonical);
                var upper = definition.Parameter(definition.Attribute.Upper!, canonical);
                return (IntervalBijection.Constrain(y, lower, upper), IntervalBijection.LogJacobian(y, lower, upper));
            default:
                throw new NotSupportedException($"a latent from {definition.Name}, which is discrete");
        }
    }
}
