namespace Gen;

/// <summary>How a posterior is summarised. The defaults are ArviZ's.</summary>
public sealed record SummaryOptions
{
    /// <summary>ArviZ's defaults.</summary>
    public static SummaryOptions Default { get; } = new();

    /// <summary>The probability within the highest-density interval, strictly between 0 and 1.</summary>
    public double HdiProbability { get; init; } = 0.94;

    /// <summary>The number of decimals of all columns but <c>ess_bulk</c>, <c>ess_tail</c> (none) and <c>r_hat</c> (two).</summary>
    public int Decimals { get; init; } = 3;

    /// <summary>A vector or matrix with more elements is shown in part (its first and last rows), unless it is asked for by name.</summary>
    public int RowsPerQuantity { get; init; } = 20;
}
