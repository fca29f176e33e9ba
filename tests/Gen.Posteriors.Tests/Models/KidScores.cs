using static Gen.Modeling;

namespace Gen.Posteriors.Tests.Models;

/// <summary>posteriordb's <c>kidscore_momhs</c>: a child's test score by whether its mother finished high school (Gelman and Hill 2007, chapter 3).</summary>
public partial class KidScoreBySchool
{
    [Model]
    static partial void Define(Vector school, Vector score)
    {
        var beta = Sample(Flat(), 2);
        var sigma = Sample(HalfCauchy(2.5));
        Observe(score, Normal(beta[0] + beta[1] * school, sigma));
    }
}

/// <summary>posteriordb's <c>kidscore_momhsiq</c>: by the mother's school and her IQ.</summary>
public partial class KidScoreBySchoolAndIq
{
    [Model]
    static partial void Define(Vector school, Vector iq, Vector score)
    {
        var beta = Sample(Flat(), 3);
        var sigma = Sample(HalfCauchy(2.5));
        Observe(score, Normal(beta[0] + beta[1] * school + beta[2] * iq, sigma));
    }
}

/// <summary>posteriordb's <c>kidscore_interaction_c2</c>: both and their product, each from a conventional centre.</summary>
public partial class KidScoreCentered
{
    [Model]
    static partial void Define(Vector school, Vector iq, Vector score)
    {
        var s = school - 0.5;
        var q = iq - 100;
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        Observe(score, Normal(beta[0] + beta[1] * s + beta[2] * q + beta[3] * (s * q), sigma));
    }
}

/// <summary>posteriordb's <c>kidscore_interaction_z</c>: both and their product, each in units of two standard deviations.</summary>
public partial class KidScoreStandardized
{
    [Model]
    static partial void Define(Vector school, Vector iq, Vector score)
    {
        var s = (school - Mean(school)) / (2 * Sd(school));
        var q = (iq - Mean(iq)) / (2 * Sd(iq));
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        Observe(score, Normal(beta[0] + beta[1] * s + beta[2] * q + beta[3] * (s * q), sigma));
    }
}

/// <summary>posteriordb's <c>kidscore_mom_work</c>: by how much the mother worked in the child's first three years, four classes from 1.</summary>
public partial class KidScoreByWork
{
    [Model]
    static partial void Define(int[] work, Vector score)
    {
        var beta = Sample(Flat(), 4);
        var sigma = Sample(HalfFlat());
        Observe(score, Normal(beta[0] + beta[1] * (work == 2) + beta[2] * (work == 3) + beta[3] * (work == 4), sigma));
    }
}
