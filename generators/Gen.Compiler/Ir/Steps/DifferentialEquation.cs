using System.Collections.Generic;

namespace Gen.Compiler.Ir;

/// <summary>
/// The right-hand side of y′ = f(t, y; θ, constants). What it reads are arrays of its own, which no step writes: a call hands them over. Passes
/// leave it as it is.
/// </summary>
/// <param name="Time">The array, a scalar, that is t.</param>
/// <param name="State">The array that is y.</param>
/// <param name="Parameters">The array that is θ: what latents decide.</param>
/// <param name="Constants">The array of what data decide.</param>
/// <param name="Derivatives">Nodes: y′, element by element.</param>
public sealed record DifferentialEquation(int Time, int State, int Parameters, int Constants, EquatableArray<int> Derivatives)
{
    /// <summary>The arrays of its own.</summary>
    public IEnumerable<int> Formals => [Time, State, Parameters, Constants];

    /// <summary>Whether derivatives by the initial state are wanted with the solution; they come before those by the parameters.</summary>
    public bool VariesInitialState { get; init; }
}
