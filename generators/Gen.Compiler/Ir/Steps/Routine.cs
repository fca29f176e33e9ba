namespace Gen.Compiler.Ir;

/// <summary>A routine over whole arrays; matrices are row by row.</summary>
public enum Routine
{
    /// <summary>L = Cholesky(A): the lower factor, A = L Lᵀ.</summary>
    Cholesky,

    /// <summary>Ā += CholeskyAdjoint(L, L̄).</summary>
    CholeskyAdjoint,

    /// <summary>x = SolveLower(L, b): L x = b, for one right-hand side or for a matrix of them, a column each.</summary>
    SolveLower,

    /// <summary>L̄, b̄ += SolveLowerAdjoint(L, x, x̄).</summary>
    SolveLowerAdjoint,

    /// <summary>x = SolveLowerTransposed(L, b): Lᵀ x = b.</summary>
    SolveLowerTransposed,

    /// <summary>L̄, b̄ += SolveLowerTransposedAdjoint(L, x, x̄).</summary>
    SolveLowerTransposedAdjoint,

    /// <summary>x = Solve(A, b): A x = b for any invertible A.</summary>
    Solve,

    /// <summary>Ā, b̄ += SolveAdjoint(A, x, x̄).</summary>
    SolveAdjoint,

    /// <summary>y, S = OdeRk45(y₀, times, θ, constants) of a differential equation: the states at each time and, where asked for, their derivatives.</summary>
    OdeRk45,

    /// <summary>The same by an implicit method, for stiff equations.</summary>
    OdeBdf,
}
