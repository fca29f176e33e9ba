using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>How the integration of a differential equation ended.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum IntegrationStatus
{
    /// <summary>Nothing was integrated yet.</summary>
    NotStarted,

    /// <summary>Every output time was reached.</summary>
    Reached,

    /// <summary><see cref="DifferentialEquationOptions.MaxSteps"/> steps did not lead from one output time to the next.</summary>
    StepLimit,

    /// <summary>The tolerance asks for steps so short that time no longer advances.</summary>
    StepUnderflow,

    /// <summary>The derivative (or a Jacobian) is not finite where the solution has to be continued.</summary>
    NotFinite,

    /// <summary>An element of the initial state is not finite, or the initial time.</summary>
    InitialStateNotFinite,
}
