using System.Linq;
using Gen.Posteriors.Tests.Models;

namespace Gen.Posteriors.Tests.References;

/// <summary>
/// Models of posteriordb over its data. Each samples its latents in the order in which Stan's program declares its parameters, so that unconstrained
/// positions are the same.
/// </summary>
public static class PublishedModels
{
    public static EightSchoolsNoncentered EightSchools()
    {
        var data = PosteriorDatabase.Data("eight_schools-eight_schools_noncentered");
        return new(data.Vector("sigma"), data.Vector("y"));
    }

    public static EightSchoolsCentered Funnel()
    {
        var data = PosteriorDatabase.Data("eight_schools-eight_schools_centered");
        return new(data.Vector("sigma"), data.Vector("y"));
    }

    public static BayesianLinearRegression Regression()
    {
        var data = PosteriorDatabase.Data("sblri-blr");
        return new(data.Matrix("X"), data.Vector("y"));
    }

    public static KidScore KidScore()
    {
        var data = PosteriorDatabase.Data("kidiq-kidscore_momiq");
        return new(data.Vector("mom_iq"), data.Vector("kid_score"));
    }

    public static PartyIdentification Party()
    {
        var data = PosteriorDatabase.Data("nes1996-nes");
        return new(
            data.Vector("real_ideo"), data.Vector("race_adj"), data.Integers("age_discrete"), data.Vector("educ1"), data.Vector("gender"),
            data.Vector("income"), data.Vector("partyid7"));
    }

    public static Garch Garch()
    {
        var data = PosteriorDatabase.Data("garch-garch11");
        return new(data.Vector("y"), data.Number("sigma1"));
    }

    public static Autoregression Autoregression()
    {
        var data = PosteriorDatabase.Data("arK-arK");
        return new(data.Vector("y"), data.Integer("K"));
    }

    public static Radon Radon()
    {
        var data = PosteriorDatabase.Data("radon_mn-radon_hierarchical_intercept_noncentered");
        return new(
            data.Indices("county_idx"), data.Vector("log_uppm"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J"));
    }

    /// <summary>Stan's program centres and crosses the data; here that is done to them beforehand.</summary>
    public static WellSwitching Wells()
    {
        var data = PosteriorDatabase.Data("wells_data-wells_dae_inter_model");
        double[] Centred(string name, double scale)
        {
            var values = data.Vector(name).ToArray();
            var mean = values.Average();
            return [.. values.Select(value => (value - mean) / scale)];
        }

        var (distance, arsenic, education) = (Centred("dist", 100), Centred("arsenic", 1), Centred("educ", 4));
        var x = new double[distance.Length, 6];
        for (var i = 0; i < distance.Length; i++)
        {
            (x[i, 0], x[i, 1], x[i, 2]) = (distance[i], arsenic[i], education[i]);
            (x[i, 3], x[i, 4], x[i, 5]) = (distance[i] * arsenic[i], distance[i] * education[i], arsenic[i] * education[i]);
        }

        return new(x, data.Integers("switched"));
    }

    public static PopulationTrend Peregrines()
    {
        var data = PosteriorDatabase.Data("GLM_Poisson_Data-GLM_Poisson_model");
        return new(data.Vector("year"), data.Integers("C"));
    }

    public static Dogs Dogs() => new(PosteriorDatabase.Data("dogs-dogs").Matrix("y"));

    public static ItemResponse ItemResponse() => new(PosteriorDatabase.Data("irt_2pl-irt_2pl").Matrix("y"));

    public static RadonSlopes RadonSlopes()
    {
        var data = PosteriorDatabase.Data("radon_all-radon_variable_intercept_slope_noncentered");
        return new(data.Indices("county_idx"), data.Vector("floor_measure"), data.Vector("log_radon"), data.Integer("J"));
    }

    public static LogEarnings LogEarnings()
    {
        var data = PosteriorDatabase.Data("earnings-logearn_interaction");
        return new(data.Vector("earn"), data.Vector("height"), data.Vector("male"));
    }
}
