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
        return program with { Steps = [.. program.Steps.Select(step => Expand(program, target, step))] };
    }

    private static Step Expand(Program program, int target, Step step) => step switch
    {
        SampleStep s => Term(program, target, s.Axes, LogDensity(program, s.Array, s.Indices, s.Density), -1, s.Site),
        ObserveStep o => Term(program, target, o.Axes, LogDensity(program, o.Array, o.Indices, o.Density), o.Guard, o.Site),
        PotentialStep p => Term(program, target, p.Axes, program.Graph.Wrap(p.Value), p.Guard, p.Site),
        LoopStep loop => loop with { Body = loop.Body.Select(inner => Expand(program, target, inner)).ToEquatableArray() },
        _ => step,
    };

    private static Expr LogDensity(Program program, int array, EquatableArray<int> indices, Density density) =>
        DistributionDefinition.All[density.Distribution].LogDensity(
            program.Graph.Read(array, indices.Select(program.Graph.Wrap)),
            density.Parameterization,
            [.. density.Arguments.Select(program.Graph.Wrap)]);

    private static AssignStep Term(Program program, int target, EquatableArray<int> axes, Expr value, int guard, int site) =>
        new(target, axes, [], program.Graph.Id(value), true, guard, site);
}
