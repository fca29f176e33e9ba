using System;
using System.ComponentModel;

namespace Gen.Numerics;

/// <summary>
/// How accurately a differential equation is solved. A step is accepted when the estimated local error of every component that is integrated (states,
/// and sensitivities where they are asked for) is at most <see cref="AbsoluteTolerance"/> + <see cref="RelativeTolerance"/> · |component|.
/// </summary>
/// <remarks>The defaults are those of Stan's <c>ode_rk45</c> and <c>ode_bdf</c>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DifferentialEquationOptions
{
    /// <summary>1e-6 relative, 1e-6 absolute, and a million steps between two times.</summary>
    public static DifferentialEquationOptions Default { get; } = new();

    /// <summary>The relative tolerance, positive and finite.</summary>
    public double RelativeTolerance { get; init => field = Positive(value, nameof(RelativeTolerance)); } = 1e-6;

    /// <summary>The absolute tolerance, positive and finite; in the units of the states.</summary>
    public double AbsoluteTolerance { get; init => field = Positive(value, nameof(AbsoluteTolerance)); } = 1e-6;

    /// <summary>How many steps, accepted or not, may be tried between two consecutive output times; positive.</summary>
    public int MaxSteps { get; init => field = Positive(value, nameof(MaxSteps)); } = 1_000_000;

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and finite.");

    private static int Positive(int value, string name) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");
}
