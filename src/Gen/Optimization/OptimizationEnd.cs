namespace Gen.Optimization;

/// <summary>Why an optimiser ended, for callers who say it in words of their own.</summary>
internal enum OptimizationEnd
{
    /// <summary>The projected gradient is nought to the tolerance.</summary>
    Stationary,

    /// <summary>Steps lower the function no more than the tolerance.</summary>
    SmallReduction,

    /// <summary>What the quadratic model predicts is too little to matter.</summary>
    ModelExhausted,

    /// <summary>What the quadratic model predicts is within the function's rounding error.</summary>
    RoundingError,

    /// <summary>No step along the projected gradient lowers the function.</summary>
    NoProgress,

    /// <summary>The function falls without end.</summary>
    Unbounded,

    /// <summary>A limit of steps or evaluations.</summary>
    Limit,

    /// <summary>The function or its gradient is not finite at the start.</summary>
    NotFinite,
}
