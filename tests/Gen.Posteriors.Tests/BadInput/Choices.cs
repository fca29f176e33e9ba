using static Gen.Modeling;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>Classes with given probabilities, and ordered ones.</summary>
public partial class Choices
{
    [Model]
    static partial void Define(int[] kind, Vector p, Vector x, int[] rating)
    {
        var slope = Sample(Normal(0, 1));
        var cut = Sample(Ordered(Normal(0, 2), 2));
        Observe(kind, Categorical(p));
        Observe(rating, OrderedLogistic(slope * x, cut));
    }
}

/// <summary>Counts of kinds, and shares of them.</summary>
public partial class Compositions
{
    [Model]
    static partial void Define(Matrix counts, Vector total, Vector share)
    {
        var p = Sample(Dirichlet([1, 1, 1]));
        var strength = Sample(Gamma(2, 0.1));
        Observe(counts, Multinomial(total, p));
        Observe(share, Dirichlet(strength * p));
    }
}

/// <summary>Rows from a normal distribution with given means.</summary>
public partial class Clouds
{
    [Model]
    static partial void Define(Matrix rows, Vector mu)
    {
        var factor = Sample(WishartCholesky(5, scale: Identity(3)));
        Observe(rows, MvNormal(mu, chol: factor));
    }
}

/// <summary>Rows with a given covariance, and shares with given concentrations.</summary>
public partial class Clusters
{
    [Model]
    static partial void Define(Matrix rows, Matrix covariance, Vector concentration, Vector share)
    {
        var spread = Sample(HalfNormal(1));
        Observe(rows, MvNormal(0, cov: spread * covariance));
        Observe(share, Dirichlet(concentration));
    }
}

/// <summary>A substance that decays.</summary>
public partial class Decay
{
    [Model]
    static partial void Define(double start, Vector times, Vector amount, int maxSteps)
    {
        var rate = Sample(LogNormal(0, 1));
        var state = OdeRk45((t, y) => [-rate * y[0]], [10.0], start, times, maxSteps: maxSteps);
        Observe(amount, LogNormal(Log(state[.., 0]), 0.1));
    }
}

/// <summary>Flows out of the compartments that data choose.</summary>
public partial class Compartments
{
    [Model]
    static partial void Define(int[] source, Vector amount)
    {
        var rate = Sample(LogNormal(0, 1));
        for (var i = 0; i < source.Length; i++)
        {
            var state = OdeRk45((t, y) => [-rate * y[source[i]], rate * y[0]], [10.0, 5], 0, [1.0]);
            Observe(amount[i], Normal(state[0, 1], 1));
        }
    }
}

/// <summary>Effects put in places that data choose.</summary>
public partial class Placed
{
    [Model]
    static partial void Define(int[] place, Vector x, Vector y)
    {
        var slope = Sample(Normal(0, 1));
        var mean = new Vector(y.Length);
        for (var i = 0; i < place.Length; i++)
        {
            mean[place[i]] = slope * x[i];
        }

        Observe(y, Normal(mean, 1));
    }
}
