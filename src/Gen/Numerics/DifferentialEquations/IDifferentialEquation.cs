using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// A system of ordinary differential equations y′ = f(t, y; θ) with its Jacobians. The values of the parameters θ live inside the object. A
/// struct makes its calls direct, since the solvers are generic in the system.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IDifferentialEquation
{
    /// <summary>The number of states y.</summary>
    int States { get; }

    /// <summary>The number of parameters θ to which the solution's sensitivity is wanted.</summary>
    int Parameters { get; }

    /// <summary>The right-hand side f(t, y; θ).</summary>
    /// <param name="time">t.</param>
    /// <param name="state">y: <see cref="States"/> elements.</param>
    /// <param name="derivative">Receives y′: <see cref="States"/> elements, each of which must be written.</param>
    void Derivative(double time, ReadOnlySpan<double> state, Span<double> derivative);

    /// <summary>The Jacobians of the right-hand side.</summary>
    /// <param name="time">t.</param>
    /// <param name="state">y: <see cref="States"/> elements.</param>
    /// <param name="byState">Receives ∂fᵢ/∂yⱼ: states × states, row-major; each element must be written.</param>
    /// <param name="byParameter">
    /// Receives ∂fᵢ/∂θⱼ: states × parameters, row-major; each element must be written, unless it is empty because no sensitivities are wanted.
    /// </param>
    void Jacobians(double time, ReadOnlySpan<double> state, Span<double> byState, Span<double> byParameter);
}
