namespace Gen;

/// <summary>The set in which a variate or a parameter of a distribution lies.</summary>
public enum Support
{
    /// <summary>All finite real numbers.</summary>
    Real,

    /// <summary>x &gt; 0.</summary>
    Positive,

    /// <summary>x ≥ 0.</summary>
    NonNegative,

    /// <summary>0 &lt; x &lt; 1 as a variate, 0 ≤ x ≤ 1 as a parameter.</summary>
    Unit,

    /// <summary>
    /// lower ≤ x ≤ upper, where the ends are parameters of the distribution (see <see cref="DistributionAttribute"/>). An end that is not named, or
    /// that is infinite, is none.
    /// </summary>
    Interval,

    /// <summary>Angles: −π ≤ x ≤ π, whose ends are one point.</summary>
    Circular,

    /// <summary>0 or 1.</summary>
    Boolean,

    /// <summary>0, 1, 2, … up to <see cref="DistributionAttribute.Upper"/> where one is named.</summary>
    Count,

    /// <summary>1, 2, 3, ….</summary>
    PositiveCount,

    /// <summary>Whole numbers from lower to upper, where the ends are parameters of the distribution; any whole number as a parameter.</summary>
    Integer,

    /// <summary>Vectors x₀ &lt; x₁ &lt; ….</summary>
    Ordered,

    /// <summary>Vectors 0 &lt; x₀ &lt; x₁ &lt; ….</summary>
    PositiveOrdered,

    /// <summary>Vectors of positive numbers whose sum is one.</summary>
    Simplex,

    /// <summary>Vectors whose sum is zero.</summary>
    ZeroSum,

    /// <summary>Vectors of length one.</summary>
    UnitVector,

    /// <summary>Lower triangular matrices with positive diagonal whose rows have length one: Cholesky factors of correlation matrices.</summary>
    CholeskyCorrelation,

    /// <summary>Lower triangular matrices with positive diagonal: Cholesky factors of covariance matrices.</summary>
    CholeskyCovariance,

    /// <summary>0, 1, …, K − 1, where K is the length of the distribution's vector parameter.</summary>
    Category,

    /// <summary>0, 1, …, K, where K is the length of the distribution's vector parameter: K cutpoints part K + 1 categories.</summary>
    OrderedCategory,

    /// <summary>Vectors of 0, 1, 2, … whose sum is <see cref="DistributionAttribute.Upper"/>.</summary>
    CountVector,
}
