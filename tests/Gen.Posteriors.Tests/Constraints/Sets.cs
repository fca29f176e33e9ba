using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Constraints;

/// <summary>Numbers above, below and between bounds, constant or by other latents.</summary>
public partial class Bounded
{
    [Model]
    static partial void Define(int n)
    {
        var scale = Sample(HalfNormal(1));
        var centre = Sample(Normal(0, 2));
        var below = Sample(Truncated(Normal(0, 1), upper: 2), n);
        var above = Sample(Truncated(Normal(centre, 1), lower: centre));
        var between = Sample(Uniform(-1, 3), n);
        var inside = Sample(Truncated(Normal(centre, scale), lower: centre - scale, upper: centre + 2 * scale), n);
        var share = Sample(Beta(2, 3));
    }
}

/// <summary>Latents that are not centred.</summary>
public partial class Standardized
{
    [Model]
    static partial void Define(int n)
    {
        var centre = Sample(Normal(0, 2));
        var scale = Sample(HalfNormal(1));
        var effect = Sample(Normal(centre, scale), n, Centering.NonCentered);
    }
}

/// <summary>Elements in ascending order: a vector, and rows.</summary>
public partial class Ascending
{
    [Model]
    static partial void Define(int n)
    {
        var cut = Sample(Ordered(Normal(0, 2), n));
        var cuts = Sample(Ordered(Normal(0, 2), n), 2);
    }
}

/// <summary>Positive elements in ascending order.</summary>
public partial class AscendingPositive
{
    [Model]
    static partial void Define(int n)
    {
        var rate = Sample(Ordered(HalfNormal(2), n));
        var rates = Sample(Ordered(HalfNormal(2), n), 2);
    }
}

/// <summary>Elements in ascending order between ends, of which latents decide one, and below an end.</summary>
public partial class AscendingBetween
{
    [Model]
    static partial void Define(int n)
    {
        var low = Sample(Normal(0, 1));
        var share = Sample(Ordered(Beta(2, 3), n));
        var above = Sample(Ordered(Truncated(Normal(0, 2), low, low + 3), n));
        var below = Sample(Ordered(Truncated(Normal(0, 2), upper: low), n));
    }
}

/// <summary>Probabilities.</summary>
public partial class Shares
{
    [Model]
    static partial void Define(int n)
    {
        var share = Sample(Dirichlet(2 * Ones(n)));
        var shares = Sample(Dirichlet(2 * Ones(n)), 2);
    }
}

/// <summary>Elements that sum to zero.</summary>
public partial class Contrasts
{
    [Model]
    static partial void Define(int n)
    {
        var effect = Sample(ZeroSum(Normal(0, 2), n));
        var effects = Sample(ZeroSum(Normal(0, 2), n), 2);
    }
}

/// <summary>A vector of length one.</summary>
public partial class Direction
{
    [Model]
    static partial void Define(int n)
    {
        var direction = Sample(UnitVector(n));
    }
}

/// <summary>A Cholesky factor of a correlation matrix.</summary>
public partial class Correlation
{
    [Model]
    static partial void Define(int n)
    {
        var factor = Sample(LkjCholesky(n, 2));
    }
}

/// <summary>A Cholesky factor of a covariance matrix.</summary>
public partial class Covariance
{
    [Model]
    static partial void Define(int n)
    {
        var factor = Sample(WishartCholesky(n + 2, scale: Identity(n)));
    }
}
