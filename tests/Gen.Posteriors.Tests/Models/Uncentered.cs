using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>Latents that are not centred: as an option, in one vector, element by element and by parameters of another form.</summary>
public partial class Uncentered
{
    [Model]
    static partial void Define(Vector y, int[] group, int groups)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var theta = Sample(Normal(mu, tau: 1 / Square(tau)), groups, Centering.NonCentered);
        var level = new Vector(y.Length);
        level[0] = Sample(StudentT(4, mu, 2), Centering.NonCentered);
        for (var t = 1; t < y.Length; t++)
        {
            level[t] = Sample(StudentT(4, level[t - 1], tau), Centering.NonCentered);
        }

        Observe(y, Normal(theta[group] + level, 1));
    }
}

/// <summary>The same, written out.</summary>
public partial class WrittenUncentered
{
    [Model]
    static partial void Define(Vector y, int[] group, int groups)
    {
        var mu = Sample(Normal(0, 5));
        var tau = Sample(HalfCauchy(5));
        var z = Sample(Normal(0, 1), groups);
        var theta = Deterministic(mu + tau * z);
        var u = Sample(StudentT(4, 0, 1), y.Length);
        var path = new Vector(y.Length);
        path[0] = mu + 2 * u[0];
        for (var t = 1; t < y.Length; t++)
        {
            path[t] = path[t - 1] + tau * u[t];
        }

        var level = Deterministic(path);
        Observe(y, Normal(theta[group] + level, 1));
    }
}
