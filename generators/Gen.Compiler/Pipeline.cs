using System;
using System.Collections.Generic;
using System.Linq;
using Gen.Compiler.Differentiation;
using Gen.Compiler.Ir;
using Gen.Compiler.Passes;

namespace Gen.Compiler;

/// <summary>One step of compilation.</summary>
/// <param name="Name">Its name, a verb.</param>
/// <param name="Reason">Why it stands where it stands.</param>
/// <param name="Run">What it does.</param>
public sealed record Pass(string Name, string Reason, Func<Program, Program> Run);

/// <summary>The only place that orders passes.</summary>
public static class Pipeline
{
    /// <summary>From a model's body to its log-density with gradient, ready to be scheduled.</summary>
    public static IReadOnlyList<Pass> LogDensity { get; } =
    [
        new("Transform parameters", "densities are then of functions of unconstrained values, and what is generated has none", program => TransformParameters.Run(Generated.Without(program), withJacobian: true)),
        new("Expand densities", "from here on there are only assignments", ExpandDensities.Run),
        new("Turn loops into maps", "before anything looks at axes, loops and vectors must be the same", LoopsToMaps.Run),
        new("Inline definitions", "a term must be seen whole to be simplified", InlineDefinitions.Run),
        new("Simplify", "one form for equal things, so that what follows needs no cases", Simplify.Run),
        new("Remove what is inlined", "what nothing reads needs neither arrays nor adjoints", program => RemoveDead.Run(program, IsTarget)),

        // Collapse (sufficient statistics) stands here: it needs the terms as sums over data, and differentiation must see its result.
        new("Materialize", "after it, an adjoint inside an expression is never summed over an outer axis", Materialize.Run),
        new("Differentiate", "its output is optimised by what follows", program => Differentiate.Run(program, ArrayRole.Position)),
        new("Turn reverse loops into maps", "what a reverse recurrence adds to other adjoints is not part of it", LoopsToMaps.Run),
        new("Combine", "one assignment for each scalar's derivative", CombineScalars.Run),
        new("Share reciprocals", "derivatives divide by what values divide by", ShareReciprocals.Run),
        new("Hoist data", "after differentiation, because partial derivatives hold data too", HoistData.Run),
        new("Remove dead", "deterministics and whatever else neither value nor gradient needs", program => RemoveDead.Run(program, IsLogDensityResult)),
    ];

    /// <summary>From a model's body to the logarithm of its map's Jacobian with gradient: that part of <see cref="LogDensity"/>, by the same passes.</summary>
    public static IReadOnlyList<Pass> LogJacobian { get; } =
    [
        new("Keep the log-Jacobian", "what is added to it by densities is of the latents themselves", program => Passes.LogJacobian.Run(Generated.Without(program))),
        .. LogDensity.Skip(2),
    ];

    /// <summary>From a change of coordinates (<see cref="Recentering"/>) to what is wanted of it.</summary>
    public static IReadOnlyList<Pass> Recentered(Func<int, bool> isWanted) =>
    [
        new("Turn loops into maps", "as for a log-density", LoopsToMaps.Run),
        new("Inline definitions", "as for a log-density", InlineDefinitions.Run),
        new("Simplify", "as for a log-density", Simplify.Run),
        new("Remove what is inlined", "as for a log-density", program => RemoveDead.Run(program, isWanted)),
        new("Materialize", "as for a log-density", Materialize.Run),
        new("Hoist data", "as for a log-density", HoistData.Run),
    ];

    /// <summary>From a change of coordinates to the derivatives of its target by the position.</summary>
    public static IReadOnlyList<Pass> RecenteredSlopes(int target) =>
    [
        .. Recentered(array => array == target).TakeWhile(pass => pass.Name != "Hoist data"),
        new("Differentiate", "as for a log-density", program => Differentiate.Run(program, ArrayRole.Position)),
        new("Turn reverse loops into maps", "as for a log-density", LoopsToMaps.Run),
        new("Combine", "as for a log-density", CombineScalars.Run),
        new("Share reciprocals", "as for a log-density", ShareReciprocals.Run),
        new("Hoist data", "as for a log-density", HoistData.Run),
        new("Remove dead", "nobody asks for the value", program => RemoveDead.Run(program, (whole, array) => IsLogDensityResult(whole, array) && array.Role != ArrayRole.Target)),
    ];

    /// <summary>From an objective's program to the utility of every draw: what <see cref="Objective"/> is without derivatives.</summary>
    public static IReadOnlyList<Pass> Utilities { get; } =
    [
        new("Turn loops into maps", "as for a log-density", LoopsToMaps.Run),
        new("Inline definitions", "the middle of the model is rebuilt from its own expressions, with decisions in the place of data", InlineDefinitions.Run),
        new("Simplify", "as for a log-density", Simplify.Run),
        new("Remove what is inlined", "as for a log-density", program => RemoveDead.Run(program, IsTarget)),
        new("Materialize", "what a decision alone decides is computed once, not for every draw", Materialize.Run),
        new("Hoist data", "arguments and data are known when the objective is made", HoistData.Run),
        new("Remove dead", "whatever the utility does not need", program => RemoveDead.Run(program, IsTarget)),
    ];

    /// <summary>From an objective's program to the mean utility with its gradient by the decisions: the same passes, turned round.</summary>
    public static IReadOnlyList<Pass> Objective { get; } =
    [
        new("Average", "the expectation is a sum over draws like any other", BindObjective.Mean),
        .. Utilities.TakeWhile(pass => pass.Name != "Hoist data"),
        new("Differentiate", "by decisions instead of latents", program => Differentiate.Run(program, ArrayRole.Decision)),
        new("Turn reverse loops into maps", "as for a log-density", LoopsToMaps.Run),
        new("Combine", "as for a log-density", CombineScalars.Run),
        new("Share reciprocals", "as for a log-density", ShareReciprocals.Run),
        new("Hoist data", "as for a log-density", HoistData.Run),
        new("Remove dead", "whatever neither mean nor gradient needs", program => RemoveDead.Run(program, IsObjectiveResult)),
    ];

    /// <summary>Runs passes in order.</summary>
    public static Program Run(Program program, IEnumerable<Pass> passes) => passes.Aggregate(program, (current, pass) => pass.Run(current));

    private static bool IsTarget(Program program, ArrayDeclaration array) => array.Role == ArrayRole.Target;

    private static bool IsObjectiveResult(Program program, ArrayDeclaration array) =>
        array.Role == ArrayRole.Target || (array.Role == ArrayRole.Adjoint && program.Arrays[array.Source].Role == ArrayRole.Decision);

    private static bool IsLogDensityResult(Program program, ArrayDeclaration array) =>
        array.Role == ArrayRole.Target || (array.Role == ArrayRole.Adjoint && program.Arrays[array.Source].Role == ArrayRole.Position);
}
