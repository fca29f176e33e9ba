using static Gen.Modeling;

namespace Gen.Posteriors.Tests.BadInput;

/// <summary>A response to a dose, which the prior of a latent reads: by itself, through a deterministic and a method, and through a latent.</summary>
public partial class Doses
{
    [Model]
    static partial void Define(double dose, Vector times, Vector y, double scale)
    {
        var slope = Sample(Normal(0, 5));
        var mean = Deterministic(Expected(slope, dose));
        var response = Sample(Normal(mean, 0.1));
        var later = Sample(Normal(response, 0.1), times.Length);
        Observe(y, Normal(later + times, scale));
    }

    [Objective]
    static double Benefit(double slope, [Decision] double dose) => slope * dose - dose * dose;

    static double Expected(double slope, double dose) => slope * dose;
}

/// <summary>Latents whose priors read data element by element, in all, and by their length alone.</summary>
public partial class Priors
{
    [Model]
    static partial void Define(Vector x, Vector w, Vector v, Dim row, Vector y)
    {
        var slope = Sample(Normal(0, 1 / Sd(w)));
        var each = new Vector(x.Length);
        for (var i = 0; i < x.Length; i++)
        {
            each[i] = Sample(Normal(slope * x[i], 1));
        }

        var level = Sample(Normal(Mean(y), Sd(y)));
        var noise = Sample(Normal(0, 1.0 / v.Length), v.Length);
        var own = Sample(Normal(0, 1), row);
        Observe(y, Normal(level + each + noise * v + own, 0.1));
    }
}

/// <summary>A Gaussian process at the points that were measured, and its mean at others given those.</summary>
public partial class Processes
{
    [Model]
    static partial void Define(Vector x, Vector at, Vector y)
    {
        var covariance = ExpQuad(x, 1, 1) + 0.0001 * Identity(x.Length);
        var f = Sample(MvNormal(Zeros(x.Length), cov: covariance));
        var there = Deterministic(Dot(ExpQuad(at, x, 1, 1), Solve(covariance, f)));
        Observe(y, Normal(f, 0.1));
    }
}

/// <summary>What is observed reads what was observed before: in statements of their own, and where one loop draws both.</summary>
public partial class Mediators
{
    [Model]
    static partial void Define(Vector x, Vector m, Vector y, Vector first, Vector second)
    {
        var a = Sample(Normal(0, 5));
        var b = Sample(Normal(0, 5));
        Observe(m, Normal(a * x, 0.01));
        var mean = Deterministic(b * m);
        Observe(y, Normal(mean, 0.01));
        for (var t = 1; t < x.Length; t++)
        {
            Observe(first[t], Normal(first[t - 1] + a * x[t], 0.01));
            Observe(second[t], Normal(second[t - 1] + b * first[t], 0.01));
        }
    }
}

/// <summary>A latent of each row that reads what was observed of it, whose own likelihood knows nothing of the latent; and one that reads what its own likelihood draws.</summary>
public partial class Conditioned
{
    [Model]
    static partial void Define(Vector m, Vector y)
    {
        var a = Sample(Normal(0, 5));
        var b = Sample(Normal(0, 5));
        var sd = Sample(HalfNormal(Sd(y)));
        Observe(m, Normal(a, 1));
        var z = new Vector(m.Length);
        for (var i = 0; i < m.Length; i++)
        {
            z[i] = Sample(Normal(b * m[i], 0.1));
        }

        Observe(y, Normal(z, sd));
    }
}
