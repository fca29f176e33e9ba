namespace Gen.Optimization;

/// <summary>How <see cref="LbfgsB"/> searches and when it stops. The defaults are SciPy's.</summary>
public sealed record LbfgsBOptions
{
    /// <summary>The number of past steps that shape the quadratic model.</summary>
    public int Memory { get; init; } = 10;

    /// <summary>
    /// Converged when a step lowers the value by no more than this times max(|before|, |after|, 1), and one along the projected gradient does not
    /// lower it more: a step of the quadratic model alone may be small far from a minimum.
    /// </summary>
    public double ValueTolerance { get; init; } = 2.22e-9;

    /// <summary>Converged when no element of the projected gradient is larger than this.</summary>
    public double GradientTolerance { get; init; } = 1e-5;

    /// <summary>
    /// Converged when the quadratic model, once a step has shown it a curvature, predicts a further decrease of no more than this: half the squared Newton
    /// decrement. Negative for never.
    /// </summary>
    public double ModelTolerance { get; init; } = -1;

    /// <summary>The greatest number of steps.</summary>
    public int MaxIterations { get; init; } = 15_000;

    /// <summary>The greatest number of values and gradients.</summary>
    public int MaxEvaluations { get; init; } = 15_000;

    /// <summary>The greatest number of evaluations along one direction.</summary>
    public int MaxLineSearchSteps { get; init; } = 20;
}
