using System.Collections.Generic;
using System.Linq;

namespace Gen.Compiler.Ir;

/// <summary>All that the compiler knows of a routine.</summary>
/// <param name="Routine">The routine.</param>
/// <param name="Function">The method of <c>Gen.Numerics</c> that emitted code calls.</param>
/// <param name="Adjoint">Its adjoint, which takes the first input, the output and the output's adjoint, and adds to the adjoints of the inputs; null for an adjoint itself and for a solver.</param>
public sealed record RoutineRow(Routine Routine, string Function, Routine? Adjoint)
{
    /// <summary>Whether it adds to its outputs instead of assigning them.</summary>
    public bool Accumulates => Adjoint is null && !IsSolver;

    /// <summary>Whether it solves a differential equation, whose derivatives come with its solution.</summary>
    public bool IsSolver => Routine is Routine.OdeRk45 or Routine.OdeBdf;

    /// <summary>Whether it takes one square matrix apart, rather than solving for right-hand sides.</summary>
    public bool IsFactorization => Routine is Routine.Cholesky or Routine.CholeskyAdjoint;

    /// <summary>Whether its adjoint needs the first input: a factorisation's is written in its result alone.</summary>
    public bool KeepsInput { get; init; } = true;
}

/// <summary>The one table of routines.</summary>
public static class RoutineTable
{
    private static readonly Dictionary<Routine, RoutineRow> Rows = new RoutineRow[]
    {
        new(Routine.Cholesky, "global::Gen.Numerics.Cholesky.Factor", Routine.CholeskyAdjoint) { KeepsInput = false },
        new(Routine.CholeskyAdjoint, "global::Gen.Numerics.Cholesky.Adjoint", null),
        new(Routine.SolveLower, "global::Gen.Numerics.TriangularSolve.Lower", Routine.SolveLowerAdjoint),
        new(Routine.SolveLowerAdjoint, "global::Gen.Numerics.TriangularSolve.LowerAdjoint", null),
        new(Routine.SolveLowerTransposed, "global::Gen.Numerics.TriangularSolve.LowerTransposed", Routine.SolveLowerTransposedAdjoint),
        new(Routine.SolveLowerTransposedAdjoint, "global::Gen.Numerics.TriangularSolve.LowerTransposedAdjoint", null),
        new(Routine.Solve, "global::Gen.Numerics.LinearSolve.Solve", Routine.SolveAdjoint),
        new(Routine.SolveAdjoint, "global::Gen.Numerics.LinearSolve.Adjoint", null),
        new(Routine.OdeRk45, "DormandPrince45", null),
        new(Routine.OdeBdf, "BackwardDifferentiation", null),
    }.ToDictionary(row => row.Routine);

    /// <summary>The row of a routine.</summary>
    public static RoutineRow Row(Routine routine) => Rows[routine];
}
