using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>wells_dist</c>: who changes to a safe well, by its distance in metres (Gelman and Hill 2007, section 5.4).</summary>
public partial class WellsByDistance
{
    [Model]
    static partial void Define(int[] switched, Vector distance)
    {
        var beta = Sample(Flat(), 2);
        Observe(switched, Bernoulli(logitP: beta[0] + beta[1] * distance));
    }
}

/// <summary>posteriordb's <c>wells_dist100_model</c>: by its distance in hundreds of metres.</summary>
public partial class WellsByDistance100
{
    [Model]
    static partial void Define(int[] switched, Vector distance)
    {
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 1);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * (distance / 100)));
    }
}

/// <summary>posteriordb's <c>wells_dist100ars_model</c>: by distance and the arsenic in one's own well.</summary>
public partial class WellsByArsenic
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic)
    {
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 2);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * (distance / 100) + beta[1] * arsenic));
    }
}

/// <summary>posteriordb's <c>wells_interaction_model</c>: by both and their product.</summary>
public partial class WellsByInteraction
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic)
    {
        var d = distance / 100;
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 3);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * d + beta[1] * arsenic + beta[2] * (d * arsenic)));
    }
}

/// <summary>posteriordb's <c>wells_interaction_c_model</c>: the same, each from its mean.</summary>
public partial class WellsByCenteredInteraction
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic)
    {
        var d = (distance - Mean(distance)) / 100;
        var a = arsenic - Mean(arsenic);
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 3);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * d + beta[1] * a + beta[2] * (d * a)));
    }
}

/// <summary>posteriordb's <c>wells_dae_model</c>: by distance, arsenic and education.</summary>
public partial class WellsByEducation
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic, Vector education)
    {
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 3);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * (distance / 100) + beta[1] * arsenic + beta[2] * (education / 4)));
    }
}

/// <summary>posteriordb's <c>wells_dae_c_model</c>: by distance and arsenic from their means, their product and education.</summary>
public partial class WellsByCenteredEducation
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic, Vector education)
    {
        var d = (distance - Mean(distance)) / 100;
        var a = arsenic - Mean(arsenic);
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 4);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * d + beta[1] * a + beta[2] * (d * a) + beta[3] * (education / 4)));
    }
}

/// <summary>posteriordb's <c>wells_daae_c_model</c>: the same, and by whether one belongs to a community association.</summary>
public partial class WellsByAssociation
{
    [Model]
    static partial void Define(int[] switched, Vector distance, Vector arsenic, Vector association, Vector education)
    {
        var d = (distance - Mean(distance)) / 100;
        var a = arsenic - Mean(arsenic);
        var alpha = Sample(Flat());
        var beta = Sample(Flat(), 5);
        Observe(switched, Bernoulli(logitP: alpha + beta[0] * d + beta[1] * a + beta[2] * (d * a) + beta[3] * association + beta[4] * (education / 4)));
    }
}
